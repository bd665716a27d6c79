# Что отвечают совет и представительства: так это читают все.
outcome-accepted = Принято
outcome-accepted-with-conditions = Принято с условиями
outcome-refused = Отказано
outcome-changes-requested = Запрошены исправления
view-supports = Представительство поддерживает
view-no-objection = Представительство не возражает
view-opposes = Представительство возражает
