# Списки, которые приходят.
import-title = Загрузки
import-lead = Каждая строка файла попадёт либо в реестр, либо в отчёт – с номером строки и причиной.
import-new = Загрузить файл
import-none = Файлов ещё не загружали
import-none-next = Подойдёт список, который написал «Конкорд», или любой реестр в CSV с картой столбцов.
import-file-column = Файл
import-when = Начало
import-who = Кто
import-by-command = Командная строка
import-state = Состояние
import-running = Идёт
import-finished = Завершена
import-stopped-state = Прервана
import-trial = Проба
import-list = Загруженные файлы
import-total = Строки
import-added = Новые
import-updated = Обновлены
import-unchanged = Без изменений
import-refused = Отклонены

import-new-title = Загрузить список
import-file = Файл
import-file-hint = CSV в любой кодировке, до 300 МБ. Книгу сначала сохраните как CSV.
import-columns = Как его читать
import-columns-hint = Карта столбцов говорит, что в каком столбце.
import-columns-own = В нём собственные столбцы «Конкорда»
import-columns-charities-ni = Реестр благотворительных организаций Северной Ирландии
import-columns-ror = Реестр исследовательских организаций (ROR)
import-columns-upload = По карте столбцов, которую я добавлю ниже
import-map = Карта столбцов
import-map-hint = Только если вы решили её добавить: файл TOML, как описано в руководстве.
import-dry-run = Только попробовать
import-dry-run-hint = Прочитать весь файл и сказать, что будет. В реестр ничего не попадёт.
import-start = Загрузить
import-file-missing = Выберите файл для загрузки
import-columns-missing = Выберите, как читать файл
import-map-missing = Выберите карту столбцов, по которой читать файл
import-map-too-large = Карта столбцов больше 1 МБ, значит, это не она
import-too-large = Файл больше 300 МБ. Разделите его или воспользуйтесь командной строкой
import-busy = Идёт другая загрузка. Попробуйте снова, когда она закончится
import-broken = Загрузка прервалась по нашей вине. Что успело попасть в реестр, осталось в нём; загрузите файл ещё раз, чтобы добрать остальное
import-report-unwritable = Отчёт не удалось записать
import-stopped = Сервер остановился на середине. Что успело попасть в реестр, осталось в нём; загрузите файл ещё раз, чтобы добрать остальное

import-of = Загрузка файла { $file }
import-wait = Файл читается. Страница показывает, сколько уже прочитано; можно уйти и вернуться.
import-trial-text = Это была проба: в реестр ничего не попало.
import-failed = Загрузка не дошла до конца файла
import-again = Повторная загрузка того же файла не меняет того, что уже в реестре, и добирает остальное.
import-map-used = Карта столбцов
import-counts = Что стало со строками
import-reasons = Почему строки или значения не вошли
import-reasons-none = Вошли все строки со всем, что в них сказано.
import-fate = Что произошло
import-fate-refused = Строка отклонена
import-fate-in = Вошла без этого
import-field = Поле
import-reason = Причина
import-times = Сколько раз
import-lines = Строка за строкой
import-line = Строка
import-text = Текст в файле
import-row = вся строка
import-report = Скачать отчёт в CSV
import-why-duplicate-of = Строка выше называет ту же организацию
import-why-looks-like = Похоже на организацию, которая уже есть
import-why-gave-way = Называет организацию, объединённую с другой
import-why-looks-like-case = Похоже на организацию, которую просят или просили зарегистрировать
import-pairs = Возможные дубликаты
import-pairs-text =
    { $count ->
        [one] { $count } пара ждёт, чтобы на неё посмотрели. Строки приняты; скажите, то же ли это, что уже было.
        [few] { $count } пары ждут, чтобы на них посмотрели. Строки приняты; скажите, то же ли это, что уже было.
        [many] { $count } пар ждут, чтобы на них посмотрели. Строки приняты; скажите, то же ли это, что уже было.
       *[other] { $count } пар ждут, чтобы на них посмотрели. Строки приняты; скажите, то же ли это, что уже было.
    }
import-pair-new = Из файла
import-pair-there = Уже была
import-pair-line = строка { $line }
import-pair-same = Та же: объединить
