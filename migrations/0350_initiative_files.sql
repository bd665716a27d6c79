-- Pictures and documents of initiatives. A file comes with what a team proposes, and anybody sees it once the board has accepted that.
-- Its content lies where documents lie, sealed. What is taken out loses its key at once, and its content is erased: the row stays, and
-- opens nothing any more.
alter table initiative_proposals
    -- Which files, in their order, with the words to each.
    add column files_sealed bytea;

create table initiative_files (
    id uuid primary key,
    -- What it came with.
    proposal_id uuid not null references initiative_proposals,
    used_as text not null,
    kind text not null,
    bytes bigint not null,
    -- Of a picture: how many dots.
    width integer,
    height integer,
    -- The names of the content and of a small picture of it in the documents' place, and the key to both.
    object text,
    small text,
    key_sealed bytea,
    added_by uuid not null references accounts,
    added_at timestamptz not null,
    -- Where anybody sees it, or saw it.
    initiative_id uuid references initiatives,
    -- Where it stands there now, and what is said with it: words in a language each. Nothing where nobody sees it.
    position smallint,
    languages text[],
    words text[],
    removed_at timestamptz,
    removed_by uuid references accounts,
    constraint initiative_files_used_as_known check (used_as in ('picture', 'document')),
    constraint initiative_files_kind_known check (kind in ('pdf', 'jpeg', 'png', 'docx', 'odt')),
    constraint initiative_files_kind_as_used check ((used_as = 'picture') = (kind in ('jpeg', 'png'))),
    constraint initiative_files_bytes_some check (bytes > 0),
    constraint initiative_files_picture_measured
        check (num_nonnulls(width, height) = case used_as when 'picture' then 2 else 0 end and width > 0 and height > 0),
    constraint initiative_files_small_of_pictures check (small is null or used_as = 'picture'),
    constraint initiative_files_key_until_removed check ((key_sealed is null) = (removed_at is not null)),
    constraint initiative_files_content_while_open check (key_sealed is null or object is not null),
    constraint initiative_files_removed_by_somebody check ((removed_at is null) = (removed_by is null)),
    constraint initiative_files_shown_whole check (num_nonnulls(position, languages, words) in (0, 3)),
    constraint initiative_files_shown_somewhere check (position is null or initiative_id is not null and removed_at is null),
    constraint initiative_files_words_in_languages
        check (cardinality(languages) = cardinality(words) and cardinality(words) between 1 and 4)
);
create index initiative_files_of_proposal on initiative_files (proposal_id);
create index initiative_files_of_initiative on initiative_files (initiative_id, position) where position is not null;
create index initiative_files_to_erase on initiative_files (removed_at) where removed_at is not null and object is not null;
