# Что сделать координатору, портфели и правила, по которым предлагают координаторов.
workbench-title = Что сделать
workbench-lead = Чем стоит заняться. Рядом указано, что можно сделать.
workbench-mine = Моё
workbench-all = Всё
workbench-see-all = Посмотреть всё
workbench-count = В этом списке: { $many }
workbench-own = Ваше:
workbench-none-own = Ни одно правило вас пока не называет, и вы не ведёте ни одной организации, поэтому здесь видно всё.
workbench-own-homelands = родина: { $countries }
workbench-own-groups = { $count ->
    [one] { $count } группа
    [few] { $count } группы
    [many] { $count } групп
   *[other] { $count } группы
}
workbench-own-organizations = { $count ->
    [one] { $count } организация в портфеле
    [few] { $count } организации в портфеле
    [many] { $count } организаций в портфеле
   *[other] { $count } организации в портфеле
}
workbench-suggested = { $count ->
    [one] радар предлагает { $count } пару
    [few] радар предлагает { $count } пары
    [many] радар предлагает { $count } пар
   *[other] радар предлагает { $count } пары
}
workbench-term-over = закончился { $until }
workbench-suggests = Предлагается:
workbench-assign = Назначить: { $name }
workbench-why-rule = по правилу: { $ground }
workbench-why-nobody = подходящего правила нет
workbench-why-fewest = ведёт меньше всех организаций
workbench-act-unlinked = Связать
workbench-act-needs = Посмотреть, кто поможет, или отметить, что помощь найдена
workbench-act-unled = Пригласить ведущую организацию
workbench-carried = { $count ->
    [one] участвует { $count } организация
    [few] участвуют { $count } организации
    [many] участвуют { $count } организаций
   *[other] участвуют { $count } организации
}
workbench-lead-asked = ведущую организацию уже пригласили
work-unled = Инициативы, которые никто не ведёт
workbench-act-seats = Посмотреть, кто мог бы занять должность
workbench-act-terms = Передать должность
workbench-act-unassigned = Выбрать другого
work-unlinked = Инициативы без связей с другими
work-needs = Потребности, на которые в стране никто не откликнулся
work-seats = Места, которые никто не занимает
work-terms = Сроки полномочий, которые истекают
work-unassigned = Организации, которые никто не ведёт
work-nothing = Здесь ничего не ждёт.
coordinators-title = Нагрузка координаторов
coordinators-lead = Первым стоит тот, кто ведёт больше всего организаций.
coordinators-portfolio = Портфель
coordinators-portfolio-mine = Мой портфель
coordinators-organizations = Организации
coordinators-by-rules = Организации по правилам
coordinators-by-rule = По правилу
coordinators-flags = Отметки
coordinators-flags-open = Посмотреть
coordinators-cases = Дела в работе
coordinators-since = С какого дня
coordinators-none = В этом портфеле нет организаций
assignment-rules-title = Правила для координаторов
assignment-rules-lead = Правило определяет, кто отвечает за организации страны, общины или группы, пока за ними никто не закреплён поимённо. Действует самое точное из подходящих правил: группа точнее общины, община точнее страны. Рабочее место предлагает того же человека; из нескольких — того, у кого меньше всего организаций.
assignment-rules-none = Правил нет. Предлагается тот, кто ведёт меньше всех организаций.
assignment-rule-ground = Для организаций
assignment-rule-group = группа: { $group }
assignment-rule-community = община: { $community }
assignment-rule-host = страна пребывания: { $country }
assignment-rule-homeland = родина: { $country }
assignment-rule-new = Добавить правило
assignment-rule-hint = Выберите одно из четырёх или уточните несколькими
assignment-rule-of-homeland = Родина
assignment-rule-of-group = Группа
assignment-rule-no-matter = Любая
assignment-rule-community-hint = Так, как её называют организации в анкете
assignment-rule-no-community = Ни одна организация не называет эту общину. Напишите её так, как пишут организации
assignment-rule-no-group = Этой группы больше нет
assignment-rule-end = Прекратить
assignment-rule-empty = Выберите страну пребывания, родину, общину или группу
assignment-rule-there = Такое правило уже есть
flash-assignment-rule-made = Правило добавлено
flash-assignment-rule-ended = Правило больше не действует. Назначения остаются как были
