# Общее для страниц групп, инициатив, лидеров и координаторов.
coordination-organization = Организация
coordination-role = Роль
coordination-country = Страна пребывания
coordination-standing = Статус
coordination-actions = Что можно сделать
coordination-number = Номер в реестре
coordination-number-hint = Например, CR-0000017-5
coordination-no-such-number = Организации с таким номером нет. Сверьте его со свидетельством или с каталогом
coordination-not-registered = Эта организация исключена из реестра или объединена с другой, поэтому присоединить её нельзя
coordination-cancel = Отменить
coordination-public-page = Открыть публичную страницу
coordination-story = Что происходило
coordination-from-until = { $from } — { $until }
coordination-since = с { $from }
coordination-until = до { $until }
