# Письма о группах.
letter-group-until = по { $date }
letter-group-open = бессрочно
letter-group-a-leader = Лидер
group-reply-joined = согласие
group-reply-declined = отказ
group-reply-left = выход
letter-group-invited-subject = Вступит ли ваша организация в группу?
letter-group-invited-text = Координационный совет приглашает организацию «{ $title }» в группу «{ $group }»: { $role }, { $until }. Вы войдёте в группу, только если согласитесь, и сможете выйти позже. До вашего ответа об этом никому не сообщают.
letter-group-invited-link = Узнать о группе и ответить:
letter-group-entered-subject = Ваша организация вошла в группу
letter-group-entered-text = Координационный совет создал группу «{ $group }» и включил в неё организацию «{ $title }»: { $role }, { $until }. Состав группы видят все. Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно.
letter-group-entered-link = Ваши группы и выход из них:
letter-group-removed-subject = Участие в группе закончилось
letter-group-removed-text = { $title }: участие в группе «{ $group }» закончилось ({ $role }, { $until }). Его прекратил координационный совет, или истёк срок.
letter-group-removed-link = Ваши группы:
letter-group-answered-subject = Ответ о группе
letter-group-answered-text = { $title }: { $reply }. Группа «{ $group }» ({ $role }, { $until }). Если к ответу есть пояснение, оно на странице группы.
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

    Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно. О каждом заседании, которое всё-таки состоится, придёт отдельное письмо.
letter-group-goes-on-link = Ваши группы и выход из них:
letter-group-place-changed-subject = Изменилась ваша роль в группе
letter-group-place-changed-text = Координационный совет изменил роль, место или срок в группе: { $group }. Теперь: { $title } ({ $role }, { $until }). Если вы этого не хотите, выйдите одним нажатием; объяснять не нужно.
letter-group-place-changed-link = Ваши группы и выход из них:
letter-kind-group-ended = Группа завершает работу
letter-kind-group-goes-on = Группа продолжает работу
letter-kind-group-place-changed = Другая роль в группе
letter-leader-invited-subject = Вступите ли вы в группу?
letter-leader-invited-text = Координационный совет приглашает вас в группу «{ $group }»: { $role }, { $until }. Вы войдёте в группу, только если согласитесь. По той же ссылке можно выйти в любое время. Не передавайте её: кто её откроет, тот отвечает за вас.
letter-leader-invited-link = Узнать о группе и ответить:
letter-kind-group-invited = Приглашение в группу
letter-kind-group-entered = Включение в группу
letter-kind-group-removed = Участие в группе закончилось
letter-kind-group-answered = Ответ о группе
letter-kind-leader-invited = Приглашение лидера в группу
letter-meeting-called-subject = Приглашение на заседание { $date }
letter-meeting-called-text = Заседание группы «{ $group }»: { $date } в { $time } ({ $zone }), { $place }. К письму приложено приглашение для календаря.
letter-meeting-called-link = Подробнее:
letter-meeting-moved-subject = Изменилось время или место заседания: { $date }
letter-meeting-moved-text = Изменилось время или место заседания группы «{ $group }»: { $date } в { $time } ({ $zone }), { $place }. Календарь обновится сам.
letter-meeting-moved-link = Подробнее:
letter-meeting-called-off-subject = Заседание { $date } отменено
letter-meeting-called-off-text = Заседание группы «{ $group }», назначенное на { $date } в { $time } ({ $zone }), { $place }, не состоится.
letter-meeting-called-off-link = Страница группы:
letter-meeting-not-yours-subject = Вас больше не приглашают на заседание { $date }
letter-meeting-not-yours-text = Вас больше не приглашают на заседание группы «{ $group }» { $date } в { $time } ({ $zone }), { $place }: к этому дню должность или место в группе уже не ваши либо участие закончилось. Заседание исчезнет из вашего календаря.
letter-meeting-not-yours-link = Страница группы:
letter-recommendation-answered-subject = Координационный совет ответил на рекомендацию
letter-recommendation-answered-text =
    Группа «{ $group }», рекомендация от { $date }: { $title }. Ответ координационного совета: { $answer }.

    { $words }
letter-recommendation-answered-link = Подробнее:
letter-kind-meeting-called = Приглашение на заседание группы
letter-kind-meeting-moved = Заседание группы перенесено
letter-kind-meeting-called-off = Заседание группы отменено
letter-kind-meeting-not-yours = Приглашение на заседание группы снято
letter-kind-recommendation-answered = Ответ на рекомендацию
letter-group-not-asked-subject = Приглашение в группу отозвано
letter-group-not-asked-text =
    Приглашение в группу «{ $group }» отозвано: группа завершает работу, последний день — { $date }. Адресат приглашения: { $title } ({ $role }). Отвечать не нужно.

    { $words }
letter-group-not-asked-link = Страница группы:
letter-group-asked-again-subject = Приглашение в группу снова действует
letter-group-asked-again-text = Группа «{ $group }» всё-таки продолжает работу, и отозванное приглашение снова действует. Адресат приглашения: { $title } ({ $role }, { $until }). Срок для ответа тот же, что в первом письме.
letter-group-asked-again-link = Узнать о группе и ответить:
way-out-left = Вы вышли из неё сами, или это сделал тот, у кого есть ссылка из ваших писем.
way-out-removed = Ваше участие прекратил координационный совет.
way-out-term-over = Ваш срок истёк.
letter-leader-out-of-group-subject = Вы больше не в группе
letter-leader-out-of-group-text = Вы больше не участвуете в группе «{ $group }» ({ $role }, { $until }). { $way } На её заседания вас больше не приглашают. Если это ошибка, напишите в координационный совет.
letter-leader-out-of-group-link = Ваши группы:
letter-leader-left-group-subject = Лидер вышел из группы
letter-leader-left-group-text = Лидер, который участвовал в группе «{ $group }» ({ $role }, { $until }), вышел из неё. Если причина названа, она на странице группы.
letter-leader-left-group-link = Страница группы:
letter-meeting-held-after-all-subject = Заседание { $date } всё-таки состоится
letter-meeting-held-after-all-text = Заседание группы «{ $group }» всё-таки состоится: { $date } в { $time } ({ $zone }), { $place }. Его отменили, потому что группа завершала работу, но она продолжается. Письмо вернёт заседание в ваш календарь.
letter-meeting-held-after-all-link = Подробнее:
letter-kind-group-not-asked = Приглашение в группу отозвано вместе с группой
letter-kind-group-asked-again = Приглашение в группу снова действует
letter-kind-leader-out-of-group = Участие лидера в группе закончилось
letter-kind-leader-left-group = Лидер вышел из группы
letter-kind-meeting-held-after-all = Заседание группы всё-таки состоится
