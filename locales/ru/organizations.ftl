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
