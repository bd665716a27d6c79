-- Whose turn it is, beside holds that end by themselves and lists in any order: a case that nobody holds any more waits on the board
-- again, and the indexes of the lists hold until when each waits.

create function case_turn_unheld(of_case uuid) returns text language sql stable as $$
    select case when exists (select from case_decisions d where d.case_id = of_case and d.outcome = 'refused')
        then 'chair' else 'board' end
$$;

drop index cases_by_age;
drop index cases_by_day;
drop index cases_by_name;
drop index cases_by_host;
create index cases_by_age on cases (submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null;
create index cases_by_day on cases (coalesce(waits_until, 'infinity'::date), submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null;
create index cases_by_name on cases (title, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id, submitted_at)
    where number is not null;
create index cases_by_host on cases (host_country, submitted_at, id)
    include (stage, kind, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null;
