# Before the form: a few questions and their answer in words; and the rules for it, as admins keep them.
prescreen-lead = Сначала несколько вопросов, чтобы вы знали, подходит ли вам регистрация. Это займёт две минуты, и ничего не сохраняется.
prescreen-name = Название вашей организации
prescreen-name-hint = Любой письменностью. Мы посмотрим, нет ли её уже в списке
prescreen-for-profit = Работает ли она ради прибыли?
prescreen-on-record = Состоит ли она на учёте в ведомстве страны пребывания?
prescreen-on-record-hint = Например, в реестре объединений или благотворительных организаций
prescreen-yes = Да
prescreen-no = Нет
prescreen-ask = Узнать ответ
prescreen-fits = Да, регистрация вам подходит. Судя по вашим ответам, ей ничто не мешает.
prescreen-doubts = Судя по вашим ответам, регистрация вряд ли удастся:
prescreen-doubts-anyway = Если вы считаете, что это не так, можно продолжить. Решает совет, и он увидит, что вас предупредили.
prescreen-again = Ответить на вопросы заново
prescreen-go-on = Всё равно продолжить
prescreen-like = Не одна ли это из них?
prescreen-like-lead = У этих организаций похожее название. Если ваша среди них, новая регистрация не нужна.
prescreen-like-join = Это наша: попроситься в её команду
prescreen-like-claim = Это наша: заявить о ней
prescreen-under-way = Регистрация с похожим названием уже рассматривается. Если её начал ваш коллега, попросите его подключить вас, прежде чем начинать новую.
prescreen-too-often = Отсюда спрашивали о многих названиях. Узнать, рассматривается ли регистрация с похожим названием, можно будет немного позже; совет в любом случае сравнит вашу с другими.

doubt-closed = Регистрация таких организаций в этой стране пребывания сейчас не ведётся.
doubt-for-profit = Регистрируются только организации, которые работают не ради прибыли.
doubt-few-members =
    { $count ->
        [one] В ней должен состоять хотя бы { $count } человек.
        [few] В ней должно состоять не меньше { $count } человек.
        [many] В ней должно состоять не меньше { $count } человек.
       *[other] В ней должно состоять не меньше { $count } человека.
    }
doubt-young =
    { $count ->
        [one] Ей должен быть хотя бы { $count } год.
        [few] Ей должно быть не меньше { $count } лет.
        [many] Ей должно быть не меньше { $count } лет.
       *[other] Ей должно быть не меньше { $count } года.
    }
doubt-not-on-record = Она должна состоять на учёте в ведомстве страны пребывания.

prescreen-rules = Предварительные вопросы
prescreen-rules-lead = Что говорится до формы. Действует самое узкое правило: для страны пребывания и вида, иначе для страны, иначе для вида, иначе общее.
prescreen-rules-back = Назад к правилам
prescreen-rule-new = Добавить правило
prescreen-rule-for-all = Везде, для любого вида
prescreen-rule-whom = Для кого
prescreen-rule-asks = Что в нём сказано
prescreen-rule-state = Состояние
prescreen-rule-for-whom = Выберите страну пребывания или вид либо и то и другое: общее правило уже есть
prescreen-rule-there = Для них уже действует правило
prescreen-rule-none-is-all = Не выбирайте, если для всех
prescreen-rule-save = Сохранить правило
prescreen-is-open = Регистрация ведётся
prescreen-is-closed = Регистрация не ведётся
prescreen-takes-profit = Регистрируются и организации, работающие ради прибыли
prescreen-asks-record = Должна состоять на учёте в ведомстве страны пребывания
prescreen-least-members = Наименьшее число членов
prescreen-least-years = Наименьшее число лет со дня основания
prescreen-signers = Сколько людей подписывает, кроме того, кто подаёт
prescreen-signers-hint = Оставьте пустым или 0, если подписывать никому не нужно
prescreen-signing-offices = Должности, которые должны быть среди них
prescreen-signing-offices-hint = Не выбирайте ничего, если подойдёт любая должность
prescreen-fewer-signers-than-offices = Людей должно быть не меньше, чем должностей
prescreen-words-en = Что ещё сказать читателям по-английски
prescreen-words-ru = Что ещё сказать читателям по-русски
prescreen-words-ar = Что ещё сказать читателям по-арабски
prescreen-words-hint = Если на каком-то языке ничего нет, его читателям показывается английский текст
prescreen-in-force = Действует
prescreen-ended = Больше не действует
flash-prescreen-saved = Правило сохранено
nav-prescreen = Предварительные вопросы
act-case-started-over-like = Продолжено, хотя похожее название уже есть или рассматривается
act-case-started-against-rules = Продолжено вопреки предварительному ответу
act-prescreen-rule-written = Записано правило предварительных вопросов
