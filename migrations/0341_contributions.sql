-- What organizations give: money, things, hours, knowledge, investment, advocacy; to an initiative, to a homeland, or both.
-- A row is never edited: another takes its place. What is public the organization wanted so, and the board looked at.
create table contributions (
    id uuid primary key,
    organization_id uuid not null references organizations,
    initiative_id uuid references initiatives,
    homeland text,
    kind text not null,
    -- In the smallest unit of the currency, or in hundredths of the unit.
    amount bigint not null,
    currency text,
    unit text,
    given_on date not null,
    evidence text not null,
    -- What it was, in words that become public with it.
    words text,
    -- What shows that it was given; its own team and the desk read it.
    proof_sealed bytea,
    is_for_public boolean not null,
    review text not null default 'waiting',
    reviewed_at timestamptz,
    reviewed_by uuid references accounts,
    -- Why the board does not count it.
    answer_sealed bytea,
    replaces uuid unique references contributions,
    -- Another took its place, or it was taken back.
    superseded_at timestamptz,
    written_by uuid not null references accounts,
    written_at timestamptz not null,
    constraint contributions_to_something check (initiative_id is not null or homeland is not null),
    constraint contributions_kind_known check (kind in ('money', 'in-kind', 'hours', 'knowledge', 'investment', 'advocacy')),
    constraint contributions_amount_some check (amount > 0),
    constraint contributions_one_measure check (num_nonnulls(currency, unit) = 1),
    constraint contributions_money_in_currency check ((kind in ('money', 'investment')) = (currency is not null)),
    constraint contributions_hours_in_hours check (unit is null or (kind = 'hours') = (unit = 'hours')),
    constraint contributions_currency_shape check (currency ~ '^[A-Z]{3}$'),
    constraint contributions_unit_known check (unit in ('hours', 'people', 'pieces', 'kilograms', 'events')),
    constraint contributions_evidence_known check (evidence in ('stated', 'documented', 'verified')),
    constraint contributions_documented_by_something check (evidence <> 'documented' or proof_sealed is not null),
    constraint contributions_verified_by_the_board check (evidence <> 'verified' or review = 'accepted'),
    constraint contributions_review_known check (review in ('waiting', 'accepted', 'refused')),
    constraint contributions_reviewed_whole check ((review = 'waiting') = (reviewed_at is null)),
    constraint contributions_reviewer check ((reviewed_at is null) = (reviewed_by is null)),
    constraint contributions_refused_with_words check ((review = 'refused') = (answer_sealed is not null))
);
create index contributions_of_organization on contributions (organization_id, given_on desc) where superseded_at is null;
create index contributions_of_initiative on contributions (initiative_id) where superseded_at is null;
create index contributions_waiting on contributions (written_at, id) where superseded_at is null and review = 'waiting';

-- What totals are made of: whatever nothing took the place of, and the board did not refuse.
create view counted_contributions as
    select * from contributions where superseded_at is null and review <> 'refused';

-- What anybody may know.
create view public_contributions as
    select c.* from counted_contributions c left join initiatives i on i.id = c.initiative_id
    where c.is_for_public and c.review = 'accepted' and (c.initiative_id is null or i.published_at is not null);
