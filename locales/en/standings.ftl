# Standings: the ladder, what the chair does by hand, and the rules of both.
organization-since = Since
organization-registered-until = Registered until
organization-reason = The board’s reason

standing-title = Ladder of standings
standing-intro = This is what happens next to registrations that nobody renews. Each step says whom it would reach before it is taken.
standing-by = Look ahead
horizon-today = Today
horizon-month = Within 30 days
horizon-quarter = Within 90 days
rung-due = Renewal due
rung-lapsed = Lapsed
rung-notice = Notice of striking off
rung-struck-off = Struck off
standing-would-due = { $count ->
    [0] No organization would become due for renewal.
    [one] This would make { $count } organization due for renewal.
   *[other] This would make { $count } organizations due for renewal.
}
standing-would-lapsed = { $count ->
    [0] No registration would lapse.
    [one] This would let the registration of { $count } organization lapse.
   *[other] This would let the registrations of { $count } organizations lapse.
}
standing-would-notice = { $count ->
    [0] No organization would be given notice.
    [one] This would give notice to { $count } organization.
   *[other] This would give notice to { $count } organizations.
}
standing-would-struck-off = { $count ->
    [0] No organization would be struck off.
    [one] This would strike off { $count } organization.
   *[other] This would strike off { $count } organizations.
}
standing-would-held = { $count ->
    [0] No organization is held back.
    [one] { $count } organization would go a rung down and is held back.
   *[other] { $count } organizations would go a rung down and are held back.
}
standing-see = See which
standing-by-itself = This happens by itself on the day.
standing-by-chair = This happens only when a chair approves it.
standing-held = Held back
standing-how = How the ladder works
standing-how-lapse = { $count ->
    [one] A registration that is not renewed is due, and lapses { $count } day later.
   *[other] A registration that is not renewed is due, and lapses { $count } days later.
}
standing-how-notice = { $count ->
    [one] The chair may give notice { $count } day after it lapsed.
   *[other] The chair may give notice { $count } days after it lapsed.
}
standing-how-runs = { $count ->
    [one] A notice runs for { $count } day. After that the chair may strike the organization off.
   *[other] A notice runs for { $count } days. After that the chair may strike the organization off.
}
standing-how-renewal = A renewal ends the ladder at any rung. While the board looks at one, nothing happens.

standing-list-due = Renewals that become due
standing-list-lapsed = Registrations that lapse
standing-list-notice = Notices of striking off
standing-list-struck-off = Organizations to be struck off
standing-list-held = Organizations held back
standing-list-held-text = They would go a rung down by now, but they have a delay or have asked for a renewal.
standing-list-empty = No organization is on this list
standing-list-back = Back to the ladder
standing-col-chosen = Chosen
standing-col-next = What comes next
standing-col-owners = Owners who get a letter
standing-no-owner = None
standing-own = Your own organization: another chair must decide
standing-renewing = Waits for the board’s answer to its renewal
standing-delayed-until = delayed until { $until }
standing-delay = Delay
standing-approve-text = This is done at once for every organization that is ticked. Its owners get a letter, and its public page says so.
standing-approve-notice = Give notice to those ticked
standing-approve-struck-off = Strike off those ticked
standing-approve-none = Tick at least one organization

standing-one-title = Standing
standing-no-end = No end is known, so nothing happens by itself
standing-no-story = Its standing has not changed since it came into the registry
standing-who-system = Concord
standing-no-ladder = This organization is on no rung of the ladder now, so there is nothing to delay.
cause-date = Its day had come
cause-board = The board decided it
cause-end = The suspension was over
cause-renewal = It was renewed
reason-reach-board = The desk alone: board, posts and auditors
reason-reach-team = The board and the organization’s team
reason-reach-public = Everybody, on the public page

board-act-suspension = Suspend the registration
board-act-lifting = Lift the suspension
board-act-striking-off = Strike the organization off
board-act-revival = Revive the registration
board-act-suspension-text = A suspended registration is not in force. It ends by itself after its last day.
board-act-lifting-text = The organization will stand where it stood before, or in good standing if it has been renewed meanwhile.
board-act-striking-off-text = The organization keeps its number and its record, and a chair can revive it.
board-act-revival-text = The organization will be registered again, for a full term from today.
board-act-suspension-confirm = Suspend it
board-act-lifting-confirm = Lift it
board-act-striking-off-confirm = Strike it off
board-act-revival-confirm = Revive it
standing-until = Last day of the suspension
standing-reason = Reason
standing-reach = Who may read the reason?
standing-reach-hint = Do not name a person in a reason that everybody may read.
standing-check = See what this will do
standing-effects = What this will do
standing-change-answers = Change an answer
standing-effect-shown = The public page, the directory and the certificate will say: { $standing }.
standing-effect-until = It ends by itself after { $until }.
standing-effect-valid = The registration will be valid until { $until }.
standing-effect-kept = Nothing is deleted: its record, its seats and its initiatives stay.
standing-effect-parts = While it is struck off it takes no part in anything. It has places in groups: { $groups } (as chair: { $chairs }), and parts in initiatives: { $initiatives }. Those that it alone leads are taken off the public pages until somebody leads them: { $alone }. Once revived, it is again what it was.
standing-effect-reason-board = Only the desk can read the reason: board, posts and auditors.
standing-effect-reason-team = The organization’s team can read the reason on its own page.
standing-effect-reason-public = Everybody can read the reason on the public page.
standing-effect-letters = { $count ->
    [0] No owner gets a letter, because the organization has none with an account.
    [one] { $count } owner gets a letter.
   *[other] { $count } owners get a letter.
}
standing-day-missing = Enter the last day
standing-day-past = Enter a day after today
standing-day-far = Enter a day within the next two years
standing-overtaken-title = The standing has changed meanwhile
standing-overtaken = It now stands: { $standing }.
standing-overtaken-again = What you typed is still here. Read it again before you go on.
standing-overtaken-back = Back to its standing

standing-delay-title = Delay the next step
standing-delay-text = Until the end of the day that you choose, the organization stays on its rung. Afterwards the step is taken as it would have been.
standing-delay-until = Delay until
standing-delay-reason-hint = Only the desk can read it.
standing-delay-save = Delay it
standing-delay-end = End the delay
standing-delay-far = Enter a day within the next year

standing-rules-title = How long registrations last
standing-rules-text = A change counts from now on, also for those who are on a rung already. Days that are set, such as the end of a registration or of a notice, stay.
standing-rules-overtaken = The rules have changed meanwhile
standing-rules-rule = Rule
standing-rules-now = Now
standing-rules-preset = To begin with
standing-rules-source = Where that comes from
standing-rules-change = Change the rules
standing-rules-save = Save the rules
rule-validity-years = Years for which a registration is valid
rule-first-reminder = Days before its end, first reminder
rule-second-reminder = Days before its end, second reminder
rule-third-reminder = Days before its end, last reminder
rule-lapse-after = Days from due to lapsed
rule-notice-after = Days from lapsed to a notice
rule-notice-runs = Days for which a notice runs
rule-source-portugal = Portugal accredits organizations of its diaspora for three years
rule-source-design = The design of this registry
rule-source-program = A beginning made by this program, for the board to judge
standing-number-years = Enter a whole number of years from 1 to 30
standing-number-days = Enter a whole number of days from 1 to 730
standing-reminders-order = Enter fewer days than for the reminder before it
standing-terms-title = Other terms, by country and kind
standing-terms-text = What is said of a country and a kind together counts first, then what is said of the country, then of the kind. It counts for registrations and renewals from now on.
standing-term-any = Any
standing-term-years = Years
standing-term-save = Add the term
standing-term-end = End the term
standing-term-of-nothing = Choose a host country, a kind, or both

home-ladder-due = The registration must be renewed by { $until }.
home-ladder-lapsed = The renewal is due. Without it the registration lapses on { $until }.
home-ladder-notice = The registration has lapsed. Renew it soon: from { $until } on the board may give notice that it will strike the organization off.
home-ladder-struck-off = The board has given notice. Unless the registration is renewed, the organization may be struck off from { $until } on.
home-ladder-renewing = The board is looking at your renewal. Until it has answered, nothing else happens.

flash-standing-approved = Done. The owners get a letter
flash-error-standing-some = Some organizations had changed since you looked, or are your own: they stay as they are. The others are done
flash-error-standing-none = Nothing was done: the organizations had changed since you looked, or are your own
flash-standing-suspended = The registration is suspended
flash-standing-lifted = The suspension is lifted
flash-standing-struck-off = The organization is struck off
flash-standing-revived = The registration is revived
flash-standing-delayed = The next step is delayed
flash-standing-delay-ended = The delay has ended
flash-standing-rules-saved = The rules are saved
flash-standing-term-saved = The term is saved
flash-standing-term-ended = The term has ended

act-organization-renewed = Registration renewed
act-organization-delayed = Next step of the ladder delayed
act-organization-delay-ended = Delay ended
act-standing-rules-changed = Rules of standings changed
act-standing-term-set = Term of registrations set
act-standing-term-ended = Term of registrations ended

letter-renewal-near-subject = Renew your registration { $number }
letter-renewal-near-text = The registration of { $title } is valid until { $until }. Please renew it before that day.
letter-renewal-near-link = Renew it here:
letter-renewal-due-subject = The renewal of { $number } is due
letter-renewal-due-text = The registration of { $title } must now be renewed. It stays in force for the time being, and lapses on { $until } unless it is renewed.
letter-renewal-due-link = Renew it here:
letter-registration-lapsed-subject = The registration { $number } has lapsed
letter-registration-lapsed-text = The registration of { $title } was not renewed in time and has lapsed: it is not in force. A renewal brings it back.
letter-registration-lapsed-link = Renew it here:
letter-notice-given-subject = Notice of striking off: { $number }
letter-notice-given-text = The registration of { $title } has lapsed. If it is not renewed by { $until }, the board will strike the organization off the register.
letter-notice-given-link = Renew it here:
letter-struck-off-subject = { $number } is struck off the register
letter-struck-off-text = { $title } is struck off the register. Its number and its record stay. If you think that this is wrong, write to the board: a chair can revive the registration.
letter-struck-off-link = See the registration:
letter-suspended-subject = The registration { $number } is suspended
letter-suspended-text = The board has suspended the registration of { $title }. It is not in force until the suspension ends, after { $until } or earlier if the board lifts it. Where the board gives its reason to you, you can read it on the organization’s page.
letter-suspended-link = See the registration:
letter-suspension-over-subject = The suspension of { $number } is over
letter-suspension-over-text = The suspension of the registration of { $title } is over. You can see on the organization’s page where it stands now.
letter-suspension-over-link = See the registration:
letter-revived-subject = The registration { $number } is revived
letter-revived-text = The board has revived the registration of { $title }. It is valid until { $until }.
letter-revived-link = See the registration:
letter-kind-renewal-near = Reminder to renew
letter-kind-renewal-due = Renewal due
letter-kind-registration-lapsed = Registration lapsed
letter-kind-notice-given = Notice of striking off
letter-kind-struck-off = Struck off
letter-kind-suspended = Suspended
letter-kind-suspension-over = Suspension over
letter-kind-revived = Revived
