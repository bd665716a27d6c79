# What somebody has here.
home-title = My page
home-empty-title = You have no organization here yet
home-empty = Register your organization with the board. You can save a draft at any time and go on later.
home-empty-directory = See whether it is already in the directory
home-register = Register an organization
home-register-another = Register another organization
home-organizations = Your organizations
home-column-name = Name
home-column-number = Registry number
home-column-standing = Standing
home-column-role = You are
home-organization-title = Your organization
home-organization-in-force = The registration is in force.
home-organization-not-in-force = The registration is not in force.
home-organization-until = Until
home-organization-role = You are here as
home-organization-team = { $count ->
    [one] The team has { $count } member.
   *[other] The team has { $count } members.
}
home-organization-public = See its public page
home-organization-said = What the registry has
home-organization-registered = Registered on
home-organization-updated = Last changed
home-organization-coordinator = Your coordinator
home-organization-coordinator-hint = answers your questions at the board
home-organization-wrong = If something here is not right any more, write to the board.
home-organization-history = What happened
