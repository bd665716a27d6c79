# Каталог и страницы стран.
directory-title = Каталог организаций
directory-title-of = «{ $text }» в каталоге
directory-search = Найти организацию
directory-search-hint = Название, город или номер – любым письмом
directory-any = Любая страна
directory-chosen = Действующие фильтры
directory-more = Ещё { $count }
directory-count = { $count ->
    [0] Нет организаций
    [one] { $count } организация
    [few] { $count } организации
    [many] { $count } организаций
   *[other] { $count } организации
}
directory-guessed = Точно таких слов нет ни у кого. Вот похожее.
directory-meant = { $count ->
    [one] У { $count } из них то же сказано другими словами.
    [few] У { $count } из них то же сказано другими словами.
    [many] У { $count } из них то же сказано другими словами.
   *[other] У { $count } из них то же сказано другими словами.
}
directory-meant-alone = Таких слов нет ни у кого. У найденных то же сказано другими словами.
directory-by-meaning = По смыслу:
directory-cut = Это больше, чем можно искать: учтены только первые восемь слов.
directory-no-letters = В запросе нет ни букв, ни цифр, поэтому по нему ничего не найти.
directory-suggestions = { $count ->
    [0] Подсказок нет
    [one] { $count } подсказка. Перейти к ней можно стрелками.
    [few] { $count } подсказки. Перемещаться по ним можно стрелками.
    [many] { $count } подсказок. Перемещаться по ним можно стрелками.
   *[other] { $count } подсказки. Перемещаться по ним можно стрелками.
}
directory-order = Порядок:
directory-narrow = Сузить список
directory-empty = Пока в каталоге нет организаций
directory-empty-next = Первой может стать ваша.
directory-none = Ничего не найдено
directory-none-next = Попробуйте меньше слов или другое написание либо снимите фильтр. Название найдётся и в другом письме.
directory-all = Показать все организации
directory-register = Зарегистрировать организацию
directory-number-unknown = Организации с номером { $number } в реестре нет.
directory-number-mistyped = Похоже на регистрационный номер, но в нём ошибка: последняя цифра проверяет остальные. Сверьте номер с оригиналом.
facet-host = Страна работы
facet-city = Город
facet-homeland = Родина
facet-community = Община
facet-area = Направление работы
facet-kind = Вид организации
facet-language = Рабочий язык
facet-standing = Статус
city-in-country = { $city }, { $country }
sort-relevance = По соответствию
sort-name = По названию

country-lead = { $count ->
    [0] Организаций этой страны в реестре пока нет.
    [one] В реестре { $count } организация этой страны.
    [few] В реестре { $count } организации этой страны.
    [many] В реестре { $count } организаций этой страны.
   *[other] В реестре { $count } организации этой страны.
}
country-from = { $count ->
    [one] { $count } организация выходцев отсюда
    [few] { $count } организации выходцев отсюда
    [many] { $count } организаций выходцев отсюда
   *[other] { $count } организации выходцев отсюда
}
country-all = Показать их все в каталоге
country-organizations = Организации
country-none = Организаций пока нет
