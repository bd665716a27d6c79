-- Whom the board suggests for an organization that nobody looks after; and what a coordinator's workbench lists, each list said once
-- so that its count and its rows cannot differ.

-- A rule names a coordinator for a host country, for a homeland, or for both together. The most specific rule wins.
create table assignment_rules (
    id uuid primary key,
    account_id uuid not null references accounts,
    host_country text,
    homeland text,
    made_at timestamptz not null,
    made_by uuid not null references accounts,
    ended_at timestamptz,
    ended_by uuid references accounts,
    constraint assignment_rules_of_something check (host_country is not null or homeland is not null),
    constraint assignment_rules_ended_whole check ((ended_at is null) = (ended_by is null)),
    constraint assignment_rules_order check (ended_at >= made_at)
);
create unique index assignment_rules_once on assignment_rules (account_id, coalesce(host_country, ''), coalesce(homeland, ''))
    where ended_at is null;

-- Organizations that take part in things and that nobody looks after.
create view unassigned_organizations as
select o.id as organization_id, o.host_country, o.homeland
from organizations o
where o.standing not in ('struck_off', 'merged')
    and not exists (select from organization_coordinators c where c.organization_id = o.id and c.until is null);

-- Initiatives that go on and are linked to no other.
create view unlinked_initiatives as
select i.id as initiative_id, i.host_country, i.homeland
from initiatives i
where i.stage not in ('done', 'stopped')
    and not exists (select from overlap_pairs p where p.one_id = i.id and p.state = 'linked')
    and not exists (select from overlap_pairs p where p.other_id = i.id and p.state = 'linked');

-- What initiatives that go on are short of, and no other initiative that goes on in the same country offers.
create view unmet_needs as
select w.initiative_id, w.position, i.host_country, i.homeland
from initiative_wants w join initiatives i on i.id = w.initiative_id
where w.side = 'need' and not w.is_met and i.stage not in ('done', 'stopped')
    and not exists (select from initiative_wants g join initiatives h on h.id = g.initiative_id
        where g.side = 'offer' and g.kind = w.kind and not g.is_met and h.id <> i.id
            and h.stage not in ('done', 'stopped') and h.host_country is not distinct from i.host_country);
