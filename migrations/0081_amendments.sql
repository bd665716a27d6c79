-- An amendment keeps what the registry said when it was begun: acceptance changes what it meant to change, and nothing
-- that changed meanwhile is undone.
alter table cases add column base_sealed bytea;
alter table cases add constraint cases_base_when check (base_sealed is null or kind = 'amendment');
create index cases_amendments on cases (organization_id) where kind = 'amendment';
