-- What a case is judged by: criteria that admins keep in editions. A draft is written, then published; a case keeps the edition that
-- was in force when it was first submitted. What the board finds of each is kept, version by version.

create table criteria_editions (
    number integer primary key,
    -- Counts the changes of a draft, which begins as what is in force: nobody publishes what they have not seen, or nothing new.
    revision integer not null default 1,
    published_at timestamptz,
    -- Nobody, where the registry came with it.
    published_by uuid references accounts,
    constraint criteria_editions_number_from_one check (number >= 1),
    constraint criteria_editions_published_by check (published_at is not null or published_by is null)
);
-- There is one draft.
create unique index criteria_editions_one_draft on criteria_editions ((published_at is null)) where published_at is null;

create table criteria (
    edition integer not null references criteria_editions,
    -- The same through all editions.
    id uuid not null,
    position smallint not null,
    title_en text not null,
    title_ru text not null,
    title_ar text not null,
    hint_en text not null default '',
    hint_ru text not null default '',
    hint_ar text not null default '',
    -- Whether accepting without it asks for a reason.
    required boolean not null,
    -- For which cases; empty: for all.
    case_kinds text[] not null default '{}',
    -- Not judged by in this edition.
    withdrawn boolean not null default false,
    revision integer not null default 1,
    primary key (edition, id)
);

alter table cases add column criteria_edition integer;
alter table cases add constraint cases_criteria_edition foreign key (criteria_edition) references criteria_editions;

-- What the board finds of a criterion in a case. Nothing is replaced: the last version stands.
create table case_findings (
    id uuid primary key,
    case_id uuid not null references cases,
    criterion_id uuid not null,
    version integer not null,
    outcome text not null,
    note_sealed bytea,
    -- Addresses in the web.
    links_sealed bytea,
    -- Documents of the case, and fields of what was submitted.
    documents uuid[] not null default '{}',
    fields text[] not null default '{}',
    found_by uuid not null references accounts,
    found_at timestamptz not null,
    constraint case_findings_outcome_known check (outcome in ('open', 'met', 'not_met', 'not_applicable')),
    constraint case_findings_version_from_one check (version >= 1),
    -- Two at once: one lands.
    constraint case_findings_once unique (case_id, criterion_id, version)
);

-- Why a case was accepted although required criteria were open or not met.
create table case_excuses (
    id uuid primary key,
    case_id uuid not null references cases,
    words_sealed bytea not null,
    -- Which these were.
    criteria uuid[] not null,
    given_by uuid not null references accounts,
    given_at timestamptz not null,
    constraint case_excuses_of_something check (cardinality(criteria) > 0)
);
create index case_excuses_of_case on case_excuses (case_id, id);

-- The first edition is empty: nobody is judged by a list that their board has not agreed upon. What the board may want to agree upon
-- waits as a draft.
insert into criteria_editions (number, revision, published_at) values (1, 1, '2026-11-27'), (2, 2, null);
update cases set criteria_edition = 1 where number is not null;

insert into criteria (edition, id, position, required, case_kinds, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar) values
(2, '01930000-0000-7000-8000-000000000261', 10, true, '{registration}',
    'The organization exists', 'Организация существует', 'المنظمة قائمة فعلًا',
    'Its legal name and number agree with the register of the host country. Where there is no register, somebody who can be asked confirms it.',
    'Официальное название и номер совпадают с реестром страны пребывания. Если реестра нет, это подтверждает тот, кого можно спросить.',
    'اسمها القانوني ورقمها يطابقان سجل البلد المضيف. وإن لم يكن هناك سجل فيؤكد وجودها من يمكن سؤاله.'),
(2, '01930000-0000-7000-8000-000000000262', 20, true, '{registration,claim}',
    'Whoever applies may act for it', 'Заявитель вправе действовать от её имени', 'مقدّم الطلب مخوّل بالتصرف باسمها',
    'The minutes or another paper name them, and the paper is of this term.',
    'Это видно из протокола или другого документа, относящегося к текущему сроку полномочий.',
    'يذكره المحضر أو وثيقة أخرى تعود إلى الولاية الحالية.'),
(2, '01930000-0000-7000-8000-000000000263', 30, true, '{registration}',
    'It serves a community of the diaspora', 'Она работает для сообщества диаспоры', 'تخدم إحدى جماعات المهجر',
    'Its statutes or its report of activities say so.',
    'Об этом говорит устав или отчёт о деятельности.',
    'يدل على ذلك نظامها الأساسي أو تقرير أنشطتها.'),
(2, '01930000-0000-7000-8000-000000000264', 40, true, '{registration}',
    'It is not registered here already', 'Её ещё нет в этом реестре', 'ليست مسجلة هنا من قبل',
    'Compare with those that are like it, in every script.',
    'Сравните с похожими во всех письменностях.',
    'قارنوها بما يشبهها بكل الكتابات.'),
(2, '01930000-0000-7000-8000-000000000265', 50, true, '{registration,amendment}',
    'Nobody is endangered by what would be public', 'Публикация никому не грозит', 'لا يعرّض النشر أحدًا للخطر',
    'No name without consent, and no address at which somebody could be found who should not be.',
    'Никаких имён без согласия и никаких адресов, по которым можно найти того, кого находить не должны.',
    'لا اسم بلا موافقة، ولا عنوان يمكن أن يدل على من لا ينبغي العثور عليه.'),
(2, '01930000-0000-7000-8000-000000000266', 60, false, '{registration}',
    'It can be reached', 'С ней можно связаться', 'يمكن التواصل معها',
    'A letter, a call or a visit reached somebody.',
    'На письмо, звонок или визит кто-то ответил.',
    'أجاب أحد عن رسالة أو اتصال أو زيارة.'),
(2, '01930000-0000-7000-8000-000000000267', 70, false, '{registration,renewal}',
    'It has been active in the last year', 'За последний год она была деятельна', 'كانت نشيطة في السنة الأخيرة',
    'The report of activities names what was done, where and for whom. A new organization names what it plans.',
    'В отчёте сказано, что сделано, где и для кого. Новая организация пишет о планах.',
    'يذكر تقرير الأنشطة ما أُنجز وأين ولمن. والمنظمة الجديدة تذكر ما تنوي.');
