-- Lists that have pages are asked for a part of them, and whether one thing stands in them is asked by itself.

-- The meetings of the groups that an organization is in, while it is in them and takes part. The one place that says so.
create function meetings_of(organization uuid) returns setof group_meetings language sql stable as $$
    select g.* from group_meetings g
    where exists (select from group_members m where m.group_id = g.group_id and m.organization_id = $1
            and (m.until is null or m.ended_with_group) and g.starts_at >= m.since)
        and not struck_off_on($1, g.starts_local::date)
$$;
