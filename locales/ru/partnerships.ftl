# Участие в инициативе: вопрос организации, её ответ и выход.
initiatives-add-text = Организация получит письмо и будет названа участником, когда её команда согласится.
initiatives-already-asked = Эту организацию уже пригласили, и она ещё не ответила
initiatives-lead-asked = Другую организацию уже попросили вести инициативу, и она ещё не ответила. Сначала отзовите тот вопрос или предложите этой другую роль
initiatives-asked = Кого пригласили
initiatives-nobody-leads = Эту инициативу пока никто не возглавляет. Её можно опубликовать, когда приглашённая возглавить её организация согласится
initiatives-asked-you = Вас приглашают участвовать
initiatives-asked-by = Приглашает
initiatives-asked-by-board = Приглашает совет
initiatives-answer-missing = Укажите, согласны вы или отказываетесь
initiatives-accept = Согласиться
flash-initiative-partner-asked = Организация получит письмо. Она станет участником, когда согласится
flash-initiative-question-withdrawn = Приглашение отозвано
flash-initiative-accepted = Ваша организация участвует в инициативе
flash-initiative-declined = Вы отказались. Ваша организация нигде не названа участником
flash-initiative-left = Ваша организация больше не участвует в инициативе
letter-partner-asked-subject = Будет ли ваша организация участвовать в инициативе?
letter-partner-asked-text = Организацию «{ $title }» приглашают участвовать в инициативе «{ $initiative }» (роль: { $role }). Её назовут, только если вы согласитесь, и позже она может выйти. До этого никто ничего не узнает.
letter-partner-asked-link = Прочитать об инициативе и ответить:
letter-partner-answered-subject = Ответ об инициативе
letter-partner-answered-text = { $title }: { $reply }. Инициатива «{ $initiative }» ({ $role }). Если к ответу есть пояснение, оно рядом с ним.
letter-partner-answered-link = Посмотреть инициативу:
letter-partner-removed-subject = Ваша организация больше не участвует в инициативе
letter-partner-removed-text = Совет завершил участие организации «{ $title }» в инициативе «{ $initiative }» ({ $role }).
letter-partner-removed-link = Посмотреть ваши инициативы:
letter-initiative-unpublished-subject = Инициатива снята с публикации
letter-initiative-unpublished-text =
    Координационный совет снял с публикации инициативу «{ $initiative }».

    { $words }
letter-initiative-unpublished-link = Посмотреть ваши инициативы:
letter-kind-initiative-unpublished = Инициатива снята с публикации
letter-kind-partner-asked = Приглашение в инициативу
letter-kind-partner-answered = Ответ об инициативе
letter-kind-partner-removed = Участие в инициативе завершено
letter-initiative-unled-subject = Инициатива снята с публикации
letter-initiative-unled-text = Инициативу «{ $initiative }» больше никто не ведёт, поэтому она снята с публикации. Её опубликуют снова, как только найдётся ведущая организация. Если ею готова стать ваша, напишите в координационный совет.
letter-initiative-unled-link = Посмотреть ваши инициативы:
letter-kind-initiative-unled = Инициатива без ведущей организации
letter-initiative-file-taken-down-subject = Координационный совет убрал файл из инициативы
letter-initiative-file-taken-down-text =
    Координационный совет снял с публикации изображение или документ инициативы «{ $initiative }».

    { $words }
letter-initiative-file-taken-down-link = Посмотреть ваши инициативы:
letter-kind-initiative-file-taken-down = Файл инициативы убран
letter-initiative-need-met-subject = У инициативы есть то, что ей было нужно
letter-initiative-need-met-text =
    Координационный совет отметил, что у инициативы «{ $initiative }» есть то, что ей было нужно: { $need }.

    { $words }
letter-initiative-need-met-link = Посмотреть ваши инициативы:
letter-kind-initiative-need-met = Потребность инициативы закрыта
letter-initiative-need-open-subject = Инициативе всё-таки нужна помощь
letter-initiative-need-open-text =
    Координационный совет отметил, что инициативе «{ $initiative }» это всё-таки нужно: { $need }.

    { $words }
letter-initiative-need-open-link = Посмотреть ваши инициативы:
letter-kind-initiative-need-open = Потребность инициативы снова открыта
