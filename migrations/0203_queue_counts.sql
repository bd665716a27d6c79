-- What the counts of the queue still read too much for: all cases by stage, one community, one area with what is beneath it.

create index cases_counted on cases (stage) where number is not null;
create index cases_of_community on cases (lower(community)) where number is not null;
create index cases_areas on cases using gin (areas) where number is not null;
