-- An initiative says more of itself: what came of it, every place that it happens in or is for, what it needs and offers, its budget.
alter table initiative_texts add column outcomes text;
alter table initiatives
    add column budget_minor bigint,
    add column budget_currency text,
    add constraint initiatives_budget_whole check ((budget_minor is null) = (budget_currency is null)),
    add constraint initiatives_budget_positive check (budget_minor > 0),
    add constraint initiatives_budget_currency_shape check (budget_currency ~ '^[A-Z]{3}$');

-- The first place of each side stands on the initiative too, so that lists need no join; one function writes both.
create table initiative_places (
    initiative_id uuid not null references initiatives,
    position smallint not null,
    side text not null,
    country text not null,
    place text,
    words text,
    primary key (initiative_id, position),
    constraint initiative_places_side_known check (side in ('host', 'homeland')),
    constraint initiative_places_words_of_homeland check (words is null or side = 'homeland')
);
insert into initiative_places (initiative_id, position, side, country, place)
    select id, 0, 'host', host_country, city from initiatives where host_country is not null;
insert into initiative_places (initiative_id, position, side, country)
    select id, 1, 'homeland', homeland from initiatives where homeland is not null;

-- What an initiative is short of, and what it can give others. `initiatives.needs` keeps the kinds of open needs, for lists.
create table initiative_wants (
    initiative_id uuid not null references initiatives,
    position smallint not null,
    side text not null,
    kind text not null,
    words text,
    amount text,
    is_met boolean not null,
    primary key (initiative_id, position),
    constraint initiative_wants_side_known check (side in ('need', 'offer')),
    constraint initiative_wants_kind_known check (kind in ('money', 'venue', 'people', 'media', 'legal', 'partners'))
);
insert into initiative_wants (initiative_id, position, side, kind, is_met)
    select i.id, n.at - 1, 'need', n.kind, false from initiatives i, unnest(i.needs) with ordinality as n (kind, at);

-- What a team asks the board to publish: a new initiative, or a change of one. The form stays as it was typed, sealed.
create table initiative_proposals (
    id uuid primary key,
    organization_id uuid not null references organizations,
    initiative_id uuid references initiatives,
    stage text not null,
    revision integer not null default 1,
    form_sealed bytea not null,
    words_sealed bytea,
    written_by uuid not null references accounts,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    sent_at timestamptz,
    decided_at timestamptz,
    decided_by uuid references accounts,
    constraint initiative_proposals_stage_known check (stage in ('draft', 'sent', 'returned', 'published', 'dropped')),
    constraint initiative_proposals_sent check (stage in ('draft', 'dropped') or sent_at is not null),
    constraint initiative_proposals_decided check ((stage in ('returned', 'published')) = (decided_at is not null)),
    constraint initiative_proposals_decider check ((decided_at is null) = (decided_by is null)),
    constraint initiative_proposals_words check ((stage = 'returned') = (words_sealed is not null)),
    constraint initiative_proposals_published check (stage <> 'published' or initiative_id is not null)
);
create unique index initiative_proposals_once on initiative_proposals (initiative_id)
    where stage in ('draft', 'sent', 'returned');
create index initiative_proposals_of_organization on initiative_proposals (organization_id);
create index initiative_proposals_sent_first on initiative_proposals (sent_at, id) where stage = 'sent';
