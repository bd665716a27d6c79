-- Groups are nested, work on areas and in host countries, and say in each language what they are for and by which terms they work.

alter table groups
    add column parent_id uuid references groups,
    add column areas text[] not null default '{}',
    add column host_countries text[] not null default '{}',
    -- How members come in: they agree first, or the board, which formed the group, puts them in and tells them, and they may leave.
    add column joining text not null default 'notice',
    -- Counts its changes: who saw it before another change does not change it over that.
    add column version integer not null default 0,
    add constraint groups_not_in_itself check (parent_id <> id),
    add constraint groups_version_counts check (version >= 0),
    add constraint groups_joining_known check (joining in ('notice', 'consent'));
update groups set host_countries = array[host_country] where host_country is not null;
alter table groups drop column host_country;
create index groups_in_group on groups (parent_id) where parent_id is not null;

create table group_texts (
    group_id uuid not null references groups,
    language text not null,
    purpose text,
    terms text,
    primary key (group_id, language),
    constraint group_texts_say_something check (purpose is not null or terms is not null)
);
insert into group_texts (group_id, language, purpose)
select id, purpose_language, purpose from groups where purpose is not null;
alter table groups
    drop constraint groups_purpose_said,
    drop column purpose,
    drop column purpose_language;

-- A group whose last day is known and yet to come still has its seats.
create or replace function empty_seats(on_day date) returns table (id uuid, organization_id uuid, since date) language sql stable as $$
    select m.id, m.organization_id,
        coalesce((select max(o.until) + 1 from leader_offices o
            where o.organization_id = m.organization_id and o.office = m.seat and o.until < $1), m.since::date)
    from group_members m join groups g on g.id = m.group_id
    where m.seat is not null and m.until is null and (g.ended_on is null or g.ended_on >= $1)
        and seat_holder(m.organization_id, m.seat, $1) is null
$$;
