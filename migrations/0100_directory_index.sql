-- Each server keeps the directory's index in its memory, and asks before every search what has been written since it
-- looked last: these columns answer that without a scan, whoever wrote, and whichever server asks.

alter table organizations
    -- A small number for the index, in place of an id of sixteen bytes.
    add column slot integer generated always as identity,
    -- The transaction that wrote the row last. Together with pg_snapshot_xmin it leaves no gap: what a transaction
    -- writes that was still open at the last look has a number that is asked for again.
    add column changed bigint not null default (pg_current_xact_id()::text::bigint),
    -- Which of two states of a row is the later one: transactions do not commit in the order of their numbers.
    add column version integer not null default 0;

create unique index organizations_slot on organizations (slot);
create index organizations_changed on organizations (changed);

create function organizations_mark_changed() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id()::text::bigint;
    new.version := old.version + 1;
    return new;
end
$$;

create trigger organizations_mark_changed before update on organizations
    for each row execute function organizations_mark_changed();

-- People type the number of another register with blanks and dashes, or without; one that is a web address by its end.
create index organization_identifiers_typed on organization_identifiers
    (lower(regexp_replace(value, '^https?://[^/]*/|[^A-Za-z0-9]', '', 'g')));
