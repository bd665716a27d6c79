-- A claim of a leader's entry that waits raises a flag; leaders have calendars of their own; and what meets a need lies nearer.

alter table flags
    add column claim_id uuid references leader_claims,
    drop constraint flags_kind_known,
    add constraint flags_kind_known check (kind in ('document_expired', 'term_ending', 'term_ended', 'seat_empty', 'entry_claimed', 'other')),
    add constraint flags_claim_is_there check ((kind = 'entry_claimed') = (claim_id is not null));
create unique index flags_claim on flags (claim_id);

-- A calendar is of somebody in a team, for its organization, or of a leader.
alter table group_feeds
    alter column organization_id drop not null,
    alter column account_id drop not null,
    add column leader_id uuid references leaders,
    add constraint group_feeds_of_one check (num_nonnulls(organization_id, leader_id) = 1 and (account_id is null) = (organization_id is null));
create unique index group_feeds_of_leader on group_feeds (leader_id) where revoked_at is null;

create index initiative_wants_offered on initiative_wants (kind) include (initiative_id) where side = 'offer' and not is_met;

-- What initiatives that go on are short of, and no other initiative near offers: one that goes on in the same country, for the same
-- people or in the same field; a venue in the same town, where both say which.
create or replace view unmet_needs as
select w.initiative_id, w.position, i.host_country, i.homeland
from initiative_wants w join initiatives i on i.id = w.initiative_id
where w.side = 'need' and not w.is_met and i.stage not in ('done', 'stopped')
    and not exists (select from initiative_wants g join initiatives h on h.id = g.initiative_id
        where g.side = 'offer' and g.kind = w.kind and not g.is_met and h.id <> i.id
            and h.stage not in ('done', 'stopped') and h.host_country is not distinct from i.host_country
            and (h.homeland = i.homeland or h.areas && i.areas)
            and (w.kind <> 'venue' or h.city is null or i.city is null or lower(h.city) = lower(i.city)));
