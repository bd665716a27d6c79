-- What rules give each coordinator, of all organizations at once: what `coordinator_of` says of one. A branch for each thing that a
-- rule can ask most of, so that each is found by an index.

create view given_by_rules as
select distinct on (found.organization_id) found.organization_id, found.account_id, found.rule_id, found.since
from (
    select o.id as organization_id, r.account_id, r.id as rule_id, r.made_at as since, rule_asks(r) as asks
    from assignment_rules r join organizations o on o.host_country = r.host_country
        and (r.homeland is null or r.homeland = o.homeland)
    where r.ended_at is null and r.community is null and r.group_id is null and o.merged_into is null
    union all
    select o.id, r.account_id, r.id, r.made_at, rule_asks(r)
    from assignment_rules r join organizations o on o.homeland = r.homeland
    where r.ended_at is null and r.host_country is null and r.community is null and r.group_id is null and o.merged_into is null
    union all
    select o.id, r.account_id, r.id, r.made_at, rule_asks(r)
    from assignment_rules r join organizations o on o.community = r.community
        and (r.host_country is null or r.host_country = o.host_country) and (r.homeland is null or r.homeland = o.homeland)
    where r.ended_at is null and r.group_id is null and o.merged_into is null
    union all
    select o.id, r.account_id, r.id, r.made_at, rule_asks(r)
    from assignment_rules r join group_members m on m.group_id = r.group_id and m.until is null
        join organizations o on o.id = m.organization_id
        and (r.host_country is null or r.host_country = o.host_country) and (r.homeland is null or r.homeland = o.homeland)
        and (r.community is null or r.community = o.community)
    where r.ended_at is null and o.merged_into is null
) found join accounts a on a.id = found.account_id and a.role in ('coordinator', 'chair') and a.closed_at is null
where not exists (select from organization_coordinators c where c.organization_id = found.organization_id and c.until is null)
    and not exists (select from organization_team t
        where t.organization_id = found.organization_id and t.account_id = found.account_id and t.until is null)
order by found.organization_id, found.asks desc, found.since, found.rule_id;
