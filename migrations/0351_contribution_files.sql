-- A file as proof of a contribution: its team and the coordinators of the board open it. It stays with the record that it came with,
-- and with the one that takes the place of that.
create table contribution_files (
    id uuid primary key,
    kind text not null,
    bytes bigint not null,
    -- The name of the content in the documents' place, and the key to it.
    object text not null,
    key_sealed bytea not null,
    -- People write names of people into names of files.
    name_sealed bytea not null,
    added_by uuid not null references accounts,
    added_at timestamptz not null,
    constraint contribution_files_kind_known check (kind in ('pdf', 'jpeg', 'png', 'docx', 'odt')),
    constraint contribution_files_bytes_some check (bytes > 0)
);
alter table contributions
    add column file_id uuid references contribution_files,
    drop constraint contributions_documented_by_something,
    add constraint contributions_documented_by_something
        check (evidence <> 'documented' or num_nonnulls(proof_sealed, file_id) > 0);
