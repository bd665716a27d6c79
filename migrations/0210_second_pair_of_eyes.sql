-- Whether one decision is enough, two people must agree, or a session of the board decides: admins keep it for each host country,
-- kind of case and kind of organization. What the first of two proposes waits until a colleague confirms it or disagrees.

create table decision_rules (
    id uuid primary key,
    -- Everywhere, for every case and every kind, where nothing is said; the narrowest rule counts.
    host_country text,
    case_kind text,
    kind text,
    way text not null,
    ended_at timestamptz,
    updated_at timestamptz not null,
    revision integer not null default 1,
    constraint decision_rules_way_known check (way in ('one', 'two', 'session')),
    constraint decision_rules_case_kind_known check (case_kind in ('registration', 'amendment', 'renewal', 'claim', 'initiative')),
    -- The general rule is always there.
    constraint decision_rules_general check (ended_at is null or num_nonnulls(host_country, case_kind, kind) > 0)
);
create unique index decision_rules_once on decision_rules (host_country, case_kind, kind) nulls not distinct where ended_at is null;

insert into decision_rules (id, way, updated_at) values ('01930000-0000-7000-8000-000000000210', 'one', '2026-11-26');

-- What the first of two proposes, and what became of it. Nothing is replaced.
create table case_proposals (
    id uuid primary key,
    case_id uuid not null references cases,
    outcome text not null,
    -- The whole answer: the words of it, and its conditions.
    answer_sealed bytea not null,
    proposed_by uuid not null references accounts,
    proposed_at timestamptz not null,
    ending text,
    ended_by uuid references accounts,
    ended_at timestamptz,
    -- Why the second disagrees.
    words_sealed bytea,
    -- The decision that came of it.
    decision_id uuid references case_decisions,
    constraint case_proposals_outcome_known check (outcome in ('accepted', 'accepted_with_conditions', 'refused')),
    constraint case_proposals_ending_known check (ending in ('confirmed', 'disagreed', 'taken_back', 'overtaken')),
    constraint case_proposals_ended_whole check ((ending is null) = (ended_at is null)),
    -- Whoever is overtaken by the course of the case did not end it.
    constraint case_proposals_ended_by_people check (ending is null or (ending = 'overtaken') = (ended_by is null)),
    constraint case_proposals_never_one_alone check (ending not in ('confirmed', 'disagreed') or ended_by <> proposed_by),
    constraint case_proposals_taken_back_by check (ending <> 'taken_back' or ended_by = proposed_by),
    constraint case_proposals_disagreed_why check ((words_sealed is not null) = (ending is not distinct from 'disagreed')),
    constraint case_proposals_decided_when check (decision_id is null or ending = 'confirmed')
);
create unique index case_proposals_open on case_proposals (case_id) where ended_at is null;
create index case_proposals_of_case on case_proposals (case_id, id);
create index case_proposals_decided on case_proposals (decision_id) where decision_id is not null;

-- How the board decides a case: the one rule that all pages and acts look at. The country says more than the kind of the case, and
-- that more than the kind of the organization. An appeal is judged by one chair where others are decided by two.
create function case_way(c cases) returns text language sql stable as $$
    select case
        when r.way = 'two' and exists (select from case_decisions d where d.case_id = c.id and d.outcome = 'refused') then 'one'
        else r.way
    end
    from decision_rules r
    where r.ended_at is null
        and (r.host_country is null or r.host_country = c.host_country)
        and (r.case_kind is null or r.case_kind = c.kind)
        and (r.kind is null or r.kind = c.organization_kind)
    order by r.host_country is null, r.case_kind is null, r.kind is null
    limit 1
$$;

-- Whether a proposal waits for a second person.
create function case_waits_for_second(c cases) returns boolean language sql stable as $$
    select exists (select from case_proposals p where p.case_id = c.id and p.ended_at is null)
$$;

-- Who took part in a refusal, and so judges no appeal against it.
create function case_refused_by(of_case uuid) returns setof uuid language sql stable as $$
    select d.decided_by from case_decisions d where d.case_id = of_case and d.outcome = 'refused'
    union
    select p.proposed_by from case_proposals p join case_decisions d on d.id = p.decision_id
    where d.case_id = of_case and d.outcome = 'refused'
$$;
