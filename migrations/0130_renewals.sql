-- A renewal is a case that says of every section of the particulars that it is still true, or what has changed. When an
-- organization last said so of a section, the registry keeps.

-- Like an amendment, it keeps what the registry said, so that nothing is undone that changes meanwhile.
alter table cases drop constraint cases_base_when;
alter table cases add constraint cases_base_when check (base_sealed is null or kind in ('amendment', 'renewal'));
create index cases_renewals on cases (organization_id) where kind = 'renewal';

-- A renewal that was sent and would change who the organization is puts its entry under a mark, as an amendment does.
alter table cases add column corrects boolean not null default false;
alter table cases add constraint cases_corrects_when check (not corrects or kind in ('amendment', 'renewal'));
update cases set corrects = true where kind = 'amendment';
-- Every public page asks whether there is one.
create index cases_corrections on cases (organization_id) where corrects;

-- Somebody said that the section is still as the registry has it. What the form says counts all the same: where that is
-- something else by now, the section is changed.
alter table case_sections add column confirmed boolean not null default false;

-- When an organization last said that a section is so. Of what came in with a roster, or was never claimed, nothing stands here.
create table organization_sections (
    organization_id uuid not null references organizations,
    section text not null,
    confirmed_on date not null,
    primary key (organization_id, section),
    constraint organization_sections_section_known check (section in ('names', 'kind', 'place', 'community', 'work', 'contacts', 'people', 'identifiers', 'size', 'ties'))
);

-- Whoever registered said everything in the last form that they sent.
insert into organization_sections (organization_id, section, confirmed_on)
select c.organization_id, one.section, max((s.submitted_at at time zone 'utc')::date)
from cases c
join case_submissions s on s.case_id = c.id
cross join unnest(array['names', 'kind', 'place', 'community', 'work', 'contacts', 'people', 'identifiers', 'size', 'ties']) as one(section)
where c.kind = 'registration' and c.stage in ('accepted', 'accepted_with_conditions') and c.organization_id is not null
group by c.organization_id, one.section;
