-- Saved views: a list of cases with a name, for oneself or for the board. A lane is a view that somebody has put on their desk.

create table desk_views (
    id uuid primary key,
    owner_id uuid not null references accounts,
    name text not null,
    shared boolean not null,
    -- The address of the list without its path, as the program writes it; read again each time, and what is not known left out.
    query text not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    revision integer not null default 1,
    constraint desk_views_name check (name <> '' and length(name) <= 80),
    constraint desk_views_query check (length(query) <= 4000)
);
create unique index desk_views_named_once on desk_views (owner_id, lower(name)) where retired_at is null;
create index desk_views_shared on desk_views (lower(name)) where shared and retired_at is null;

create table desk_lanes (
    account_id uuid not null references accounts,
    view_id uuid not null references desk_views,
    place smallint not null,
    primary key (account_id, view_id),
    constraint desk_lanes_place unique (account_id, place) deferrable,
    constraint desk_lanes_few check (place between 1 and 12)
);
