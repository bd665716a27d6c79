-- Who is in a group: organizations and leaders, perhaps for a term; asked first or told at once, and free to leave.

alter table group_members
    alter column organization_id drop not null,
    add column leader_id uuid references leaders,
    -- The last day of the term that was said; the worker ends it.
    add column term_until date,
    -- Who put them in, and hears of it when they leave.
    add column added_by uuid references accounts,
    add constraint group_members_is_one check (num_nonnulls(organization_id, leader_id) = 1),
    add constraint group_members_seat_of_organization check (seat is null or organization_id is not null);
create unique index group_members_leader_once on group_members (group_id, leader_id) where until is null;
create index group_members_of_leader on group_members (leader_id) where leader_id is not null;
create index group_members_term on group_members (term_until) where until is null and term_until is not null;

create table group_invitations (
    id uuid primary key,
    group_id uuid not null references groups,
    organization_id uuid references organizations,
    leader_id uuid references leaders,
    role text not null,
    seat text,
    term_until date,
    -- Who asked; nobody where the program did.
    invited_by uuid references accounts,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    -- What they said with it.
    words_sealed bytea,
    constraint group_invitations_is_one check (num_nonnulls(organization_id, leader_id) = 1),
    constraint group_invitations_role_known check (role in ('chair', 'vice', 'member', 'observer')),
    constraint group_invitations_seat_known check
        (seat in ('president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member')),
    constraint group_invitations_seat_of_organization check (seat is null or organization_id is not null),
    constraint group_invitations_answer_known check (answer in ('accepted', 'declined', 'withdrawn', 'expired')),
    constraint group_invitations_answered_whole check ((answer is null) = (answered_at is null)),
    constraint group_invitations_said_with_an_answer check (words_sealed is null or answer in ('accepted', 'declined')),
    constraint group_invitations_order check (expires_at > invited_at)
);
-- One is asked once at a time.
create unique index group_invitations_open on group_invitations (group_id, organization_id) where answer is null;
create unique index group_invitations_leader_open on group_invitations (group_id, leader_id) where answer is null;
create index group_invitations_of_organization on group_invitations (organization_id) where answer is null;
