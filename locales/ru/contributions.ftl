# Что дают организации: деньги, вещи, часы, знания, вложения, поддержку словом.
contributions-title = Вклады
contributions-lead = Что дала ваша организация: инициативе, родине или обеим. Совет рассматривает каждую запись; то, что вы разрешите показывать всем, станет видно всем после этого.
contributions-new = Записать вклад
contributions-none = Пока ничего не записано
contributions-none-next = Запишите, что дала ваша организация: деньги, вещи, часы работы или другое.
contributions-totals = Что дано
contributions-whole = Всего
contributions-file = Скачать все записи файлом (CSV)
contributions-records = Записи
contributions-correct = Исправить
contributions-correct-lead = Запись остаётся какой была и больше не засчитывается. Её место займёт то, что вы напишете здесь, и совет рассмотрит это заново.
contributions-withdraw = Отозвать эту запись: она больше не засчитывается
contributions-save = Сохранить
contributions-kind = Что дано
contributions-amount = Сколько
contributions-amount-hint = Цифрами, например 12 500,50
contributions-bad-amount = Напишите число цифрами, например 12 500,50
contributions-currency = Валюта
contributions-currency-hint = Для денег и инвестиций
contributions-unit = Единица
contributions-unit-hint = Вещи — в штуках или кг. Знания и отстаивание интересов — по числу охваченных людей или мероприятий. Часы — в часах
contributions-other-unit = Эта единица не подходит к тому, что дано. Выберите другую
contributions-measure = Валюта или единица
contributions-initiative-hint = Инициатива, в которой участвует ваша организация
contributions-no-initiative = Без инициативы
contributions-homeland = Страна, которой это помогает
contributions-homeland-hint = Нужна, если вклад не относится к инициативе, например помощь, отправленная на родину
contributions-to-what = Назовите инициативу или страну, которой это помогает
contributions-day = День
contributions-day-to-come = Этот день ещё не наступил
contributions-words = Что это было
contributions-words-hint = Одним предложением. Его опубликуют вместе с записью: никого не называйте
contributions-proof = Чем это подтверждается
contributions-proof-hint = Квитанция, отчёт, письмо: что это и где это можно увидеть. Читают только ваша команда и совет
contributions-proof-none = Подтверждение не названо.
contributions-proof-file = Файл, который это подтверждает
contributions-proof-file-hint = PDF, JPEG, PNG, WebP, DOCX или ODT, не больше 20 МБ. Хранится в зашифрованном виде. Открыть его могут только ваша команда и координаторы совета, и каждое открытие советом записывается
contributions-file-there = Этот файл уже есть. Он останется при записи, если вы не выберете другой:
contributions-file-drop = Убрать файл
contributions-file-closed = Есть файл, который это подтверждает. Открыть его могут только координаторы совета.
contributions-file-recorded = Есть файл, который это подтверждает. Если вы его откроете, это будет записано.
contributions-public = Для всех
contributions-public-wanted = Об этом могут знать все
contributions-public-hint = Войдёт в суммы на публичных страницах, когда совет примет запись
contributions-for-public = Для всех
contributions-waiting = На рассмотрении
contributions-nothing-waits = Ничего не ждёт
contributions-nothing-waits-next = Когда команда запишет, что дала её организация, это появится здесь.
contributions-superseded = Эта запись больше не засчитывается: её исправили или отозвали.
contributions-before = Заменяет запись
contributions-decide = Решите, зачесть ли это
contributions-answer = Решение
contributions-answer-accept = Зачесть с указанным подтверждением
contributions-answer-verify = Зачесть: мы видели подтверждение
contributions-answer-refuse = Не засчитывать
contributions-refusal = Почему не зачтено
contributions-refusal-hint = Это прочитает команда. Нужно только в этом случае
contributions-evidence = Как подтверждено
contributions-review = Решение совета
contributions-yes = да
contributions-no = нет
contributions-id = Запись
contribution-kind-money = Деньги
contribution-kind-in-kind = Вещи и услуги
contribution-kind-hours = Часы работы
contribution-kind-knowledge = Знания
contribution-kind-investment = Инвестиции
contribution-kind-advocacy = Отстаивание интересов
evidence-stated = Заявлено
evidence-documented = Подтверждено документом
evidence-verified = Проверено советом
review-waiting = У совета
review-accepted = Зачтено
review-refused = Не зачтено
unit-hours = ч
unit-people = чел.
unit-pieces = шт.
unit-kilograms = кг
unit-events = мероприятий
flash-contribution-recorded = Записано. Совет рассмотрит запись
flash-contribution-replaced = Новая запись заняла место старой. Совет её рассмотрит
flash-contribution-withdrawn = Запись отозвана и больше не засчитывается
flash-contribution-reviewed = Решение записано, и тот, кто внёс запись, узнает о нём
letter-contribution-accepted-subject = Вклад вашей организации зачтён
letter-contribution-accepted-text = Совет посмотрел, что дала организация «{ $title }» ({ $number }), и зачёл это.
letter-contribution-accepted-link = Посмотреть ваши вклады:
letter-contribution-refused-subject = Вклад вашей организации не зачтён
letter-contribution-refused-text = Совет не зачёл то, что организация «{ $title }» ({ $number }) записала как вклад. Причина указана рядом с записью. Запись можно исправить, и совет рассмотрит её заново.
letter-contribution-refused-link = Посмотреть ваши вклады:
letter-kind-contribution-accepted = Вклад зачтён
letter-kind-contribution-refused = Вклад не зачтён
amount-hours = { $count ->
    [one] { $amount } час
    [few] { $amount } часа
    [many] { $amount } часов
   *[other] { $amount } часа
}
amount-hours-part = { $amount } часа
amount-people = { $count ->
    [one] { $amount } человек
    [few] { $amount } человека
    [many] { $amount } человек
   *[other] { $amount } человека
}
amount-people-part = { $amount } человека
amount-pieces = { $count ->
    [one] { $amount } штука
    [few] { $amount } штуки
    [many] { $amount } штук
   *[other] { $amount } штуки
}
amount-pieces-part = { $amount } штуки
amount-kilograms = { $amount } кг
amount-kilograms-part = { $amount } кг
amount-events = { $count ->
    [one] { $amount } мероприятие
    [few] { $amount } мероприятия
    [many] { $amount } мероприятий
   *[other] { $amount } мероприятия
}
amount-events-part = { $amount } мероприятия
contributions-of-it-waits = из них на рассмотрении: { $amount }
