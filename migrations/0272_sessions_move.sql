-- A session of the board can be moved to another day or place. Calendars know a meeting again by its UID, and which of two invitations is
-- the later by this count.

alter table sittings add column sequence integer not null default 0;
alter table sittings add constraint sittings_sequence_counts check (sequence >= 0);
-- What was called off was told to calendars as the next of the invitation.
update sittings set sequence = 1 where stage = 'called_off';
