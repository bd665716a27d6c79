# Условия решения: что нужно сделать, что ответили и выполнено ли это.
conditions-title = Условия
condition-state-open = Нужно выполнить
condition-state-overdue = Срок прошёл
condition-state-answered = Есть ответ
condition-state-not-met = Не выполнено
condition-state-met = Выполнено
condition-mark-met = Условие выполнено
condition-mark-not-met = Условие не выполнено
condition-mark-extended = Дать больше времени
condition-answered = Ответ
condition-extended-until = Срок продлён до { $date }
condition-paper = Документ, который это показывает
condition-answer-link = Сказать, что вы сделали
condition-answer-title = Ответить на условие
condition-answer-words = Что вы сделали?
condition-answer-words-hint = Скажите, как совет увидит, что условие выполнено.
condition-answer-paper = Документ, который это показывает
condition-answer-paper-hint = Один из документов вашей организации
condition-no-paper = Без документа
condition-add-paper = Или добавить новый здесь
condition-paper-item = Что это за документ
condition-paper-item-hint = Он станет и одним из документов вашей организации
condition-needs-item = Скажите, что это за документ
condition-one-paper = Выберите что-то одно: имеющийся документ или новый файл
condition-answer-send = Отправить совету
condition-mark-title = Сказать, выполнено ли условие
condition-mark = Что вы скажете?
condition-mark-hint = Когда выполнены все условия, заявление принято окончательно, и заявителю об этом пишут.
condition-reason = Почему
condition-reason-hint = Это прочтёт заявитель. Нужно, если условие не выполнено или срок продлён.
condition-new-day = Новый день
condition-new-day-hint = Только если даёте больше времени, например 27 3 2027
condition-mark-send = Сохранить
flash-condition-answered = Ваш ответ у совета
flash-condition-marked = Записано
desk-decision-more-conditions = Ещё условия, каждое со своим сроком
desk-decision-another-condition = Ещё одно условие
home-desk-condition = { $title }: на условие ответили; его срок { $date }.
home-desk-condition-passed = { $title }: условие нужно было выполнить до { $date }.
home-desk-condition-act = Посмотреть условия
home-desk-condition-more = { $count ->
    [one] Ещё { $count } дело с условием, на которое нужно взглянуть.
    [few] Ещё { $count } дела с условиями, на которые нужно взглянуть.
    [many] Ещё { $count } дел с условиями, на которые нужно взглянуть.
   *[other] Ещё { $count } дела с условиями, на которые нужно взглянуть.
}
act-case-condition-answered = Ответили на условие
act-case-condition-met = Условие выполнено
act-case-condition-not-met = Условие не выполнено
act-case-condition-extended = Срок условия продлён
act-case-conditions-met = Все условия выполнены
letter-conditions-met-subject = Все условия по { $number } выполнены
letter-conditions-met-text = Совет посмотрел, что вы сделали для { $title }. Все условия выполнены, делать больше ничего не нужно.
letter-conditions-met-link = Посмотреть дело:
letter-condition-not-met-subject = Условие по { $number } не выполнено
letter-condition-not-met-text = Совет посмотрел ваш ответ по { $title }. Условие ещё не выполнено. Причина указана на странице дела.
letter-condition-not-met-link = Посмотреть почему и ответить снова:
letter-condition-extended-subject = Больше времени на условие по { $number }
letter-condition-extended-text = Совет даёт вам больше времени на условие по { $title }. Пожалуйста, выполните его до { $due }.
letter-condition-extended-link = Посмотреть условие:
letter-kind-conditions-met = Условия выполнены
letter-kind-condition-not-met = Условие не выполнено
letter-kind-condition-extended = Больше времени на условие
