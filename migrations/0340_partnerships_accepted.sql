-- Nobody carries an initiative without having said so: an organization is asked to lead, join or support it, and is named once it accepts.
-- Whoever carried one before this rule was put there by the board, and counts as accepted by it.
alter table initiative_partners
    add column accepted_by text not null default 'board',
    -- Who asked, and hears of it when the organization leaves; nobody where the organization came by its own proposal.
    add column asked_by uuid references accounts,
    add constraint initiative_partners_accepted_by_known check (accepted_by in ('board', 'organization'));
alter table initiative_partners alter column accepted_by drop default;

create table initiative_invitations (
    id uuid primary key,
    initiative_id uuid not null references initiatives,
    organization_id uuid not null references organizations,
    role text not null,
    -- The organization that leads it, where its team asked; nothing where the board did.
    asking_id uuid references organizations,
    asked_by uuid not null references accounts,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    -- What they said with it.
    words_sealed bytea,
    constraint initiative_invitations_role_known check (role in ('lead', 'partner', 'supporter')),
    constraint initiative_invitations_answer_known check (answer in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint initiative_invitations_answered_whole check ((answer is null) = (answered_at is null)),
    constraint initiative_invitations_said_with_an_answer check (words_sealed is null or answer in ('accepted', 'declined')),
    constraint initiative_invitations_not_oneself check (asking_id <> organization_id),
    constraint initiative_invitations_order check (expires_at > asked_at)
);
-- One is asked once at a time.
create unique index initiative_invitations_open on initiative_invitations (initiative_id, organization_id) where answer is null;
create index initiative_invitations_of_organization on initiative_invitations (organization_id) where answer is null;
