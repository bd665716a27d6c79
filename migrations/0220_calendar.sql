-- The clocks of a case count business days: which days those are, and how many each clock has, is kept by admins. Until now they
-- counted days of the calendar, by numbers that stood in the program; the same numbers are what each clock begins with.

-- One row: a registry has one calendar.
create table calendar (
    one boolean primary key default true,
    -- Days of the week without work, Monday is 1.
    weekend smallint[] not null,
    revision integer not null default 1,
    constraint calendar_is_one check (one),
    constraint calendar_weekend_of_week check (weekend <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
    -- Somebody works at some time: otherwise no clock ever ended.
    constraint calendar_weekend_ends check (cardinality(weekend) <= 6)
);
insert into calendar (weekend) values ('{6,7}');

-- Days on which nobody works. Nothing is taken away: what is no holiday any more has ended.
create table calendar_holidays (
    id uuid primary key,
    day date not null,
    name text not null,
    since timestamptz not null,
    until timestamptz,
    constraint calendar_holidays_order check (until is null or until >= since)
);
create unique index calendar_holidays_once on calendar_holidays (day) where until is null;

create table calendar_clocks (
    clock text primary key,
    days integer not null,
    preset integer not null,
    constraint calendar_clocks_clock_known check (clock in ('answer', 'opinion', 'changes', 'appeal', 'revival')),
    constraint calendar_clocks_days_range check (days between 1 and 365)
);
insert into calendar_clocks (clock, days, preset) values
    ('answer', 30, 30),
    ('opinion', 14, 14),
    ('changes', 14, 14),
    ('appeal', 30, 30),
    ('revival', 60, 60);
