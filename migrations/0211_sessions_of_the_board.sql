-- Sessions of the board: called with members, a quorum and an agenda of cases; recusals, attendance and votes; minutes that are frozen
-- when a session is closed. Called sittings here, since sessions are also what people sign in for.

create sequence sitting_numbers;

create table sittings (
    id uuid primary key,
    -- What people call it by.
    number integer not null default nextval('sitting_numbers'),
    -- As clocks say it where it is held, the zone of that, and the moment itself.
    starts_local timestamp not null,
    zone text not null,
    starts_at timestamptz not null,
    lasts_minutes smallint not null,
    -- Where it is held, or the address at which one takes part: for the desk alone.
    place text not null,
    quorum smallint not null,
    -- Who presides.
    chair_id uuid not null references accounts,
    stage text not null,
    called_by uuid not null references accounts,
    called_at timestamptz not null,
    ended_by uuid references accounts,
    ended_at timestamptz,
    -- Why it was called off.
    words_sealed bytea,
    -- What it did, as it was when it was closed, and the SHA-256 of that.
    minutes_sealed bytea,
    digest bytea,
    constraint sittings_number_taken unique (number),
    constraint sittings_stage_known check (stage in ('called', 'closed', 'called_off')),
    constraint sittings_lasts check (lasts_minutes between 15 and 1440),
    constraint sittings_quorum_of_people check (quorum between 1 and 100),
    constraint sittings_ended_whole check ((stage = 'called') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
    constraint sittings_called_off_why check ((stage = 'called_off') = (words_sealed is not null)),
    constraint sittings_minutes_when check ((stage = 'closed') = (minutes_sealed is not null)),
    constraint sittings_digest_whole check ((minutes_sealed is null) = (digest is null) and octet_length(digest) = 32)
);
create index sittings_by_time on sittings (starts_at, id);

-- Who may vote in it, and who came.
create table sitting_members (
    sitting_id uuid not null references sittings,
    account_id uuid not null references accounts,
    present boolean not null default false,
    primary key (sitting_id, account_id)
);
create index sitting_members_of_account on sitting_members (account_id);

-- A case on an agenda, and what the votes came to.
create table sitting_items (
    id uuid primary key,
    sitting_id uuid not null references sittings,
    case_id uuid not null references cases,
    position smallint not null,
    added_by uuid not null references accounts,
    added_at timestamptz not null,
    -- It is on the agenda no more.
    off_at timestamptz,
    off_how text,
    -- What the votes came to, once the vote is closed.
    result text,
    -- The answer that is given then: its words and conditions.
    answer_sealed bytea,
    -- How the chair broke a tie.
    casting text,
    counted_at timestamptz,
    counted_by uuid references accounts,
    -- The session is over, for this case too.
    settled_at timestamptz,
    decision_id uuid references case_decisions,
    constraint sitting_items_off_known check (off_how in ('removed', 'withdrawn')),
    constraint sitting_items_off_whole check ((off_at is null) = (off_how is null)),
    constraint sitting_items_result_known check (result in
        ('accepted', 'accepted_with_conditions', 'refused', 'deferred', 'inquorate', 'tied', 'no_majority', 'not_reached')),
    constraint sitting_items_casting_known check (casting in ('accepted', 'accepted_with_conditions', 'refused', 'deferred')),
    constraint sitting_items_counted_whole check ((counted_at is null) = (counted_by is null)),
    constraint sitting_items_counted_when check (counted_at is null or result is not null),
    -- A case that no vote was counted on was not reached, which is known when the session is over.
    constraint sitting_items_result_when check (result is null or counted_at is not null or (result = 'not_reached' and settled_at is not null)),
    constraint sitting_items_answer_when check
        ((answer_sealed is not null) = coalesce(result in ('accepted', 'accepted_with_conditions', 'refused'), false)),
    constraint sitting_items_casting_when check (casting is null or casting = result),
    constraint sitting_items_decided_when check (decision_id is null or (answer_sealed is not null and settled_at is not null))
);
-- A case is on one agenda at a time.
create unique index sitting_items_on_agenda on sitting_items (case_id) where off_at is null and settled_at is null;
create index sitting_items_of_sitting on sitting_items (sitting_id, position);
create index sitting_items_decided on sitting_items (decision_id) where decision_id is not null;

-- Who takes no part in a case, and why: by what is known of them, or because they say so.
create table sitting_recusals (
    item_id uuid not null references sitting_items,
    account_id uuid not null references accounts,
    cause text not null,
    words_sealed bytea,
    noted_at timestamptz not null,
    primary key (item_id, account_id),
    constraint sitting_recusals_cause_known check (cause in ('own', 'typed', 'first', 'declared')),
    constraint sitting_recusals_declared_why check ((cause = 'declared') = (words_sealed is not null))
);

-- One vote of each member on each case; changed until the vote is closed, and history has every change.
create table sitting_votes (
    item_id uuid not null references sitting_items,
    account_id uuid not null references accounts,
    vote text not null,
    reason_sealed bytea not null,
    voted_at timestamptz not null,
    primary key (item_id, account_id),
    constraint sitting_votes_vote_known check (vote in ('accepted', 'accepted_with_conditions', 'refused', 'deferred'))
);

-- Minutes are corrected by what stands below them.
create table sitting_addenda (
    id uuid primary key,
    sitting_id uuid not null references sittings,
    words_sealed bytea not null,
    written_by uuid not null references accounts,
    written_at timestamptz not null
);
create index sitting_addenda_of_sitting on sitting_addenda (sitting_id, id);

-- Who took part in a refusal, by voting too, and so judges no appeal against it.
create or replace function case_refused_by(of_case uuid) returns setof uuid language sql stable as $$
    select d.decided_by from case_decisions d where d.case_id = of_case and d.outcome = 'refused'
    union
    select p.proposed_by from case_proposals p join case_decisions d on d.id = p.decision_id
    where d.case_id = of_case and d.outcome = 'refused'
    union
    select v.account_id from sitting_votes v join sitting_items i on i.id = v.item_id join case_decisions d on d.id = i.decision_id
    where d.case_id = of_case and d.outcome = 'refused'
$$;

-- The open agenda that a case is on.
create function case_sitting(c cases) returns uuid language sql stable as $$
    select i.sitting_id from sitting_items i where i.case_id = c.id and i.off_at is null and i.settled_at is null
$$;
