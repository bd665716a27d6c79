-- A number of another register is one number however it is typed: it is compared without signs and in capitals, and stays as typed.
-- And a row of a file that comes again word for word means the organization that it meant before, whatever became of that since.

create function identifier_normal(value text) returns text language sql immutable parallel safe as $$
    select coalesce(nullif(upper(regexp_replace(value, '[^[:alnum:]]', '', 'g')), ''), value)
$$;

drop index organization_identifiers_value;
create index organization_identifiers_normal on organization_identifiers (scheme, identifier_normal(value));

create index organizations_import_hash on organizations (import_hash) where import_hash is not null;
