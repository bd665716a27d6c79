-- Clubs without a computer fill in a form on paper: a post types it in, and hands the record over to the organization's own
-- people later. Until then the record is nobody's, and whoever typed it gives no opinion and decides nothing.

-- Who typed the form in. As long as the applicant is the same, the record waits for people of its own.
alter table cases add column typed_by uuid references accounts;
alter table cases add constraint cases_typed_what check (typed_by is null or kind = 'registration');
create index cases_typed on cases (organization_id) where typed_by is not null;

-- What stands on the paper of whoever filled it in.
create table case_papers (
    case_id uuid primary key references cases,
    signer_sealed bytea not null,
    email_sealed bytea,
    phone_sealed bytea,
    -- The day on the paper.
    signed_on date not null,
    -- The language in which they are written to.
    lang text not null,
    -- Whether a post typed it in, rather than the board.
    by_post boolean not null,
    constraint case_papers_lang_known check (lang in ('en', 'ru', 'ar'))
);

-- An invitation that hands the record over: whoever accepts first looks after it. It works as long as nobody does.
alter table invitations add column hands_over boolean not null default false;
alter table invitations add constraint invitations_hand_over_to_owners check (not hands_over or role = 'owner');

-- What is asked of those cases alone that were typed in from paper.
alter table checklist_items add column paper_only boolean not null default false;
insert into checklist_items (id, version, position, needed, personal, expires, case_kinds, paper_only, written_at,
    title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar)
values
('01930000-0000-7000-8000-000000000009', 1, 5, true, true, false, '{registration}', true, now(),
    'Scan of the signed paper form', 'Скан подписанного бумажного бланка', 'نسخة ممسوحة من الاستمارة الورقية الموقّعة',
    'Every page, with the signature and the day on it.',
    'Все страницы, с подписью и датой.',
    'جميع الصفحات، مع التوقيع والتاريخ.');
