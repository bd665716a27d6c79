-- Whoever leads an organization and has no entry there says so: a claim of an entry that is not there yet. What they say of themselves is
-- sealed with it; once it is confirmed the entry is there, and the claim is of it.

alter table leader_claims
    alter column leader_id drop not null,
    add column organization_id uuid references organizations,
    add column said_sealed bytea,
    add constraint leader_claims_of_something check (leader_id is not null or organization_id is not null),
    add constraint leader_claims_confirmed_of_an_entry check (state <> 'confirmed' or leader_id is not null),
    add constraint leader_claims_said check (state <> 'waiting' or leader_id is not null or said_sealed is not null),
    add constraint leader_claims_said_of_organization check (said_sealed is null or organization_id is not null);
-- Nobody asks twice at once.
create unique index leader_claims_asked_once on leader_claims (organization_id, account_id) where leader_id is null and state = 'waiting';
create index leader_claims_of_organization on leader_claims (organization_id) where leader_id is null and state = 'waiting';
