-- Whether somebody has turned off the keys that act on a page (WCAG 2.1.4). No row: they are on.

create table key_preferences (
    account_id uuid primary key references accounts,
    turned_off boolean not null,
    changed_at timestamptz not null
);
