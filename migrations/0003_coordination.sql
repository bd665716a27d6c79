-- What registered organizations do together: leaders, groups, initiatives, and who looks after whom.

-- A leader's names are sealed. Those who consented have their names a second time, for everybody.
create table leaders (
    id uuid primary key,
    names_sealed bytea not null,
    private_sealed bytea,
    public_names jsonb,
    languages text[] not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table leader_consents (
    id uuid primary key,
    leader_id uuid not null references leaders,
    purpose text not null,
    text_version text not null,
    means text not null,
    given_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint leader_consents_purpose_known check (purpose in ('public_page', 'invitations', 'sharing'))
);
create unique index leader_consents_once on leader_consents (leader_id, purpose) where withdrawn_at is null;

create table leader_offices (
    id uuid primary key,
    leader_id uuid not null references leaders,
    organization_id uuid not null references organizations,
    title text not null,
    title_language text,
    title_other text,
    title_other_language text,
    since date,
    until date,
    constraint leader_offices_order check (until is null or since is null or until >= since)
);
create index leader_offices_of_leader on leader_offices (leader_id);
create index leader_offices_of_organization on leader_offices (organization_id);

create table groups (
    id uuid primary key,
    kind text not null,
    host_country text,
    purpose text not null default '',
    purpose_language text,
    started_on date not null,
    ended_on date,
    created_at timestamptz not null,
    constraint groups_kind_known check (kind in ('council', 'federation', 'working-group', 'programme'))
);

create table group_names (
    group_id uuid not null references groups,
    position smallint not null,
    language text not null,
    text text not null,
    primary key (group_id, position)
);

create table group_members (
    id uuid primary key,
    group_id uuid not null references groups,
    organization_id uuid not null references organizations,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    constraint group_members_role_known check (role in ('chair', 'vice', 'member', 'observer'))
);
create unique index group_members_once on group_members (group_id, organization_id) where until is null;
create index group_members_of_organization on group_members (organization_id) where until is null;

-- Which coordinator looks after which organization; one at a time.
create table organization_coordinators (
    id uuid primary key,
    organization_id uuid not null references organizations,
    account_id uuid not null references accounts,
    since timestamptz not null,
    until timestamptz
);
create unique index organization_coordinators_once on organization_coordinators (organization_id) where until is null;
create index organization_coordinators_of_account on organization_coordinators (account_id) where until is null;

create table initiatives (
    id uuid primary key,
    areas text[] not null default '{}',
    host_country text,
    city text,
    homeland text,
    starts_on date,
    ends_on date,
    stage text not null,
    needs text[] not null default '{}',
    search text not null,
    published_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint initiatives_stage_known check (stage in ('idea', 'planned', 'under-way', 'done', 'stopped')),
    constraint initiatives_order check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index initiatives_search on initiatives using gin (search gin_trgm_ops);

create table initiative_texts (
    initiative_id uuid not null references initiatives,
    position smallint not null,
    language text not null,
    title text not null,
    summary text,
    primary key (initiative_id, position)
);

create table initiative_partners (
    id uuid primary key,
    initiative_id uuid not null references initiatives,
    organization_id uuid not null references organizations,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    constraint initiative_partners_role_known check (role in ('lead', 'partner', 'supporter'))
);
create unique index initiative_partners_once on initiative_partners (initiative_id, organization_id) where until is null;
create index initiative_partners_of_organization on initiative_partners (organization_id) where until is null;
