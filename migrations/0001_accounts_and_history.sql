-- People who sign in, what they did, and the letters that tell them of it: everything else leans on these three.

create extension if not exists pg_trgm;

-- An address is kept twice: sealed, to be read by those who hold the key, and as a keyed hash, to be found by.
create table accounts (
    id uuid primary key,
    email_index bytea not null,
    email_sealed bytea not null,
    name_sealed bytea not null,
    password_hash text not null,
    role text not null,
    hosts text[] not null default '{}',
    lang text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    closed_at timestamptz,
    constraint accounts_email_taken unique (email_index),
    constraint accounts_role_known check (role in ('member', 'post_officer', 'coordinator', 'chair', 'admin', 'auditor')),
    constraint accounts_lang_known check (lang in ('en', 'ru', 'ar')),
    -- Only a post has host countries, and a post without any could see nothing.
    constraint accounts_hosts_of_posts check ((role = 'post_officer') = (cardinality(hosts) > 0))
);

create table sessions (
    id uuid primary key,
    account_id uuid not null references accounts,
    token_hash bytea not null unique,
    agent text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    -- The absolute end; the idle end follows from seen_at.
    ends_at timestamptz not null,
    ended_at timestamptz
);
create index sessions_open on sessions (account_id) where ended_at is null;

-- Links that were mailed: to confirm an address, to choose a new password, to move to another address.
create table account_tokens (
    id uuid primary key,
    account_id uuid not null references accounts,
    purpose text not null,
    token_hash bytea not null unique,
    email_index bytea,
    email_sealed bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint account_tokens_purpose_known check (purpose in ('confirmation', 'password', 'email')),
    constraint account_tokens_email_of_change check ((purpose = 'email') = (email_index is not null and email_sealed is not null))
);
create index account_tokens_open on account_tokens (account_id, purpose) where used_at is null;

-- Failures per account and per address (both as keyed hashes), so that guessing slows down on every server alike.
create table attempts (
    kind text not null,
    key bytea not null,
    failures integer not null,
    last_at timestamptz not null,
    open_at timestamptz not null,
    primary key (kind, key)
);

-- A form that creates something carries a key; the key that was used answers with what it made the first time.
create table once (
    key uuid not null,
    account_id uuid not null references accounts,
    location text not null,
    at timestamptz not null,
    primary key (account_id, key)
);

create table history (
    id uuid primary key,
    at timestamptz not null,
    account_id uuid references accounts,
    -- The role at that time; 'system' for jobs and commands, 'visitor' for those who are not signed in.
    role text not null,
    act text not null,
    subject_kind text not null,
    subject_id uuid not null,
    -- The public number of what is named: it stays readable when the record behind it is gone.
    subject_number text,
    organization_id uuid,
    case_id uuid,
    before jsonb,
    after jsonb,
    reason_sealed bytea
);
create index history_of_subject on history (subject_kind, subject_id, id);
create index history_of_organization on history (organization_id, id) where organization_id is not null;
create index history_of_case on history (case_id, id) where case_id is not null;
create index history_of_account on history (account_id, id) where account_id is not null;

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only';
end $$;
create trigger history_stays before update or delete or truncate on history
    for each statement execute function history_is_append_only();

-- The outbox: a letter is written in the transaction of its cause and sent by a job.
create table letters (
    id uuid primary key,
    account_id uuid references accounts,
    to_sealed bytea not null,
    lang text not null,
    kind text not null,
    data_sealed bytea not null,
    organization_id uuid,
    case_id uuid,
    created_at timestamptz not null,
    state text not null default 'waiting',
    attempts integer not null default 0,
    next_at timestamptz not null,
    claimed_until timestamptz,
    sent_at timestamptz,
    -- What the mail server answered, by code: never an address.
    last_error text,
    constraint letters_state_known check (state in ('waiting', 'sending', 'sent', 'failed')),
    constraint letters_sent_when check ((state = 'sent') = (sent_at is not null)),
    constraint letters_claimed_when check ((state = 'sending') = (claimed_until is not null))
);
create index letters_waiting on letters (next_at) where state in ('waiting', 'sending');
