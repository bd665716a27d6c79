# Статусы: лестница, решения председателя и правила того и другого.
organization-since = С
organization-registered-until = Регистрация действует до
organization-reason = Причина, указанная советом

standing-title = Лестница статусов
standing-intro = Здесь видно, что ждёт регистрации, которые никто не продлевает. О каждом шаге заранее сказано, кого он коснётся.
standing-by = Заглянуть вперёд
horizon-today = Сегодня
horizon-month = В ближайшие 30 дней
horizon-quarter = В ближайшие 90 дней
rung-due = Пора продлить
rung-lapsed = Срок истёк
rung-notice = Предупреждение об исключении
rung-struck-off = Исключение из реестра
standing-would-due = { $count ->
    [0] Срок продления не наступит ни у одной организации.
    [one] Срок продления наступит у { $count } организации.
    [few] Срок продления наступит у { $count } организаций.
    [many] Срок продления наступит у { $count } организаций.
   *[other] Срок продления наступит у { $count } организации.
}
standing-would-lapsed = { $count ->
    [0] Ни одна регистрация не прекратится.
    [one] Прекратится регистрация { $count } организации.
    [few] Прекратится регистрация { $count } организаций.
    [many] Прекратится регистрация { $count } организаций.
   *[other] Прекратится регистрация { $count } организации.
}
standing-would-notice = { $count ->
    [0] Предупреждение не получит ни одна организация.
    [one] Предупреждение получит { $count } организация.
    [few] Предупреждение получат { $count } организации.
    [many] Предупреждение получат { $count } организаций.
   *[other] Предупреждение получат { $count } организации.
}
standing-would-struck-off = { $count ->
    [0] Из реестра не будет исключена ни одна организация.
    [one] Из реестра будет исключена { $count } организация.
    [few] Из реестра будут исключены { $count } организации.
    [many] Из реестра будет исключено { $count } организаций.
   *[other] Из реестра будет исключено { $count } организации.
}
standing-would-held = { $count ->
    [0] Ни одна организация не удержана.
    [one] { $count } организация опустилась бы на ступень, но удержана.
    [few] { $count } организации опустились бы на ступень, но удержаны.
    [many] { $count } организаций опустились бы на ступень, но удержаны.
   *[other] { $count } организации опустились бы на ступень, но удержаны.
}
standing-see = Посмотреть какие
standing-by-itself = Это произойдёт само в назначенный день.
standing-by-chair = Это произойдёт только с одобрения председателя.
standing-held = Удержаны
standing-how = Как устроена лестница
standing-how-lapse = { $count ->
    [one] Если регистрацию не продлили вовремя, через { $count } день она прекращается.
    [few] Если регистрацию не продлили вовремя, через { $count } дня она прекращается.
    [many] Если регистрацию не продлили вовремя, через { $count } дней она прекращается.
   *[other] Если регистрацию не продлили вовремя, через { $count } дня она прекращается.
}
standing-how-notice = { $count ->
    [one] Через { $count } день после этого председатель может вынести предупреждение.
    [few] Через { $count } дня после этого председатель может вынести предупреждение.
    [many] Через { $count } дней после этого председатель может вынести предупреждение.
   *[other] Через { $count } дня после этого председатель может вынести предупреждение.
}
standing-how-runs = { $count ->
    [one] Срок предупреждения — { $count } день. Затем председатель может исключить организацию из реестра.
    [few] Срок предупреждения — { $count } дня. Затем председатель может исключить организацию из реестра.
    [many] Срок предупреждения — { $count } дней. Затем председатель может исключить организацию из реестра.
   *[other] Срок предупреждения — { $count } дня. Затем председатель может исключить организацию из реестра.
}
standing-how-renewal = Продление возвращает с любой ступени. Пока совет рассматривает его, ничего не происходит.

standing-list-due = У кого наступает срок продления
standing-list-lapsed = Чья регистрация прекращается
standing-list-notice = Кому выносится предупреждение
standing-list-struck-off = Кого исключают из реестра
standing-list-held = Удержанные организации
standing-list-held-text = Они уже опустились бы на ступень, но у них есть отсрочка или они подали на продление.
standing-list-empty = В этом списке нет организаций
standing-list-back = Назад к лестнице
standing-col-chosen = Выбрано
standing-col-next = Что дальше
standing-col-owners = Владельцы, которые получат письмо
standing-no-owner = Нет
standing-own = Ваша организация: решать должен другой председатель
standing-renewing = Ждёт ответа совета о продлении
standing-delayed-until = отсрочка до { $until }
standing-delay = Отсрочить
standing-approve-text = Это сразу коснётся всех отмеченных организаций. Владельцы получат письма, а на публичных страницах появится отметка.
standing-approve-notice = Вынести предупреждение отмеченным
standing-approve-struck-off = Исключить отмеченные
standing-approve-none = Отметьте хотя бы одну организацию

standing-one-title = Статус
standing-no-end = Срок неизвестен, поэтому само ничего не произойдёт
standing-no-story = С внесения в реестр статус не менялся
standing-who-system = Программа Concord
standing-no-ladder = Сейчас организация не стоит на лестнице, откладывать нечего.
cause-date = Наступил срок
cause-board = Так решил совет
cause-end = Приостановка закончилась
cause-renewal = Регистрация продлена
reason-reach-board = Только служебный раздел: совет, представительства и аудиторы
reason-reach-team = Совет и команда организации
reason-reach-public = Все, на публичной странице

board-act-suspension = Приостановить регистрацию
board-act-lifting = Снять приостановку
board-act-striking-off = Исключить организацию
board-act-revival = Восстановить регистрацию
board-act-suspension-text = Приостановленная регистрация не действует. После последнего дня приостановка снимается сама.
board-act-lifting-text = Организация вернётся к прежнему статусу, а если регистрацию за это время продлили — станет действующей.
board-act-striking-off-text = Номер и история организации сохранятся, и председатель сможет её восстановить.
board-act-revival-text = Организация снова будет зарегистрирована — на полный срок с сегодняшнего дня.
board-act-suspension-confirm = Приостановить
board-act-lifting-confirm = Снять
board-act-striking-off-confirm = Исключить
board-act-revival-confirm = Восстановить
standing-until = Последний день приостановки
standing-reason = Причина
standing-reach = Кому показать причину?
standing-reach-hint = Не называйте людей в причине, которую увидят все.
standing-check = Посмотреть, что изменится
standing-effects = Что изменится
standing-change-answers = Изменить ответы
standing-effect-shown = На публичной странице, в каталоге и в свидетельстве будет сказано: { $standing }.
standing-effect-until = После { $until } это закончится само.
standing-effect-valid = Регистрация будет действовать до { $until }.
standing-effect-kept = Ничего не удаляется: история, места в группах и инициативы сохранятся.
standing-effect-parts = Пока организация исключена, она ни в чём не участвует. У неё мест в группах: { $groups } (председательств: { $chairs }), участий в инициативах: { $initiatives }. Инициативы, которые ведёт только она, не показываются на публичных страницах, пока их кто-нибудь не возглавит: { $alone }. После восстановления всё станет как было.
standing-effect-reason-board = Причину увидят только совет, представительства и аудиторы.
standing-effect-reason-team = Причину увидит команда организации на своей странице.
standing-effect-reason-public = Причину увидят все на публичной странице.
standing-effect-letters = { $count ->
    [0] Писем не будет: у организации нет владельца с учётной записью.
    [one] Письмо получит { $count } владелец.
    [few] Письма получат { $count } владельца.
    [many] Письма получат { $count } владельцев.
   *[other] Письма получат { $count } владельца.
}
standing-day-missing = Укажите последний день
standing-day-past = Укажите день позже сегодняшнего
standing-day-far = Укажите день в пределах двух лет
standing-overtaken-title = Статус тем временем изменился
standing-overtaken = Теперь он такой: { $standing }.
standing-overtaken-again = То, что вы написали, осталось здесь. Прочтите ещё раз, прежде чем продолжить.
standing-overtaken-back = Назад к статусу

standing-delay-title = Отсрочить следующий шаг
standing-delay-text = До конца выбранного дня организация остаётся на своей ступени. Затем шаг будет сделан как обычно.
standing-delay-until = Отсрочить до
standing-delay-reason-hint = Её увидят только совет, представительства и аудиторы.
standing-delay-save = Отсрочить
standing-delay-end = Отменить отсрочку
standing-delay-far = Укажите день в пределах года

standing-rules-title = Сроки регистрации
standing-rules-text = Изменение действует с этого момента, в том числе для тех, кто уже на ступени. Назначенные дни — конец регистрации или предупреждения — не меняются.
standing-rules-overtaken = Правила тем временем изменились
standing-rules-rule = Правило
standing-rules-now = Сейчас
standing-rules-preset = Изначально
standing-rules-source = Откуда это взято
standing-rules-change = Изменить правила
standing-rules-save = Сохранить правила
rule-validity-years = Сколько лет действует регистрация
rule-first-reminder = За сколько дней до конца первое напоминание
rule-second-reminder = За сколько дней до конца второе напоминание
rule-third-reminder = За сколько дней до конца последнее напоминание
rule-lapse-after = Дней от срока продления до прекращения
rule-notice-after = Дней от прекращения до предупреждения
rule-notice-runs = Дней действует предупреждение
rule-source-portugal = Португалия аккредитует организации своей диаспоры на три года
rule-source-design = Замысел этого реестра
rule-source-program = Начальное значение программы; судить о нём совету
standing-number-years = Введите целое число лет от 1 до 30
standing-number-days = Введите целое число дней от 1 до 730
standing-reminders-order = Введите меньше дней, чем у предыдущего напоминания
standing-terms-title = Другие сроки, по странам и видам
standing-terms-text = Сначала учитывается сказанное о стране и виде вместе, затем о стране, затем о виде. Это касается регистраций и продлений с этого момента.
standing-term-any = Любая
standing-term-years = Лет
standing-term-save = Добавить срок
standing-term-end = Отменить срок
standing-term-of-nothing = Выберите страну пребывания, вид или и то и другое

home-ladder-due = Регистрацию нужно продлить до { $until }.
home-ladder-lapsed = Пора продлить регистрацию. Без продления она прекратится { $until }.
home-ladder-notice = Срок регистрации истёк. Продлите её скорее: с { $until } совет может предупредить об исключении из реестра.
home-ladder-struck-off = Совет вынес предупреждение. Если регистрацию не продлить, с { $until } организацию могут исключить из реестра.
home-ladder-renewing = Совет рассматривает ваше продление. Пока он не ответит, ничего другого не произойдёт.

flash-standing-approved = Готово. Владельцы получат письма
flash-error-standing-some = Некоторые организации изменились, пока вы смотрели, или принадлежат вам: они остались как были. С остальными всё сделано
flash-error-standing-none = Ничего не сделано: организации изменились, пока вы смотрели, или принадлежат вам
flash-standing-suspended = Регистрация приостановлена
flash-standing-lifted = Приостановка снята
flash-standing-struck-off = Организация исключена из реестра
flash-standing-revived = Регистрация восстановлена
flash-standing-delayed = Следующий шаг отсрочен
flash-standing-delay-ended = Отсрочка отменена
flash-standing-rules-saved = Правила сохранены
flash-standing-term-saved = Срок сохранён
flash-standing-term-ended = Срок отменён

act-organization-renewed = Регистрация продлена
act-organization-delayed = Следующий шаг лестницы отсрочен
act-organization-delay-ended = Отсрочка отменена
act-standing-rules-changed = Изменены правила статусов
act-standing-term-set = Задан срок регистрации
act-standing-term-ended = Срок регистрации отменён

letter-renewal-near-subject = Продлите регистрацию { $number }
letter-renewal-near-text = Регистрация организации ({ $title }) действует до { $until }. Пожалуйста, продлите её до этого дня.
letter-renewal-near-link = Продлить её здесь:
letter-renewal-due-subject = Пора продлить регистрацию { $number }
letter-renewal-due-text = Пора продлить регистрацию организации ({ $title }). Пока она действует, но без продления прекратится { $until }.
letter-renewal-due-link = Продлить её здесь:
letter-registration-lapsed-subject = Регистрация { $number } прекратилась
letter-registration-lapsed-text = Регистрацию организации ({ $title }) не продлили вовремя, и она больше не действует. Продление вернёт её.
letter-registration-lapsed-link = Продлить её здесь:
letter-notice-given-subject = Предупреждение об исключении: { $number }
letter-notice-given-text = Срок регистрации организации ({ $title }) истёк. Если не продлить её до { $until } включительно, совет исключит организацию из реестра.
letter-notice-given-link = Продлить её здесь:
letter-struck-off-subject = Исключено из реестра: { $number }
letter-struck-off-text = Организация ({ $title }) исключена из реестра. Её номер и история сохраняются. Если вы считаете это ошибкой, напишите совету: председатель может восстановить регистрацию.
letter-struck-off-link = Посмотреть регистрацию:
letter-suspended-subject = Регистрация { $number } приостановлена
letter-suspended-text = Совет приостановил регистрацию организации ({ $title }). Она не действует, пока приостановка не закончится: после { $until } или раньше, если её снимет совет. Если совет сообщает вам причину, её можно прочесть на странице организации.
letter-suspended-link = Посмотреть регистрацию:
letter-suspension-over-subject = Приостановка { $number } закончилась
letter-suspension-over-text = Приостановка регистрации организации ({ $title }) закончилась. Нынешний статус указан на странице организации.
letter-suspension-over-link = Посмотреть регистрацию:
letter-revived-subject = Регистрация { $number } восстановлена
letter-revived-text = Совет восстановил регистрацию организации ({ $title }). Она действует до { $until }.
letter-revived-link = Посмотреть регистрацию:
letter-kind-renewal-near = Напоминание о продлении
letter-kind-renewal-due = Пора продлить
letter-kind-registration-lapsed = Регистрация прекратилась
letter-kind-notice-given = Предупреждение об исключении
letter-kind-struck-off = Исключение из реестра
letter-kind-suspended = Приостановка
letter-kind-suspension-over = Конец приостановки
letter-kind-revived = Восстановление
