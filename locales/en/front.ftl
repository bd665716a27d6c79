# The home page.
front-title = The register of diaspora organizations
front-lead = Concord lists the organizations that communities abroad have built, and helps them to work together. Anybody can look them up; every organization can ask to be registered.
front-register = Register your organization
front-register-text = It is free. You can stop at any point and go on later; the board answers in your language.
front-search = Find an organization
front-search-hint = A name, a city or a number, in any script
front-board = What the board does
front-board-text = A coordinating board checks every registration, keeps it current, and brings organizations, their leaders and their initiatives together: in councils and working groups, for joint programmes, and when somebody needs help.
front-safety-text = Nothing personal is shown here without the recorded consent of the person it names.
front-organizations = { $count ->
    [one] organization in force
   *[other] organizations in force
}
front-hosts = { $count ->
    [one] country in which they work
   *[other] countries in which they work
}
front-homelands = { $count ->
    [one] country from which their people come
   *[other] countries from which their people come
}
front-check = Check a registration
front-check-text = See whether a registration is real, and whether it is in force.
front-number = Registry number
front-number-hint = It looks like this:
front-check-button = Check
front-countries = Where they work
