-- What was accepted with conditions has a row for each: its words, its day, what the applicant answered, and what the board
-- said of that. The case is accepted without more when all are met.

create table case_conditions (
    id uuid primary key,
    decision_id uuid not null references case_decisions,
    case_id uuid not null references cases,
    position smallint not null,
    -- Of a condition from before it had words of its own, those of its decision stand.
    words_sealed bytea,
    due_on date not null,
    met_at timestamptz,
    constraint case_conditions_once unique (decision_id, position)
);
create index case_conditions_of_case on case_conditions (case_id, position);
create index case_conditions_open on case_conditions (case_id, due_on) where met_at is null;

insert into case_conditions (id, decision_id, case_id, position, due_on)
select id, id, case_id, 0, due_on from case_decisions where outcome = 'accepted_with_conditions' and due_on is not null;

-- What the applicant did about it, each time.
create table case_condition_answers (
    id uuid primary key,
    condition_id uuid not null references case_conditions,
    words_sealed bytea not null,
    document_id uuid references documents,
    answered_by uuid not null references accounts,
    answered_at timestamptz not null
);
create index case_condition_answers_of_condition on case_condition_answers (condition_id, id);

-- What the board says of it, each time.
create table case_condition_marks (
    id uuid primary key,
    condition_id uuid not null references case_conditions,
    mark text not null,
    due_on date,
    reason_sealed bytea,
    marked_by uuid not null references accounts,
    marked_at timestamptz not null,
    constraint case_condition_marks_mark_known check (mark in ('met', 'not_met', 'extended')),
    constraint case_condition_marks_extended_until check ((mark = 'extended') = (due_on is not null)),
    constraint case_condition_marks_reasoned check (mark = 'met' or reason_sealed is not null)
);
create index case_condition_marks_of_condition on case_condition_marks (condition_id, id);
