-- Which letters somebody wants besides those that they need, and whether at once or together once a day.
create table letter_preferences (
    account_id uuid primary key references accounts,
    -- The kinds that they do not want; only those that one can do without.
    muted text[] not null default '{}',
    pace text not null default 'at_once',
    -- The day of the last digest: there is one a day at most.
    digested_on date,
    changed_at timestamptz not null,
    constraint letter_preferences_pace_known check (pace in ('at_once', 'daily'))
);

-- A letter can wait for the digest of the day (held), be part of one (bundled), or be given up because it is not wanted
-- any more (dropped). The job that sends letters looks at none of these.
alter table letters drop constraint letters_state_known;
alter table letters add constraint letters_state_known
    check (state in ('waiting', 'sending', 'sent', 'failed', 'held', 'bundled', 'dropped'));
alter table letters add digest_id uuid references letters;
alter table letters add constraint letters_bundled_where check ((state = 'bundled') = (digest_id is not null));
create index letters_held on letters (account_id, id) where state = 'held';
