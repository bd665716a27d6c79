# Какие записи — одна организация, а какие — две.
merger-index-title = Дубликаты и объединения
merger-likely-title = Возможно, та же организация
merger-likely-none = В реестре нет ничего похожего на эту организацию.
merger-different-title = Признаны разными
merger-past-title = Объединения и разделения
merger-with = Номер другой организации в реестре
merger-compare = Сравнить рядом
merger-mark-different = Это разные организации
merger-mark-unsure = Пока не ясно
merger-look-again = Вернуться к этому
merger-told-apart = Коллега отметил(а), что это разные организации:
merger-all-the-same = Всё же это одна организация
merger-all-the-same-missing = Подтвердите, что это всё же одна организация, или не объединяйте их
merger-undone = Отменено
merger-took-in = Приняла в себя
merger-gave-way = Уступила место
merger-split-off = Выделила
merger-split-from = Выделена из
likeness-verdict-unsure = Пока не ясно
flash-likeness-different = Они отмечены как разные, и больше мы об этом не спросим.
flash-likeness-unsure = Они остаются в списке: пока не ясно.

merger-new-title = Объединить две организации
merger-new-text = Одна запись остаётся под своим номером. Другая уступает ей место: её номер и адреса навсегда ведут к оставшейся. Выберите для каждого поля, какое значение сохранится. Все названия и номера обеих сохраняются, так что найти можно и ту и другую.
merger-survivor = Остаётся
merger-other = Уступает место или выделена
merger-gives-way = Уступает место
merger-swap = Пусть останется другая
merger-fields = По полям
merger-field = Поле
merger-keep = Что сохранится
merger-same = В обеих одно и то же
merger-all-stay = Сохраняется всё из обеих
merger-names-all-stay = Сохраняются все названия
merger-survivor-stays = Как есть
merger-goes-by-own = Под своим названием
merger-goes-by-other = Под названием другой
merger-both-about = И то и другое; если тексты на одном языке — свой
merger-both-funding = И то и другое; если год один и тот же — свои сведения
keep-own = Своё
keep-other = От другой
keep-both = И то и другое
merger-hidden-stays = Не всё, что говорит другая, может читать каждый. Скрытое остаётся под её номером и не переходит:
merger-seats-title = Команда той, что уступает место
merger-seats-nobody = Ею никто не занимается.
merger-seats-text = Никто из этой команды не увидит больше прежнего, если вы не дадите здесь место в команде оставшейся. Написанное под старым номером они читают и дальше. Роль может быть та же, что сейчас, или меньше.
merger-seats-no-owner = У оставшейся сейчас нет владельца.
merger-seat-none = Без места
merger-seat-there = Уже в команде оставшейся и сохраняет там свою роль.
merger-seat-too-much = Выберите ту же роль, что сейчас, или меньше
merger-reason = Почему
merger-reason-hint = Совет прочтёт это в истории обеих.
merger-check = Посмотреть, что будет
merger-obstacles-title = Мешает вот что
merger-obstacle-see = Посмотреть
merger-obstacle-same = Это одна и та же запись.
merger-obstacle-gave-way = Организация { $number } уже уступила место организации { $to }.
merger-obstacle-struck-off = Организация { $number } исключена из реестра, остаться под её номером нельзя.
merger-obstacle-suspended = Регистрация организации { $number } приостановлена. Сначала снимите приостановку.
merger-obstacle-countries = Они работают в разных странах пребывания, и ими занимаются разные представительства. Если одна из стран указана неверно, сначала исправьте её.
merger-obstacle-open-case = О той, что уступает место, открыто дело: { $kind }, { $number }. Сначала решите его.
merger-obstacle-rescue = Кто-то просит сделать его владельцем организации { $number }. Сначала решите это.
merger-obstacle-changed = Пока вы были здесь, одну из двух изменили. На странице то, что есть сейчас: проверьте ответы и отправьте снова.

merger-preview-title = Что произойдёт
merger-preview-text = Пока ничего не сделано. Вот что выйдет из ваших ответов.
merger-says-title = Что будет сказано об оставшейся
merger-says-same = То же, что и раньше.
merger-moves-title = Что переходит
merger-moves-none = Не переходят ни лидеры, ни группы, ни инициативы, ни координатор.
merger-moves-leaders =
    { $count ->
        [one] { $count } должность лидера
        [few] { $count } должности лидеров
        [many] { $count } должностей лидеров
       *[other] { $count } должностей лидеров
    }
merger-moves-group = Группа:
merger-moves-initiative = Инициатива:
merger-moves-coordinator = Координатор:
merger-moves-ends = Прекращается: у оставшейся это уже есть.
merger-moves-becomes = Оставшаяся с этого времени: { $role }.
merger-rows = Строки, которые изменятся
merger-rows-part = Что
merger-rows-count = Строк
part-particulars = Сведения
part-team = Команда
part-leaders = Лидеры
part-groups = Группы
part-initiatives = Инициативы
part-coordinator = Координатор
part-likenesses = Возможные дубликаты
part-papers = Дела и документы
merger-stays-title = Что остаётся под старым номером
merger-stays-text = Это написано под номером { $number }: кто мог это читать, читает и дальше, и никто другой. У совета это видно на странице оставшейся.
merger-stays-cases =
    { $count ->
        [one] { $count } дело
        [few] { $count } дела
        [many] { $count } дел
       *[other] { $count } дел
    }
merger-stays-documents =
    { $count ->
        [one] { $count } документ
        [few] { $count } документа
        [many] { $count } документов
       *[other] { $count } документов
    }
merger-stays-certificates =
    { $count ->
        [one] { $count } свидетельство: теперь оно говорит, что организация объединена
        [few] { $count } свидетельства: теперь они говорят, что организация объединена
        [many] { $count } свидетельств: теперь они говорят, что организация объединена
       *[other] { $count } свидетельств: теперь они говорят, что организация объединена
    }
merger-stays-history =
    { $count ->
        [one] { $count } запись истории
        [few] { $count } записи истории
        [many] { $count } записей истории
       *[other] { $count } записей истории
    }
merger-stays-invitations =
    { $count ->
        [one] { $count } приглашение в группу или инициативу, ждущее ответа. Ответить на него больше некому: пригласите оставшуюся.
        [few] { $count } приглашения в группы и инициативы, ждущие ответа. Ответить на них больше некому: пригласите оставшуюся.
        [many] { $count } приглашений в группы и инициативы, ждущих ответа. Ответить на них больше некому: пригласите оставшуюся.
       *[other] { $count } приглашений в группы и инициативы, ждущих ответа. Ответить на них больше некому: пригласите оставшуюся.
    }
merger-sight-title = Кто что увидит
merger-sight-public = Все: номер { $other } ведёт к номеру { $survivor }. Оставшаяся показывает то, что показывали обе; контакт, скрытый в одной из них, остаётся скрытым.
merger-sight-desk = Совет и представительство: то же, что раньше, вместе на странице организации { $survivor }.
merger-sight-own-team = Команда организации { $survivor }: ничего из дел, документов и скрытых контактов организации { $other }.
merger-sight-seat-none = { $name }: читает написанное под номером { $other } и дальше, ничего там больше не меняет и места в команде организации { $survivor } не получает. Придёт письмо.
merger-sight-seat-given = { $name }: читает написанное под номером { $other } и дальше и входит в команду организации { $survivor } ({ $role }) со всем, что видит эта команда. Придёт письмо.
merger-sight-seat-there = { $name }: состоит в обеих командах и видит то же, что видел. Придёт письмо.
merger-confirm = Объединить
flash-merged = Теперь это одна организация.

merger-show-merged = Две записи стали одной
merger-show-split = Одна запись стала двумя
merger-by = Кто это сделал
merger-at = Когда
merger-undone-by = Кто отменил
merger-undone-at = Когда отменено
merger-undone-reason = Почему отменено
merger-undo-title = Отменить
merger-undo-merge-text = Обе станут в точности такими, какими были. Из перешедшего с тех пор ничего не менялось.
merger-undo-split-text = Старая запись станет в точности такой, какой была. Номер новой с этого времени ведёт к ней.
merger-undo-reason = Почему это отменяется
merger-undo-confirm = Отменить
flash-merger-undone = Отменено.
merger-hindrances-title = Сейчас отменить нельзя
merger-hindrances-text = Сначала верните эти изменения назад или исправьте неверное вручную.
merger-hindrance-undone = Это уже отменено.
merger-hindrance-gave-way = Одну из двух с тех пор снова объединили. Сначала отмените то.
merger-hindrance-standing = С тех пор изменился статус одной из двух.
merger-hindrance-particulars = С тех пор изменились сведения об одной из двух.
merger-hindrance-team = С тех пор изменилась команда.
merger-hindrance-leaders = С тех пор изменились перешедшие лидеры.
merger-hindrance-groups = С тех пор изменились перешедшие места в группах.
merger-hindrance-initiatives = С тех пор изменилось перешедшее участие в инициативах.
merger-hindrance-coordinator = С тех пор сменился координатор.
merger-hindrance-papers = С тех пор изменились документы одной из двух.

split-title = Разделить эту организацию на две
split-text = Если за этой записью на самом деле две организации, новая получит свой номер. Скажите о каждом значении, чьё оно.
split-name = Название новой организации
split-name-hint = Название, под которым она будет известна.
split-name-same = Под этим названием остаётся старая. Дайте новой другое
split-values = По значениям
split-value = Значение
split-goes = Чьё это
goes-stays = Остаётся
goes-leaves = Переходит к новой
goes-both = Есть у обеих
split-offices = Лидеры новой организации
split-memberships = Группы, где место занимает новая
split-partnerships = Инициативы новой организации
split-seats = Кто из команды будет заниматься и новой
split-seats-hint = Они остаются в команде старой и становятся тем же в новой.
split-stays-text = Дела, документы, свидетельства и история остаются у старой.
split-preview-title = Что сделает разделение
split-new-says = Что будет сказано о новой
split-old-says = Что изменится у старой
split-confirm = Разделить
flash-split = Теперь их две.

merger-desk-gave-way = Эта организация уступила место организации { $number }. Её номер ведёт туда.
merger-home-gave-way = Ваша организация уступила место организации { $number } и продолжается под этим номером. Здесь можно читать написанное под прежним; меняться здесь больше ничего не будет.
merger-desk-see = Посмотреть, что было сделано
merger-desk-of-other = Дела и документы под номером { $number }

act-organizations-merged = Две записи объединены
act-merger-undone = Объединение отменено
act-organization-split = Запись разделена на две
act-split-undone = Разделение отменено
act-likeness-judged = Сказано, одна ли это организация

letter-organization-merged-subject = Ваша организация теперь под номером { $into }
letter-organization-merged-text = В реестре было две записи об организации «{ $title }». Совет объединил их: номер { $number } уступил место номеру { $into }, и страницы старого номера ведут туда. Написанное под старым номером вы читаете и дальше. Если вы должны заниматься организацией, но больше не можете, попросите её владельцев или совет принять вас в команду.
letter-organization-merged-link = Посмотреть организацию:
letter-organization-restored-subject = У вашей организации снова свой номер
letter-organization-restored-text = Совет отменил объединение: организация «{ $title }» остаётся под своим номером { $number }, и всё как было.
letter-organization-restored-link = Посмотреть организацию:
letter-kind-organization-merged = Записи объединены
letter-kind-organization-restored = Объединение отменено
