-- Two records that are one organization become one, a record that is two becomes two, and either can be taken back: so what
-- every row said before and after is kept, as it stands in its table (what is sealed there is sealed here). What looks alike,
-- and what people said of it, is kept too: nobody is asked twice.

create table mergers (
    id uuid primary key,
    kind text not null,
    -- The one that goes on under its number.
    survivor_id uuid not null references organizations,
    -- The one that gave way to it, or was split off from it.
    other_id uuid not null references organizations,
    made_by uuid not null references accounts,
    made_at timestamptz not null,
    reason_sealed bytea not null,
    undone_by uuid references accounts,
    undone_at timestamptz,
    undone_reason_sealed bytea,
    constraint mergers_kind_known check (kind in ('merge', 'split')),
    constraint mergers_of_two check (survivor_id <> other_id),
    constraint mergers_undone_whole check (num_nonnulls(undone_by, undone_at, undone_reason_sealed) in (0, 3))
);
-- Who gave way once cannot give way again.
create unique index mergers_once on mergers (other_id) where undone_at is null and kind = 'merge';
create index mergers_of_survivor on mergers (survivor_id, id);
create index mergers_of_other on mergers (other_id, id);

-- Rows as they were and as they became; nothing where there was none.
create table merger_rows (
    merger_id uuid not null references mergers,
    position integer not null,
    of_table text not null,
    before jsonb,
    after jsonb,
    primary key (merger_id, position),
    constraint merger_rows_of_something check (num_nonnulls(before, after) > 0)
);

-- Those that gave way to one are found with it.
create index organizations_merged on organizations (merged_into) where merged_into is not null;

-- Two organizations that may be one: how alike in hundredths, why (keys of sentences), and what people said of it.
create table likenesses (
    one_id uuid not null references organizations,
    other_id uuid not null references organizations,
    score smallint not null,
    signs text[] not null,
    source text not null,
    import_id uuid references imports,
    line bigint,
    found_at timestamptz not null,
    verdict text,
    judged_by uuid references accounts,
    judged_at timestamptz,
    primary key (one_id, other_id),
    constraint likenesses_in_order check (one_id < other_id),
    constraint likenesses_score_range check (score between 0 and 100),
    constraint likenesses_source_known check (source in ('import', 'desk')),
    constraint likenesses_verdict_known check (verdict in ('different', 'unsure')),
    constraint likenesses_judged_whole check (num_nonnulls(verdict, judged_at) in (0, 2)),
    constraint likenesses_of_import check ((source = 'import') = (import_id is not null and line is not null))
);
create index likenesses_of_other on likenesses (other_id);
create index likenesses_of_import on likenesses (import_id, line) where import_id is not null;
