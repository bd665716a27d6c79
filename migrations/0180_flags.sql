-- Flags: something about an organization that somebody should look at until a day, raised by a person or by a clock. None is
-- ever taken away: it ends with an outcome.

create table flags (
    id uuid primary key,
    organization_id uuid not null references organizations (id),
    kind text not null,
    document_id uuid references documents (id),
    words_sealed bytea,
    raised_at timestamptz not null,
    -- Nobody where a clock raised it.
    raised_by uuid references accounts (id),
    owner_id uuid references accounts (id),
    due_on date not null,
    outcome text,
    outcome_words_sealed bytea,
    ended_at timestamptz,
    ended_by uuid references accounts (id),
    constraint flags_kind_known check (kind in ('document_expired', 'other')),
    constraint flags_document_is_there check ((kind = 'document_expired') = (document_id is not null)),
    constraint flags_words_are_there check ((kind = 'other') = (words_sealed is not null and raised_by is not null)),
    constraint flags_outcome_known check (outcome in ('settled', 'mistaken', 'overtaken')),
    constraint flags_ended_whole check ((outcome is null) = (ended_at is null)),
    -- Only a clock finds that one was overtaken; only people settle, and say how.
    constraint flags_ended_by_people check (outcome is null or (outcome = 'overtaken') = (ended_by is null)),
    constraint flags_outcome_in_words check (outcome is null or (outcome = 'overtaken') = (outcome_words_sealed is null))
);

-- A document is told of once.
create unique index flags_document on flags (document_id);
create index flags_organization on flags (organization_id);
create index flags_up on flags (due_on, id) where ended_at is null;
create index flags_owner on flags (owner_id, due_on, id) where ended_at is null;
