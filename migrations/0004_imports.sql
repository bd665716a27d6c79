-- Rosters that came into the building: what became of each row, so that a report can be read long after the file is gone.

create table imports (
    id uuid primary key,
    file_name text not null,
    file_hash bytea not null,
    columns_title text,
    -- A trial: everything is looked at and nothing is taken over.
    dry_run boolean not null default false,
    by_account_id uuid references accounts,
    started_at timestamptz not null,
    finished_at timestamptz,
    -- Why it stopped before its end, by key.
    failure text,
    rows_total integer not null default 0,
    rows_in integer not null default 0,
    rows_updated integer not null default 0,
    rows_unchanged integer not null default 0,
    rows_refused integer not null default 0
);
create index imports_newest on imports (started_at desc);

-- A reason against a row (refused) or against a value in it (the row is in without the value).
create table import_remarks (
    import_id uuid not null references imports,
    line bigint not null,
    position smallint not null,
    refused boolean not null,
    field text,
    reason text not null,
    args jsonb not null default '{}',
    -- The text in question may name a person.
    text_sealed bytea not null,
    primary key (import_id, line, position)
);
