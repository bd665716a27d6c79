# Инициативы: что делают организации.
initiatives-title = Инициативы
initiatives-caption = Инициатива
initiatives-count = { $count ->
    [one] { $count } инициатива
    [few] { $count } инициативы
    [many] { $count } инициатив
   *[other] { $count } инициативы
}
initiatives-new = Добавить инициативу
initiatives-new-title = Новая инициатива
initiatives-new-lead = Координационный совет увидит её сразу, а все остальные — когда вы её опубликуете.
initiatives-search = Поиск по названию или городу
initiatives-any-stage = Любая стадия
initiatives-any-area = Любое направление
initiatives-none-found = Ничего не найдено
initiatives-show-all = Показать все инициативы
initiatives-empty = Инициатив пока нет
initiatives-empty-next = Добавьте первую и укажите организацию, которая её ведёт.
initiatives-unpublished = Не опубликована
initiatives-text = На основном языке
initiatives-text-more = На другом языке
initiatives-name = Название
initiatives-language = Язык
initiatives-summary = В чём она состоит
initiatives-summary-hint = Два-три предложения. Их увидят все
initiatives-lead = Номер в реестре организации, которая её ведёт
initiatives-stage = Стадия
initiatives-areas = Направления работы
initiatives-country = Страна, где она проходит
initiatives-city = Город
initiatives-homeland = Страна, для которой она предназначена
initiatives-place = Место
initiatives-starts = Первый день
initiatives-ends = Последний день
initiatives-ends-before-start = Последний день раньше первого
initiatives-dates = Сроки
initiatives-needs = Чего ещё не хватает
initiatives-other-titles = На других языках
initiatives-create = Добавить инициативу
initiatives-partners = Организации
initiatives-nobody = Сейчас эту инициативу никто не ведёт
initiatives-nobody-next = Добавьте ниже организацию по её номеру в реестре.
initiatives-add = Добавить организацию
initiatives-role = Её роль в инициативе
initiatives-remove = Исключить
initiatives-already-in = Эта организация уже участвует в инициативе
initiatives-not-published = Пока эту инициативу видит только координационный совет.
initiatives-publish = Опубликовать
initiatives-published-since = Опубликована
flash-initiative-created = Инициатива добавлена. Опубликуйте её, когда она будет готова
flash-initiative-published = Инициатива опубликована
flash-initiative-partner-added = Организация присоединилась к инициативе
flash-initiative-partner-removed = Организация больше не участвует в инициативе
initiatives-join = Присоединить к инициативе
