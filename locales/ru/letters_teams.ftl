# Письма о командах. Как в letters.ftl.
letter-invitation-subject = Вас приглашают в команду организации
letter-invitation-text = Вас приглашают в команду организации «{ $title }» в Concord, где организации регистрируются в координационном совете. Ваша роль: { $role }.
letter-invitation-link = Посмотреть приглашение, принять его или отклонить:
letter-invitation-after = Ссылка действует один раз и семь дней. Если вы не знаете этой организации, не отвечайте на письмо, и ничего не произойдёт.

letter-team-role-changed-subject = Ваша роль в команде изменилась
letter-team-role-changed-text = Владелец организации «{ $title }» ({ $number }) изменил вашу роль в её команде. Теперь ваша роль: { $role }.
letter-team-role-changed-link = Открыть организацию:

letter-team-removed-subject = Вы больше не в команде
letter-team-removed-text = Владелец организации «{ $title }» ({ $number }) исключил вас из её команды. Если вы думаете, что это ошибка, спросите владельца.

letter-ownership-offered-subject = Вам предлагают принять организацию
letter-ownership-offered-text = Владелец организации «{ $title }» ({ $number }) хочет передать её вам. Вы будете говорить от её имени с советом и вести её команду.
letter-ownership-offered-link = Согласиться или отказаться:

letter-ownership-handed-over-subject = Ваша организация передана
letter-ownership-handed-over-text = Ваше предложение принято: у организации «{ $title }» ({ $number }) вместо вас другой владелец. Вы остаётесь редактором.
letter-ownership-handed-over-link = Открыть команду:

letter-join-asked-subject = Кто-то просит принять его в вашу команду
letter-join-asked-text = Кто-то просит принять его в команду организации «{ $title }» ({ $number }).
letter-join-asked-link = Посмотреть, кто это, и ответить:

letter-join-accepted-subject = Вы в команде
letter-join-accepted-text = Теперь вы в команде организации «{ $title }» ({ $number }). Ваша роль: { $role }.
letter-join-accepted-link = Открыть организацию:

letter-join-refused-subject = Ваша просьба принять в команду
letter-join-refused-text = Владельцы организации «{ $title }» ({ $number }) не приняли вас в её команду.
letter-join-refused-link = Открыть её публичную страницу:

letter-rescue-asked-subject = Вы на связи? Кто-то просит передать ему вашу организацию
letter-rescue-asked-text =
    Кто-то утверждает, что владельцы организации «{ $title }» ({ $number }) пропали, и просит сделать владельцем его.

    Если вы на связи, остановите это: последний день — { $until }. Если никто из владельцев этого не сделает, потом решит представительство или совет.
letter-rescue-asked-link = Чтобы остановить, откройте эту страницу и нажмите кнопку; входить не нужно:

letter-rescue-stopped-subject = Владелец на связи
letter-rescue-stopped-text = Вы просили сделать вас владельцем организации «{ $title }» ({ $number }). Один из её владельцев ответил и остановил это. Вы можете попросить принять вас в команду.
letter-rescue-stopped-link = Открыть её публичную страницу:

letter-rescue-accepted-subject = Теперь вы владелец
letter-rescue-accepted-text = Вы просили сделать вас владельцем организации «{ $title }» ({ $number }), и просьба принята. Прежние владельцы остались в команде; вы можете их исключить.
letter-rescue-accepted-link = Открыть команду:

letter-rescue-refused-subject = Ваша просьба сделать вас владельцем
letter-rescue-refused-text = Вы просили сделать вас владельцем организации «{ $title }» ({ $number }). В этом отказано. Почему, можно прочитать там, где вы просили.
letter-rescue-refused-link = Открыть её публичную страницу:

letter-rescued-subject = У вашей организации ещё один владелец
letter-rescued-text = Никто из владельцев организации «{ $title }» ({ $number }) не ответил, и владельцем стал человек, который об этом просил. Вы по-прежнему в команде. Если это неправильно, сообщите совету.
letter-rescued-link = Открыть команду:

letter-kind-invitation = Приглашение в команду
letter-kind-team-role-changed = Изменена роль в команде
letter-kind-team-removed = Исключение из команды
letter-kind-ownership-offered = Предложено место владельца
letter-kind-ownership-handed-over = Организация передана
letter-kind-join-asked = Просьба принять в команду
letter-kind-join-accepted = Принят в команду
letter-kind-join-refused = Не принят в команду
letter-kind-rescue-asked = Вопрос владельцам, на связи ли они
letter-kind-rescue-stopped = Владелец на связи
letter-kind-rescue-accepted = Стал владельцем
letter-kind-rescue-refused = Не стал владельцем
letter-kind-rescued = Ещё один владелец
