# По чему судят дела, что об этом записано, и документы рядом с ответами.
nav-criteria = Критерии
admin-criteria-hint = По чему судят дела: редакции перечня
criteria-title = Критерии
criteria-lead = По чему совет судит дела. Измените черновик, затем опубликуйте его. Дело остаётся при той редакции, которая действовала, когда его подали впервые, даже если его присылают снова.
criteria-published = Опубликовано
criteria-in-force = Действует
criteria-edition = Редакция { $number }
criteria-draft = Черновик редакции { $number }
criteria-unchanged = Черновик не отличается от действующей редакции.
criteria-since = Опубликована
criteria-none = В ней нет ни одного критерия: дела рассматривают без перечня.
criteria-publish = Опубликовать эту редакцию
criteria-publish-text = По ней будут судить дела, поданные с этого времени. Опубликованное изменить нельзя; начнётся новый черновик.
criteria-back = Назад к критериям
criteria-open = { $count ->
    [0] По всем критериям всё ясно.
    [one] { $count } критерий из { $of } открыт или не выполнен.
    [few] { $count } критерия из { $of } открыты или не выполнены.
    [many] { $count } критериев из { $of } открыты или не выполнены.
   *[other] { $count } критерия из { $of } открыты или не выполнены.
}
criteria-excused = Принято, хотя это было открыто или не выполнено:
criterion = Критерий
criterion-applies = Для каких дел
criterion-withdrawn = Не применяется
criterion-withdrawn-hint = В эту редакцию не входит; в следующую его можно вернуть
criterion-required = Обязательно
criterion-required-hint = Если его нет, при принятии дела нужно объяснить почему
criterion-useful = Желательно
criterion-new = Новый критерий
criterion-in-draft = Вы меняете черновик. До публикации ничего не действует.
criterion-case-kinds = Для каких дел
criterion-none-is-all = Не выбирайте ничего, чтобы применять ко всем
criterion-judge = Записать вывод
criterion-rests-on-answer = Ответ:
criterion-meanwhile = Пока эта страница была открыта, коллега записал свой вывод. Он показан ниже, а то, что вы набрали, сохранено. Отправьте снова, если не передумали.
criterion-stands = Что записано сейчас
criterion-yours = Ваш вывод
criterion-outcome = Как обстоит дело?
criterion-note = Примечание
criterion-note-hint = Её читают только совет и представительства.
criterion-evidence = На что опирается вывод
criterion-documents = На какие документы опирается
criterion-fields = На какие ответы опирается
criterion-links = На какие страницы в сети опирается
criterion-links-hint = По одному адресу в строке
criterion-links-many = Укажите не больше десяти адресов
criterion-not-met-why = Напишите, чего не хватает
criterion-save = Сохранить
criterion-save-next = Сохранить и перейти к следующему открытому
finding-outcome-met = Выполнено
finding-outcome-not-met = Не выполнено
finding-outcome-not-applicable = Не относится
finding-outcome-open = Открыто
desk-despite-title = Если вы всё же принимаете
desk-despite = Почему можно принять?
desk-despite-hint = Обязательные критерии открыты или не выполнены. Объяснение остаётся внутри совета.
desk-despite-why = Объясните, почему можно принять, хотя обязательные критерии открыты или не выполнены
flash-criterion-saved = Ваш вывод сохранён.
flash-criteria-saved = Черновик сохранён.
flash-criteria-published = Редакция опубликована.
flash-error-criteria-open = Обязательные критерии открыты или не выполнены. Возьмите дело и разберитесь с ними или объясните в решении, почему можно принять.
proof-bare = { $count ->
    [one] { $count } ответ не подтверждён документом, который просили.
    [few] { $count } ответа не подтверждены документами, которые просили.
    [many] { $count } ответов не подтверждены документами, которые просили.
   *[other] { $count } ответа не подтверждены документами, которые просили.
}
proof-unread = Ещё не проверен
proof-fine = Всё в порядке
proof-not-fine = Указать, что не так
proof-nothing = Ничем не подтверждено
proof-missing = Не прислано:
proof-unasked = Документ не требуется
