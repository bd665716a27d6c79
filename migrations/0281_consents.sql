-- Consents by field and by purpose. What was agreed to before counted for a whole purpose: it goes on for what stood on public
-- pages then, and for nothing more.

drop index leader_consents_once;
alter table leader_consents
    add column field text,
    -- The day on which they agreed; when it was recorded stands beside it.
    add column given_on date,
    -- To whom they said it, where it was said.
    add column spoken_to_sealed bytea;
insert into leader_consents (id, leader_id, purpose, field, text_version, means, given_at, given_on, withdrawn_at)
select gen_random_uuid(), c.leader_id, c.purpose, f.field, c.text_version, c.means, c.given_at, c.given_at::date, c.withdrawn_at
from leader_consents c
cross join lateral unnest(case c.purpose when 'public_page' then array['office', 'languages'] else array['office'] end) as f (field);
update leader_consents set field = 'name', given_on = given_at::date where field is null;
alter table leader_consents
    alter column field set not null,
    alter column given_on set not null,
    add constraint leader_consents_field_known check (field in ('name', 'office', 'languages', 'contact')),
    -- Older words stay as they were written.
    add constraint leader_consents_means_known check (means in ('registration', 'letter', 'in-person', 'themselves')) not valid;
create unique index leader_consents_once on leader_consents (leader_id, field, purpose) where withdrawn_at is null;

-- Whether a leader agrees today that something of them is used for a purpose: the one question that every list, page, file and
-- answer asks.
create function agrees(leader uuid, field text, purpose text) returns boolean language sql stable as $$
    select exists (select from leader_consents c
        where c.leader_id = $1 and c.field = $2 and c.purpose = $3 and c.withdrawn_at is null)
$$;

-- Who was entered by others and is still to be told so, by letter.
alter table leaders add column to_be_told boolean not null default false;
create index leaders_to_be_told on leaders (id) where to_be_told;
