# Письма о группах.
letter-group-until = до { $date }
letter-group-open = без срока
letter-group-a-leader = Лидер
group-reply-joined = вступает
group-reply-declined = отказывается
group-reply-left = выходит
letter-group-invited-subject = Вступит ли ваша организация в группу?
letter-group-invited-text = Координационный совет приглашает { $title } в { $group }: { $role }, { $until }. Вы войдёте в группу, только если согласитесь, и сможете выйти позже. До ответа об этом никому не сообщают.
letter-group-invited-link = Узнать о группе и ответить:
letter-group-entered-subject = Ваша организация вошла в группу
letter-group-entered-text = Координационный совет создал { $group } и включил в неё { $title }: { $role }, { $until }. Состав группы видят все. Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно.
letter-group-entered-link = Ваши группы и выход из них:
letter-group-removed-subject = Вы больше не в группе
letter-group-removed-text = { $title } больше не состоит в { $group } ({ $role }, { $until }): участие прекращено координационным советом, или закончился срок.
letter-group-removed-link = Ваши группы:
letter-group-answered-subject = Ответ о группе
letter-group-answered-text = { $title } { $reply }: { $group } ({ $role }, { $until }). Если к ответу есть слова, они на странице группы.
letter-group-answered-link = Страница группы:
letter-group-yourself = вы сами
letter-group-ended-subject = Группа завершает работу { $date }
letter-group-ended-text =
    Координационный совет завершает работу группы: { $group }. Последний день — { $date }, вместе с ней заканчивается участие: { $title } ({ $role }). Делать ничего не нужно.

    { $words }
letter-group-ended-link = Страница группы:
letter-group-goes-on-subject = Группа всё-таки продолжает работу
letter-group-goes-on-text =
    Группа всё-таки продолжает работу: { $group }. Её завершили по ошибке, или координационный совет передумал. Участник: { $title } ({ $role }, { $until }).

    Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно. Отменённые встречи, если понадобится, назначат заново.
letter-group-goes-on-link = Ваши группы и выход из них:
letter-group-place-changed-subject = Изменилась ваша роль в группе
letter-group-place-changed-text = Координационный совет изменил роль, место или срок в группе: { $group }. Теперь: { $title } ({ $role }, { $until }). Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно.
letter-group-place-changed-link = Ваши группы и выход из них:
letter-kind-group-ended = Группа завершает работу
letter-kind-group-goes-on = Группа продолжает работу
letter-kind-group-place-changed = Другая роль в группе
letter-leader-invited-subject = Вступите ли вы в группу?
letter-leader-invited-text = Координационный совет приглашает вас в { $group }: { $role }, { $until }. Вы войдёте в группу, только если согласитесь. По той же ссылке можно выйти в любое время. Не передавайте её: кто её откроет, тот отвечает за вас.
letter-leader-invited-link = Узнать о группе и ответить:
letter-kind-group-invited = Приглашение в группу
letter-kind-group-entered = Включение в группу
letter-kind-group-removed = Выход из группы
letter-kind-group-answered = Ответ о группе
letter-kind-leader-invited = Приглашение лидера в группу
letter-meeting-called-subject = Приглашение на встречу { $date }
letter-meeting-called-text = { $group }: встреча { $date } в { $time } ({ $zone }), { $place }. К письму приложено приглашение для календаря.
letter-meeting-called-link = Подробнее:
letter-meeting-moved-subject = Встреча перенесена на { $date }
letter-meeting-moved-text = { $group }: другое время или место встречи: { $date } в { $time } ({ $zone }), { $place }. Календарь обновится сам.
letter-meeting-moved-link = Подробнее:
letter-meeting-called-off-subject = Встреча { $date } отменена
letter-meeting-called-off-text = { $group }: встречи { $date } в { $time } ({ $zone }), { $place } не будет.
letter-meeting-called-off-link = Страница группы:
letter-meeting-not-yours-subject = Приглашение на встречу { $date } снято
letter-meeting-not-yours-text = { $date } в { $time } ({ $zone }), { $place } вы не участвуете во встрече { $group }: должность или место к тому дню у другого либо закончились. Встреча исчезнет из календаря.
letter-meeting-not-yours-link = Страница группы:
letter-recommendation-answered-subject = Координационный совет ответил на рекомендацию
letter-recommendation-answered-text =
    { $group }, рекомендация от { $date }: { $title }. Ответ координационного совета: { $answer }.

    { $words }
letter-recommendation-answered-link = Подробнее:
letter-kind-meeting-called = Приглашение на встречу
letter-kind-meeting-moved = Встреча перенесена
letter-kind-meeting-called-off = Встреча отменена
letter-kind-meeting-not-yours = Приглашение на встречу снято
letter-kind-recommendation-answered = Ответ на рекомендацию
