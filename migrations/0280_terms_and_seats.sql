-- Terms of office that end and what proves them, and seats in groups that follow an office of an organization rather than a
-- person: who sits today is looked up and never copied.

-- Which office a title is, for the titles that say so by themselves. Of any other the desk says it.
create table office_titles (
    title text primary key,
    office text not null,
    constraint office_titles_small check (title = lower(title)),
    constraint office_titles_office_known check (office in ('president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member', 'other'))
);
insert into office_titles (title, office)
select unnest(titles), office from (values
    ('president', array['president', 'chair', 'chairman', 'chairwoman', 'chairperson', 'chair of the board', 'председатель', 'председательница',
        'президент', 'глава', 'голова', 'رئيس', 'رئيسة', 'الرئيس', 'الرئيسة', 'رئيس الجمعية', 'رئيسة الجمعية', 'رئيس مجلس الإدارة', 'նախագահ', 'ատենապետ', 'თავმჯდომარე', 'présidente', 'président',
        'presidente', 'presidenta', 'präsident', 'präsidentin', 'vorsitzender', 'vorsitzende', 'vorstandsvorsitzender',
        'vorstandsvorsitzende', 'voorzitter', 'ordförande', 'formand', 'styreleder', 'puheenjohtaja', 'prezes', 'przewodniczący',
        'przewodnicząca', 'başkan', 'предсједник', 'πρόεδρος', '会长', '會長', '会長', '회장', 'serok', 'رئیس']),
    ('vice_president', array['vice-president', 'vice president', 'deputy chair', 'vice-chair', 'vice chair', 'заместитель председателя',
        'вице-президент', 'نائب الرئيس', 'نائبة الرئيس', 'փոխնախագահ', 'vice-président', 'vice-présidente', 'vicepresidente',
        'vicepresidenta', 'vizepräsident', 'vizepräsidentin', 'stellvertretender vorsitzender', 'stellvertretende vorsitzende']),
    ('secretary', array['secretary', 'general secretary', 'secretary general', 'секретарь', 'ответственный секретарь', 'أمين السر', 'أمينة السر',
        'քարտուղար', 'secrétaire', 'secrétaire général', 'secrétaire générale', 'secretario', 'secretaria', 'schriftführer', 'schriftführerin']),
    ('treasurer', array['treasurer', 'казначей', 'أمين الصندوق', 'أمينة الصندوق', 'գանձապահ', 'trésorier', 'trésorière', 'tesorero',
        'tesorera', 'schatzmeister', 'schatzmeisterin', 'kassenwart', 'kassenwartin']),
    ('director', array['director', 'executive director', 'managing director', 'директор', 'исполнительный директор', 'المدير', 'المديرة', 'مدير',
        'مديرة', 'տնօրեն', 'գործադիր տնօրեն', 'directeur', 'directrice', 'directora', 'geschäftsführer', 'geschäftsführerin']),
    ('founder', array['founder', 'основатель', 'основательница', 'учредитель', 'مؤسس', 'مؤسسة', 'المؤسس', 'المؤسسة', 'հիմնադիր', 'fondateur',
        'fondatrice', 'fundador', 'fundadora', 'gründer', 'gründerin']),
    ('board_member', array['member of the board', 'board member', 'член правления', 'член совета', 'عضو مجلس الإدارة', 'عضوة مجلس الإدارة',
        'membre du conseil', 'vorstandsmitglied', 'beisitzer', 'beisitzerin'])
) as known (office, titles);

-- What office a title is; the one place that says so.
create function office_of_title(title text) returns text language sql stable as $$
    select coalesce((select t.office from office_titles t where t.title = lower(btrim($1))), 'other')
$$;

-- Whether a term covers a day; the one place that says so.
create function covers(since date, until date, on_day date) returns boolean language sql immutable as $$
    select (since is null or since <= on_day) and (until is null or until >= on_day)
$$;

alter table leader_offices
    add column office text not null default 'other',
    -- Does the work of an office that somebody else holds, or nobody.
    add column acting boolean not null default false,
    add column evidence_document_id uuid references documents (id),
    add column evidence_address text,
    -- When somebody recorded that it ended: a term that nobody ended lapses by itself.
    add column ended_at timestamptz,
    add constraint leader_offices_office_known check (office in ('president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member', 'other')),
    add constraint leader_offices_one_evidence check (evidence_document_id is null or evidence_address is null),
    add constraint leader_offices_ended_on_a_day check (ended_at is null or until is not null);
update leader_offices set office = office_of_title(title);

-- A seat that is bound to an office: whoever holds that office of the organization today sits in it. Councils have such seats.
alter table group_members
    add column seat text,
    add constraint group_members_seat_known check (seat in ('president', 'vice_president', 'secretary', 'treasurer', 'director', 'founder', 'board_member'));
update group_members m set seat = 'president' from groups g where g.id = m.group_id and g.kind = 'council';

-- The term of whoever sits in such a seat on a day. Whoever acts in an office sits in it while they do; of several the last to come.
create function seat_holder(organization uuid, seat text, on_day date) returns uuid language sql stable as $$
    select o.id from leader_offices o
    where o.organization_id = $1 and o.office = $2 and covers(o.since, o.until, $3)
    order by o.acting desc, o.since desc nulls last, o.id desc limit 1
$$;

-- Terms that will lapse: nobody ended them, and nobody follows in the same office.
create view lapsing_terms as
select o.id, o.organization_id, o.until as last_day
from leader_offices o join organizations g on g.id = o.organization_id
where o.until is not null and o.ended_at is null and g.standing not in ('struck_off', 'merged')
    and not exists (select from leader_offices n
        where n.organization_id = o.organization_id and n.id <> o.id and n.office = o.office and n.office <> 'other'
            and n.since > o.until - 30 and (n.until is null or n.until > o.until));

-- Seats in which nobody sits, and since when at the latest.
create function empty_seats(on_day date) returns table (id uuid, organization_id uuid, since date) language sql stable as $$
    select m.id, m.organization_id,
        coalesce((select max(o.until) + 1 from leader_offices o
            where o.organization_id = m.organization_id and o.office = m.seat and o.until < $1), m.since::date)
    from group_members m join groups g on g.id = m.group_id
    where m.seat is not null and m.until is null and g.ended_on is null
        and seat_holder(m.organization_id, m.seat, $1) is null
$$;

alter table flags
    add column office_id uuid references leader_offices (id),
    -- The last day of the term that it is about: another day is another flag.
    add column last_day date,
    add column member_id uuid references group_members (id),
    drop constraint flags_kind_known,
    add constraint flags_kind_known check (kind in ('document_expired', 'term_ending', 'term_ended', 'seat_empty', 'other')),
    add constraint flags_term_is_there check ((kind in ('term_ending', 'term_ended')) = (office_id is not null and last_day is not null)),
    add constraint flags_seat_is_there check ((kind = 'seat_empty') = (member_id is not null));
-- A term is told of once before its last day and once on it; a seat is empty once at a time.
create unique index flags_term on flags (office_id, kind, last_day);
create unique index flags_seat on flags (member_id) where ended_at is null;
