-- A file that comes with a note or a message. Its content lies where documents lie, sealed; whoever may read the words may read it.

create table case_attachments (
    id uuid primary key,
    message_id uuid not null references case_messages,
    kind text not null,
    bytes bigint not null,
    object text not null,
    key_sealed bytea not null,
    name_sealed bytea not null,
    added_by uuid not null references accounts,
    added_at timestamptz not null,
    constraint case_attachments_kind_known check (kind in ('pdf', 'jpeg', 'png', 'docx', 'odt')),
    constraint case_attachments_bytes_some check (bytes > 0)
);
create index case_attachments_of_message on case_attachments (message_id);
