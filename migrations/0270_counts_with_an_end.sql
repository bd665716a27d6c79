-- Lists of the desk show what is open unless they are asked for more, and counts end at a thousand: indexes of open cases alone hold
-- all that a filter asks for, in each order, so that what was answered in years before is not read; and counts go by stage, whom a case
-- waits on, and one thing more.

drop index cases_by_age;
drop index cases_by_day;
drop index cases_by_name;
drop index cases_by_host;
create index cases_open_by_age on cases (submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null and waits_on is not null;
create index cases_open_by_day on cases (coalesce(waits_until, 'infinity'::date), submitted_at, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null and waits_on is not null;
create index cases_open_by_name on cases (title, id)
    include (stage, kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id, submitted_at)
    where number is not null and waits_on is not null;
create index cases_open_by_host on cases (host_country, submitted_at, id)
    include (stage, kind, homeland, community, areas, holder_id, held_until, typed_by, waits_on, waits_until,
        number, applicant_id, organization_id)
    where number is not null and waits_on is not null;
-- The same orders of all that was ever submitted, by their keys alone: they are asked for seldom.
create index cases_by_age on cases (submitted_at, id) where number is not null;
create index cases_by_day on cases (coalesce(waits_until, 'infinity'::date), submitted_at, id) where number is not null;
create index cases_by_name on cases (title, id) where number is not null;
create index cases_by_host on cases (host_country, submitted_at, id) where number is not null;

-- Counts go stage by stage and turn by turn, each to its end or to a thousand.
drop index cases_counted;
create index cases_counted on cases (stage, waits_on, waits_until)
    include (kind, host_country, homeland, community, areas, holder_id, held_until, typed_by, number, applicant_id, organization_id,
        submitted_at)
    where number is not null;
create index cases_of_kind on cases (kind, stage, waits_on) where number is not null;
create index cases_of_host on cases (host_country, stage, waits_on) where number is not null;
create index cases_of_homeland on cases (homeland, stage, waits_on) where number is not null;

-- A view that was saved while lists showed what is over too goes on showing it.
update desk_views set query = query || case when query = '' then '' else '&' end || 'state=all'
where query !~ '(^|&)(stage|waits|held|late|asks)=' and length(query) <= 3980;
