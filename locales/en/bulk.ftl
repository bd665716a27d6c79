# One act on many organizations.
bulk-title = Acts on many organizations
bulk-lead = Filter a roster, choose what to do, look at what would become of each organization, and let it be done.
bulk-none-yet = Nothing was done to many at once yet.
bulk-kind-assign = Assign a coordinator
bulk-kind-group = Add to a group
bulk-kind-flag = Raise a flag
bulk-kind-renewal = Ask for the renewal
bulk-kind-letter = Send a letter
bulk-state-planned = Planned
bulk-state-running = Under way
bulk-state-done = Done
bulk-state-dropped = Left
bulk-fate-will = Will be done
bulk-fate-done = Done
bulk-fate-already = So already
bulk-fate-own = Not done: nobody acts on their own organization
bulk-fate-no-right = Not done: this is not yours to do
bulk-fate-struck-off = Not done: struck off
bulk-fate-gone = Not done: not there any more
bulk-fate-no-address = Not done: nobody there has an address
bulk-fate-unwanted = Not done: nobody there wants such letters
bulk-fate-too-early = Not done: cannot be renewed yet
bulk-fate-under-way = Not done: the renewal is under way
bulk-fate-changed = Not done: changed since it was planned
bulk-fate-failed = Not done: something went wrong
bulk-offer = With all of these at once
bulk-new-text = First see what would become of each organization. Nothing is done before you say so.
bulk-too-many = That is more than 5,000 organizations, and one act takes no more. Narrow the list first.
bulk-none = The list finds no organization
bulk-none-ticked = Tick at least one organization, or choose the whole list
bulk-group = Group
bulk-role = As what
bulk-letter-text = Write in one language at least. Everybody reads it in their own language where you wrote in it. You can write { "{organization}" } and { "{number}" } where the name and the number of each organization belong.
bulk-letter-subject = Subject
bulk-letter-words = Letter
bulk-letter-words-hint = Markdown: an empty line begins a paragraph, **bold**, and a list with a hyphen in front of each line.
bulk-letter-missing = Write the letter in one language at least
bulk-renewal-text = The owners of each organization get a letter that asks them to renew its registration.
bulk-which = Which organizations?
bulk-which-all = { $count ->
    [one] { $count } organization of the list
   *[other] All { $count } organizations of the list
}
bulk-which-chosen = Only those ticked below
bulk-rows = Organizations
bulk-rows-more = { $count ->
    [one] The first organization can be ticked here.
   *[other] The first { $count } can be ticked here. Narrow the list to tick others.
}
bulk-plan = See what would happen
bulk-planned-text = Nothing is done yet. See below what would become of each organization.
bulk-running-text = { $settled } of { $total } are through. It goes on by itself, also if you leave this page.
bulk-reload = See how far it is
bulk-list = The list that they came from
bulk-again-of = It does again what came to nothing before
bulk-counts = How many
bulk-start = { $count ->
    [one] Do it to { $count } organization
   *[other] Do it to { $count } organizations
}
bulk-drop = Leave it
bulk-again = Plan those again that came to nothing
bulk-csv = Take the result as a file (CSV)
bulk-no-rows = There is no organization here that you may see.
bulk-col-act = What
bulk-col-when = When
bulk-col-by = By
bulk-col-state = How far
bulk-col-number = Number
bulk-col-name = Organization
bulk-col-host = Country
bulk-col-fate = What becomes of it
bulk-said-assign = Coordinator: { $name }
bulk-said-group = Group: { $group } ({ $role })
bulk-said-renewal = A letter asks the owners to renew the registration.
flash-bulk-begun = It has begun. It goes on by itself.
flash-bulk-dropped = It was left, and nothing was done.
flash-error-bulk-nothing-again = There is nothing to do again.
history-part-of-bulk = as part of an act on many organizations
act-bulk-begun = Act on many organizations begun
act-bulk-done = Act on many organizations done
act-bulk-dropped = Act on many organizations left
act-renewal-asked = Renewal asked for
act-organization-written-to = Letter sent to the organization
account-letters-from-board = Letters from the board to your organization
letter-from-board-subject = { $subject }
letter-from-board-text = The board writes to { $title } ({ $number }):
letter-from-board-link = Your organization in the registry:
letter-renewal-asked-subject = Please renew the registration of your organization
letter-renewal-asked-text = The board asks you to renew the registration of { $title } ({ $number }). You say of each part whether it is still true; what has changed you correct on the way.
letter-renewal-asked-link = Renew it:
letter-kind-from-board = Letter from the board
letter-kind-renewal-asked = Renewal asked for
