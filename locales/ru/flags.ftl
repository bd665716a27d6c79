# Отметки: на что кому-то нужно посмотреть.
flags-title = Отметки
flags-lead = То, что у организации кому-то нужно проверить до определённого дня.
flags-link = { $count ->
    [one] Поставлена { $count } отметка
    [few] Поставлены { $count } отметки
    [many] Поставлено { $count } отметок
   *[other] Поставлено { $count } отметок
}
flags-all = Все
flags-mine = Ваши
flags-nobody = Ничьи
flags-none = Отметок нет
flags-none-next = Отметку может поставить любой сотрудник на странице организации.
flags-none-here = Отметок нет.
flag-title = Отметка
flag-what = О чём
flag-due = Посмотреть не позднее
flag-until = до { $date }
flag-owner = Кто этим занимается
flag-owner-nobody = Пока никто
flag-new-title = Поставить отметку
flag-new-text = Организация её не видит. Отметка видна на рабочем столе, пока кто-нибудь не скажет, чем дело кончилось.
flag-words = На что нужно посмотреть
flag-words-hint = Скажите, что вы заметили и где.
flag-raise = Поставить отметку
flag-document = Документ
flag-document-open = Посмотреть документ
flag-raised = Поставлена
flag-raised-by-clock = автоматически
flag-ended = Чем кончилось
flag-outcome-words = Пояснение
flag-outcome-words-hint = Что вы выяснили и что сделано.
flag-settle-title = Снять отметку
flag-outcome = Чем кончилось?
flag-settle = Снять отметку
flag-give-title = Передать другому или дать больше времени
flag-give = Сохранить
flag-overtaken-title = Кто-то вас опередил
flag-overtaken-text = Отметка тем временем изменилась. Ваши изменения не сохранены; посмотрите, что в ней теперь.
flag-day-past = Выберите день, который ещё не прошёл
flag-day-far = Выберите день в пределах года
flag-day-missing = Укажите день
flash-flag-raised = Отметка поставлена
flash-flag-given = Сохранено
flash-flag-ended = Отметка снята
flag-kind-document-expired = Истёк срок документа
flag-kind-term-ending = Скоро истекает срок полномочий
flag-kind-term-ended = Срок полномочий истёк
flag-kind-seat-empty = Место в группе пустует
flag-kind-entry-claimed = Кто-то сообщает, что запись о лидере — о нём
flag-office = Срок полномочий
flag-office-open = Посмотреть лидеров
flag-claim = Запись
flag-claim-open = Посмотреть запись и ответить
flag-kind-other = Нужно посмотреть
flag-outcome-settled = Улажено
flag-outcome-mistaken = Повода не было
flag-outcome-overtaken = Появилось что-то более новое
act-flag-raised = Поставлена отметка
act-flag-given = Отметка передана
act-flag-ended = Отметка снята
