# Списки: почему не принят файл, строка в нём или значение в строке. Фразы отчёта: каждая стоит одна рядом с номером строки.
roster-unclosed-quote = В этой строке открывается кавычка, которая нигде не закрывается
roster-text-after-quote = Между закрывающей кавычкой и следующим разделителем стоит текст
roster-after-broken-quote = Эта строка идёт после незакрытой кавычки, и ячеек в ней меньше, чем в других: что это такое, понять нельзя
roster-cut-short = Файл обрывается посреди этой строки
roster-too-many-cells = { $found ->
    [one] В строке { $found } ячейка
    [few] В строке { $found } ячейки
    [many] В строке { $found } ячеек
   *[other] В строке { $found } ячейки
}, больше, чем столбцов в заголовке: { $most }
roster-too-many-columns = В строке больше { $max ->
    [one] { $max } ячейки
    [few] { $max } ячеек
    [many] { $max } ячеек
   *[other] { $max } ячейки
}
roster-row-too-long = Строка длиннее { $max } КиБ
roster-nul-byte = В строке есть нулевые байты, которых в тексте не бывает
roster-empty-row = Все ячейки строки пусты
roster-repeated-header = Строка повторяет заголовок таблицы
roster-left-out = Карта столбцов велит пропускать такие строки
roster-not-tagged = Перед текстом нет нужных слов с двоеточием после каждого, или эти слова неизвестны
roster-too-many-items = В перечне больше { $max ->
    [one] { $max } пункта
    [few] { $max } пунктов
    [many] { $max } пунктов
   *[other] { $max } пункта
}
roster-not-a-place = Это не название населённого пункта или местности
roster-duplicate-of = Строка { $line } называет ту же организацию
roster-ambiguous = Подходят сразу несколько организаций реестра
roster-no-such-number = Организации с таким номером в реестре нет
roster-not-merged = У организации, объединённой с другой, может быть только статус «объединена с другой»
roster-looks-like = Похоже на { $number }, которая уже есть. Строка принята: посмотрите на обе
roster-standing-kept = Совет приостановил регистрацию этой организации или объединил её с другой. Файл этого не отменяет
roster-gave-way = { $number } объединена с { $to }: её запись файлами больше не меняется, из строки ничего не взято
roster-looks-like-case = Похоже на организацию, которую просили или просят зарегистрировать в деле { $number }. Строка принята: посмотрите на обе

# Почему файл нельзя прочитать как список.
roster-unreadable = Файл не читается. Попробуйте ещё раз
roster-workbook = Этот файл — книга Excel или PDF. Сохраните его в формате CSV и попробуйте ещё раз
roster-empty = Файл пуст
roster-broken-header = Заголовок таблицы в строке { $line } не читается
roster-needs-map = В файле нет собственных столбцов Concord. Выберите для него карту столбцов
roster-no-columns = В файле нет ожидаемых столбцов
roster-missing-column = В файле нет столбца «{ $wanted }». Самый похожий — «{ $nearest }»
roster-missing-column-unnamed = В файле нет столбца «{ $wanted }», и ни у одного столбца нет названия
roster-ambiguous-column = В файле { $count ->
    [one] { $count } столбец
    [few] { $count } столбца
    [many] { $count } столбцов
   *[other] { $count } столбца
} «{ $wanted }». Укажите в карте нужный по его месту, например «#3» для третьего
roster-bad-map = Карту столбцов нельзя использовать: { $why }

# Столбцы списка.
roster-field-number = Номер в реестре
roster-field-name = Название
roster-field-name-language = Язык названия
roster-field-name-role = Вид названия
roster-field-other-names = Другие названия
roster-field-kind = Вид организации
roster-field-host-country = Страна пребывания
roster-field-city = Город
roster-field-homeland = Родина
roster-field-community = Община
roster-field-founded = Год основания
roster-field-registered-on = Дата регистрации
roster-field-registered-until = Регистрация действует до
roster-field-standing = Положение в реестре
roster-field-standing-until = Положение действует до
roster-field-merged-into = Объединена с
roster-field-identifiers = Номера в других реестрах
roster-field-areas = Направления работы
roster-field-languages = Рабочие языки
roster-field-website = Сайт
roster-field-about = Об организации
roster-field-contacts = Открытые контакты
roster-field-name-scripts = Письменности названий
roster-field-name-dates = Даты названий
roster-field-identifier-issuers = Кто выдал номера
roster-field-host-registered-on = На учёте в стране пребывания с
roster-field-places = Места
roster-field-place-cities = Города мест
roster-field-links = Другие страницы
roster-field-members = Число членов
roster-field-members-on = Когда подсчитаны члены
roster-field-members-evidence = На чём основан подсчёт членов
roster-field-funding = Годовой бюджет
roster-field-umbrella = Объединение
roster-field-chapters = Отделения
roster-field-successor = Преемник
