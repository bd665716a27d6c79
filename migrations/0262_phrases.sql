-- What the board says often: texts with placeholders in three languages, which whoever writes puts in and then changes. Admins keep
-- them; one that is said no more is retired.

create table phrases (
    id uuid primary key,
    -- Where it is offered.
    used_for text not null,
    position smallint not null,
    name_en text not null,
    name_ru text not null,
    name_ar text not null,
    text_en text not null,
    text_ru text not null,
    text_ar text not null,
    retired_at timestamptz,
    revision integer not null default 1,
    constraint phrases_used_for_known check (used_for in ('message', 'changes', 'refusal', 'condition', 'opinion'))
);

insert into phrases (id, used_for, position, name_en, name_ru, name_ar, text_en, text_ru, text_ar) values
('01930000-0000-7000-8000-000000000281', 'message', 10, 'We have begun', 'Мы начали', 'بدأنا',
    'Thank you for your application {number}. We have begun to look at it, and will write to you here if we have a question. You do not need to do anything now.',
    'Спасибо за заявление {number}. Мы начали его рассматривать и, если появится вопрос, напишем вам здесь. Сейчас ничего делать не нужно.',
    'شكرًا لكم على الطلب {number}. بدأنا النظر فيه، وسنكتب إليكم هنا إن كان لدينا سؤال. ليس عليكم فعل شيء الآن.'),
('01930000-0000-7000-8000-000000000282', 'message', 20, 'A question', 'Вопрос', 'سؤال',
    'To go on with {organization} we would like to know one more thing:

…

A short answer here is enough. If you cannot say it, tell us so: we will find another way.',
    'Чтобы продолжить рассмотрение ({organization}), нам нужно узнать ещё одно:

…

Достаточно короткого ответа здесь. Если ответить нельзя, так и напишите: найдём другой путь.',
    'لنواصل النظر في طلب {organization} نود معرفة أمر آخر:

…

يكفي جواب قصير هنا. وإن تعذّر عليكم الجواب فأخبرونا بذلك وسنجد طريقًا آخر.'),
('01930000-0000-7000-8000-000000000283', 'message', 30, 'It takes longer', 'Потребуется больше времени', 'يلزم وقت أطول',
    'Your application {number} takes us longer than we thought. That is not because of you. We will write to you as soon as there is news, and at the latest by {due}.',
    'Рассмотрение заявления {number} занимает больше времени, чем мы думали. Это не из-за вас. Мы напишем, как только будут новости, и не позднее {due}.',
    'يستغرق طلبكم {number} وقتًا أطول مما قدّرنا، وليس ذلك بسببكم. سنكتب إليكم حالما يجدّ جديد، وفي موعد أقصاه {due}.'),
('01930000-0000-7000-8000-000000000284', 'changes', 10, 'A paper is missing', 'Не хватает документа', 'وثيقة ناقصة',
    'One paper is missing: …

Please add it by {due}. If you cannot get it in time, write to us: we can give you longer, or accept another paper that shows the same.',
    'Не хватает одного документа: …

Пожалуйста, добавьте его до {due}. Если не успеваете его получить, напишите нам: мы можем продлить срок или принять другой документ о том же.',
    'تنقص وثيقة واحدة: …

نرجو إضافتها قبل {due}. وإن تعذّر الحصول عليها في الموعد فاكتبوا إلينا: يمكننا تمديد المهلة أو قبول وثيقة أخرى تثبت الأمر نفسه.'),
('01930000-0000-7000-8000-000000000285', 'changes', 20, 'A paper cannot be read', 'Документ не читается', 'وثيقة غير مقروءة',
    'We cannot read one of your papers: …

A photograph in daylight, with the whole page in the picture, is enough. Please send it again by {due}.',
    'Один из документов не удаётся прочитать: …

Достаточно фотографии при дневном свете, где видна вся страница. Пожалуйста, пришлите его снова до {due}.',
    'لم نتمكن من قراءة إحدى وثائقكم: …

تكفي صورة في ضوء النهار تظهر فيها الصفحة كاملة. نرجو إرسالها من جديد قبل {due}.'),
('01930000-0000-7000-8000-000000000286', 'changes', 30, 'Answers and papers differ', 'Ответы и документы расходятся', 'الإجابات والوثائق لا تتطابق',
    'What the form says and what the papers say is not the same: …

Please change the one that is out of date by {due}. Perhaps something has changed since: then a line about it is enough.',
    'В анкете и в документах сказано разное: …

Пожалуйста, исправьте то, что устарело, до {due}. Возможно, что-то с тех пор изменилось: тогда достаточно строки об этом.',
    'ما في الاستمارة يخالف ما في الوثائق: …

نرجو تعديل ما لم يعد صحيحًا قبل {due}. وربما تغيّر شيء منذ ذلك الحين: فيكفي سطر عنه.'),
('01930000-0000-7000-8000-000000000287', 'refusal', 10, 'We could not confirm it', 'Не удалось подтвердить', 'لم نتمكن من التأكد',
    'We could not confirm that {organization} exists as the application says. We looked at: …

If you have a paper that shows it, you can appeal, or apply again at any time.',
    'Нам не удалось подтвердить, что {organization} существует в том виде, как сказано в заявлении. Мы проверили: …

Если у вас есть документ об этом, вы можете обжаловать решение или подать заявление снова в любое время.',
    'لم نتمكن من التأكد من أن {organization} قائمة كما يقول الطلب. راجعنا: …

إن كانت لديكم وثيقة تثبت ذلك فيمكنكم الاعتراض، أو التقدّم من جديد في أي وقت.'),
('01930000-0000-7000-8000-000000000288', 'refusal', 20, 'It is registered already', 'Уже зарегистрирована', 'مسجلة من قبل',
    '{organization} is in this registry already. Please ask its team to let you in, or claim its record if nobody looks after it any more. Nothing of your work is lost: we keep what you sent.',
    'Организация «{organization}» уже есть в этом реестре. Попросите её команду принять вас или заявите о праве вести запись, если ею больше никто не занимается. Ваш труд не пропал: всё присланное мы храним.',
    'منظمة {organization} موجودة في هذا السجل. اطلبوا من فريقها أن يضمكم إليه، أو طالبوا بسجلها إن لم يعد أحد يرعاه. لم يضع شيء من عملكم: نحتفظ بكل ما أرسلتموه.'),
('01930000-0000-7000-8000-000000000289', 'refusal', 30, 'It is not for this registry', 'Не для этого реестра', 'ليست لهذا السجل',
    'This registry is for organizations of the diaspora that work in a host country. From what we read, {organization} is something else: …

That says nothing against its work. If we misread it, you can appeal.',
    'Этот реестр – для организаций диаспоры, которые работают в стране пребывания. Насколько мы поняли, {organization} – это другое: …

Это ничего не говорит против её работы. Если мы поняли неверно, решение можно обжаловать.',
    'هذا السجل لمنظمات المهجر العاملة في بلد مضيف. ومما قرأناه فإن {organization} شيء آخر: …

لا يقلل ذلك من عملها. وإن أسأنا الفهم فيمكنكم الاعتراض.'),
('01930000-0000-7000-8000-00000000028a', 'condition', 10, 'Send a paper', 'Прислать документ', 'إرسال وثيقة',
    'Please send by {due}: …

Until then {organization} is registered.',
    'Пожалуйста, пришлите до {due}: …

До этого времени организация «{organization}» зарегистрирована.',
    'نرجو أن ترسلوا قبل {due}: …

وتبقى {organization} مسجلة حتى ذلك الحين.'),
('01930000-0000-7000-8000-00000000028b', 'condition', 20, 'Hold the election', 'Провести выборы', 'إجراء الانتخاب',
    'The term of the board has ended. Please hold the election by {due} and send its minutes.',
    'Срок полномочий правления истёк. Пожалуйста, проведите выборы до {due} и пришлите протокол.',
    'انتهت ولاية الهيئة الإدارية. نرجو إجراء الانتخاب قبل {due} وإرسال محضره.'),
('01930000-0000-7000-8000-00000000028c', 'opinion', 10, 'We know it', 'Мы её знаем', 'نعرفها',
    'The post knows {organization}: it works in {country}, we have met its people, and what it says of itself is so as far as we can tell.',
    'Представительство знает организацию «{organization}»: она работает ({country}), мы встречались с её людьми, и сказанное ею о себе, насколько мы можем судить, верно.',
    'تعرف البعثة {organization}: تعمل في {country}، والتقينا القائمين عليها، وما تقوله عن نفسها صحيح في حدود علمنا.'),
('01930000-0000-7000-8000-00000000028d', 'opinion', 20, 'We do not know it', 'Мы её не знаем', 'لا نعرفها',
    'The post has not met {organization} so far, and knows nothing for or against it.',
    'Представительство пока не встречалось с организацией «{organization}» и не знает ничего ни за, ни против.',
    'لم تلتقِ البعثة {organization} حتى الآن، ولا تعلم شيئًا لها أو عليها.');
