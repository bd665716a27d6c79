# Учётные записи: регистрация, вход, своя учётная запись.
account-sign-up-title = Создание учётной записи
account-sign-up-text = С учётной записью вы сможете зарегистрировать организацию и отвечать совету.
account-sign-up = Создать учётную запись
account-sign-in = Войти
account-have-one = У вас уже есть учётная запись?
account-have-none = У вас ещё нет учётной записи?
account-name = Ваше имя
account-name-hint = Как совету к вам обращаться. Посетители сайта его не увидят.
account-email = Адрес электронной почты
account-email-hint = Мы отправим туда письмо со ссылкой, чтобы убедиться, что адрес ваш.
account-password = Пароль
account-password-hint = Не меньше 10 знаков. Три-четыре слова, не связанных между собой, легко запомнить и трудно угадать.
account-password-kept = Известен только вам
account-forgotten = Не помню пароль

account-sent-title = Проверьте почту
account-sent-sign-up = Мы отправили письмо на ваш адрес. Чтобы продолжить, откройте ссылку из письма.
account-sent-reset = Если с этим адресом есть учётная запись, мы отправили туда письмо. Чтобы задать новый пароль, откройте ссылку из письма.
account-sent-not-there = Если письмо не пришло
account-sent-spam = Посмотрите в папке «Спам».
account-sent-wait = Подождите несколько минут: некоторые почтовые серверы не спешат.
account-sent-again = Попробуйте ещё раз и проверьте, верен ли адрес
account-sent-sample = В этом пробном реестре письма не покидают компьютер. Администратор может прочитать их в разделе «Почта»; кроме того, они лежат в папке «mail» рядом с базой данных.

account-confirm = Подтвердить
account-confirm-title = Подтвердите адрес электронной почты
account-confirm-text = Нажмите кнопку, чтобы подтвердить, что адрес ваш. После этого вы сможете войти.
account-confirm-email-title = Подтвердите новый адрес
account-confirm-email-text = Нажмите кнопку, и учётная запись перейдёт на этот адрес. На других устройствах будет выполнен выход.
account-bad-link-title = Ссылка не работает
account-bad-link-text = Возможно, ею уже воспользовались, она устарела или скопирована не целиком. Если вы уже подтвердили адрес, просто войдите.
account-bad-link-again = Получить новую ссылку

sign-in-wrong = Адрес или пароль неверен. Если вы только что создали учётную запись, сначала откройте ссылку из нашего письма

account-reset-title = Новый пароль
account-reset-text = Введите адрес электронной почты своей учётной записи, и мы пришлём ссылку.
account-reset-send = Прислать ссылку
account-new-password-title = Ваш новый пароль
account-new-password-text = После смены пароля на других устройствах будет выполнен выход.
account-new-password = Новый пароль
account-old-password = Нынешний пароль
account-new-password-save = Сохранить новый пароль
account-wrong-password = Это не ваш пароль
account-proof-hint = Чтобы мы знали, что это вы

account-title = Ваша учётная запись
account-lang = Язык писем
account-lang-hint = На этом языке приходят письма, и на него переключаются страницы.
account-role = Роль
account-change = Изменить
account-save = Сохранить
account-details-title = Ваше имя и язык
account-email-title = Смена адреса электронной почты
account-email-text = Мы отправим ссылку на новый адрес. Учётная запись перейдёт на него, когда вы её откроете; до этого ничего не изменится.
account-new-email = Новый адрес электронной почты
account-email-send = Отправить ссылку на новый адрес
account-password-title = Смена пароля

account-sessions-title = Где выполнен вход
account-sessions-text = Если вы не узнаёте какой-то из сеансов, завершите его и смените пароль.
account-session-agent = Браузер
account-session-began = Вход
account-session-seen = Последнее действие
account-session-this = этот
account-session-unknown = Неизвестный браузер
account-session-end = Завершить

account-close-title = Закрыть учётную запись
account-close-text = Если вы закроете учётную запись:
account-close-sign-in = войти с ней больше никто не сможет
account-close-record = то, что вы сделали для организаций, останется в истории под вашим именем
account-close-address = ваш адрес освободится, и с ним можно будет зарегистрироваться снова
account-close-warning = Закрытую учётную запись нельзя открыть снова.
account-close = Закрыть учётную запись
account-keep = Оставить

password-weak-common = Придумайте другой пароль: этот — один из тех, что пробуют первыми
password-weak-personal = Придумайте другой пароль: этот составлен из вашего имени или адреса
password-weak-pattern = Придумайте другой пароль: повторы, последовательности и соседние клавиши легко угадать
password-weak-date = Придумайте другой пароль: даты и годы легко угадать
password-weak-word = Придумайте другой пароль: одно слово или имя легко угадать. Соедините несколько слов, не связанных между собой
password-weak-guessable = Придумайте другой пароль: этот слишком легко угадать. Сделайте его длиннее или соедините несколько слов

flash-account-confirmed = Адрес подтверждён. Теперь войдите
flash-password-reset = Новый пароль сохранён. Войдите с ним
flash-password-changed = Новый пароль сохранён, на всех остальных устройствах выполнен выход
flash-account-updated = Данные сохранены
flash-email-asked = Мы отправили письмо на новый адрес. Чтобы завершить смену, откройте ссылку из письма
flash-email-changed = Учётная запись перешла на новый адрес
flash-session-ended = Сеанс завершён
flash-signed-out = Вы вышли
flash-account-closed = Ваша учётная запись закрыта
flash-role-changed = Роль изменена, этому человеку нужно войти снова
flash-letter-again = Письмо будет отправлено ещё раз

# Чем занимаются администраторы.
admin-accounts-title = Учётные записи
admin-accounts-name = Имя
admin-account-caption = Учётная запись
admin-accounts-none = Ничего не найдено
admin-accounts-none-text = Учётные записи появятся здесь, когда люди начнут регистрироваться.
admin-accounts-all = Показать все учётные записи
admin-accounts-record = Адрес показан на странице учётной записи, и каждый её просмотр записывается.
admin-search-hint = Адрес целиком. Имена зашифрованы, искать по ним нельзя.
admin-any-role = Любая роль
admin-since = Создана
admin-state = Состояние
admin-closed = Закрыта
admin-confirmed = Подтверждена
admin-unconfirmed = Не подтверждена
admin-role-title = Изменить роль
admin-role-text = Человек получит письмо, на всех его устройствах будет выполнен выход, и после нового входа у него будет новая роль.
admin-hosts = Страны пребывания сотрудника представительства
admin-hosts-hint = Страны, по делам которых представительство даёт заключение. У других ролей их нет.
admin-hosts-missing = Выберите хотя бы одну страну пребывания для сотрудника представительства
admin-role-save = Изменить роль
admin-history = Что происходило
admin-mail-title = Почта
admin-mail-text = Все письма, которые составил реестр, и что с ними стало. Кому и что написано — зашифровано.
admin-mail-sample = В этом пробном реестре письма не покидают компьютер; их можно прочитать здесь.
admin-mail-none = Писем нет
admin-mail-none-text = Письма появятся здесь, как только будет написано первое.
admin-mail-all = Показать все письма
admin-any-state = Любое состояние
admin-letter = Письмо
admin-letter-to = Кому
admin-written = Составлено
admin-letter-again = Отправить ещё раз
admin-tries = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
