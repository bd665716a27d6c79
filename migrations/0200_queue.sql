-- The queue of a hundred thousand cases: lists and counts are read from indexes that hold all that a filter asks for, one
-- for each order. A hold ends by itself: until when it lasts stands in the row, so that everybody who looks sees the same.

alter table cases add column held_until timestamptz;
update cases set held_until = held_since + interval '30 minutes' where holder_id is not null;
alter table cases add constraint cases_held_until_when check ((holder_id is null) = (held_until is null));

-- One row: how long a hold lasts without an act or a look of its holder.
create table desk_rules (
    single boolean primary key default true,
    hold_minutes integer not null default 30,
    revision integer not null default 1,
    constraint desk_rules_one check (single),
    constraint desk_rules_hold_minutes check (hold_minutes between 5 and 10080)
);
insert into desk_rules default values;

create function hold_lasts() returns interval language sql stable as $$
    select make_interval(mins => hold_minutes) from desk_rules
$$;

-- In each order the same columns stand beside the key: a filter is answered by the index alone, and the wide rows of the
-- table are read for the one page that is shown.
create index cases_by_age on cases (submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, due_on, asked_at,
        number, applicant_id, organization_id)
    where number is not null;
create index cases_by_day on cases (coalesce(due_on, 'infinity'::date), submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, due_on, asked_at,
        number, applicant_id, organization_id)
    where number is not null;
create index cases_by_name on cases (title, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, due_on, asked_at,
        number, applicant_id, organization_id, submitted_at)
    where number is not null;
create index cases_by_host on cases (host_country, submitted_at, id)
    include (stage, kind, homeland, community, areas, holder_id, held_until, typed_by, due_on, asked_at,
        number, applicant_id, organization_id)
    where number is not null;

-- The next case: the oldest of those that the board works on.
drop index cases_waiting;
create index cases_waiting on cases (submitted_at, id) where stage in ('submitted', 'in_review');

-- The filter is written by the program, and only what is set stands in it.
drop function case_matches(cases, text[], text, text, text, text[], uuid, boolean);
