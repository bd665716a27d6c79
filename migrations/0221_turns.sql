-- Every case that is not over knows whom it waits on, since when and until when; and what waits on its applicant for too long is
-- withdrawn by silence, after reminders, and can be brought back.

alter table cases
    -- The day by which the board means to answer: a promise of the day on which it was asked, moved only with the calendar.
    add column answer_by date,
    add column waits_on text,
    add column waits_since timestamptz,
    add column waits_until date;

-- Whether something was answered to a condition of an acceptance that the board has not judged since.
create function case_condition_answered(of_case uuid) returns boolean language sql stable as $$
    select exists (select from case_conditions n join case_condition_answers a on a.condition_id = n.id
        where n.case_id = of_case and n.met_at is null and not exists (select from case_condition_marks m
            where m.condition_id = n.id and m.marked_at >= a.answered_at))
$$;

-- What was promised until now: thirty days of the calendar from when the board was asked.
update cases set answer_by = (asked_at at time zone 'utc')::date + 30 where asked_at is not null;

-- The same as the program says of a stage: see `case/turn.rs`.
update cases c set
    waits_on = t.who,
    waits_since = case t.who when 'holder' then c.held_since else c.stage_since end,
    waits_until = case when t.who in ('applicant', 'post') then c.due_on else c.answer_by end
from (
    select id, case
        when holder_id is not null then 'holder'
        when stage in ('draft', 'changes_requested') then 'applicant'
        when stage = 'accepted_with_conditions' then case when case_condition_answered(id) then 'board' else 'applicant' end
        when stage = 'at_post' then 'post'
        when stage = 'appealed' then 'chair'
        when exists (select from case_decisions d where d.case_id = cases.id and d.outcome = 'refused') then 'chair'
        else 'board'
    end as who
    from cases where stage not in ('accepted', 'refused', 'withdrawn')
) t
where t.id = c.id;
-- What was answered to a condition waits on the board since then.
update cases c set waits_since = a.at, answer_by = (a.at at time zone 'utc')::date + 30,
    waits_until = (a.at at time zone 'utc')::date + 30
from (select n.case_id, min(a.answered_at) as at
    from case_conditions n join case_condition_answers a on a.condition_id = n.id
    where n.met_at is null and not exists (select from case_condition_marks m
        where m.condition_id = n.id and m.marked_at >= a.answered_at)
    group by n.case_id) a
where a.case_id = c.id and c.stage = 'accepted_with_conditions' and c.waits_on = 'board';

-- One stage more: withdrawn by silence. Its day is the last on which it can be brought back.
alter table cases drop constraint cases_stage_known;
alter table cases add constraint cases_stage_known check (stage in ('draft', 'submitted', 'at_post', 'in_review', 'changes_requested', 'accepted', 'accepted_with_conditions', 'refused', 'appealed', 'withdrawn', 'expired'));
alter table cases drop constraint cases_due_when;
alter table cases add constraint cases_due_when check ((stage in ('changes_requested', 'accepted_with_conditions', 'at_post', 'expired')) = (due_on is not null));

alter table cases add constraint cases_waits_on_known check (waits_on in ('applicant', 'post', 'board', 'chair', 'holder'));
alter table cases add constraint cases_waits_when check ((waits_on is null) = (stage in ('accepted', 'refused', 'withdrawn', 'expired')));
alter table cases add constraint cases_waits_since_when check ((waits_on is null) = (waits_since is null));
-- A draft has all the time in the world.
alter table cases add constraint cases_waits_until_when check ((waits_on is null or stage = 'draft') = (waits_until is null));
alter table cases add constraint cases_waits_on_holder check ((waits_on is not distinct from 'holder') = (holder_id is not null));
alter table cases add constraint cases_waits_where check (case waits_on
    when 'applicant' then stage in ('draft', 'changes_requested', 'accepted_with_conditions')
    when 'post' then stage = 'at_post'
    when 'board' then stage in ('submitted', 'in_review', 'accepted_with_conditions')
    when 'chair' then stage in ('submitted', 'in_review', 'appealed')
    else true end);

-- Whether the day has passed until which a case waits: the one question of lists, counts and homes.
create function case_overdue(c cases, today date) returns boolean language sql immutable as $$
    select c.waits_until < today
$$;
create index cases_waits_until on cases (waits_until, id) where waits_until is not null;
-- The clock of applicants looks for those.
create index cases_silent on cases (due_on, id) where stage = 'changes_requested';

-- Of which day an applicant was reminded how: once each, whatever becomes of the job that does it.
create table case_reminders (
    case_id uuid not null references cases,
    due_on date not null,
    reminder text not null,
    at timestamptz not null,
    constraint case_reminders_once primary key (case_id, due_on, reminder),
    constraint case_reminders_reminder_known check (reminder in ('half_way', 'soon', 'last_day'))
);
