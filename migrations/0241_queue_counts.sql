-- What the counts of the queue still read too much for: all cases by stage and by whom they wait on, one community, one area with what is beneath it.

create index cases_counted on cases (stage, waits_on) where number is not null;
create index cases_of_community on cases (lower(community)) where number is not null;
create index cases_areas on cases using gin (areas) where number is not null;
