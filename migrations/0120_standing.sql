-- A registration is valid until a day. What follows when nobody renews it, how long each rung of that ladder lasts,
-- what the board did about it and why, stands here.

alter table organizations
    add column registered_until date,
    -- Since when it stands where it stands; nothing where the registry never knew.
    add column standing_since date;

-- Three years, as the settings below begin with. Who came in without the day of a registration has no end of one, and
-- nothing happens to it until somebody confirms it.
update organizations set registered_until = (registered_on + interval '3 years')::date where registered_on is not null;
update organizations o set standing_since = coalesce(
    (select max(h.at at time zone 'utc')::date from history h
     where h.subject_kind = 'organization' and h.subject_id = o.id and h.act = 'organization_standing_changed'),
    case when o.standing = 'good' then o.registered_on end);

-- A standing begins when it changes, whoever changes it: the board, a job, or a file.
create function standing_began() returns trigger language plpgsql as $$
begin
    new.standing_since := (new.updated_at at time zone 'utc')::date;
    return new;
end $$;
create trigger organizations_standing_began before update of standing on organizations
    for each row when (old.standing is distinct from new.standing) execute function standing_began();

-- The ladder looks for those whose time is over, the reminders for those whose time is nearly over.
create index organizations_ladder on organizations (registered_until, id) where registered_until is not null;
create index organizations_suspended on organizations (standing_until) where standing = 'suspended';

-- How long things last: one table, with what each number is if nobody changes it, and where it comes from.
create table standing_rules (
    rule text primary key,
    amount integer not null,
    preset integer not null,
    source text not null,
    constraint standing_rules_rule_known check (rule in ('validity_years', 'first_reminder', 'second_reminder', 'third_reminder', 'lapse_after', 'notice_after', 'notice_runs')),
    constraint standing_rules_source_known check (source in ('portugal', 'design', 'program')),
    constraint standing_rules_amount_range check (amount between 1 and 3650)
);
insert into standing_rules (rule, amount, preset, source) values
    ('validity_years', 3, 3, 'portugal'),
    ('first_reminder', 60, 60, 'design'),
    ('second_reminder', 30, 30, 'design'),
    ('third_reminder', 7, 7, 'design'),
    ('lapse_after', 90, 90, 'program'),
    ('notice_after', 60, 60, 'program'),
    ('notice_runs', 60, 60, 'program');

-- Where a registration is valid for another number of years: by host country, by kind, or by both.
create table standing_terms (
    id uuid primary key,
    host_country text,
    kind text,
    years integer not null,
    since timestamptz not null,
    until timestamptz,
    constraint standing_terms_of_something check (host_country is not null or kind is not null),
    constraint standing_terms_years_range check (years between 1 and 30),
    constraint standing_terms_order check (until is null or until >= since)
);
create unique index standing_terms_once on standing_terms (host_country, kind) nulls not distinct where until is null;

-- Every change of standing, with what the board said to whom.
create table organization_standings (
    id uuid primary key,
    organization_id uuid not null references organizations,
    before text not null,
    standing text not null,
    until date,
    cause text not null,
    account_id uuid references accounts,
    at timestamptz not null,
    reason_sealed bytea,
    -- Who may read the reason.
    reach text not null,
    constraint organization_standings_cause_known check (cause in ('date', 'board', 'end', 'renewal')),
    constraint organization_standings_reach_known check (reach in ('board', 'team', 'public'))
);
create index organization_standings_of_organization on organization_standings (organization_id, id);

-- Who is left in peace until a day. At most one delay is in force.
create table standing_delays (
    id uuid primary key,
    organization_id uuid not null references organizations,
    until date not null,
    reason_sealed bytea not null,
    account_id uuid references accounts,
    at timestamptz not null,
    ended_at timestamptz,
    constraint standing_delays_order check (ended_at is null or ended_at >= at)
);
create unique index standing_delays_once on standing_delays (organization_id) where ended_at is null;

-- Who was reminded of which day: once each, whatever becomes of the job that does it.
create table standing_reminders (
    organization_id uuid not null references organizations,
    registered_until date not null,
    rule text not null,
    at timestamptz not null,
    constraint standing_reminders_once primary key (organization_id, registered_until, rule),
    constraint standing_reminders_rule_known check (rule in ('first_reminder', 'second_reminder', 'third_reminder'))
);

-- What comes next for whom, and from which day on. A rung lasts its days from when it was reached, so nobody falls two
-- rungs at once because a job stood still or a date lay far back.
create view standing_ladder as
select o.id, o.number, o.name, o.name_language, o.host_country, o.standing, o.standing_since, o.registered_until, o.revision,
    case o.standing when 'due' then 'lapsed' when 'lapsed' then 'notice' when 'notice' then 'struck_off' else 'due' end as rung,
    plan.day as planned_on,
    greatest(plan.day, d.until + 1) as falls_on,
    d.until as delayed_until,
    -- Who has asked for a renewal waits for the board, not for the ladder.
    exists (select from cases c where c.organization_id = o.id and c.kind = 'renewal'
        and c.stage in ('submitted', 'at_post', 'in_review', 'appealed')) as renewing
from organizations o
cross join (
    select max(amount) filter (where rule = 'lapse_after') as lapse_after,
        max(amount) filter (where rule = 'notice_after') as notice_after,
        max(amount) filter (where rule = 'notice_runs') as notice_runs
    from standing_rules
) r
cross join lateral (select coalesce(o.standing_since, (o.created_at at time zone 'utc')::date) as day) since
cross join lateral (
    select greatest(o.registered_until, case o.standing
        when 'due' then since.day + r.lapse_after
        when 'lapsed' then since.day + r.notice_after
        when 'notice' then coalesce(o.standing_until, since.day + r.notice_runs) + 1
    end) as day
) plan
left join standing_delays d on d.organization_id = o.id and d.ended_at is null
where o.registered_until is not null and o.standing in ('good', 'revived', 'due', 'lapsed', 'notice');

-- Whether the next rung is reached by a day: the one question of lists, counts and the job. No rung is reached before
-- the registration ends, which says again what an index knows.
create function standing_falls(l standing_ladder, day date) returns boolean language sql immutable as $$
    select l.registered_until <= day and l.falls_on <= day and not l.renewing
$$;

-- Whether it would be, and something holds it back.
create function standing_held(l standing_ladder, day date) returns boolean language sql immutable as $$
    select l.registered_until <= day and l.planned_on <= day and (l.falls_on > day or l.renewing)
$$;
