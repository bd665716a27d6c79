-- Two entries of leaders that are one person: found by marks of names and contacts that only the vault can make, judged by people,
-- merged by looking at every row before and after, and taken back. The same way as for organizations.

alter table leaders
    add column merged_into uuid references leaders,
    -- Whether its marks are made; those that were here before are marked by a job.
    add column marked boolean not null default false,
    add constraint leaders_not_into_itself check (merged_into <> id);
create index leaders_merged on leaders (merged_into) where merged_into is not null;
create index leaders_to_be_marked on leaders (id) where not marked;

create table leader_marks (
    leader_id uuid not null references leaders,
    kind text not null,
    mark bytea not null,
    primary key (leader_id, kind, mark),
    constraint leader_marks_kind_known check (kind in ('name', 'contact'))
);
create index leader_marks_by_mark on leader_marks (kind, mark);

-- Pairs that may be one person, and those that somebody said are two.
create table leader_likenesses (
    one_id uuid not null references leaders,
    other_id uuid not null references leaders,
    score smallint not null,
    signs text[] not null,
    found_at timestamptz not null,
    -- Who said that they are two.
    different_by uuid references accounts,
    different_at timestamptz,
    primary key (one_id, other_id),
    constraint leader_likenesses_in_order check (one_id < other_id),
    constraint leader_likenesses_score_range check (score between 0 and 100),
    constraint leader_likenesses_judged_whole check (num_nonnulls(different_by, different_at) in (0, 2))
);
create index leader_likenesses_of_other on leader_likenesses (other_id);

create table leader_mergers (
    id uuid primary key,
    survivor_id uuid not null references leaders,
    other_id uuid not null references leaders,
    made_by uuid not null references accounts,
    made_at timestamptz not null,
    reason_sealed bytea not null,
    -- Every row that changed, as it was and as it became; what is sealed there is sealed here.
    rows jsonb not null,
    undone_by uuid references accounts,
    undone_at timestamptz,
    undone_reason_sealed bytea,
    constraint leader_mergers_of_two check (survivor_id <> other_id),
    constraint leader_mergers_undone_whole check (num_nonnulls(undone_by, undone_at, undone_reason_sealed) in (0, 3))
);
create unique index leader_mergers_once on leader_mergers (other_id) where undone_at is null;
create index leader_mergers_of_survivor on leader_mergers (survivor_id);
