-- One act on many organizations at once: what was planned for each, what became of it and why not, kept for whoever did it. It is planned
-- first and looked at; then a job does it row by row, each by its own single act, and goes on after a restart where it stood.

create table bulk_acts (
    id uuid primary key,
    kind text not null,
    -- What it is done with, such as the coordinator or the words of a letter.
    order_sealed bytea not null,
    by_id uuid not null references accounts,
    -- The sign-in in which it was begun.
    session_id uuid references sessions,
    -- Where the organizations came from, as the address of a list says it; nothing, where they were chosen one by one.
    list text,
    -- The act whose failed rows this one does again.
    again_of uuid references bulk_acts,
    state text not null,
    planned_at timestamptz not null,
    begun_at timestamptz,
    done_at timestamptz,
    constraint bulk_acts_kind_known check (kind in ('assign', 'group', 'flag', 'renewal', 'letter')),
    constraint bulk_acts_state_known check (state in ('planned', 'running', 'done', 'dropped')),
    constraint bulk_acts_begun_when check ((state in ('running', 'done')) = (begun_at is not null)),
    constraint bulk_acts_done_when check ((state = 'done') = (done_at is not null))
);
create index bulk_acts_by_day on bulk_acts (planned_at, id);
create index bulk_acts_running on bulk_acts (begun_at) where state = 'running';

create table bulk_rows (
    bulk_id uuid not null references bulk_acts,
    position integer not null,
    organization_id uuid not null references organizations,
    -- What was seen when it was planned: where it is something else by then, the row is told and not done.
    seen text not null,
    planned text not null,
    -- What became of it; nothing yet, while its turn has not come.
    fate text,
    primary key (bulk_id, position),
    constraint bulk_rows_once unique (bulk_id, organization_id),
    constraint bulk_rows_planned_known check (planned in
        ('will', 'already', 'own', 'no_right', 'struck_off', 'gone', 'no_address', 'unwanted', 'too_early', 'under_way')),
    constraint bulk_rows_fate_known check (fate in
        ('done', 'already', 'own', 'no_right', 'struck_off', 'gone', 'no_address', 'unwanted', 'too_early', 'under_way', 'changed', 'failed'))
);
create index bulk_rows_waiting on bulk_rows (bulk_id, position) where fate is null;

-- The act that a row of history is a part of.
alter table history add column bulk_id uuid references bulk_acts;
create index history_of_bulk on history (bulk_id) where bulk_id is not null;
