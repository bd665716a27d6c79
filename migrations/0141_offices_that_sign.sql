-- Who signs for an organization is said of an office: the board writes to whoever represents it, and a change of it is
-- looked at before it counts.
alter table leader_offices add column signs boolean not null default false;
