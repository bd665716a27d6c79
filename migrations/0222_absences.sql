-- Somebody of the desk says from when until when they are away, so that colleagues see it where their name stands, and nothing is given to
-- them unawares. What was said before has ended; nothing is taken away.

create table absences (
    id uuid primary key,
    account_id uuid not null references accounts,
    first_day date not null,
    last_day date not null,
    note_sealed bytea,
    said_at timestamptz not null,
    ended_at timestamptz,
    constraint absences_order check (first_day <= last_day)
);
create unique index absences_once on absences (account_id) where ended_at is null;
