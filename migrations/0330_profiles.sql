-- What is known of a leader besides names and offices, sealed; and who said which part of it, and when: a team changes what it said
-- itself, and a leader is shown what others say of them.

alter table leaders
    -- Forms of address, areas, countries, honours, statements and engagements.
    add column profile_sealed bytea,
    -- Grows with every change: whoever saw something else changes nothing.
    add column revision integer not null default 1;

alter table leader_consents
    drop constraint leader_consents_field_known,
    add constraint leader_consents_field_known check (field in ('name', 'office', 'languages', 'contact', 'areas', 'countries', 'honours', 'statements', 'engagements'));

-- Who said what is known of a leader in a field. Offices have their own dates and evidence.
create table leader_sources (
    leader_id uuid not null references leaders,
    field text not null,
    keeper text not null,
    -- Whose team it was.
    organization_id uuid references organizations,
    said_at timestamptz not null,
    primary key (leader_id, field),
    constraint leader_sources_field_known check (field in ('name', 'languages', 'contact', 'areas', 'countries', 'honours', 'statements', 'engagements')),
    constraint leader_sources_keeper_known check (keeper in ('organization', 'board', 'themselves')),
    constraint leader_sources_of_team check ((keeper = 'organization') = (organization_id is not null))
);
create index leader_sources_of_organization on leader_sources (organization_id) where organization_id is not null;

-- Those who were here before came with the form of their first organization, or by the board's handing an office over.
insert into leader_sources (leader_id, field, keeper, organization_id, said_at)
select l.id, f.field, case when by.board then 'board' else 'organization' end, case when by.board then null else first.id end, l.created_at
from leaders l
cross join lateral (select o.organization_id as id from leader_offices o where o.leader_id = l.id
    order by o.id limit 1) first
cross join lateral (select exists (select from history h where h.subject_kind = 'leader' and h.subject_id = l.id
    and h.act = 'office_handed_over' and h.at = l.created_at) as board) by
cross join lateral unnest(array['name']
    || case when l.languages <> '{}' then array['languages'] else '{}' end
    || case when l.private_sealed is not null then array['contact'] else '{}' end) as f (field);

-- Accounts that say that an entry is theirs, and how it was found to be so.
create table leader_claims (
    id uuid primary key,
    leader_id uuid not null references leaders,
    account_id uuid not null references accounts,
    state text not null,
    means text,
    made_at timestamptz not null,
    answered_by uuid references accounts,
    answered_at timestamptz,
    constraint leader_claims_state_known check (state in ('waiting', 'confirmed', 'refused', 'ended')),
    constraint leader_claims_means_known check (means in ('address', 'organization', 'board')),
    constraint leader_claims_answered check ((state = 'waiting') = (answered_at is null)),
    constraint leader_claims_confirmed_somehow check (state <> 'confirmed' or means is not null),
    constraint leader_claims_order check (answered_at is null or answered_at >= made_at)
);
create unique index leader_claims_once on leader_claims (leader_id, account_id) where state in ('waiting', 'confirmed');
create unique index leader_claims_one on leader_claims (leader_id) where state = 'confirmed';
create index leader_claims_of_account on leader_claims (account_id) where state in ('waiting', 'confirmed');
