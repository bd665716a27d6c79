-- Meetings of groups: called with an agenda, invitations that follow whoever is to come, who came, what was resolved and what is
-- recommended to the board; minutes that are frozen; and secret addresses at which calendars ask for them.

create table group_meetings (
    id uuid primary key,
    group_id uuid not null references groups,
    -- As clocks say it where it is held, the zone of that, and the moment itself.
    starts_local timestamp not null,
    zone text not null,
    starts_at timestamptz not null,
    lasts_minutes smallint not null,
    -- Where it is held, or the address at which one takes part: for members and the desk alone.
    place text not null,
    -- Calendars know a meeting again by its UID, and which of two invitations is the later by this count.
    sequence integer not null default 0,
    stage text not null,
    called_by uuid not null references accounts,
    called_at timestamptz not null,
    ended_by uuid references accounts,
    ended_at timestamptz,
    -- Why it was called off.
    words_sealed bytea,
    -- What it did, as it was when it was closed, and the SHA-256 of that.
    minutes_sealed bytea,
    digest bytea,
    constraint group_meetings_stage_known check (stage in ('called', 'closed', 'called_off')),
    constraint group_meetings_lasts check (lasts_minutes between 15 and 1440),
    constraint group_meetings_sequence_counts check (sequence >= 0),
    constraint group_meetings_ended_whole check ((stage = 'called') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
    constraint group_meetings_called_off_why check ((stage = 'called_off') = (words_sealed is not null)),
    constraint group_meetings_minutes_when check ((stage = 'closed') = (minutes_sealed is not null)),
    constraint group_meetings_digest_whole check ((minutes_sealed is null) = (digest is null) and octet_length(digest) = 32)
);
create index group_meetings_of_group on group_meetings (group_id, starts_at);
create index group_meetings_to_come on group_meetings (starts_at) where stage = 'called';

-- What is on the agenda, and what came of it.
create table group_meeting_items (
    id uuid primary key,
    meeting_id uuid not null references group_meetings,
    position smallint not null,
    title text not null,
    kind text not null,
    result text,
    -- The words of what was said or resolved.
    words_sealed bytea,
    added_at timestamptz not null,
    off_at timestamptz,
    constraint group_meeting_items_kind_known check (kind in ('talk', 'resolution', 'recommendation')),
    constraint group_meeting_items_result_known check (result in ('adopted', 'rejected', 'postponed', 'inquorate')),
    constraint group_meeting_items_talk_resolves_nothing check (result is null or kind <> 'talk')
);
create index group_meeting_items_of_meeting on group_meeting_items (meeting_id, position);

-- Which members came.
create table group_meeting_presence (
    meeting_id uuid not null references group_meetings,
    membership_id uuid not null references group_members,
    primary key (meeting_id, membership_id)
);

-- Who was invited, by which of the invitations they know the meeting, and whether they are to come no more.
create table group_meeting_invitees (
    id uuid primary key,
    meeting_id uuid not null references group_meetings,
    account_id uuid references accounts,
    leader_id uuid references leaders,
    sequence integer not null,
    told_at timestamptz not null,
    gone_at timestamptz,
    constraint group_meeting_invitees_is_one check (num_nonnulls(account_id, leader_id) = 1),
    constraint group_meeting_invitees_account_once unique (meeting_id, account_id),
    constraint group_meeting_invitees_leader_once unique (meeting_id, leader_id)
);

-- What a group recommends to the board, and what the board says.
create table group_recommendations (
    item_id uuid primary key references group_meeting_items,
    made_at timestamptz not null,
    answer text,
    words_sealed bytea,
    answered_by uuid references accounts,
    answered_at timestamptz,
    constraint group_recommendations_answer_known check (answer in ('taken_up', 'not_taken_up', 'noted')),
    constraint group_recommendations_answered_whole check
        ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is null) = (words_sealed is null))
);
create index group_recommendations_open on group_recommendations (made_at) where answer is null;

-- The secret address at which the calendar of somebody in a team asks for the meetings of its groups. Only the hash is kept.
create table group_feeds (
    id uuid primary key,
    organization_id uuid not null references organizations,
    account_id uuid not null references accounts,
    token_hash bytea not null,
    made_at timestamptz not null,
    revoked_at timestamptz,
    constraint group_feeds_token_once unique (token_hash)
);
create unique index group_feeds_once on group_feeds (organization_id, account_id) where revoked_at is null;
