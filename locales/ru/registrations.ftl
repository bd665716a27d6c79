# Регистрация организации и дело глазами заявителя.
registration-untitled = Организация пока без названия
registration-to-home = Перейти на мою страницу
registration-back-to-case = Вернуться к делу

# Перед анкетой.
registration-new-title = Зарегистрировать организацию
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
registration-form-lead = Заполняйте разделы в любом порядке. Всё сохраняется по ходу дела, и коллеги могут продолжить с того места, где вы остановились. Пока вы не отправите форму, в совете её никто не видит.
registration-title-mistakes = { "Ошибка: " }
registration-save = Сохранить и перейти к списку
registration-check = Проверить ответы
registration-discard = Отказаться от черновика

registration-name-main = Основное название
registration-name-main-hint = Под этим названием организация стоит в каталоге и в свидетельстве
registration-name-other = Ещё одно название
registration-name-role = Вид названия
registration-name-language = Язык этого названия
registration-name-add = Добавить название
registration-name-remove = Убрать это название

registration-kind = Вид организации
registration-founded = Год основания

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
registration-identifier-scheme-hint = Список начинается с кода страны. Если вашего реестра нет, выберите «Другой реестр»
registration-identifier-value = Номер в этом реестре
registration-identifier-add = Добавить номер
registration-identifier-remove = Убрать этот номер

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

registration-person-name = Имя
registration-person-title = Должность
registration-person-title-hint = Например, председатель или секретарь
registration-person-email = Адрес электронной почты
registration-person-email-hint = Только для совета. Никогда не публикуется
registration-person-consents = Этот человек согласен, чтобы его имя и должность видели все
registration-person-consents-hint = Сначала спросите его. Руководителю может навредить, что его легко найти
registration-person-email-known-hint = Только для совета. Оставьте пустым, чтобы сохранить тот, что есть у совета
registration-person-signs = Этот человек подписывает за организацию
registration-person-signs-hint = Может представлять её перед властями и судами
registration-person-term = С какого дня и до какого
registration-person-since = Первый день в должности
registration-person-until = Последний день в должности
registration-person-day-hint = Например, 31 марта 2019
registration-person-until-hint = Укажите у того, кто уходит или чей срок известен
registration-person-ends-before = Должность не может окончиться раньше, чем началась
registration-person-took-back = Этот человек сам отозвал согласие на показ всем. Снова согласиться может только он сам — по ссылке из своего письма.
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
registration-needs-issuer = Введите название реестра или его код
registration-needs-address = Введите улицу, дом и почтовый индекс
registration-needs-shown = Выберите, что из этого места могут знать все
registration-needs-members = Введите число членов
registration-needs-year = Введите год
registration-needs-band = Выберите, сколько было
registration-repeated-name = Это название уже указано выше
registration-repeated-year = Этот год уже указан выше
registration-ends-before-it-begins = Введите дату не раньше той, с которой название использовалось
registration-too-many-places = Укажите не больше 8 мест
registration-too-many-links = Укажите не больше 12 страниц
registration-too-many-years = Укажите не больше 10 лет
registration-too-many-chapters = Укажите не больше 60 отделений
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
registration-receipt-next-post = Посольство или консульство, отвечающее за вашу страну пребывания, может дать отзыв до { $date }. После этого совет продолжит сам.
registration-receipt-next-review = Член совета прочтёт вашу заявку.
registration-receipt-next-again = Член совета прочтёт ваши изменения.
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

# The list of sections, and how far each is.
registration-task-papers = Есть { $there } из { $needed }
registration-tasks-done = Готово обязательных разделов: { $done } из { $all }
registration-tasks-needed = Что нужно совету
registration-tasks-more = Если есть
registration-tasks-more-lead = Эти сведения помогают вас найти и вам доверять. Их можно не указывать.
registration-tasks-next = Продолжить: { $section }
registration-task-asked = Здесь у совета есть вопрос
section-state-not-started = Не начато
section-state-in-progress = В работе
section-state-unreadable = Пока не прочитать
section-state-complete = Готово
section-state-optional = Необязательно

# A section.
registration-lead-names = Введите каждое название той письменностью, которой оно пишется. Переводы, сокращения и прежние названия помогают вас найти.
registration-lead-kind = Что такое ваша организация и с каких пор она существует.
registration-lead-place = Где работает ваша организация.
registration-lead-community = К какой диаспоре принадлежит ваша организация. Ответьте на один из двух вопросов или на оба.
registration-lead-work = Что делает ваша организация и для кого.
registration-lead-contacts = Как с вами может связаться совет, а если хотите, и любой человек.
registration-lead-people = Укажите хотя бы одного человека. Это читает совет. Больше никто, если сам человек не согласился, чтобы его показывали.
registration-lead-identifiers = Под какими номерами вашу организацию знают другие реестры и ведомства.
registration-lead-size = Сколько вас и, если хотите сказать, какими средствами вы располагаете. Это показывается открыто.
registration-lead-ties = Организации, в которые входит ваша, из которых она состоит или которые пришли ей на смену.
registration-continue = Сохранить и продолжить
registration-date-hint = Год или день: например, 1987 или 3 мая 1987
registration-name-more = Даты и письменность этого названия
registration-name-since = Используется с
registration-name-until = Использовалось до
registration-name-script = Письменность
registration-name-script-hint = Только если она не та, что видна по буквам
registration-name-script-none = Как видно по буквам
registration-places = Адрес и места встреч
registration-places-hint = Совет хранит адреса зашифрованными. Вы решаете, что из них могут знать другие.
registration-place-role = Что это за место
registration-place-address = Улица, дом и почтовый индекс
registration-place-address-hint = Одной строкой
registration-place-city = Город, если он другой
registration-place-shown = Что из этого могут знать все
registration-place-shown-hint = Если людям опасно, чтобы их нашли, показывайте только страну. Тогда и ваш город не показывается
registration-place-add = Добавить ещё место
registration-place-remove = Убрать это место
registration-about-markdown = Можно выделять **жирным** и *курсивом* и начинать строки списка с дефиса
registration-links = Другие страницы
registration-links-hint = Например, в социальных сетях. Они показываются открыто.
registration-link = Адрес страницы
registration-link-add = Добавить ещё страницу
registration-link-remove = Убрать эту страницу
registration-host-registered-on = С какого времени состоит на учёте в ведомстве страны пребывания
registration-identifier-other = Другой реестр
registration-identifier-issuer = Кто выдал номер
registration-identifier-issuer-hint = Нужно для другого реестра: его название или код на org-id.guide
registration-members = Число членов
registration-members-hint = Люди или семьи, как вы их считаете
registration-members-on = Когда подсчитано
registration-members-evidence = На чём основан подсчёт
registration-members-evidence-hint = Например, список тех, кто уплатил взносы
registration-funding = Годовой бюджет
registration-funding-hint = Только приблизительно и только если хотите. Показывается открыто.
registration-funding-year = Год
registration-funding-band = Сколько было
registration-funding-add = Добавить ещё год
registration-funding-remove = Убрать этот год
registration-umbrella = Объединение, в которое она входит
registration-related-hint = Номер в этом реестре, если он есть, иначе название
registration-chapters = Отделения
registration-chapter = Номер в реестре или название отделения
registration-chapter-add = Добавить ещё отделение
registration-chapter-remove = Убрать это отделение
registration-successor = Преемник
registration-successor-hint = Организация, которая заняла ваше место, если ваша закрылась: номер в реестре или название
registration-autosave-saved = Сохранено в {"{"}time{"}"}
registration-autosave-failed = Не сохранено: нет связи. Написанное остаётся здесь, сохраните его кнопкой.
registration-autosave-overtaken = Тем временем этот раздел сохранил кто-то из коллег. Нажмите кнопку, чтобы увидеть оба варианта.

# Two people in one section.
registration-conflict-title = Этот раздел сохранил и кто-то из коллег
registration-conflict-lead = Пока вы писали, этот раздел сохранил другой человек: { $who } ({ $when }). Ничего не потеряно: выберите для каждого ответа, чей вариант остаётся.
registration-conflict-mine = Ваш вариант:
registration-conflict-theirs = Вариант коллеги:
registration-conflict-none = Вы написали одно и то же.
registration-conflict-save = Сохранить этот выбор
registration-conflict-leave = Оставить всё, как у коллеги
