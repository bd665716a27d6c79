-- What somebody has at the desk (cases they hold, organizations they coordinate, flags, mentions they have not read, sessions they
-- chair) goes to somebody else in one act: which, by whom, why, and what became of each. History names the act in each of its rows.

create table duty_handovers (
    id uuid primary key,
    from_id uuid not null references accounts,
    to_id uuid not null references accounts,
    -- Whoever had it; or a chair or an admin for somebody who left, with a reason.
    by_id uuid not null references accounts,
    words_sealed bytea,
    at timestamptz not null,
    -- The one that it gives back.
    undoes uuid references duty_handovers,
    constraint duty_handovers_to_another check (from_id <> to_id),
    constraint duty_handovers_for_others_why check (by_id = from_id or undoes is not null or words_sealed is not null)
);
create index duty_handovers_by_day on duty_handovers (at, id);
-- It is given back once.
create unique index duty_handovers_undone_once on duty_handovers (undoes) where undoes is not null;

create table duty_handover_rows (
    handover_id uuid not null references duty_handovers,
    position integer not null,
    kind text not null,
    -- What was given, and what people know it by: of a mention its case, of a flag its organization.
    subject_id uuid not null,
    about_id uuid not null,
    fate text not null,
    primary key (handover_id, position),
    constraint duty_handover_rows_kind_known check (kind in ('hold', 'assignment', 'flag', 'mention', 'session')),
    constraint duty_handover_rows_fate_known check (fate in
        ('given', 'own', 'out_of_reach', 'same_person', 'known_already', 'not_theirs', 'changed'))
);

-- The act that a row of history is a part of.
alter table history add column duty_handover_id uuid references duty_handovers;
create index history_of_duty_handover on history (duty_handover_id) where duty_handover_id is not null;
