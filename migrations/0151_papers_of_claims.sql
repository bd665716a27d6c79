-- Whoever claims an organization shows that they speak for it: who is appointed, who they are, and that its board agrees.

-- The identity paper of a registration is that of the legal representative; a claimant shows their own. An item that an admin
-- has changed since stays as they wrote it.
insert into checklist_items (id, version, position, needed, personal, expires, case_kinds, kinds, hosts, withdrawn, paper_only,
    written_at, superseded_at, title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar)
select id, 2, position, needed, personal, expires, '{registration}', kinds, hosts, withdrawn, paper_only,
    now(), now(), title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar
from checklist_items
where id = '01930000-0000-7000-8000-000000000003' and version = 1 and superseded_at is null;
update checklist_items set superseded_at = now()
where id = '01930000-0000-7000-8000-000000000003' and version = 1 and superseded_at is null;
update checklist_items one set superseded_at = null
where id = '01930000-0000-7000-8000-000000000003' and version = 2 and not exists (
    select from checklist_items other where other.id = one.id and other.superseded_at is null);

insert into checklist_items (id, version, position, needed, personal, expires, case_kinds, written_at,
    title_en, title_ru, title_ar, hint_en, hint_ru, hint_ar)
values
('01930000-0000-7000-8000-00000000000a', 1, 25, true, false, false, '{claim}', now(),
    'Letter of the board', 'Письмо правления', 'رسالة من الهيئة الإدارية',
    'A few lines on the organization’s paper, signed by two of its board: that you may look after its record here.',
    'Несколько строк на бланке организации за подписью двух членов правления: что вам поручено вести её запись здесь.',
    'بضعة أسطر على ورق المنظمة يوقّعها اثنان من هيئتها الإدارية: أنكم مكلّفون برعاية سجلها هنا.'),
('01930000-0000-7000-8000-00000000000b', 1, 30, true, true, false, '{claim}', now(),
    'Your own identity paper', 'Ваш документ, удостоверяющий личность', 'وثيقة هويتكم',
    'Only the board and the post see it, and each look is written down. Cover everything but the name, the photograph and the last day.',
    'Его видят только совет и представительство, и каждый просмотр записывается. Закройте всё, кроме имени, фотографии и срока действия.',
    'لا يراها سوى المجلس والبعثة، وتُسجَّل كل مرة تُفتح فيها. غطّوا كل شيء عدا الاسم والصورة وتاريخ الانتهاء.');
