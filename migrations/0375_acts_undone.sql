-- A hand-over of an office that was a mistake can be undone, a group that goes on after all gets back what its end took, and what a
-- leader made by their link ends with it.

alter table leader_offices
    -- When it was said that it came to this person by mistake: they never held it, and the row stays.
    add column mistaken_at timestamptz;

-- The term of whoever sits in such a seat on a day. Whoever acts in an office sits in it while they do; of several the last to come.
create or replace function seat_holder(organization uuid, seat text, on_day date) returns uuid language sql stable as $$
    select o.id from leader_offices o
    where o.organization_id = $1 and o.office = $2 and o.mistaken_at is null and covers(o.since, o.until, $3)
    order by o.acting desc, o.since desc nulls last, o.id desc limit 1
$$;

-- Terms that will lapse: nobody ended them, and nobody follows in the same office.
create or replace view lapsing_terms as
select o.id, o.organization_id, o.until as last_day
from leader_offices o join organizations g on g.id = o.organization_id
where o.until is not null and o.ended_at is null and o.mistaken_at is null and g.standing not in ('struck_off', 'merged')
    and not exists (select from leader_offices n
        where n.organization_id = o.organization_id and n.id <> o.id and n.office = o.office and n.office <> 'other'
            and n.mistaken_at is null and n.since > o.until - 30 and (n.until is null or n.until > o.until));

-- Seats in which nobody sits, and since when at the latest.
create or replace function empty_seats(on_day date) returns table (id uuid, organization_id uuid, since date) language sql stable as $$
    select m.id, m.organization_id,
        coalesce((select max(o.until) + 1 from leader_offices o
            where o.organization_id = m.organization_id and o.office = m.seat and o.mistaken_at is null and o.until < $1), m.since::date)
    from group_members m join groups g on g.id = m.group_id
    where m.seat is not null and m.until is null and (g.ended_on is null or g.ended_on >= $1)
        and seat_holder(m.organization_id, m.seat, $1) is null
$$;

-- Whether nobody came after this term in the same office.
create or replace function is_last_term(id uuid) returns boolean language sql stable as $$
    select not exists (select from leader_offices o join leader_offices n
            on n.organization_id = o.organization_id and n.id <> o.id and n.office = o.office and n.mistaken_at is null
                and (o.office <> 'other' or lower(btrim(n.title)) = lower(btrim(o.title)))
        where o.id = $1 and o.until is not null and (n.until is null or n.until > o.until))
$$;

-- The term from which an office is filled that nobody holds on a day: the last to end. Nothing, where it is held or was never.
create or replace function vacant_term(organization uuid, office text, on_day date) returns uuid language sql stable as $$
    select o.id from leader_offices o
    where o.organization_id = $1 and o.office = $2 and o.mistaken_at is null and o.until < $3 and is_last_term(o.id)
    order by o.until desc, o.id desc limit 1
$$;

-- Hand-overs of offices, so that one can be undone. Whose offices they are stands there.
create table office_handovers (
    id uuid primary key,
    former_id uuid not null references leader_offices,
    next_id uuid not null references leader_offices,
    made_at timestamptz not null,
    -- The last day of the former term and when it was ended, as they were before: they come back.
    was_until date,
    was_ended_at timestamptz,
    -- Both terms as they were right after. What is not so any more was changed since.
    former jsonb not null,
    next jsonb not null,
    -- Whether whoever came into the office was written to because of it, or will be.
    tells boolean not null,
    undone_at timestamptz,
    constraint office_handovers_next_once unique (next_id),
    constraint office_handovers_of_two check (former_id <> next_id),
    constraint office_handovers_was_ended_on_a_day check (was_ended_at is null or was_until is not null),
    constraint office_handovers_order check (undone_at is null or undone_at >= made_at)
);
create index office_handovers_former on office_handovers (former_id);

alter table group_meetings
    -- The end of its group called it off; it is held after all if that was a mistake.
    add column off_with_group boolean not null default false,
    add constraint group_meetings_off_with_group check (not off_with_group or stage = 'called_off');

alter table group_invitations
    -- The end of its group took it back; it is open again if that was a mistake.
    add column ended_with_group boolean not null default false,
    add constraint group_invitations_ended_with_group check (not ended_with_group or answer = 'withdrawn');

alter table group_feeds
    -- The link of the leader who made it, which it ends with.
    add column link_version integer;
update group_feeds f set link_version = l.link_version from leaders l where l.id = f.leader_id;
alter table group_feeds
    add constraint group_feeds_link_of_leader check ((leader_id is null) = (link_version is null));
