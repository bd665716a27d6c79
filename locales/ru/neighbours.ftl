# Карты: кто с кем работает.
neighbours-title = Кто с кем работает
neighbours-link = Посмотреть, кто с кем работает
neighbours-at-desk = Так, как это видно координационному совету. Лидеры сосчитаны и нигде не названы.
neighbours-none = Соседей пока нет
neighbours-none-next = Они появятся, как только что-то будет сделано вместе.
neighbours-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
neighbours-undrawn = { $count ->
    [one] Ещё { $count } — только в списке.
    [few] Ещё { $count } — только в списке.
    [many] Ещё { $count } — только в списке.
   *[other] Ещё { $count } — только в списке.
}
neighbours-drawing = Ближайшие на рисунке
neighbours-drawing-text = { $count ->
    [1] { $name } и линия к ближайшему соседу. То же сказано словами в списке выше.
    [one] { $name } и линии к { $count } ближайшему соседу. То же сказано словами в списке выше.
    [few] { $name } и линии к { $count } ближайшим соседям. То же сказано словами в списке выше.
    [many] { $name } и линии к { $count } ближайшим соседям. То же сказано словами в списке выше.
   *[other] { $name } и линии к { $count } ближайшим соседям. То же сказано словами в списке выше.
}
neighbours-initiatives = { $count ->
    [one] { $count } общая инициатива
    [few] { $count } общие инициативы
    [many] { $count } общих инициатив
   *[other] { $count } общей инициативы
}
neighbours-groups = { $count ->
    [one] { $count } общая группа
    [few] { $count } общие группы
    [many] { $count } общих групп
   *[other] { $count } общей группы
}
neighbours-leaders = { $count ->
    [one] { $count } общий лидер
    [few] { $count } общих лидера
    [many] { $count } общих лидеров
   *[other] { $count } общего лидера
}
neighbours-organizations = { $count ->
    [one] через { $count } организацию
    [few] через { $count } организации
    [many] через { $count } организаций
   *[other] через { $count } организации
}
neighbours-line-member = в группе
neighbours-line-linked = связаны
neighbours-line-leader = общие лидеры
neighbours-line-shared = через организации
neighbours-line-carries = в инициативе
sort-organization = Организации
sort-initiative = Инициативы
sort-group = Группы
sort-country = Страны
