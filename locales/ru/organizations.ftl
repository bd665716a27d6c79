# Что организация сообщает о себе, поле за полем.
particular-names = Названия
particular-kind = Вид организации
particular-host-country = Страна пребывания
particular-city = Город
particular-homeland = Родина
particular-community = Община
particular-founded = Год основания
particular-identifiers = Номера в других реестрах
particular-areas = Направления работы
particular-languages = Рабочие языки
particular-website = Сайт
particular-contacts = Контакты
particular-about = Об организации
particular-people = Руководители

# Как записывается отдельное значение.
organization-nothing = Не указано
organization-contact-public = видно всем
organization-contact-private = только для координационного совета
organization-person-consents = согласие на публикацию есть
organization-person-private = только для координационного совета
organization-list-separator = { "; " }

particular-places = Адрес и места встреч
particular-host-registered-on = Состоит на учёте в стране пребывания с
particular-links = Другие страницы в сети
particular-members = Члены
particular-funding = Годовой бюджет
particular-umbrella = Входит в
particular-chapters = Отделения
particular-successor = Преемник

section-names = Названия
section-kind = Кто вы
section-place = Где вы находитесь
section-community = Для кого вы работаете
section-work = Чем вы занимаетесь
section-contacts = Как с вами связаться
section-people = Кто вами руководит
section-identifiers = Номера в других реестрах
section-size = Члены и бюджет
section-ties = Объединение, отделения, преемник

organization-city-hidden = открыто не показывается
organization-place-shown = показывается: { $shown }
