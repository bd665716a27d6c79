# The workbench of a coordinator, portfolios, and the rules by which coordinators are suggested.
workbench-title = Workbench
workbench-lead = What should be acted upon, with the act beside it.
workbench-mine = Mine
workbench-all = All
workbench-see-all = See all
workbench-count = In this list: { $many }
workbench-own = Yours:
workbench-none-own = No rule names you yet and you look after no organization, so you see everything here.
workbench-own-homelands = from: { $countries }
workbench-own-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
workbench-own-organizations = { $count ->
    [one] { $count } organization in the portfolio
   *[other] { $count } organizations in the portfolio
}
workbench-suggested = { $count ->
    [one] the radar suggests { $count }
   *[other] the radar suggests { $count }
}
workbench-term-over = ended on { $until }
workbench-suggests = Suggested:
workbench-assign = Assign to { $name }
workbench-why-rule = a rule names them: { $ground }
workbench-why-nobody = no rule fits
workbench-why-fewest = the fewest of those who can
workbench-act-unlinked = Link it
workbench-act-needs = See who could help, or say that it is met
workbench-act-unled = Ask somebody to lead it
workbench-carried = { $count ->
    [one] { $count } organization takes part
   *[other] { $count } organizations take part
}
workbench-lead-asked = somebody is asked to lead it
work-unled = Initiatives that nobody leads
workbench-act-seats = See who could hold the office
workbench-act-terms = Hand the office over
workbench-act-unassigned = Choose somebody else
work-unlinked = Initiatives that are linked to no other
work-needs = Needs that nobody in the country offers to meet
work-seats = Seats in which nobody sits
work-terms = Terms of office that lapse
work-unassigned = Organizations that nobody looks after
work-nothing = Nothing waits here.
coordinators-title = What each coordinator has
coordinators-lead = Whoever looks after most organizations stands first.
coordinators-portfolio = Portfolio
coordinators-portfolio-mine = My portfolio
coordinators-organizations = Organizations
coordinators-by-rules = Organizations by rules
coordinators-by-rule = By a rule
coordinators-flags = Flags
coordinators-flags-open = See them
coordinators-cases = Cases held
coordinators-since = Since
coordinators-none = No organization in this portfolio
assignment-rules-title = Rules for coordinators
assignment-rules-lead = A rule says who answers for the organizations of a country, a community or a group while nobody looks after them by name. The most specific rule that fits counts: a group before a community, a community before countries. The workbench suggests the same person; of several the one who looks after the fewest.
assignment-rules-none = There are no rules. Whoever looks after the fewest organizations is suggested.
assignment-rule-ground = For organizations
assignment-rule-group = Group: { $group }
assignment-rule-community = Community: { $community }
assignment-rule-host = Host country: { $country }
assignment-rule-homeland = Homeland: { $country }
assignment-rule-new = Add a rule
assignment-rule-hint = Choose one of the four, or narrow it by several
assignment-rule-of-homeland = Homeland
assignment-rule-of-group = Group
assignment-rule-no-matter = Any
assignment-rule-community-hint = As organizations write it in their form
assignment-rule-no-community = No organization names this community. Write it as organizations do
assignment-rule-no-group = This group is not there any more
assignment-rule-end = End
assignment-rule-empty = Choose a host country, a homeland, a community or a group
assignment-rule-there = This rule is there already
flash-assignment-rule-made = The rule is added
flash-assignment-rule-ended = The rule has ended. Assignments stay as they are
