-- Rules name coordinators for communities and groups too, and say who answers for an organization that nobody looks after by name:
-- the most specific rule that covers it, of several the oldest.

alter table assignment_rules
    -- As organizations write it.
    add column community text,
    add column group_id uuid references groups,
    drop constraint assignment_rules_of_something,
    add constraint assignment_rules_of_something check (num_nonnulls(host_country, homeland, community, group_id) > 0);
drop index assignment_rules_once;
create unique index assignment_rules_once on assignment_rules (account_id, coalesce(host_country, ''), coalesce(homeland, ''),
    coalesce(community, ''), coalesce(group_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;
create index organizations_by_community on organizations (community) where community is not null;

-- How much a rule asks; the same is said by `Ground::asks`.
create function rule_asks(rule assignment_rules) returns integer language sql immutable as $$
    select (rule.group_id is not null)::integer * 8 + (rule.community is not null)::integer * 4
        + (rule.host_country is not null)::integer * 2 + (rule.homeland is not null)::integer
$$;

-- Who answers for an organization: whoever was given it by name, else whom the most specific rule names, nobody for their own.
create function coordinator_of(organization uuid) returns table (account_id uuid, assignment_id uuid, rule_id uuid, since timestamptz)
language sql stable as $$
    select account_id, assignment_id, rule_id, since from (
        select c.account_id, c.id as assignment_id, null::uuid as rule_id, c.since, 16 as asks
        from organization_coordinators c where c.organization_id = organization and c.until is null
        union all
        select r.account_id, null, r.id, r.made_at, rule_asks(r)
        from organizations o join assignment_rules r on r.ended_at is null
            and (r.host_country is null or r.host_country = o.host_country)
            and (r.homeland is null or r.homeland = o.homeland)
            and (r.community is null or r.community = o.community)
            and (r.group_id is null or exists (select from group_members m
                where m.group_id = r.group_id and m.organization_id = o.id and m.until is null))
            join accounts a on a.id = r.account_id and a.role in ('coordinator', 'chair') and a.closed_at is null
        where o.id = organization and not exists (select from organization_team t
            where t.organization_id = o.id and t.account_id = r.account_id and t.until is null)
    ) found
    order by asks desc, since, rule_id limit 1
$$;

-- Which organizations are somebody's own beyond the countries that rules name them for: given by name, of a community, or of a group.
create view looked_after as
select c.account_id, c.organization_id from organization_coordinators c where c.until is null
union all
select r.account_id, o.id from assignment_rules r join organizations o on o.community = r.community
    and (r.host_country is null or r.host_country = o.host_country) and (r.homeland is null or r.homeland = o.homeland)
where r.ended_at is null and r.group_id is null
union all
select r.account_id, o.id from assignment_rules r join group_members m on m.group_id = r.group_id and m.until is null
    join organizations o on o.id = m.organization_id
    and (r.host_country is null or r.host_country = o.host_country) and (r.homeland is null or r.homeland = o.homeland)
    and (r.community is null or r.community = o.community)
where r.ended_at is null;
