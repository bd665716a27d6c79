-- A form on paper that a post types in may be typed in by any officer of that post. Whoever does is kept besides the one who
-- began it (cases.typed_by): they judge nothing of it, also after it was handed over.
create table case_typists (
    case_id uuid not null references cases (id),
    account_id uuid not null references accounts (id),
    since timestamptz not null,
    primary key (case_id, account_id)
);
create index case_typists_account on case_typists (account_id);

-- Whether an account typed in a case: began it, or typed along.
create function case_typed_by(c cases, account uuid) returns boolean language sql stable as
$$
    select c.typed_by is not null and (c.typed_by = account
        or exists (select from case_typists t where t.case_id = c.id and t.account_id = account))
$$;
