# Закрытые списки понятий в том виде, в каком их читают люди.
kind-association = Ассоциация
kind-foundation = Фонд
kind-cultural-centre = Культурный центр
kind-school = Школа
kind-religious = Религиозная организация
kind-youth = Молодёжная организация
kind-women = Женская организация
kind-student = Студенческая организация
kind-professional = Профессиональное объединение
kind-business = Деловое объединение
kind-sports = Спортивный клуб
kind-media = СМИ
kind-charity = Благотворительная организация
kind-federation = Федерация
kind-other = Другое

name-role-legal = Официальное название
name-role-short = Краткое название
name-role-acronym = Аббревиатура
name-role-native = Название на родном языке
name-role-transliterated = Название латиницей
name-role-former = Прежнее название
name-role-other = Другое название

contact-channel-email = Электронная почта
contact-channel-phone = Телефон
contact-channel-postal-address = Почтовый адрес

contact-purpose-general = Общие вопросы
contact-purpose-press = Для прессы
contact-purpose-members = Для членов организации
contact-purpose-emergencies = Для экстренных случаев

standing-good = Действует
standing-due = Пора продлить
standing-lapsed = Срок истёк
standing-notice = Предупреждение об исключении
standing-struck-off = Исключена из реестра
standing-suspended = Приостановлена
standing-merged = Объединена с другой
standing-revived = Восстановлена, действует

group-kind-council = Совет
group-kind-federation = Федерация
group-kind-working-group = Рабочая группа
group-kind-programme = Программа

group-role-chair = Председатель
group-role-vice = Заместитель председателя
group-role-lead = Ведущая организация
group-role-partner = Партнёр
group-role-supporter = Поддерживающая организация
group-role-member = Участник
group-role-observer = Наблюдатель

initiative-stage-idea = Замысел
initiative-stage-planned = Запланирована
initiative-stage-under-way = Идёт
initiative-stage-done = Завершена
initiative-stage-stopped = Остановлена

initiative-role-lead = Ведущая организация
initiative-role-partner = Партнёр
initiative-role-supporter = Поддерживающая организация

need-money = Деньги
need-venue = Помещение
need-people = Люди
need-media = Освещение в СМИ
need-legal = Юридическая помощь
need-partners = Партнёры

role-member = Представитель организации
role-post-officer = Сотрудник представительства
role-coordinator = Координатор
role-chair = Председатель координационного совета
role-admin = Администратор
role-auditor = Аудитор

team-role-owner = Владелец
team-role-editor = Редактор
team-role-reader = Читатель

signing-office-president = Председатель
signing-office-vice-president = Заместитель председателя
signing-office-secretary = Секретарь
signing-office-treasurer = Казначей
signing-office-director = Директор
signing-office-founder = Учредитель
signing-office-board-member = Член правления
signing-office-other = Другая должность

case-kind-registration = Регистрация
case-kind-amendment = Изменение сведений
case-kind-renewal = Продление
case-kind-claim = Заявление прав на запись
case-kind-initiative = Инициатива

lang-en = Английский
lang-ru = Русский
lang-ar = Арабский

date-form-iso = Год-месяц-день: 2019-03-31
date-form-day-month-year = День, месяц, год: 31.03.2019
date-form-month-day-year = Месяц, день, год: 03/31/2019
date-form-written = Месяц словом: 31 марта 2019 г.

place-role-registered = Юридический адрес
place-role-meeting = Место встреч

place-shown-exact = Адрес полностью
place-shown-city = Только город
place-shown-country = Только страна

funding-band-under-5k = До 5000 евро
funding-band-5k-25k = От 5000 до 25 000 евро
funding-band-25k-100k = От 25 000 до 100 000 евро
funding-band-100k-500k = От 100 000 до 500 000 евро
funding-band-500k-2m = От 500 000 до 2 млн евро
funding-band-over-2m = Больше 2 млн евро
