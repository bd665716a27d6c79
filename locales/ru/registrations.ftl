# Регистрация организации и дело глазами заявителя.
registration-untitled = Организация пока без названия
registration-to-home = Перейти на мою страницу
registration-back-to-case = Вернуться к делу

# Перед анкетой.
registration-new-title = Зарегистрировать организацию
registration-new-lead = Зарегистрируйте свою организацию в координационном совете. Это займёт около двадцати минут.
registration-new-need = Что понадобится
registration-new-need-names = названия организации — на её собственной письменности и на любых других
registration-new-need-place = где она работает, откуда родом её люди и под какими номерами она значится в других реестрах, если значится
registration-new-need-contact = контакт, по которому совет сможет с ней связаться
registration-new-need-people = имена и должности руководителей
registration-new-draft = Остановиться можно в любой момент. Введённое сохраняется как черновик, каким бы неполным он ни был, и вы продолжите позже.
registration-new-then = Что будет дальше
registration-new-then-review = Совет прочтёт вашу заявку. Если за вашу страну отвечает посольство или консульство, сначала могут запросить его мнение.
registration-new-then-ask = Если чего-то не хватает, совет укажет, какие ответы изменить, и вы отправите их снова.
registration-new-then-number = После одобрения организация получит регистрационный номер и собственную страницу в каталоге.
registration-new-start = Начать
registration-new-sign-in = Войдите, чтобы начать: так черновик сохранится за вами, а совет сможет ответить.
registration-new-to-sign-in = Войти
registration-new-to-sign-up = Создать учётную запись

# Анкета.
registration-form-title = Ваша организация
registration-form-lead = Ответьте на всё, что можете. Анкету можно сохранить в любой момент и вернуться к ней. До отправки в совете её никто не видит.
registration-title-mistakes = { "Ошибка: " }
registration-overtaken-title = Анкету изменили
registration-overtaken = Пока вы заполняли анкету, её сохранил ваш коллега. Ваши ответы ниже, они ещё не сохранены. Сохраните их вместо ответов коллеги или откройте анкету заново, чтобы увидеть его ответы.
registration-save = Сохранить черновик
registration-check = Сохранить и проверить ответы
registration-discard = Отказаться от черновика

registration-names = Названия
registration-names-hint = Введите каждое название на той письменности, на которой оно пишется. Добавьте переводы, транслитерации, сокращения и прежние названия, чтобы вас находили по любому из них.
registration-name-main = Основное название
registration-name-main-hint = Под этим названием организация стоит в каталоге и в свидетельстве
registration-name-other = Ещё одно название
registration-name-role = Вид названия
registration-name-language = Язык этого названия
registration-name-add = Добавить название
registration-name-remove = Убрать это название

registration-what = Что это за организация
registration-kind = Вид организации
registration-founded = Год основания
registration-founded-hint = Например, 1987

registration-place = Где её дом
registration-host-country = Страна пребывания
registration-host-country-hint = Страна, в которой организация работает
registration-city = Город или посёлок
registration-homeland = Родина
registration-homeland-hint = Страна, из которой происходят её люди. Если у вашего народа нет государства, оставьте поле пустым и назовите общину
registration-community = Община
registration-community-hint = Народ, к которому она принадлежит, например черкесы

registration-identifiers = Номера в других реестрах
registration-identifiers-hint = Например, в реестре объединений или благотворительных организаций либо налоговый номер некоммерческой организации.
registration-identifier-scheme = Реестр
registration-identifier-scheme-hint = Его код на org-id.guide, например GB-CHC или FR-RNA
registration-identifier-value = Номер в этом реестре
registration-identifier-add = Добавить номер
registration-identifier-remove = Убрать этот номер

registration-work = Чем она занимается
registration-areas = Направления
registration-areas-hint = Отметьте все подходящие
registration-languages = Рабочие языки
registration-language = Язык
registration-language-add = Добавить язык
registration-language-remove = Убрать этот язык

registration-contacts = Как с ней связаться
registration-contacts-hint = Совету нужен хотя бы один контакт. Никто другой его не увидит, если вы этого не разрешите.
registration-website = Сайт
registration-website-hint = Например, www.example.org. Виден всем
registration-contact-channel = Способ связи
registration-contact-value = Адрес или номер
registration-contact-value-hint = Адрес электронной почты, телефон с кодом страны или почтовый адрес одной строкой
registration-contact-purpose = Назначение
registration-contact-public = Этот контакт можно показывать всем
registration-contact-public-hint = Не отмечайте, если кому-то опасно быть найденным
registration-contact-add = Добавить контакт
registration-contact-remove = Убрать этот контакт

registration-about = Об организации
registration-about-hint = В нескольких предложениях расскажите, что она делает и для кого. При желании добавьте то же на других языках. Текст виден всем.
registration-about-language = Язык этого текста
registration-about-text = Текст
registration-about-add = Добавить текст на другом языке
registration-about-remove = Убрать этот текст

registration-people = Руководители
registration-people-hint = Укажите хотя бы одного человека. Это читает совет. Больше никто, если человек не согласился на публикацию.
registration-person-name = Имя
registration-person-title = Должность
registration-person-title-hint = Например, председатель или секретарь
registration-person-email = Адрес электронной почты
registration-person-email-hint = Только для совета. Никогда не публикуется
registration-person-consents = Этот человек согласен, чтобы его имя и должность видели все
registration-person-consents-hint = Сначала спросите его. Руководителю может навредить, что его легко найти
registration-person-add = Добавить человека
registration-person-remove = Убрать этого человека

# Что не так.
registration-needs-name = Введите основное название организации
registration-needs-kind = Выберите вид организации
registration-needs-host-country = Выберите страну пребывания
registration-needs-city = Введите город или посёлок
registration-needs-homeland = Выберите родину, укажите общину или и то и другое
registration-needs-scheme = Введите код реестра
registration-needs-area = Отметьте хотя бы одно направление
registration-needs-contact = Укажите хотя бы один контакт
registration-needs-about = Хотя бы на одном языке расскажите, что делает организация
registration-needs-text-language = Выберите язык этого текста
registration-needs-person = Укажите хотя бы одного руководителя
registration-needs-person-name = Введите имя человека
registration-needs-person-title = Введите должность человека
registration-repeated-identifier = Этот номер уже указан выше
registration-repeated-language = Текст на этом языке уже есть
registration-too-many-names = Укажите не больше 12 названий
registration-too-many-identifiers = Укажите не больше 12 номеров
registration-too-many-languages = Выберите не больше 12 языков
registration-too-many-contacts = Укажите не больше 12 контактов
registration-too-many-texts = Введите не больше 8 текстов
registration-too-many-people = Укажите не больше 20 человек

# О чём просит совет.
registration-asked-title = Что совет просит изменить
registration-asked-until = Ответьте, пожалуйста, до { $date } включительно.
registration-asked-here = Совет просит:
registration-asked-before = Ваш прошлый ответ

# Проверка ответов.
registration-answers-title = Проверьте ответы
registration-answers-lead = Вот что прочтёт совет. Измените всё, что неверно.
registration-answers-change = Изменить
registration-answers-unchanged = С прошлого раза вы ничего не изменили.
registration-answers-send = Отправка в совет
registration-answers-declaration = Отправляя анкету, вы подтверждаете, что, насколько вам известно, ответы верны, что вы вправе действовать от имени организации и что названные вами люди об этом знают.
registration-answers-back = Вернуться к анкете
registration-submit = Отправить заявку
registration-submit-again = Отправить изменения

# Квитанция.
registration-receipt-title = Заявка отправлена
registration-receipt-crumb = Квитанция
registration-receipt-number = Ваш номер для отслеживания:
registration-receipt-next = Что будет дальше
registration-receipt-next-post = Посольство или консульство в вашей стране сначала может высказать своё мнение.
registration-receipt-next-review = Член совета прочтёт вашу заявку.
registration-receipt-next-again = Член совета прочтёт ваши изменения.
registration-receipt-next-answer = Мы напишем вам, как только будет ответ или понадобится что-то изменить.
registration-receipt-follow = Следить за делом

# Дело.
registration-case-title = Ваша заявка
registration-case-continue = Продолжить анкету
registration-case-answer = Ответить совету
registration-case-appeal = Обжаловать отказ
registration-case-withdraw = Отозвать заявку
registration-registered-as = Зарегистрирована под номером
registration-now-draft = Это черновик. Совет его пока не видит.
registration-now-submitted = Заявка получена. Теперь её прочтёт член совета.
registration-now-at-post = Посольство или консульство в вашей стране может высказать мнение до { $date } включительно. Затем совет продолжит сам.
registration-now-in-review = Совет читает вашу заявку. От вас ничего не требуется.
registration-now-changes-requested = Совет просит изменить некоторые ответы. Отправьте их снова до { $date } включительно.
registration-now-accepted = Ваша организация зарегистрирована.
registration-now-accepted-with-conditions = Ваша организация зарегистрирована с условием, которое нужно выполнить до { $date } включительно.
registration-now-refused = Совет не принял эту заявку. Обжаловать решение можно до { $date } включительно.
registration-now-appealed = Жалоба передана председателю совета: всё будет рассмотрено заново.
registration-now-withdrawn = Вы отозвали эту заявку. Прочесть её здесь можно и дальше.
registration-conversation = Переписка
registration-conversation-empty = Сообщений пока нет.
registration-message = Написать в совет
registration-message-hint = Сообщение прочтёт тот, кто ведёт ваше дело, и ответит здесь
registration-message-send = Отправить сообщение
registration-story = Что произошло
registration-story-submitted-again = Отправлено снова с изменениями
registration-story-changed = Изменено:
registration-submitted = Что вы отправили
registration-who-you = Вы
registration-who-colleague = Ваш коллега
registration-who-board = Совет
registration-who-post = Посольство или консульство
registration-who-system = Concord

# Отзыв и обжалование.
registration-withdrawal-title = Отозвать?
registration-withdrawal-lead = Совет перестанет работать над заявкой. Вы и совет сможете её прочесть, а подать новую можно в любое время.
registration-withdrawal-of-draft = Черновик исчезнет из списка дел, которые ждут вас. Прочесть его можно будет и дальше, а начать заново — в любое время.
registration-withdrawal-why = Почему
registration-withdrawal-keep = Нет, оставить
registration-withdraw = Да, отозвать
registration-appeal-title = Обжаловать отказ
registration-appeal-lead = Председатель совета, который не участвовал в отказе, рассмотрит всё заново и примет решение.
registration-appeal-until = Обжаловать можно по
registration-appeal-why = Почему решение должно быть иным
registration-appeal-why-hint = Ответьте на доводы совета и упомяните то, чего он мог не знать
registration-appeal-send = Отправить жалобу

flash-registration-saved = Черновик сохранён
flash-registration-message = Сообщение отправлено
flash-registration-withdrawn = Заявка отозвана
flash-registration-appealed = Жалоба отправлена
