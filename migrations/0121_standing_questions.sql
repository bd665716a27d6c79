-- The two questions of the ladder take columns in place of a row: the planner does not look into a function that is
-- handed a row with a sub-select in it, and so asked it of every organization, where the index on the end of the
-- registration leaves only those whose time is over.

drop function standing_falls(standing_ladder, date);
drop function standing_held(standing_ladder, date);

-- Whether the next rung is reached by a day: the one question of lists, counts and the job. No rung is reached before
-- the registration ends, which says again what the index knows.
create function standing_falls(registered_until date, falls_on date, renewing boolean, day date)
returns boolean language sql immutable as $$
    select registered_until <= day and falls_on <= day and not renewing
$$;

-- Whether it would be, and something holds it back.
create function standing_held(registered_until date, planned_on date, falls_on date, renewing boolean, day date)
returns boolean language sql immutable as $$
    select registered_until <= day and planned_on <= day and (falls_on > day or renewing)
$$;
