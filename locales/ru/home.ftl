# Что у человека здесь есть.
home-title = Моя страница
home-empty-title = У вас здесь пока нет организации
home-empty = Зарегистрируйте свою организацию в совете. Черновик можно сохранить в любой момент и продолжить позже.
home-empty-directory = Проверить, нет ли её уже в каталоге
home-register = Зарегистрировать организацию
home-register-another = Зарегистрировать ещё одну организацию
home-organizations = Ваши организации
home-column-name = Название
home-column-number = Регистрационный номер
home-column-standing = Статус
home-column-role = Ваша роль
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
home-organization-coordinator = Ваш координатор
home-organization-coordinator-hint = отвечает на ваши вопросы в координационном совете
home-organization-wrong = Если что-то здесь уже не так, напишите в совет.
home-organization-history = Что произошло
