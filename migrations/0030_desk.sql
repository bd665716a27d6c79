-- The desk: who sees which cases and what a filter matches are said once, so that list, page, count and file agree.

-- Nobody holds a case that is not under review.
alter table cases add constraint cases_held_where check (holder_id is null or stage = 'in_review');

-- Who sees a case. What was never submitted belongs to those who write it; the rest to the board, to the posts of
-- the host country, and to the people of the organization. Plain SQL, so that the planner looks into it.
create function case_seen_by(
    c cases, everything boolean, hosts text[], account uuid, organizations uuid[]
) returns boolean language sql immutable as $$
    select (everything and c.number is not null)
        or (c.number is not null and c.host_country = any(hosts))
        or c.applicant_id = account
        or c.organization_id = any(organizations)
$$;

-- What a filter matches, its stage aside: counts by stage leave that out. An empty pattern or null matches all.
create function case_matches(
    c cases, patterns text[], kind text, host text, homeland text, area text, holder uuid, unheld boolean
) returns boolean language sql immutable as $$
    select c.search like all(patterns)
        and (kind is null or c.kind = kind)
        and (host is null or c.host_country = host)
        and (homeland is null or c.homeland = homeland)
        and (area is null or area = any(c.areas))
        and (holder is null or c.holder_id = holder)
        and (not unheld or (c.holder_id is null and c.stage in ('submitted', 'in_review')))
$$;

-- The next case to take: the oldest that nobody holds.
create index cases_waiting on cases (submitted_at, id) where holder_id is null and stage in ('submitted', 'in_review');
-- Posts that let their time pass.
create index cases_at_post on cases (due_on) where stage = 'at_post';
