-- Organizations that are registered, and the cases by which they became so.

create sequence organization_numbers;
create sequence case_numbers;

create table organizations (
    id uuid primary key,
    number text not null,
    -- The name it goes by: the first of organization_names, kept here because every list shows it.
    name text not null,
    name_language text,
    kind text,
    host_country text not null,
    city text,
    homeland text,
    community text,
    founded smallint,
    areas text[] not null default '{}',
    languages text[] not null default '{}',
    website text,
    standing text not null,
    standing_until date,
    registered_on date,
    merged_into uuid references organizations,
    -- Contacts, each with whether anybody may know it.
    contacts_sealed bytea,
    -- Every name, place and number in folded words: what a search looks at.
    search text not null,
    -- A hash of everything that a roster can say of it: a second import of the same row changes nothing.
    roster_hash bytea,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    revision integer not null default 1,
    constraint organizations_number_taken unique (number),
    constraint organizations_standing_known check (standing in ('good', 'due', 'lapsed', 'notice', 'struck_off', 'suspended', 'merged', 'revived')),
    constraint organizations_merged_where check ((standing = 'merged') = (merged_into is not null))
);
create index organizations_search on organizations using gin (search gin_trgm_ops);
create index organizations_by_host on organizations (host_country, name, id);
create index organizations_by_name on organizations (name, id);
create index organizations_areas on organizations using gin (areas);

create table organization_names (
    organization_id uuid not null references organizations,
    position smallint not null,
    text text not null,
    language text,
    role text not null,
    folded text not null,
    primary key (organization_id, position)
);
create index organization_names_folded on organization_names (folded);

create table organization_identifiers (
    organization_id uuid not null references organizations,
    position smallint not null,
    scheme text not null,
    value text not null,
    primary key (organization_id, position)
);
create index organization_identifiers_value on organization_identifiers (scheme, value);

create table organization_texts (
    organization_id uuid not null references organizations,
    position smallint not null,
    language text not null,
    text text not null,
    primary key (organization_id, position)
);

create table organization_team (
    organization_id uuid not null references organizations,
    account_id uuid not null references accounts,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    constraint organization_team_role_known check (role in ('owner', 'editor', 'reader'))
);
create unique index organization_team_once on organization_team (organization_id, account_id) where until is null;
create index organization_team_of_account on organization_team (account_id) where until is null;

create table cases (
    id uuid primary key,
    -- The tracking number, given at the first submission.
    number text,
    kind text not null,
    stage text not null,
    stage_since timestamptz not null,
    applicant_id uuid not null references accounts,
    -- What the case is about; a registration has none before it is accepted.
    organization_id uuid references organizations,
    -- What lists show and search: no person is named in these.
    title text not null default '',
    title_language text,
    host_country text,
    homeland text,
    community text,
    areas text[] not null default '{}',
    search text not null default '',
    -- The raw form as it was typed, kept after the submission for the next one.
    draft_sealed bytea not null,
    draft_saved_at timestamptz not null,
    holder_id uuid references accounts,
    held_since timestamptz,
    submitted_at timestamptz,
    due_on date,
    appeal_until date,
    decided_at timestamptz,
    created_at timestamptz not null,
    revision integer not null default 1,
    constraint cases_number_taken unique (number),
    constraint cases_kind_known check (kind in ('registration', 'amendment', 'renewal', 'claim', 'initiative')),
    constraint cases_stage_known check (stage in ('draft', 'submitted', 'at_post', 'in_review', 'changes_requested', 'accepted', 'accepted_with_conditions', 'refused', 'appealed', 'withdrawn')),
    constraint cases_number_when check (stage in ('draft', 'withdrawn') or number is not null),
    constraint cases_submitted_when check ((number is not null) = (submitted_at is not null)),
    constraint cases_host_when check (stage in ('draft', 'withdrawn') or host_country is not null),
    constraint cases_due_when check ((stage in ('changes_requested', 'accepted_with_conditions', 'at_post')) = (due_on is not null)),
    constraint cases_appeal_when check ((stage = 'refused') = (appeal_until is not null)),
    constraint cases_decided_when check ((stage in ('accepted', 'accepted_with_conditions', 'refused')) = (decided_at is not null)),
    constraint cases_held_when check ((holder_id is null) = (held_since is null)),
    constraint cases_organization_when check (stage not in ('accepted', 'accepted_with_conditions') or organization_id is not null)
);
create index cases_of_applicant on cases (applicant_id, created_at);
create index cases_queue on cases (stage, submitted_at, id) where stage <> 'draft';
create index cases_search on cases using gin (search gin_trgm_ops);
create index cases_of_organization on cases (organization_id) where organization_id is not null;
create index cases_held on cases (holder_id) where holder_id is not null;

-- Frozen particulars, one row for each submission: the board sees what changed since the last one.
create table case_submissions (
    id uuid primary key,
    case_id uuid not null references cases,
    ordinal smallint not null,
    particulars_sealed bytea not null,
    submitted_by uuid not null references accounts,
    submitted_at timestamptz not null,
    constraint case_submissions_ordinal_taken unique (case_id, ordinal)
);

-- Every answer of the board, in order. Nothing is replaced.
create table case_decisions (
    id uuid primary key,
    case_id uuid not null references cases,
    outcome text not null,
    words_sealed bytea,
    due_on date,
    appeal_until date,
    decided_by uuid not null references accounts,
    decided_at timestamptz not null,
    constraint case_decisions_outcome_known check (outcome in ('accepted', 'accepted_with_conditions', 'refused', 'changes_requested'))
);
create index case_decisions_of_case on case_decisions (case_id, id);

-- What the board asks to be changed: a note to a field.
create table case_field_notes (
    decision_id uuid not null references case_decisions,
    position smallint not null,
    field text not null,
    note_sealed bytea not null,
    primary key (decision_id, position)
);

-- What a post says of a case of its host countries.
create table case_opinions (
    id uuid primary key,
    case_id uuid not null references cases,
    verdict text not null,
    words_sealed bytea,
    given_by uuid not null references accounts,
    given_at timestamptz not null,
    constraint case_opinions_verdict_known check (verdict in ('supports', 'opposes', 'no_objection'))
);
create index case_opinions_of_case on case_opinions (case_id, id);

-- The conversation: notes among the board, and messages between the board and the applicant.
create table case_messages (
    id uuid primary key,
    case_id uuid not null references cases,
    internal boolean not null,
    body_sealed bytea not null,
    author_id uuid not null references accounts,
    written_at timestamptz not null
);
create index case_messages_of_case on case_messages (case_id, id);
