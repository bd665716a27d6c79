-- Before any form an organization is told in words whether a registration is for it: by rules that admins keep for each host country
-- and kind, so that nobody fills in twenty answers to be refused for the first.

create table prescreen_rules (
    id uuid primary key,
    -- Everywhere and for every kind, where nothing is said; the narrowest rule counts.
    host_country text,
    kind text,
    -- Whether registrations are taken at all.
    is_open boolean not null,
    for_profit boolean not null,
    least_members integer not null,
    least_years smallint not null,
    on_record boolean not null,
    -- What readers are told besides.
    words_en text,
    words_ru text,
    words_ar text,
    ended_at timestamptz,
    updated_at timestamptz not null,
    revision integer not null default 1,
    constraint prescreen_rules_members check (least_members >= 0),
    constraint prescreen_rules_years check (least_years between 0 and 100),
    -- The general rule is always there.
    constraint prescreen_rules_general check (ended_at is null or host_country is not null or kind is not null)
);
create unique index prescreen_rules_once on prescreen_rules (host_country, kind) nulls not distinct where ended_at is null;

-- Open to whoever works not for profit. What else a country asks, its admins say.
insert into prescreen_rules (id, is_open, for_profit, least_members, least_years, on_record, updated_at)
values ('01930000-0000-7000-8000-000000000091', true, false, 0, 0, false, '2026-11-24');
