-- What organizations and initiatives work on is a list that admins keep, in two levels, so that a new subject needs no new program.
-- The terms that the program had become its first level, by the same codes; a second level begins beneath them.

create table areas (
    code text primary key,
    -- For history, which names things by their ids.
    id uuid not null unique default gen_random_uuid(),
    parent text,
    -- Its place among those beside it.
    position integer not null,
    -- Since when it is not offered any more; what was said before stays.
    retired_on date,
    -- What it is now; its code and names stay known, so that old addresses and files lead on.
    merged_into text,
    revision integer not null default 1,
    -- Two levels and no third, by foreign keys alone: a parent stands on the first.
    level smallint not null generated always as
        (case when merged_into is not null then 0 when parent is null then 1 else 2 end) stored,
    parent_level smallint generated always as (case when parent is null then null else 1 end) stored,
    -- Whatever something was merged into was merged into nothing itself.
    is_merged boolean not null generated always as (merged_into is not null) stored,
    merged_into_merged boolean generated always as (case when merged_into is null then null else false end) stored,
    constraint areas_code check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
    constraint areas_place check (position > 0),
    constraint areas_merged check (merged_into is null or (parent is null and retired_on is not null)),
    unique (code, level),
    unique (code, is_merged),
    constraint areas_two_levels foreign key (parent, parent_level) references areas (code, level),
    constraint areas_merged_once foreign key (merged_into, merged_into_merged) references areas (code, is_merged)
);

create table area_names (
    area_code text not null references areas,
    -- BCP 47; the portal's languages are always there, others may be.
    language text not null,
    text text not null,
    -- A name of something merged is understood, and may be given anew.
    is_merged boolean not null default false,
    primary key (area_code, language),
    constraint area_names_text check (text <> '' and length(text) <= 80)
);
create unique index area_names_once on area_names (language, lower(text)) where not is_merged;

-- What said an area by a code that was merged into another since: what it said can be told from what was made of it.
create table area_moves (
    area_code text not null references areas,
    subject_kind text not null,
    subject_id uuid not null,
    moved_at timestamptz not null,
    constraint area_moves_kind check (subject_kind in ('organization', 'case', 'initiative'))
);
create index area_moves_subject on area_moves (subject_id);

-- One row: which state of the list this is. Every server keeps the list in memory and looks here before it answers;
-- whoever changes the list locks the row first.
create table area_list (
    single boolean primary key default true,
    state uuid not null default gen_random_uuid(),
    constraint area_list_one check (single)
);

create function area_list_changes() returns trigger language plpgsql as $$
begin
    update area_list set state = gen_random_uuid();
    return null;
end
$$;

create trigger areas_change_list after insert or update or delete on areas
    for each statement execute function area_list_changes();
create trigger area_names_change_list after insert or update or delete on area_names
    for each statement execute function area_list_changes();

insert into area_list default values;

create temporary table area_terms (code text, parent text, position integer, en text, ru text, ar text) on commit drop;
insert into area_terms values
    ('culture', null, 1, 'Culture', 'Культура', 'الثقافة'),
    ('language', null, 2, 'Language', 'Язык', 'اللغة'),
    ('education', null, 3, 'Education', 'Образование', 'التعليم'),
    ('youth', null, 4, 'Young people', 'Молодёжь', 'الشباب'),
    ('women', null, 5, 'Women', 'Женщины', 'المرأة'),
    ('elderly', null, 6, 'Older people', 'Пожилые люди', 'كبار السن'),
    ('heritage', null, 7, 'Heritage', 'Наследие', 'التراث'),
    ('religion', null, 8, 'Religion', 'Религия', 'الدين'),
    ('media', null, 9, 'Media', 'СМИ', 'الإعلام'),
    ('science', null, 10, 'Science', 'Наука', 'العلوم'),
    ('business', null, 11, 'Business', 'Предпринимательство', 'الأعمال'),
    ('health', null, 12, 'Health', 'Здоровье', 'الصحة'),
    ('humanitarian', null, 13, 'Humanitarian aid', 'Гуманитарная помощь', 'العمل الإنساني'),
    ('human-rights', null, 14, 'Human rights', 'Права человека', 'حقوق الإنسان'),
    ('legal-aid', null, 15, 'Legal aid', 'Правовая помощь', 'المساعدة القانونية'),
    ('sports', null, 16, 'Sports', 'Спорт', 'الرياضة'),
    ('environment', null, 17, 'Environment', 'Окружающая среда', 'البيئة'),
    ('civic', null, 18, 'Civic life', 'Общественная жизнь', 'الحياة المدنية'),
    ('homeland-development', null, 19, 'Development of the homeland', 'Развитие родины', 'تنمية الوطن'),
    ('arts', null, 20, 'Arts', 'Искусство', 'الفنون'),
    ('other', null, 21, 'Other', 'Другое', 'غير ذلك'),
    ('festivals', 'culture', 1, 'Festivals and holidays', 'Праздники и фестивали', 'المهرجانات والأعياد'),
    ('folk-traditions', 'culture', 2, 'Folk customs and crafts', 'Народные обычаи и ремёсла', 'العادات والحرف الشعبية'),
    ('cuisine', 'culture', 3, 'Food and cooking', 'Кухня и кулинария', 'الطعام والطبخ'),
    ('libraries', 'culture', 4, 'Libraries and reading', 'Библиотеки и чтение', 'المكتبات والقراءة'),
    ('cultural-exchange', 'culture', 5, 'Cultural exchange', 'Культурный обмен', 'التبادل الثقافي'),
    ('mother-tongue-schools', 'language', 1, 'Weekend schools of the mother tongue', 'Воскресные школы родного языка', 'مدارس نهاية الأسبوع للغة الأم'),
    ('language-courses', 'language', 2, 'Language courses for adults', 'Языковые курсы для взрослых', 'دورات لغوية للكبار'),
    ('host-language', 'language', 3, 'Courses in the language of the host country', 'Курсы языка страны проживания', 'دورات في لغة بلد الإقامة'),
    ('translation', 'language', 4, 'Translation and interpreting', 'Письменный и устный перевод', 'الترجمة التحريرية والشفوية'),
    ('early-childhood', 'education', 1, 'Early childhood', 'Дошкольное воспитание', 'الطفولة المبكرة'),
    ('school-support', 'education', 2, 'Help with school work', 'Помощь школьникам', 'المساعدة المدرسية'),
    ('scholarships', 'education', 3, 'Scholarships', 'Стипендии', 'المنح الدراسية'),
    ('teacher-training', 'education', 4, 'Training of teachers', 'Обучение учителей', 'تدريب المعلمين'),
    ('adult-education', 'education', 5, 'Adult education', 'Образование взрослых', 'تعليم الكبار'),
    ('youth-camps', 'youth', 1, 'Youth camps', 'Молодёжные лагеря', 'المخيمات الشبابية'),
    ('scouting', 'youth', 2, 'Scouting', 'Скаутское движение', 'الكشافة'),
    ('student-life', 'youth', 3, 'Student life', 'Студенческая жизнь', 'الحياة الطلابية'),
    ('mentoring', 'youth', 4, 'Mentoring', 'Наставничество', 'الإرشاد والتوجيه'),
    ('youth-exchange', 'youth', 5, 'Youth exchange', 'Молодёжный обмен', 'تبادل الشباب'),
    ('women-rights', 'women', 1, 'Rights of women', 'Права женщин', 'حقوق المرأة'),
    ('women-enterprise', 'women', 2, 'Women in business', 'Женское предпринимательство', 'ريادة الأعمال النسائية'),
    ('protection-from-violence', 'women', 3, 'Protection from violence', 'Защита от насилия', 'الحماية من العنف'),
    ('mothers-and-families', 'women', 4, 'Mothers and families', 'Матери и семьи', 'الأمهات والأسر'),
    ('company-for-the-old', 'elderly', 1, 'Visits and company', 'Посещения и общение', 'الزيارات والمؤانسة'),
    ('day-centres', 'elderly', 2, 'Day centres', 'Дневные центры', 'مراكز الرعاية النهارية'),
    ('care-at-home', 'elderly', 3, 'Care at home', 'Уход на дому', 'الرعاية المنزلية'),
    ('pension-advice', 'elderly', 4, 'Advice on pensions', 'Консультации по пенсиям', 'استشارات التقاعد'),
    ('monuments', 'heritage', 1, 'Monuments and places', 'Памятники и памятные места', 'المعالم والمواقع التاريخية'),
    ('archives', 'heritage', 2, 'Archives', 'Архивы', 'الأرشيف'),
    ('oral-history', 'heritage', 3, 'Oral history', 'Устная история', 'التاريخ الشفوي'),
    ('genealogy', 'heritage', 4, 'Family history', 'История семей', 'تاريخ العائلات'),
    ('museums', 'heritage', 5, 'Museums', 'Музеи', 'المتاحف'),
    ('worship', 'religion', 1, 'Worship', 'Богослужение', 'العبادة'),
    ('interfaith', 'religion', 2, 'Dialogue of religions', 'Межрелигиозный диалог', 'الحوار بين الأديان'),
    ('religious-education', 'religion', 3, 'Religious education', 'Религиозное образование', 'التعليم الديني'),
    ('pilgrimage', 'religion', 4, 'Pilgrimage', 'Паломничество', 'الحج والزيارات الدينية'),
    ('newspapers', 'media', 1, 'Newspapers and magazines', 'Газеты и журналы', 'الصحف والمجلات'),
    ('radio-and-television', 'media', 2, 'Radio and television', 'Радио и телевидение', 'الإذاعة والتلفزيون'),
    ('online-media', 'media', 3, 'Online media', 'Интернет-издания', 'الإعلام الرقمي'),
    ('publishing', 'media', 4, 'Book publishing', 'Книгоиздание', 'نشر الكتب'),
    ('trade-links', 'business', 1, 'Trade with the homeland', 'Торговля с родиной', 'التجارة مع الوطن'),
    ('start-ups', 'business', 2, 'Founding businesses', 'Создание предприятий', 'تأسيس الشركات'),
    ('professional-networks', 'business', 3, 'Professional networks', 'Профессиональные сообщества', 'الشبكات المهنية'),
    ('investment', 'business', 4, 'Investment', 'Инвестиции', 'الاستثمار'),
    ('mental-health', 'health', 1, 'Mental health', 'Психическое здоровье', 'الصحة النفسية'),
    ('medical-missions', 'health', 2, 'Medical missions', 'Врачебные миссии', 'البعثات الطبية'),
    ('health-advice', 'health', 3, 'Health advice', 'Консультации о здоровье', 'الإرشاد الصحي'),
    ('disability', 'health', 4, 'People with disabilities', 'Люди с инвалидностью', 'ذوو الإعاقة'),
    ('emergency-relief', 'humanitarian', 1, 'Emergency relief', 'Помощь при бедствиях', 'الإغاثة الطارئة'),
    ('refugees', 'humanitarian', 2, 'Refugees', 'Беженцы', 'اللاجئون'),
    ('food-aid', 'humanitarian', 3, 'Food aid', 'Продовольственная помощь', 'المساعدات الغذائية'),
    ('children-in-need', 'humanitarian', 4, 'Children in need', 'Дети в трудном положении', 'الأطفال المحتاجون'),
    ('reconstruction', 'humanitarian', 5, 'Reconstruction', 'Восстановление разрушенного', 'إعادة الإعمار'),
    ('minority-rights', 'human-rights', 1, 'Rights of minorities', 'Права меньшинств', 'حقوق الأقليات'),
    ('anti-discrimination', 'human-rights', 2, 'Against discrimination', 'Против дискриминации', 'مناهضة التمييز'),
    ('remembrance', 'human-rights', 3, 'Remembrance of victims', 'Память о жертвах', 'إحياء ذكرى الضحايا'),
    ('missing-persons', 'human-rights', 4, 'Missing persons', 'Пропавшие без вести', 'المفقودون'),
    ('residence-permits', 'legal-aid', 1, 'Residence permits', 'Вид на жительство', 'تصاريح الإقامة'),
    ('citizenship', 'legal-aid', 2, 'Citizenship', 'Гражданство', 'الجنسية'),
    ('labour-rights', 'legal-aid', 3, 'Rights at work', 'Трудовые права', 'حقوق العمل'),
    ('family-law', 'legal-aid', 4, 'Family law', 'Семейное право', 'قانون الأسرة'),
    ('football', 'sports', 1, 'Football', 'Футбол', 'كرة القدم'),
    ('martial-arts', 'sports', 2, 'Martial arts', 'Боевые искусства', 'الفنون القتالية'),
    ('chess', 'sports', 3, 'Chess', 'Шахматы', 'الشطرنج'),
    ('athletics', 'sports', 4, 'Athletics', 'Лёгкая атлетика', 'ألعاب القوى'),
    ('volunteering', 'civic', 1, 'Volunteering', 'Волонтёрство', 'التطوع'),
    ('integration', 'civic', 2, 'Integration', 'Интеграция', 'الاندماج'),
    ('community-relations', 'civic', 3, 'Relations between communities', 'Отношения между общинами', 'العلاقات بين الجاليات'),
    ('elections-abroad', 'civic', 4, 'Voting from abroad', 'Голосование из-за рубежа', 'التصويت من الخارج'),
    ('village-projects', 'homeland-development', 1, 'Projects in villages', 'Проекты в сёлах', 'مشاريع القرى'),
    ('schools-in-the-homeland', 'homeland-development', 2, 'Schools in the homeland', 'Школы на родине', 'المدارس في الوطن'),
    ('clinics-in-the-homeland', 'homeland-development', 3, 'Clinics in the homeland', 'Медпункты на родине', 'العيادات في الوطن'),
    ('returning-home', 'homeland-development', 4, 'Returning home', 'Возвращение на родину', 'العودة إلى الوطن'),
    ('music', 'arts', 1, 'Music', 'Музыка', 'الموسيقى'),
    ('dance', 'arts', 2, 'Dance', 'Танец', 'الرقص'),
    ('theatre', 'arts', 3, 'Theatre', 'Театр', 'المسرح'),
    ('film', 'arts', 4, 'Film', 'Кино', 'السينما'),
    ('literature', 'arts', 5, 'Literature', 'Литература', 'الأدب'),
    ('visual-arts', 'arts', 6, 'Visual arts', 'Изобразительное искусство', 'الفنون البصرية');

insert into areas (code, parent, position) select code, parent, position from area_terms where parent is null;
insert into areas (code, parent, position) select code, parent, position from area_terms where parent is not null;
insert into area_names (area_code, language, text) select code, 'en', en from area_terms;
insert into area_names (area_code, language, text) select code, 'ru', ru from area_terms;
insert into area_names (area_code, language, text) select code, 'ar', ar from area_terms;

-- A record names areas of the list alone, and none by what it was before a merge: what was submitted earlier, and is
-- taken over later, says it as the list does now.
create function areas_as_listed() returns trigger language plpgsql as $$
declare
    known bigint;
    any_merged boolean;
begin
    select count(*), coalesce(bool_or(is_merged), false) into known, any_merged from areas where code = any(new.areas);
    -- Almost always each is known and said once; the second look is for the rest.
    if known < cardinality(new.areas)
        and known < (select count(distinct code) from unnest(new.areas) as said (code)) then
        raise exception 'an area is not on the list' using errcode = 'foreign_key_violation', constraint = 'areas_listed';
    end if;
    if any_merged then
        new.areas := array(
            select coalesce(a.merged_into, a.code) from unnest(new.areas) with ordinality as said (code, place)
                join areas a on a.code = said.code
            group by 1 order by min(said.place));
    end if;
    return new;
end
$$;

create trigger organizations_areas_listed before insert or update of areas on organizations
    for each row when (new.areas <> '{}') execute function areas_as_listed();
create trigger cases_areas_listed before insert or update of areas on cases
    for each row when (new.areas <> '{}') execute function areas_as_listed();
create trigger initiatives_areas_listed before insert or update of areas on initiatives
    for each row when (new.areas <> '{}') execute function areas_as_listed();

-- A filter by an area finds what is beneath it too: whoever asks says which codes those are.
drop function case_matches(cases, text[], text, text, text, text, uuid, boolean);
create function case_matches(
    c cases, patterns text[], kind text, host text, homeland text, areas text[], holder uuid, unheld boolean
) returns boolean language sql immutable as $$
    select c.search like all(patterns)
        and (kind is null or c.kind = kind)
        and (host is null or c.host_country = host)
        and (homeland is null or c.homeland = homeland)
        and (areas is null or c.areas && areas)
        and (holder is null or c.holder_id = holder)
        and (not unheld or (c.holder_id is null and c.stage in ('submitted', 'in_review')))
$$;
