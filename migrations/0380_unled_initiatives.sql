-- What nobody leads is not published, and stands on the workbench until somebody does.

-- Initiatives that go on and that no organization leads.
create view unled_initiatives as
select i.id as initiative_id, i.host_country, i.homeland
from initiatives i
where i.stage not in ('done', 'stopped')
    and not exists (select from initiative_partners p where p.initiative_id = i.id and p.role = 'lead' and p.until is null);
