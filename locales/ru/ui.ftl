# The frame of every page, and what forms and lists say of themselves.
ui-name = Concord
ui-about = Concord ведёт реестр организаций диаспоры и помогает им работать вместе.
ui-skip = Перейти к основному содержанию
ui-language = Язык
ui-menu = Меню
ui-account = Ваша учётная запись
ui-sign-in = Войти
ui-sign-out = Выйти
ui-breadcrumbs = Где вы находитесь
ui-sample = Это пробный реестр. Организации и люди в нём вымышлены.
ui-footer-directory = Найти организацию
ui-footer-register = Зарегистрировать организацию

ui-errors-title = Нужно кое-что исправить
ui-error-prefix = Ошибка:
ui-optional = (необязательно)
ui-choose = Выберите
ui-file-again = Выберите файл ещё раз: браузер сам не вернёт его в поле
ui-day = День
ui-month = Месяц
ui-year = Год
ui-date-hint = Например, 27 3 2026
ui-password-show = Показать
ui-password-hide = Скрыть
ui-password-show-label = Показать пароль
ui-password-hide-label = Скрыть пароль
ui-password-shown = Пароль показан
ui-password-hidden = Пароль скрыт
ui-count-limit =
    { $count ->
        [one] Можно ввести не больше { $count } знака
        [few] Можно ввести не больше { $count } знаков
        [many] Можно ввести не больше { $count } знаков
       *[other] Можно ввести не больше { $count } знака
    }
ui-count-under = Осталось знаков: %{"{"}count{"}"}
ui-count-over = Лишних знаков: %{"{"}count{"}"}
ui-count-at = Больше ввести нельзя
ui-picker-none = Ничего не найдено
ui-picker-hint = Начните вводить, затем выбирайте из списка стрелками
ui-picker-selected = выбрано

ui-changed = изменено
ui-changed-before = Было:
ui-changed-after = Стало:
ui-internal-note = Служебная заметка
ui-done = Готово
ui-warning = Внимание
ui-pages = Страницы списка
ui-previous = Предыдущая страница
ui-next = Следующая страница
ui-search = Найти
ui-filters = Фильтры
ui-filters-set = { $count ->
    [0] Сузить список
   *[other] Сузить список (выбрано: { $count })
}
ui-filter = Применить фильтры
ui-filter-remove = Убрать фильтр
# Between things that stand in one line.
ui-comma = { ", " }
ui-more-exactly = Точнее
