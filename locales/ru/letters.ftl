# Письма. Тема — одна строка; пустая строка разделяет абзацы; адрес ссылки стоит отдельной строкой после «…-link».
letter-greeting = Здравствуйте!
letter-closing = Concord
letter-footer = Это письмо составила программа. Ответы на этот адрес никто не читает.
letter-registry-number = Номер в реестре: { $registry }.

letter-confirm-address-subject = Подтвердите адрес электронной почты
letter-confirm-address-text = Кто-то — скорее всего, вы — указал этот адрес при регистрации в Concord.
letter-confirm-address-link = Чтобы подтвердить, что адрес ваш, откройте страницу и нажмите кнопку:
letter-confirm-address-after = Ссылка действует 24 часа. Если вы не регистрировались, не обращайте внимания на это письмо: без вашего подтверждения ничего не произойдёт.

letter-already-registered-subject = У вас уже есть учётная запись
letter-already-registered-text = Кто-то — скорее всего, вы — указал этот адрес при регистрации в Concord. Учётная запись с ним уже есть, и в ней ничего не изменилось.
letter-already-registered-link = Войдите или, если забыли пароль, задайте новый:
letter-already-registered-after = Если это были не вы, ничего делать не нужно.

letter-reset-password-subject = Задайте новый пароль
letter-reset-password-text = Кто-то — скорее всего, вы — попросил сменить пароль вашей учётной записи.
letter-reset-password-link = Чтобы задать новый пароль, откройте страницу:
letter-reset-password-after = Ссылка сработает один раз в течение часа. Если вы об этом не просили, не обращайте внимания на это письмо: пароль останется прежним.

letter-email-changing-subject = Подтвердите новый адрес электронной почты
letter-email-changing-text = Вы попросили привязать к учётной записи этот адрес электронной почты.
letter-email-changing-link = Чтобы подтвердить, что адрес ваш, откройте страницу и нажмите кнопку:
letter-email-changing-after = Ссылка действует 24 часа. Пока вы не подтвердите адрес, у учётной записи остаётся прежний. Если вы об этом не просили, не обращайте внимания на это письмо.

letter-email-changed-subject = У вашей учётной записи новый адрес
letter-email-changed-text =
    У вашей учётной записи теперь другой адрес электронной почты, и письма будут приходить туда. На всех остальных устройствах выполнен выход.

    Если адрес изменили не вы, сразу сообщите совету: возможно, вашей учётной записью завладел кто-то другой.

letter-password-changed-subject = Ваш пароль изменён
letter-password-changed-text =
    Пароль вашей учётной записи изменён, на всех остальных устройствах выполнен выход.

    Если это сделали не вы, сразу задайте новый пароль: на странице входа нажмите «Не помню пароль».
letter-password-changed-link = Войти можно здесь:

letter-role-changed-subject = Ваша роль изменилась
letter-role-changed-text = Администратор изменил права вашей учётной записи. Ваша роль теперь: { $role }. Чтобы изменение вступило в силу, войдите ещё раз.
letter-role-changed-link = Войти можно здесь:

letter-account-closed-subject = Ваша учётная запись закрыта
letter-account-closed-text =
    Ваша учётная запись закрыта по вашей просьбе. Войти с ней больше нельзя.

    То, что вы сделали для организаций, остаётся в истории. Если захотите вернуться, зарегистрируйтесь с тем же адресом заново.

letter-case-submitted-subject = Мы получили вашу заявку { $number }
letter-case-submitted-text =
    Мы получили заявку: { $title }. Номер для отслеживания — { $number }.

    Совет рассмотрит её и ответит письмом. До этого ничего делать не нужно.
letter-case-submitted-link = Следить за ходом рассмотрения:

letter-changes-requested-subject = Исправьте, пожалуйста, заявку { $number }
letter-changes-requested-text = Совет рассмотрел заявку ({ $title }) и просит кое-что изменить, прежде чем принять решение. Пожалуйста, ответьте не позднее { $due }.
letter-changes-requested-link = Посмотреть, что нужно изменить, и ответить:

letter-accepted-subject = Ваша заявка { $number } одобрена
letter-accepted-text = Совет одобрил заявку: { $title }.
letter-accepted-link = Посмотреть решение:

letter-accepted-with-conditions-subject = Ваша заявка { $number } одобрена с условиями
letter-accepted-with-conditions-text = Совет одобрил заявку с условиями: { $title }. Пожалуйста, выполните их не позднее { $due }.
letter-accepted-with-conditions-link = Посмотреть решение и условия:

letter-refused-subject = Решение по вашей заявке { $number }
letter-refused-text = Совет рассмотрел заявку ({ $title }) и не одобрил её. Причины указаны на странице заявки. Если вы считаете решение неверным, его можно обжаловать до { $due }.
letter-refused-link = Посмотреть решение и порядок обжалования:

letter-appealed-subject = Мы получили вашу жалобу { $number }
letter-appealed-text = Мы получили вашу жалобу на решение: { $title }. Председатель совета рассмотрит дело ещё раз и ответит письмом.
letter-appealed-link = Следить за ходом рассмотрения:

letter-message-subject = Сообщение от совета по заявке { $number }
letter-message-text = Совет написал вам сообщение по заявке: { $title }.
letter-message-link = Прочитать и ответить:

letter-opinion-wanted-subject = Нужно ваше мнение по делу { $number }
letter-opinion-wanted-text = Заявка в вашей стране пребывания ждёт мнения вашего представительства: { $title }. Пожалуйста, дайте его не позднее { $due }. После этого дня дело пойдёт дальше без него.
letter-opinion-wanted-link = Прочитать дело и высказать мнение:

letter-appeal-to-judge-subject = Жалоба ждёт председателя: { $number }
letter-appeal-to-judge-text = Подана жалоба на решение: { $title }. Рассмотреть её может только председатель, который не принимал этого решения.
letter-appeal-to-judge-link = Открыть дело:

# Список писем.
letter-kind-confirm-address = Подтверждение адреса
letter-kind-already-registered = Учётная запись уже есть
letter-kind-reset-password = Новый пароль
letter-kind-email-changing = Подтверждение нового адреса
letter-kind-email-changed = Адрес изменён
letter-kind-password-changed = Пароль изменён
letter-kind-role-changed = Роль изменена
letter-kind-account-closed = Учётная запись закрыта
letter-kind-case-submitted = Заявка получена
letter-kind-changes-requested = Нужны исправления
letter-kind-accepted = Одобрено
letter-kind-accepted-with-conditions = Одобрено с условиями
letter-kind-refused = Отказ
letter-kind-appealed = Жалоба получена
letter-kind-message = Сообщение от совета
letter-kind-opinion-wanted = Нужно мнение
letter-kind-appeal-to-judge = Жалоба на рассмотрение

letter-state-waiting = Ждёт отправки
letter-state-sending = Отправляется
letter-state-sent = Отправлено
letter-state-failed = Не отправлено
letter-mentioned-subject = Коллега упомянул вас в заметке: { $number }
letter-mentioned-text = Коллега упомянул вас в заметке по делу: { $title }.
letter-mentioned-link = Прочитать заметку:
letter-taken-over-subject = Коллега взял ваше дело: { $number }
letter-taken-over-text = Коллега взял дело, которым занимались вы: { $title }. Причина указана в деле.
letter-taken-over-link = Прочитать причину:
letter-kind-mentioned = Упоминание в заметке
letter-kind-taken-over = Дело взято коллегой
