-- An organization is looked after by several people: they are invited, join, change roles, hand over and leave; and a
-- registry entry that nobody looks after can be claimed, or rescued from owners who are gone.

-- Who writes a registration together before there is an organization. They join its team when it is accepted.
create table case_team (
    case_id uuid not null references cases,
    account_id uuid not null references accounts,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    constraint case_team_role_known check (role in ('owner', 'editor', 'reader'))
);
create unique index case_team_once on case_team (case_id, account_id) where until is null;
create index case_team_of_account on case_team (account_id) where until is null;

-- A mailed link that lets somebody into a team. The address is sealed, and found by its keyed hash.
create table invitations (
    id uuid primary key,
    organization_id uuid references organizations,
    case_id uuid references cases,
    role text not null,
    email_index bytea not null,
    email_sealed bytea not null,
    lang text not null,
    token_hash bytea not null,
    -- Whose invitation it is: it works while they may invite.
    invited_by uuid not null references accounts,
    created_at timestamptz not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_how text,
    account_id uuid references accounts,
    constraint invitations_token_taken unique (token_hash),
    constraint invitations_one_place check (num_nonnulls(organization_id, case_id) = 1),
    constraint invitations_role_known check (role in ('owner', 'editor', 'reader')),
    constraint invitations_lang_known check (lang in ('en', 'ru', 'ar')),
    constraint invitations_ended_how_known check (ended_how in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint invitations_ended_when check ((ended_at is null) = (ended_how is null)),
    constraint invitations_accepted_by check ((ended_how is not distinct from 'accepted') = (account_id is not null))
);
create unique index invitations_open_once on invitations (coalesce(organization_id, case_id), email_index)
    where ended_at is null;
create index invitations_of_case on invitations (case_id) where case_id is not null;

-- An owner offers their place to a member of the team, who takes it or not.
create table handovers (
    id uuid primary key,
    organization_id uuid not null references organizations,
    from_account_id uuid not null references accounts,
    to_account_id uuid not null references accounts,
    offered_at timestamptz not null,
    ended_at timestamptz,
    ended_how text,
    constraint handovers_ended_how_known check (ended_how in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint handovers_ended_when check ((ended_at is null) = (ended_how is null)),
    constraint handovers_to_another check (from_account_id <> to_account_id)
);
create unique index handovers_open_once on handovers (organization_id, from_account_id) where ended_at is null;
create index handovers_to on handovers (to_account_id) where ended_at is null;

-- Somebody asks the owners to be let in.
create table join_requests (
    id uuid primary key,
    organization_id uuid not null references organizations,
    account_id uuid not null references accounts,
    words_sealed bytea not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    ended_how text,
    answered_by uuid references accounts,
    constraint join_requests_ended_how_known check (ended_how in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint join_requests_ended_when check ((ended_at is null) = (ended_how is null)),
    constraint join_requests_answered_by_whom check (ended_at is null = (answered_by is null))
);
create unique index join_requests_open_once on join_requests (organization_id, account_id) where ended_at is null;

-- Seats of accounts that were closed before closing one gave them back.
update organization_team t set until = a.closed_at
    from accounts a where a.id = t.account_id and a.closed_at is not null and t.until is null;

-- Somebody asks to become the owner of an organization whose owners are gone. They are told, and any of them stops it.
create table rescues (
    id uuid primary key,
    organization_id uuid not null references organizations,
    account_id uuid not null references accounts,
    evidence_sealed bytea not null,
    stage text not null,
    asked_at timestamptz not null,
    -- Nobody decides before this day.
    cooling_until date not null,
    ended_at timestamptz,
    ended_by uuid references accounts,
    reason_sealed bytea,
    constraint rescues_stage_known check (stage in ('cooling', 'stopped', 'withdrawn', 'accepted', 'refused')),
    constraint rescues_ended_when check ((stage = 'cooling') = (ended_at is null)),
    constraint rescues_ended_by_whom check ((ended_at is null) = (ended_by is null)),
    constraint rescues_refused_why check ((stage = 'refused') = (reason_sealed is not null))
);
create unique index rescues_open_once on rescues (organization_id) where stage = 'cooling';

-- The link by which an owner stops a rescue without signing in: they may have lost more than their password.
create table rescue_links (
    rescue_id uuid not null references rescues,
    account_id uuid not null references accounts,
    token_hash bytea not null,
    primary key (rescue_id, account_id),
    constraint rescue_links_token_taken unique (token_hash)
);

-- Words that come with a submission: the evidence of a claim, the reason of a change.
alter table case_submissions add column words_sealed bytea;

-- A claim of an organization that has an owner by now can only let the claimant join.
alter table cases add column joins_as text;
alter table cases add constraint cases_joins_as_known check (joins_as in ('editor', 'reader'));
alter table cases add constraint cases_joins_when check (joins_as is null or kind = 'claim');
create index cases_claims on cases (organization_id) where kind = 'claim';

-- Who sees a case: also those who write it together. What somebody applied with for an organization is its team's
-- once there is one, and a claim is the claimant's alone until it is accepted.
drop function case_seen_by(cases, boolean, text[], uuid, uuid[]);
create function case_seen_by(
    c cases, everything boolean, hosts text[], account uuid, organizations uuid[], shared uuid[]
) returns boolean language sql immutable as $$
    select (everything and c.number is not null)
        or (c.number is not null and c.host_country = any(hosts))
        or (c.applicant_id = account
            and (c.organization_id is null or c.kind = 'claim' or c.organization_id = any(organizations)))
        or (c.kind <> 'claim' and c.organization_id = any(organizations))
        or (c.organization_id is null and c.id = any(shared))
$$;
