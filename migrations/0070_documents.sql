-- Papers that prove what an organization says of itself: the checklists that admins keep, and a record for each document.
-- The content lies outside the database, sealed; what it is called and the key to it are sealed here.

-- What the organization is, for lists and checklists: a draft's as far as it can be read.
alter table cases add column organization_kind text;

-- What is asked for. An item that is changed has one more version; documents stay with the version that they answered.
create table checklist_items (
    id uuid not null,
    version integer not null,
    position smallint not null,
    title_en text not null,
    title_ru text not null,
    title_ar text not null,
    hint_en text not null default '',
    hint_ru text not null default '',
    hint_ar text not null default '',
    -- Whether a case cannot be submitted without it.
    needed boolean not null,
    -- Whether it shows what is nobody's business: somebody's identity, address or signature.
    personal boolean not null,
    -- Whether it ends on a day that is written on it.
    expires boolean not null,
    -- For which cases, organizations and host countries; empty: for all.
    case_kinds text[] not null default '{}',
    kinds text[] not null default '{}',
    hosts text[] not null default '{}',
    -- Asked for no more.
    withdrawn boolean not null default false,
    written_by uuid references accounts,
    written_at timestamptz not null,
    -- When a later version took its place.
    superseded_at timestamptz,
    primary key (id, version)
);
create unique index checklist_items_current on checklist_items (id) where superseded_at is null;

create table documents (
    id uuid primary key,
    case_id uuid references cases,
    organization_id uuid references organizations,
    item_id uuid not null,
    item_version integer not null,
    kind text not null,
    bytes bigint not null,
    -- The names of the content and of a small picture of it in the documents' place, and the key to both.
    object text not null,
    thumbnail text,
    key_sealed bytea not null,
    -- People write names of people into names of files.
    name_sealed bytea not null,
    personal boolean not null,
    expires_on date,
    added_by uuid not null references accounts,
    added_at timestamptz not null,
    -- A newer one took its place; it stays.
    superseded_at timestamptz,
    superseded_by uuid references documents,
    constraint documents_item foreign key (item_id, item_version) references checklist_items,
    constraint documents_of_something check (case_id is not null or organization_id is not null),
    constraint documents_kind_known check (kind in ('pdf', 'jpeg', 'png', 'docx', 'odt')),
    constraint documents_bytes_some check (bytes > 0),
    constraint documents_superseded_when check ((superseded_at is null) = (superseded_by is null)),
    constraint documents_personal_unpictured check (not personal or thumbnail is null)
);
create index documents_of_case on documents (case_id, item_id) where case_id is not null;
create index documents_of_organization on documents (organization_id, item_id) where organization_id is not null;
create index documents_expiring on documents (expires_on) where superseded_at is null and expires_on is not null;

-- What reviewers say of a document. The last one counts, and all stay.
create table document_verdicts (
    id uuid primary key,
    document_id uuid not null references documents,
    fine boolean not null,
    note_sealed bytea,
    given_by uuid not null references accounts,
    given_at timestamptz not null
);
create index document_verdicts_of_document on document_verdicts (document_id, id);

-- Which steps of the ladder before its last day a document has passed: each is told once.
create table document_reminders (
    document_id uuid not null references documents,
    days smallint not null,
    told_at timestamptz not null,
    primary key (document_id, days),
    constraint document_reminders_days_rung check (days in (30, 7, 0))
);

-- The default: the eight documents that Spain asks of associations abroad for its census of associations and centres (CACE).
-- The signed form is optional here, because the portal's own form takes its place.
insert into checklist_items (id, version, position, needed, personal, expires, case_kinds, written_at,
    title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar)
values
('01930000-0000-7000-8000-000000000001', 1, 10, true, false, false, '{registration}', now(),
    'Founding deed and statutes', 'Учредительный акт и устав', 'عقد التأسيس والنظام الأساسي',
    'With the stamp or the number of the register of the host country.',
    'С печатью или номером реестра страны пребывания.',
    'مع ختم السجل في البلد المضيف أو رقم القيد فيه.'),
('01930000-0000-7000-8000-000000000002', 1, 20, true, false, false, '{registration,claim}', now(),
    'Appointment of the board', 'Решение о назначении правления', 'قرار تعيين الهيئة الإدارية',
    'The minutes that name those who lead the organization, or another paper that shows who may act for it.',
    'Протокол, в котором названы руководители организации, или другой документ о том, кто вправе действовать от её имени.',
    'المحضر الذي يسمّي القائمين على المنظمة، أو وثيقة أخرى تبيّن من يحق له التصرف باسمها.'),
('01930000-0000-7000-8000-000000000003', 1, 30, true, true, false, '{registration,claim}', now(),
    'Identity paper of the legal representative', 'Документ, удостоверяющий личность законного представителя', 'وثيقة هوية الممثل القانوني',
    'The page with the photograph. You may cover everything but the name, the photograph and the last day.',
    'Страница с фотографией. Можно закрыть всё, кроме имени, фотографии и срока действия.',
    'الصفحة التي فيها الصورة. يمكنكم تغطية كل شيء عدا الاسم والصورة وتاريخ الانتهاء.'),
('01930000-0000-7000-8000-000000000004', 1, 40, true, false, false, '{registration,renewal}', now(),
    'Report of activities', 'Отчёт о деятельности', 'تقرير عن الأنشطة',
    'A page or two about what the organization has done. A new organization says what it plans.',
    'Одна-две страницы о том, что организация сделала. Новая организация пишет о своих планах.',
    'صفحة أو صفحتان عمّا أنجزته المنظمة. والمنظمة الجديدة تذكر ما تنوي عمله.'),
('01930000-0000-7000-8000-000000000005', 1, 50, true, false, false, '{registration,renewal}', now(),
    'Minutes of the last general meeting', 'Протокол последнего общего собрания', 'محضر آخر اجتماع للجمعية العامة',
    '', '', ''),
('01930000-0000-7000-8000-000000000006', 1, 60, true, false, false, '{registration,renewal}', now(),
    'Certificate of the number of members', 'Справка о числе членов', 'شهادة بعدد الأعضاء',
    'Signed by the legal representative: how many members there are, and how many of them come from the homeland.',
    'За подписью законного представителя: сколько всего членов и сколько из них родом с исторической родины.',
    'بتوقيع الممثل القانوني: كم عدد الأعضاء، وكم منهم من أبناء الوطن الأم.'),
('01930000-0000-7000-8000-000000000007', 1, 70, true, false, true, '{registration,renewal}', now(),
    'Certificate of tax residence', 'Справка о налоговом резидентстве', 'شهادة الإقامة الضريبية',
    'From the tax office of the host country. Where there is no such paper, send the notice of the tax number or of exemption.',
    'Из налоговой службы страны пребывания. Если такой справки нет, пришлите уведомление о налоговом номере или об освобождении от налога.',
    'من مصلحة الضرائب في البلد المضيف. وإن لم توجد شهادة كهذه فأرسلوا إشعار الرقم الضريبي أو الإعفاء.'),
('01930000-0000-7000-8000-000000000008', 1, 80, false, false, false, '{registration}', now(),
    'Signed application', 'Подписанное заявление', 'طلب موقّع',
    'Only if your post asks for it on paper.',
    'Только если его просит на бумаге ваше представительство.',
    'فقط إذا طلبته بعثتكم على الورق.');
