# What waits for somebody, what they sent, what comes due.
home-waiting = Waiting for you
home-waiting-nothing = Nothing is waiting for you at the moment.
home-organizations-none = None of your organizations is registered yet. It appears here once the board has accepted it.
home-asked = The board asks you to change some answers about { $title } by { $date }.
home-asked-passed = The board asked you to change some answers about { $title } by { $date }. That day has passed: please answer now.
home-asked-act = See what to change
home-condition = { $title } is registered with a condition to be met by { $date }.
home-condition-passed = { $title } is registered with a condition that was to be met by { $date }.
home-condition-act = See the condition
home-unread = { $count ->
    [one] The board wrote you a message about { $title }.
   *[other] The board wrote you { $count } messages about { $title }.
}
home-unread-act = Read and answer
home-appeal = The board did not accept { $title }. You can appeal until { $date }.
home-appeal-act = See why
home-draft = The form for { $title } is not sent yet. It was last saved on { $date }.
home-draft-untitled = You began to register an organization. The form was last saved on { $date }, and is not sent.
home-draft-act = Continue the form

home-sent = What you sent
home-sent-nothing = The board has nothing of yours to decide at the moment.
home-sent-board = { $title } ({ $number }) is with the board. You can expect an answer by { $date }.
home-sent-board-late = { $title } ({ $number }) is with the board. An answer was expected by { $date }: the board is late, and there is nothing you need to do.
home-sent-post = { $title } ({ $number }) is with the embassy or consulate, then with the board. You can expect an answer by { $date }.
home-sent-chair = Your appeal about { $title } ({ $number }) is with the chair of the board. You can expect an answer by { $date }.
home-sent-chair-late = Your appeal about { $title } ({ $number }) is with the chair of the board. An answer was expected by { $date }: the board is late, and there is nothing you need to do.
home-sent-act = See how far it has come

home-due = What comes due
home-due-nothing = Nothing comes due.
home-standing = The registration of { $title } holds until { $date }.
home-standing-notice = The registration of { $title } ends on { $date } unless it is renewed.
home-standing-suspended = The registration of { $title } is suspended until { $date }.
home-standing-act = See the organization

home-over = { $count ->
    [one] { $count } case that is over
   *[other] { $count } cases that are over
}

# For those who work at the desk.
home-desk = At the desk
home-desk-go = Go to the desk
home-desk-nothing = Nothing waits for you at the desk.
home-desk-reads = Nothing at the desk waits for your decision. You can read everything there.
home-desk-held = You have held { $title } since { $date }.
home-desk-held-act = Go on with it
home-desk-held-more = { $count ->
    [one] You hold { $count } more case.
   *[other] You hold { $count } more cases.
}
home-desk-opinion = Your opinion on { $title } is wanted by { $date }.
home-desk-opinion-act = Give it
home-desk-opinion-more = { $count ->
    [one] Your opinion is wanted on { $count } more case.
   *[other] Your opinion is wanted on { $count } more cases.
}
home-desk-appeal = An appeal about { $title } has waited for a chair since { $date }.
home-desk-appeal-act = Judge it
home-desk-appeal-more = { $count ->
    [one] { $count } more appeal waits for a chair.
   *[other] { $count } more appeals wait for a chair.
}
home-desk-late = { $count ->
    [one] { $count } case has waited for an answer longer than the board promises.
   *[other] { $count } cases have waited for an answer longer than the board promises.
}
home-desk-late-act = See the oldest first
home-desk-untaken = { $count ->
    [one] { $count } case waits for somebody to take it.
   *[other] { $count } cases wait for somebody to take them.
}
home-desk-untaken-act = Take the next one
home-desk-more-act = See all
