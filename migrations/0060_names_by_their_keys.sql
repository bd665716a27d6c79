-- Names are compared across scripts: each is looked up by what its words mean and how they sound, and an organization
-- also by the host of its website.

-- The keys are made by the program (`names::keys`) in the transaction that writes the name. Rows from before have none
-- and version 0; `organization::refresh_keys` makes them when the program starts, as it does when the keys change.
alter table organization_names
    add column keys integer[] not null default '{}',
    add column keys_version smallint not null default 0;

-- How many names have a key is read from the statistics: enough of them to know the ten thousand most frequent.
alter table organization_names alter column keys set statistics 1000;

-- Small, so that a look-up between two merges of the list of pending entries reads little of it.
create index organization_names_keys on organization_names using gin (keys) with (gin_pending_list_limit = 1024);
create index organization_names_keys_version on organization_names (keys_version);

alter table organizations add column website_host text
    generated always as (lower(substring(website from '^[a-zA-Z]+://(?:www\.)?([^/:?#]+)'))) stored;
create index organizations_website_host on organizations (website_host) where website_host is not null;

-- The same for what is asked for and not registered, by the name that the lists of the board show.
alter table cases
    add column keys integer[] not null default '{}',
    add column keys_version smallint not null default 0;
create index cases_keys on cases using gin (keys);
create index cases_keys_version on cases (keys_version) where number is not null;
