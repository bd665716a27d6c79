-- The link of a leader can be ended, and an address that they say themselves counts only when whoever reads it has confirmed.

alter table leaders
    -- Stands in what is signed: whoever ends a link makes another version. Links from before are of version 0.
    add column link_version integer not null default 0,
    -- Whether the address was said by themselves before addresses were confirmed: it gives no account the entry at once.
    add column email_unproven boolean not null default false,
    add constraint leaders_link_version_counts check (link_version >= 0);
update leaders l set email_unproven = true
where exists (select from leader_sources s where s.leader_id = l.id and s.field = 'contact' and s.keeper = 'themselves');

-- Addresses that leaders say themselves: the one before and the one to come are sealed together.
create table leader_addresses (
    id uuid primary key,
    leader_id uuid not null references leaders,
    said_sealed bytea not null,
    asked_at timestamptz not null,
    state text not null,
    ended_at timestamptz,
    constraint leader_addresses_state_known check (state in ('waiting', 'confirmed', 'withdrawn', 'undone')),
    constraint leader_addresses_ended check ((state = 'waiting') = (ended_at is null)),
    constraint leader_addresses_order check (ended_at is null or ended_at >= asked_at)
);
create unique index leader_addresses_one on leader_addresses (leader_id) where state = 'waiting';
create index leader_addresses_of_leader on leader_addresses (leader_id, asked_at);
