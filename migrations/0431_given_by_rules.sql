-- What rules give each coordinator, of all organizations at once: what `coordinator_of` says of one. Organizations of one country, homeland
-- and community that a rule may name have one coordinator, so that is found once for all of them; those in a group that a rule names, and
-- those whose team somebody of the board is in, are looked at one by one.

create view given_by_rules as
with known as not materialized (
    select o.id, o.host_country, coalesce(o.homeland, '') as homeland, coalesce(named.community, '') as community
    from organizations o left join (select distinct r.community from assignment_rules r
        where r.ended_at is null and r.group_id is null and r.community is not null) named on named.community = o.community
    where o.merged_into is null
), alike as materialized (
    select distinct host_country, homeland, community from known
), best as materialized (
    select alike.*, rule.account_id, rule.id as rule_id, rule.made_at as since
    from alike cross join lateral (select r.id, r.account_id, r.made_at
        from assignment_rules r join accounts a on a.id = r.account_id and a.role in ('coordinator', 'chair') and a.closed_at is null
        where r.ended_at is null and r.group_id is null and (r.host_country is null or r.host_country = alike.host_country)
            and (r.homeland is null or r.homeland = alike.homeland) and (r.community is null or r.community = alike.community)
        order by rule_asks(r) desc, r.made_at, r.id limit 1) rule
), alone as materialized (
    select m.organization_id as id from assignment_rules r join group_members m on m.group_id = r.group_id and m.until is null
    where r.ended_at is null and m.organization_id is not null
    union
    select t.organization_id from organization_team t join accounts a on a.id = t.account_id and a.role in ('coordinator', 'chair')
    where t.until is null
)
select known.id as organization_id, best.account_id, best.rule_id, best.since
from known join best on best.host_country = known.host_country and best.homeland = known.homeland and best.community = known.community
where not exists (select from alone where alone.id = known.id)
    and not exists (select from organization_coordinators c where c.organization_id = known.id and c.until is null)
union all
select o.id, c.account_id, c.rule_id, c.since
from alone join organizations o on o.id = alone.id cross join lateral coordinator_of(o.id) c
where o.merged_into is null and c.rule_id is not null;
