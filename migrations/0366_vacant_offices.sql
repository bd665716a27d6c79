-- An office that nobody holds any more is filled from its last term.

-- Whether nobody came after this term in the same office; the one place that says so. An office without a name of its own is the
-- same where its title is.
create function is_last_term(id uuid) returns boolean language sql stable as $$
    select not exists (select from leader_offices o join leader_offices n
            on n.organization_id = o.organization_id and n.id <> o.id and n.office = o.office
                and (o.office <> 'other' or lower(btrim(n.title)) = lower(btrim(o.title)))
        where o.id = $1 and o.until is not null and (n.until is null or n.until > o.until))
$$;

-- The term from which an office is filled that nobody holds on a day: the last to end. Nothing, where it is held or was never.
create function vacant_term(organization uuid, office text, on_day date) returns uuid language sql stable as $$
    select o.id from leader_offices o
    where o.organization_id = $1 and o.office = $2 and o.until < $3 and is_last_term(o.id)
    order by o.until desc, o.id desc limit 1
$$;

-- The board looks for leaders by field of work and by country: marks that only the vault can make, as of names.
alter table leader_marks
    drop constraint leader_marks_kind_known,
    add constraint leader_marks_kind_known check (kind in ('name', 'contact', 'area', 'country'));
update leaders set marked = false where profile_sealed is not null;
