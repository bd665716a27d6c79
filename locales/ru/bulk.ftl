# Одно действие сразу для многих организаций.
bulk-title = Действия для многих организаций
bulk-lead = Отберите организации в списке, выберите действие, посмотрите, что станет с каждой, и запустите его.
bulk-none-yet = Пока ничего не делали сразу для многих.
bulk-kind-assign = Назначить координатора
bulk-kind-group = Добавить в группу
bulk-kind-flag = Поднять флаг
bulk-kind-renewal = Попросить о продлении
bulk-kind-letter = Отправить письмо
bulk-state-planned = Намечено
bulk-state-running = Выполняется
bulk-state-done = Готово
bulk-state-dropped = Оставлено
bulk-fate-will = Будет сделано
bulk-fate-done = Сделано
bulk-fate-already = Так уже есть
bulk-fate-own = Не сделано: со своей организацией этого не делают
bulk-fate-no-right = Не сделано: вам это не позволено
bulk-fate-struck-off = Не сделано: исключена из реестра
bulk-fate-gone = Не сделано: этого больше нет
bulk-fate-no-address = Не сделано: ни у кого там нет адреса
bulk-fate-unwanted = Не сделано: такие письма там никто не хочет получать
bulk-fate-too-early = Не сделано: продлевать ещё рано
bulk-fate-under-way = Не сделано: продление уже рассматривается
bulk-fate-changed = Не сделано: с тех пор изменилось
bulk-fate-failed = Не сделано: что-то пошло не так
bulk-offer = Сразу для всех этих организаций
bulk-new-text = Сначала посмотрите, что станет с каждой организацией. До вашего решения ничего не делается.
bulk-too-many = Это больше 5 000 организаций, за один раз столько нельзя. Сузьте список.
bulk-none = В списке нет ни одной организации
bulk-none-ticked = Отметьте хотя бы одну организацию или выберите весь список
bulk-group = Группа
bulk-role = В качестве кого
bulk-letter-text = Напишите хотя бы на одном языке. Каждый прочтёт на своём языке, если вы на нём написали. Там, где нужны название и номер организации, пишите { "{organization}" } и { "{number}" }.
bulk-letter-subject = Тема
bulk-letter-words = Письмо
bulk-letter-words-hint = Markdown: пустая строка начинает абзац, **жирный**, список — строки с дефисом в начале.
bulk-letter-missing = Напишите письмо хотя бы на одном языке
bulk-renewal-text = Владельцы каждой организации получат письмо с просьбой продлить регистрацию.
bulk-which = Какие организации?
bulk-which-all = { $count ->
    [one] { $count } организация из списка
    [few] Все { $count } организации из списка
    [many] Все { $count } организаций из списка
   *[other] Все { $count } организации из списка
}
bulk-which-chosen = Только отмеченные ниже
bulk-rows = Организации
bulk-rows-more = { $count ->
    [one] Здесь можно отметить первую { $count } организацию. Чтобы отметить другие, сузьте список.
    [few] Здесь можно отметить первые { $count } организации. Чтобы отметить другие, сузьте список.
    [many] Здесь можно отметить первые { $count } организаций. Чтобы отметить другие, сузьте список.
   *[other] Здесь можно отметить первые { $count } организации. Чтобы отметить другие, сузьте список.
}
bulk-plan = Посмотреть, что произойдёт
bulk-planned-text = Пока ничего не сделано. Ниже видно, что станет с каждой организацией.
bulk-running-text = Пройдено { $settled } из { $total }. Всё идёт само, даже если вы закроете страницу.
bulk-reload = Посмотреть, сколько пройдено
bulk-list = Список, из которого они взяты
bulk-again-of = Так повторяется то, что раньше не вышло
bulk-counts = Сколько
bulk-start = { $count ->
    [one] Сделать для { $count } организации
    [few] Сделать для { $count } организаций
    [many] Сделать для { $count } организаций
   *[other] Сделать для { $count } организации
}
bulk-drop = Оставить
bulk-again = Наметить снова то, что не вышло
bulk-csv = Взять результат файлом (CSV)
bulk-no-rows = Здесь нет организаций, которые вам видны.
bulk-col-act = Что
bulk-col-when = Когда
bulk-col-by = Кто
bulk-col-state = Состояние
bulk-col-number = Номер
bulk-col-name = Организация
bulk-col-host = Страна
bulk-col-fate = Что с ней будет
bulk-said-assign = Координатор: { $name }
bulk-said-group = Группа: { $group } ({ $role })
bulk-said-renewal = Письмо просит владельцев продлить регистрацию.
flash-bulk-begun = Началось. Дальше всё идёт само.
flash-bulk-dropped = Оставлено, ничего не сделано.
flash-error-bulk-nothing-again = Повторять нечего.
history-part-of-bulk = в составе действия для многих организаций
act-bulk-begun = Начато действие для многих организаций
act-bulk-done = Закончено действие для многих организаций
act-bulk-dropped = Оставлено действие для многих организаций
act-renewal-asked = Попросили о продлении
act-organization-written-to = Организации отправлено письмо
account-letters-from-board = Письма совета вашей организации
letter-from-board-subject = { $subject }
letter-from-board-text = Совет пишет организации { $title } ({ $number }):
letter-from-board-link = Ваша организация в реестре:
letter-renewal-asked-subject = Пожалуйста, продлите регистрацию организации
letter-renewal-asked-text = Совет просит вас продлить регистрацию организации { $title } ({ $number }). По каждой части вы скажете, верна ли она; что изменилось, исправите по ходу.
letter-renewal-asked-link = Продлить:
letter-kind-from-board = Письмо совета
letter-kind-renewal-asked = Просьба о продлении
