-- How long a case waited on whom, from its submission on: one row for each wait, kept with whose turn it is, so that the desk can say
-- where the time went.

create table case_waits (
    case_id uuid not null references cases,
    nth integer not null,
    waits_on text not null,
    -- Who of the board had it.
    holder_id uuid references accounts,
    since timestamptz not null,
    until timestamptz,
    -- Reckoned from history when this table was made: the stages are known, and not who of the board had it, nor that an answer to a
    -- condition had handed the turn to the board.
    reckoned boolean not null default false,
    primary key (case_id, nth),
    constraint case_waits_on_known check (waits_on in ('applicant', 'post', 'board', 'chair', 'holder')),
    constraint case_waits_order check (until is null or until >= since),
    constraint case_waits_on_holder check ((waits_on = 'holder') = (holder_id is not null)),
    constraint case_waits_reckoned_ended check (not reckoned or until is not null)
);
create unique index case_waits_open on case_waits (case_id) where until is null;

-- What history says of the stages of a case, as far as it does: neighbours that wait on the same are one wait, and the last ends where
-- the one begins that is known.
with steps as (
    select h.case_id, h.at, h.id, case
        when h.after ->> 'stage' in ('submitted', 'in_review', 'appealed') then 'board'
        when h.after ->> 'stage' = 'at_post' then 'post'
        when h.after ->> 'stage' in ('changes_requested', 'accepted_with_conditions') then 'applicant'
    end as who
    from history h
    where h.case_id is not null and h.subject_kind = 'case' and h.after ->> 'stage' is not null
), turns as (
    select case_id, at, id, who, who is distinct from lag(who) over (partition by case_id order by at, id) as begins from steps
), waits as (
    select case_id, who, at as since, lead(at) over (partition by case_id order by at, id) as until from turns where begins
)
insert into case_waits (case_id, nth, waits_on, since, until, reckoned)
select w.case_id, row_number() over (partition by w.case_id order by w.since), w.who, w.since, coalesce(w.until, c.waits_since), true
from waits w join cases c on c.id = w.case_id
where w.who is not null and c.number is not null and coalesce(w.until, c.waits_since) > w.since;

insert into case_waits (case_id, nth, waits_on, holder_id, since)
select c.id, 1 + (select count(*) from case_waits w where w.case_id = c.id), c.waits_on, c.holder_id, c.waits_since
from cases c where c.waits_on is not null and c.stage <> 'draft';

-- What the numbers of the desk read: what ended in a period, and what was answered in it.
create index cases_over on cases (stage, stage_since, id) include (host_country, number, applicant_id, organization_id, kind)
    where number is not null and waits_on is null;
create index case_decisions_when on case_decisions (decided_at) include (case_id, outcome, decided_by);
