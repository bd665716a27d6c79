# The workbench of a coordinator, portfolios, and the rules by which coordinators are suggested.
workbench-title = Workbench
workbench-lead = What should be acted upon, with the act beside it.
workbench-mine = Mine
workbench-all = All
workbench-see-all = See all
workbench-own = Yours:
workbench-none-own = No rule names you yet and you look after no organization, so you see everything here.
workbench-own-homelands = from: { $countries }
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
workbench-why-both = a rule names them: { $host }, from { $homeland }
workbench-why-host = a rule names them: { $country }
workbench-why-homeland = a rule names them: from { $country }
workbench-why-nobody = no rule fits
workbench-why-fewest = the fewest of those who can
workbench-act-unlinked = Link it
workbench-act-needs = Add somebody who can help
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
coordinators-flags = Flags
coordinators-flags-open = See them
coordinators-cases = Cases held
coordinators-since = Since
coordinators-none = No organization in this portfolio
assignment-rules-title = Rules for suggesting coordinators
assignment-rules-lead = For an organization that nobody looks after, the most specific rule that fits suggests a coordinator; of several the one who looks after the fewest. Nothing is assigned until somebody does it.
assignment-rules-none = There are no rules. Whoever looks after the fewest organizations is suggested.
assignment-rule-ground = For organizations
assignment-rule-both = In { $host }, from { $homeland }
assignment-rule-host = In { $country }
assignment-rule-homeland = From { $country }
assignment-rule-new = Add a rule
assignment-rule-hint = Choose a host country, a homeland, or both
assignment-rule-of-homeland = Homeland
assignment-rule-end = End
assignment-rule-empty = Choose a host country or a homeland
assignment-rule-there = This rule is there already
flash-assignment-rule-made = The rule is added
flash-assignment-rule-ended = The rule has ended. Assignments stay as they are
