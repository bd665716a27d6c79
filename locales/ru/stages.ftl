# Стадии дела в том виде, в каком их читают люди.
stage-draft = Черновик
stage-submitted = Подано
stage-at-post = В представительстве
stage-in-review = На рассмотрении
stage-changes-requested = Нужны исправления
stage-accepted = Принято
stage-accepted-with-conditions = Принято с условиями
stage-refused = Отказано
stage-appealed = Обжалуется
stage-withdrawn = Отозвано
