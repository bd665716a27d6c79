-- What the radar knows of each initiative, the pairs that it suggests, and what people made of them.

-- Signs are hashes of what an initiative is about; two that share rare ones are compared.
create table radar_profiles (
    initiative_id uuid primary key references initiatives,
    version smallint not null,
    profile jsonb not null,
    made_at timestamptz not null,
    compared_at timestamptz
);
create index radar_profiles_to_compare on radar_profiles (initiative_id) where compared_at is null;

create table radar_signs (
    sign bigint not null,
    initiative_id uuid not null references initiatives,
    primary key (sign, initiative_id)
);
create index radar_signs_of_initiative on radar_signs (initiative_id);

-- One row for a pair, the smaller id first. What somebody said of it outlives every comparison.
create table overlap_pairs (
    id uuid primary key,
    one_id uuid not null references initiatives,
    other_id uuid not null references initiatives,
    state text not null,
    score real not null,
    reasons jsonb not null,
    found_at timestamptz not null,
    link text,
    reversed boolean not null default false,
    said_at timestamptz,
    said_by uuid references accounts,
    words_sealed bytea,
    constraint overlap_pairs_ordered check (one_id < other_id),
    constraint overlap_pairs_state_known check (state in ('suggested', 'stale', 'linked', 'introduced', 'dismissed')),
    constraint overlap_pairs_link_known check (link in ('duplicates', 'supports', 'part_of', 'follows')),
    constraint overlap_pairs_linked check ((state = 'linked') = (link is not null)),
    constraint overlap_pairs_said check ((state in ('suggested', 'stale')) = (said_at is null)),
    constraint overlap_pairs_said_whole check ((said_at is null) = (said_by is null) and (said_at is null) = (words_sealed is null)),
    constraint overlap_pairs_score_between check (score between 0 and 1),
    unique (one_id, other_id)
);
create index overlap_pairs_of_other on overlap_pairs (other_id);
create index overlap_pairs_suggested on overlap_pairs (score desc, id) where state = 'suggested';

-- Two organizations that were introduced talk where the board reads along.
create table introductions (
    id uuid primary key,
    overlap_id uuid not null references overlap_pairs,
    one_organization_id uuid not null references organizations,
    other_organization_id uuid not null references organizations,
    made_at timestamptz not null,
    made_by uuid not null references accounts,
    constraint introductions_of_two check (one_organization_id <> other_organization_id)
);
create index introductions_over on introductions (overlap_id);
create index introductions_of_one on introductions (one_organization_id);
create index introductions_of_other on introductions (other_organization_id);

create table introduction_messages (
    id uuid primary key,
    introduction_id uuid not null references introductions,
    author_id uuid not null references accounts,
    body_sealed bytea not null,
    written_at timestamptz not null
);
create index introduction_messages_of on introduction_messages (introduction_id, id);
