-- What somebody of the board or a post is told of a case by a colleague: that they were named in a note, or that a case was
-- taken over from them. It stands on their desk until they have read it. It never concerns the applicant.

create table case_tellings (
    id uuid primary key,
    case_id uuid not null references cases,
    -- The note whose words they are to read.
    message_id uuid not null references case_messages,
    account_id uuid not null references accounts,
    kind text not null,
    told_by uuid not null references accounts,
    told_at timestamptz not null,
    read_at timestamptz,
    constraint case_tellings_kind_known check (kind in ('mentioned', 'taken_over')),
    constraint case_tellings_once unique (message_id, account_id),
    constraint case_tellings_to_others check (account_id <> told_by)
);
create index case_tellings_unread on case_tellings (account_id, told_at) where read_at is null;
