-- Whoever is away can name a colleague who stands in for them until they are back.

alter table absences add column deputy_id uuid references accounts;
alter table absences add constraint absences_deputy_is_another check (deputy_id <> account_id);
create index absences_of_deputy on absences (deputy_id) where ended_at is null and deputy_id is not null;
