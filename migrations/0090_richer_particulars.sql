-- An organization can say more of itself, and says it section by section: people in several countries fill in one form together,
-- on slow lines, and none of them may lose a word to another.

-- Dates of which people may know the year alone: ISO 8601, `1987` or `1987-05-03`.
create function is_partial_date(written text) returns boolean immutable language sql
    return written ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$';

alter table organizations
    alter column founded type text using founded::text,
    add constraint organizations_founded_when check (is_partial_date(founded)),
    add column host_registered_on text constraint organizations_host_registered_when check (is_partial_date(host_registered_on)),
    -- The address and the places where it meets, each with how much of it anybody may know; and the city, where it is hidden.
    add column places_sealed bytea,
    add column links text[] not null default '{}',
    add column members integer constraint organizations_members_counted check (members >= 0),
    add column members_on text constraint organizations_members_when check (is_partial_date(members_on)),
    add column members_evidence text,
    -- `2024:25k-100k`
    add column funding text[] not null default '{}',
    -- Other organizations, by registry number or by name.
    add column umbrella text,
    add column chapters text[] not null default '{}',
    add column successor text,
    add constraint organizations_members_whole check (members is not null or (members_on is null and members_evidence is null));

alter table organization_names
    -- ISO 15924, where it was said; else it is the script of its letters.
    add column script text constraint organization_names_script_code check (script ~ '^[A-Z][a-z]{3}$'),
    add column since text constraint organization_names_since_when check (is_partial_date(since)),
    add column until text constraint organization_names_until_when check (is_partial_date(until));

alter table organization_identifiers add column issuer text;

-- How often each section of a draft was saved: whoever saves over another's words is told, and both are kept on the page.
create table case_sections (
    case_id uuid not null references cases,
    section text not null,
    revision integer not null,
    saved_by uuid not null references accounts,
    saved_at timestamptz not null,
    primary key (case_id, section)
);
