-- What of a workbench is somebody's own, namely in their countries or looked after by them, is said once for each list and its count.
-- Where no account is named it is all. The planner takes these functions apart as it does views.

create view looked_after_initiatives as
select p.initiative_id, c.account_id
from initiative_partners p join looked_after c on c.organization_id = p.organization_id
where p.until is null;

create function own_unled(account uuid, hosts text[], homelands text[]) returns setof unled_initiatives language sql stable as $$
    select u.* from unled_initiatives u
    where account is null or u.host_country = any(hosts) or u.homeland = any(homelands)
        or exists (select from looked_after_initiatives l where l.initiative_id = u.initiative_id and l.account_id = account)
$$;

create function own_unlinked(account uuid, hosts text[], homelands text[]) returns setof unlinked_initiatives language sql stable as $$
    select u.* from unlinked_initiatives u
    where account is null or u.host_country = any(hosts) or u.homeland = any(homelands)
        or exists (select from looked_after_initiatives l where l.initiative_id = u.initiative_id and l.account_id = account)
$$;

create function own_needs(account uuid, hosts text[], homelands text[]) returns setof unmet_needs language sql stable as $$
    select u.* from unmet_needs u
    where account is null or u.host_country = any(hosts) or u.homeland = any(homelands)
        or exists (select from looked_after_initiatives l where l.initiative_id = u.initiative_id and l.account_id = account)
$$;

create function own_seats(account uuid, hosts text[], homelands text[], on_day date)
returns table (id uuid, organization_id uuid, since date) language sql stable as $$
    select e.id, e.organization_id, e.since from empty_seats(on_day) e join organizations o on o.id = e.organization_id
    where account is null or o.host_country = any(hosts) or o.homeland = any(homelands)
        or exists (select from looked_after l where l.organization_id = o.id and l.account_id = account)
$$;

create function own_terms(account uuid, hosts text[], homelands text[], on_day date, days integer)
returns setof lapsing_terms language sql stable as $$
    select t.* from lapsing_terms t join organizations o on o.id = t.organization_id
    where t.last_day between on_day - days and on_day + days
        and (account is null or o.host_country = any(hosts) or o.homeland = any(homelands)
            or exists (select from looked_after l where l.organization_id = o.id and l.account_id = account))
$$;

create function own_unassigned(account uuid, hosts text[], homelands text[]) returns setof unassigned_organizations language sql stable as $$
    select u.* from unassigned_organizations u
    where account is null or u.host_country = any(hosts) or u.homeland = any(homelands)
        or exists (select from looked_after l where l.organization_id = u.organization_id and l.account_id = account)
$$;
