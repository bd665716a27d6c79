-- The applicant's side of a case: since when the board owes an answer, and what each of its readers has read.

-- When the applicant last asked the board, by submitting or by appealing: the time that the board gives itself runs from here.
alter table cases add asked_at timestamptz;
update cases c set asked_at = greatest(
    c.submitted_at,
    (select max(s.submitted_at) from case_submissions s where s.case_id = c.id),
    (select max(h.at) from history h where h.case_id = c.id and h.act = 'case_appealed')
) where c.number is not null;
alter table cases add constraint cases_asked_when check ((number is not null) = (asked_at is not null));

-- How far somebody of the applicant's side has read the messages of a case.
create table case_readings (
    case_id uuid not null references cases,
    account_id uuid not null references accounts,
    -- The last message that was on the page; later ones have larger ids.
    message_id uuid not null references case_messages,
    read_at timestamptz not null,
    primary key (case_id, account_id)
);
