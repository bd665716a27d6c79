-- Which answers a paper proves, so that reviewers see it beside them. Admins keep it with each item of the checklists.

alter table checklist_items add column proves text[] not null default '{}';

-- For the papers that the registry came with, in every version of theirs.
update checklist_items set proves = case id
    when '01930000-0000-7000-8000-000000000001' then '{names,kind,founded,identifiers,host_registered_on,about}'::text[]
    when '01930000-0000-7000-8000-000000000002' then '{people}'
    when '01930000-0000-7000-8000-000000000003' then '{people}'
    when '01930000-0000-7000-8000-000000000004' then '{about,areas}'
    when '01930000-0000-7000-8000-000000000005' then '{people}'
    when '01930000-0000-7000-8000-000000000006' then '{members,homeland,community}'
    when '01930000-0000-7000-8000-000000000007' then '{identifiers,places}'
    when '01930000-0000-7000-8000-00000000000a' then '{people}'
    else proves end;
