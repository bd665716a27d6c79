-- A group that has not said what it is for says nothing, rather than an empty text in no language.
alter table groups alter purpose drop not null, alter purpose drop default;
update groups set purpose = nullif(purpose, ''),
    purpose_language = case when purpose <> '' then coalesce(purpose_language, 'en') end;
alter table groups add constraint groups_purpose_said check ((purpose is null) = (purpose_language is null));
alter table groups add constraint groups_order check (ended_on is null or ended_on >= started_on);

-- What was in force once cannot have ended before it began.
alter table group_members add constraint group_members_order check (until is null or until >= since);
alter table organization_coordinators add constraint organization_coordinators_order check (until is null or until >= since);
alter table initiative_partners add constraint initiative_partners_order check (until is null or until >= since);
alter table leader_consents add constraint leader_consents_order check (withdrawn_at is null or withdrawn_at >= given_at);
