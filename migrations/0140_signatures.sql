-- Where the scheme asks for it, others sign what an organization says before it is submitted: admins keep how many and in which
-- offices beside the other rules for a host country and kind; who signed what, when and in which office stays with the submission.

alter table prescreen_rules add column signers smallint not null default 0;
alter table prescreen_rules add column signing_offices text[] not null default '{}';
-- Each office that is asked for is somebody's, so there are at least as many people as offices.
alter table prescreen_rules add constraint prescreen_rules_signers
    check (signers between 0 and 20 and cardinality(signing_offices) <= signers);
alter table prescreen_rules add constraint prescreen_rules_signing_offices check (signing_offices <@
    array['president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member', 'other']);

-- Somebody whom the applicant named to sign a case. The link is single-use: it is taken out when it is answered.
create table case_signatories (
    id uuid primary key,
    case_id uuid not null references cases,
    name_sealed bytea not null,
    office text not null,
    email_index bytea not null,
    email_sealed bytea not null,
    lang text not null,
    named_by uuid not null references accounts,
    named_at timestamptz not null,
    token_hash bytea,
    sent_at timestamptz,
    expires_at timestamptz,
    removed_at timestamptz,
    constraint case_signatories_token_taken unique (token_hash),
    constraint case_signatories_office_known check (office in
        ('president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member', 'other')),
    constraint case_signatories_lang_known check (lang in ('en', 'ru', 'ar')),
    constraint case_signatories_sent_until check ((sent_at is null) = (expires_at is null)),
    constraint case_signatories_link_sent check (token_hash is null or sent_at is not null),
    constraint case_signatories_link_of_present check (token_hash is null or removed_at is null)
);
create unique index case_signatories_once on case_signatories (case_id, email_index) where removed_at is null;

-- What they answered, each time they were asked: bound to exactly what the form said then. Nothing is replaced.
create table case_signatures (
    id uuid primary key,
    signatory_id uuid not null references case_signatories,
    answer text not null,
    digest bytea not null,
    -- As they typed it.
    name_sealed bytea,
    -- Why not.
    words_sealed bytea,
    answered_at timestamptz not null,
    constraint case_signatures_answer_known check (answer in ('signed', 'declined')),
    constraint case_signatures_digest_whole check (octet_length(digest) = 32),
    constraint case_signatures_signed_by check ((answer = 'signed') = (name_sealed is not null)),
    constraint case_signatures_declined_why check ((answer = 'declined') = (words_sealed is not null))
);
create index case_signatures_of_signatory on case_signatures (signatory_id);

-- The signatures that a submission came with; one may stand under several, as long as what was signed did not change.
create table case_submission_signatures (
    submission_id uuid not null references case_submissions,
    signature_id uuid not null references case_signatures,
    primary key (submission_id, signature_id)
);
