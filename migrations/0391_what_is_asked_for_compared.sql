-- A registration that waits, or was refused, is compared with what else may be the same organization by everything that it says:
-- its names, numbers, website, e-mail addresses and telephone numbers. What it says is sealed, so it is found by keys that tell
-- no names of people: hashes of the words of the organization's names, and marks that only the vault can make. A row goes when
-- the organization is registered, which has keys of its own, or the case is taken back.

create table case_keys (
    case_id uuid primary key references cases,
    keys integer[] not null,
    -- 0: nothing of the row is made yet.
    keys_version smallint not null,
    -- Register and number, as numbers are compared.
    numbers text[] not null,
    website_host text,
    marks bytea[] not null
);
create index case_keys_keys on case_keys using gin (keys) with (gin_pending_list_limit = 1024);
create index case_keys_numbers on case_keys using gin (numbers);
create index case_keys_marks on case_keys using gin (marks);
create index case_keys_website_host on case_keys (website_host) where website_host is not null;
create index case_keys_version on case_keys (keys_version);

-- The program makes those of cases from before when it starts.
insert into case_keys (case_id, keys, keys_version, numbers, marks)
    select id, '{}', 0, '{}', '{}' from cases
    where number is not null and kind = 'registration'
        and stage in ('submitted', 'at_post', 'in_review', 'changes_requested', 'refused', 'appealed', 'expired');

alter table cases drop column keys, drop column keys_version;

-- What a registration was found to be like when it was sent, and what the board said of it since: another organization, or another
-- registration. Once it is registered, what was said holds for the organization (likenesses).
create table case_likenesses (
    id uuid primary key,
    case_id uuid not null references cases,
    organization_id uuid references organizations,
    other_case_id uuid references cases,
    score smallint not null,
    signs text[] not null,
    found_at timestamptz not null,
    verdict text,
    judged_by uuid references accounts,
    judged_at timestamptz,
    constraint case_likenesses_with_one check (num_nonnulls(organization_id, other_case_id) = 1),
    constraint case_likenesses_with_another check (other_case_id <> case_id),
    constraint case_likenesses_score_range check (score between 0 and 100),
    constraint case_likenesses_verdict_known check (verdict in ('different', 'unsure')),
    constraint case_likenesses_judged_whole check (num_nonnulls(verdict, judged_by, judged_at) in (0, 3))
);
create unique index case_likenesses_once on case_likenesses (case_id, organization_id, other_case_id) nulls not distinct;
create index case_likenesses_of_organization on case_likenesses (organization_id) where organization_id is not null;
create index case_likenesses_of_other on case_likenesses (other_case_id) where other_case_id is not null;
