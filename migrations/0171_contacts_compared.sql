-- E-mail addresses and telephone numbers tell that two organizations are one. They are sealed, so they are compared by marks
-- that follow from them and from a key outside of the database: whoever has the table alone can neither read nor try them.

create table organization_contact_marks (
    organization_id uuid not null references organizations,
    mark bytea not null,
    primary key (organization_id, mark)
);
create index organization_contact_marks_mark on organization_contact_marks (mark);

-- Organizations from before have no marks yet: how far they are made, in the order of ids. Later ones get theirs when they are written.
create table contact_marks_made (
    one boolean primary key default true,
    until uuid not null,
    constraint contact_marks_made_once check (one)
);
insert into contact_marks_made (until) values ('00000000-0000-0000-0000-000000000000');
