-- Certificates that organizations print: what was issued, so that whoever holds the paper can ask what is true today.

create sequence certificate_numbers;

create table certificates (
    id uuid primary key,
    number text not null,
    -- What the paper carries and nobody can guess: 80 random bits, in letters that are not taken for one another.
    code text not null,
    organization_id uuid not null references organizations,
    issued_by uuid not null references accounts,
    issued_at timestamptz not null,
    issued_on date not null,
    valid_until date not null,
    constraint certificates_number_taken unique (number),
    constraint certificates_code_taken unique (code),
    constraint certificates_days_in_order check (valid_until >= issued_on)
);
create index certificates_of_organization on certificates (organization_id, id);
