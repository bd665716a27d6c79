-- What leaders took back themselves nobody gives again for them, and they hear when others record that they agree.

alter table leader_consents
    add column withdrawn_by_themselves boolean not null default false,
    add constraint leader_consents_withdrawn_by_whom check (withdrawn_at is not null or not withdrawn_by_themselves);

-- Older words for it meant a form. As they stood, no such consent could be withdrawn: PostgreSQL looks at the whole row again.
update leader_consents set means = 'registration' where means not in ('registration', 'letter', 'in-person', 'themselves');
alter table leader_consents validate constraint leader_consents_means_known;

-- Of what was withdrawn before, nobody knows any more by whom: it is taken for their own word.
update leader_consents set withdrawn_by_themselves = true where withdrawn_at is not null;

alter table leaders add column consents_to_be_told boolean not null default false;
drop index leaders_to_be_told;
create index leaders_to_be_told on leaders (id) where to_be_told or consents_to_be_told;

-- On which day a leader took something back that nobody agreed to since; nothing, where they did not. An entry that gave way to
-- theirs was theirs.
create function took_back(leader uuid, field text, purpose text) returns date language sql stable as $$
    select (taken.at at time zone 'UTC')::date
    from (select max(c.withdrawn_at) as at from leader_consents c join leaders l on l.id = c.leader_id
            where (l.id = $1 or l.merged_into = $1) and c.field = $2 and c.purpose = $3 and c.withdrawn_by_themselves) taken
    where taken.at is not null and not exists (select from leader_consents c join leaders l on l.id = c.leader_id
        where (l.id = $1 or l.merged_into = $1) and c.field = $2 and c.purpose = $3 and c.given_at >= taken.at
            and not (c.withdrawn_by_themselves and c.withdrawn_at <= taken.at))
$$;
