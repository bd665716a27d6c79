-- A group that ends takes its memberships, open invitations and later meetings with it, and can go on again while its end is a mistake.
-- Who keeps the minutes of a meeting, or says something else of a member, changes only what they saw.

alter table groups
    -- When its end took effect; before that a last day to come may be known.
    add column ended_at timestamptz,
    -- When its members were told of the end. Who came after that is told on the day.
    add column ending_told_at timestamptz,
    -- Why it ends, as its members read it.
    add column ending_sealed bytea,
    add constraint groups_ended_on_a_day check (ended_at is null or ended_on is not null),
    add constraint groups_told_of_an_end check (ended_on is not null or (ending_told_at is null and ending_sealed is null));
create index groups_to_end on groups (ended_on) where ended_at is null and ended_on is not null;

-- Whether a group is over on a day: its end took effect, or its last day has passed.
create function group_is_over(ended_on date, ended_at timestamptz, on_day date) returns boolean language sql immutable as $$
    select $2 is not null or coalesce($1 < $3, false)
$$;

alter table group_members
    -- It ended because the group did, and goes on if the group does.
    add column ended_with_group boolean not null default false,
    -- Counts what was said otherwise of it.
    add column version integer not null default 0,
    add constraint group_members_ended_with_group check (not ended_with_group or until is not null),
    add constraint group_members_version_counts check (version >= 0);
create index group_members_of_ended on group_members (organization_id) where ended_with_group;

alter table group_meetings
    -- Counts what was noted of who came.
    add column presence_version integer not null default 0,
    add constraint group_meetings_presence_version_counts check (presence_version >= 0),
    -- Nobody in person calls off what falls away on the day on which its group ends, and nobody says why once more.
    drop constraint group_meetings_ended_whole,
    add constraint group_meetings_ended_whole check
        ((stage = 'called') = (ended_at is null) and (ended_by is null or ended_at is not null) and (stage <> 'closed' or ended_by is not null)),
    drop constraint group_meetings_called_off_why,
    add constraint group_meetings_called_off_why check
        ((words_sealed is null or stage = 'called_off') and (stage <> 'called_off' or ended_by is null or words_sealed is not null));

alter table group_meeting_items
    -- Counts what was noted of it.
    add column version integer not null default 0,
    add constraint group_meeting_items_version_counts check (version >= 0);
