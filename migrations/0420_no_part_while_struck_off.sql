-- Whoever is struck off takes no part while it is: its seats are empty, and what it alone leads is led by nobody. Its places stay, so that
-- it is again what it was once it is revived.

-- Whether an organization was struck off at the end of a day, or of a day to come is so far. The one place that says so.
create function struck_off_on(organization uuid, on_day date) returns boolean language sql stable as $$
    select coalesce(
        (select s.before from organization_standings s
            where s.organization_id = $1 and (s.at at time zone 'utc')::date > $2 order by s.at, s.id limit 1),
        (select o.standing from organizations o where o.id = $1)) = 'struck_off'
$$;

-- The term of whoever sits in such a seat on a day. Whoever acts in an office sits in it while they do; of several the last to come.
create or replace function seat_holder(organization uuid, seat text, on_day date) returns uuid language sql stable as $$
    select o.id from leader_offices o
    where o.organization_id = $1 and o.office = $2 and o.mistaken_at is null and covers(o.since, o.until, $3)
        and not struck_off_on($1, $3)
    order by o.acting desc, o.since desc nulls last, o.id desc limit 1
$$;

-- Seats in which nobody sits, and since when at the latest.
create or replace function empty_seats(on_day date) returns table (id uuid, organization_id uuid, since date) language sql stable as $$
    select m.id, m.organization_id,
        case when o.standing = 'struck_off' and o.standing_since <= $1 then o.standing_since
            else coalesce((select max(f.until) + 1 from leader_offices f
                where f.organization_id = m.organization_id and f.office = m.seat and f.mistaken_at is null and f.until < $1), m.since::date)
        end
    from group_members m join groups g on g.id = m.group_id join organizations o on o.id = m.organization_id
    where m.seat is not null and m.until is null and (g.ended_on is null or g.ended_on >= $1)
        and seat_holder(m.organization_id, m.seat, $1) is null
$$;

-- Those who lead an initiative now. The one place that says so.
create view initiative_leads as
select p.id, p.initiative_id, p.organization_id
from initiative_partners p join organizations o on o.id = p.organization_id
where p.role = 'lead' and p.until is null and o.standing <> 'struck_off';

-- Initiatives that go on and that no organization leads.
create or replace view unled_initiatives as
select i.id as initiative_id, i.host_country, i.homeland
from initiatives i
where i.stage not in ('done', 'stopped')
    and not exists (select from initiative_leads l where l.initiative_id = i.id);

-- Initiatives that are published and not held back because whoever leads them is struck off: those that anybody may see. The one place
-- that says so.
create view public_initiatives as
select i.id
from initiatives i
where i.published_at is not null
    and not exists (select from initiative_partners p join organizations o on o.id = p.organization_id
        where p.initiative_id = i.id and p.role = 'lead' and p.until is null and o.standing = 'struck_off'
            and not exists (select from initiative_leads l where l.initiative_id = p.initiative_id));

-- What anybody may know.
create or replace view public_contributions as
    select c.* from counted_contributions c
    where c.is_for_public and c.review = 'accepted'
        and (c.initiative_id is null or exists (select from public_initiatives i where i.id = c.initiative_id));
