-- Needs and offers are compared by hashing: with "is not distinct from" every need would be held against every offer.
create or replace view unmet_needs as
select w.initiative_id, w.position, i.host_country, i.homeland
from initiative_wants w join initiatives i on i.id = w.initiative_id
where w.side = 'need' and not w.is_met and i.stage not in ('done', 'stopped')
    and not exists (select from initiative_wants g join initiatives h on h.id = g.initiative_id
        where g.side = 'offer' and g.kind = w.kind and not g.is_met and h.id <> i.id
            and h.stage not in ('done', 'stopped') and coalesce(h.host_country, '') = coalesce(i.host_country, ''));
