-- Imports recognize a row that they have seen before, and the directory reads names in the order that people look for them.

-- A hash of the row as the last import read it. The same row again changes nothing, also where the organization
-- itself has changed since: only what is new in a register reaches the registry.
alter table organizations add column import_hash bytea;

create index organizations_by_readable_name on organizations (name collate "und-x-icu", id);

-- What an address of the directory, a page of a country or a roster is narrowed by.
create index organizations_by_homeland on organizations (homeland) where homeland is not null;
