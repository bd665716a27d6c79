# Что у человека здесь есть.
home-title = Мои организации и дела
home-empty-title = У вас здесь пока нет организации
home-empty = Зарегистрируйте свою организацию в совете. Черновик можно сохранить в любой момент и продолжить позже.
home-empty-directory = Проверить, нет ли её уже в каталоге
home-register = Зарегистрировать организацию
home-register-another = Зарегистрировать ещё одну организацию
home-waiting = Ждёт вас
home-waiting-nothing = Сейчас ничего вас не ждёт.
home-task-draft = Черновик
home-task-changes = Нужны изменения
home-task-condition = Нужно выполнить условие
home-task-saved = Сохранено { $date }
home-task-until = Ответить до { $date } включительно
home-organizations = Организации
home-organizations-none = Ни одна из ваших организаций пока не зарегистрирована. Она появится здесь, когда совет её примет.
home-cases = Дела
home-cases-none = Дел у вас нет.
home-column-name = Название
home-column-number = Регистрационный номер
home-column-standing = Статус
home-column-role = Ваша роль
home-column-case = Дело
home-column-tracking = Номер для отслеживания
home-column-stage = Этап
home-column-since = С какого дня
home-no-number = Ещё не отправлено
home-organization-title = Ваша организация
home-organization-in-force = Регистрация действует.
home-organization-not-in-force = Регистрация не действует.
home-organization-until = До
home-organization-role = Ваша роль здесь:
home-organization-team = { $count ->
    [one] В команде { $count } человек.
    [few] В команде { $count } человека.
    [many] В команде { $count } человек.
   *[other] В команде { $count } человека.
}
home-organization-public = Открыть её публичную страницу
home-organization-said = Что есть в реестре
home-organization-registered = Дата регистрации
home-organization-updated = Последнее изменение
home-organization-wrong = Если что-то здесь уже не так, напишите в совет.
home-organization-history = Что произошло
