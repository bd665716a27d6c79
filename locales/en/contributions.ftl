# What organizations give: money, things, hours, knowledge, investment, advocacy.
contributions-title = Contributions
contributions-lead = What your organization gave: to an initiative, to the homeland, or both. The board looks at each record; what you want to be public is public after that.
contributions-new = Record a contribution
contributions-none = Nothing is recorded yet
contributions-none-next = Record what your organization gave, in money, things, hours or otherwise.
contributions-totals = What was given
contributions-whole = Altogether
contributions-file = Download all records as a file (CSV)
contributions-records = Records
contributions-correct = Correct
contributions-correct-lead = The record stays as it was and counts no more. What you write here takes its place, and the board looks at it anew.
contributions-withdraw = Take this record back: it counts no more
contributions-save = Save
contributions-kind = What was given
contributions-amount = How much
contributions-amount-hint = In digits, for example 12,500.50
contributions-bad-amount = Write the number in digits, for example 12,500.50
contributions-currency = Currency
contributions-currency-hint = For money and investment
contributions-unit = Unit
contributions-unit-hint = Things in pieces or kg. Knowledge and advocacy by the people reached, or by events. Hours in hours
contributions-other-unit = This unit does not go with what was given. Choose another one
contributions-measure = Currency or unit
contributions-initiative-hint = An initiative that your organization takes part in
contributions-no-initiative = None
contributions-homeland = Country that it helps
contributions-homeland-hint = Needed where it goes to no initiative, as with help sent home
contributions-to-what = Name an initiative or the country that it helps
contributions-day = Day
contributions-day-to-come = This day has not come yet
contributions-words = What it was
contributions-words-hint = In a sentence. It becomes public with the record: name nobody
contributions-proof = What shows it
contributions-proof-hint = A receipt, a report, a letter: what it is and where it can be seen. Only your team and the board read this
contributions-proof-none = Nothing is named that shows it.
contributions-proof-file = A file that shows it
contributions-proof-file-hint = PDF, JPEG, PNG, WebP, DOCX or ODT, at most 20 MB. It is kept encrypted. Only your team and the coordinators of the board can open it, and each time one of the board does, it goes on record
contributions-file-there = This file is there. It stays with the record, unless you choose another:
contributions-file-drop = Take the file out
contributions-file-closed = A file shows it. Only the coordinators of the board can open it.
contributions-file-recorded = A file shows it. When you open it, that goes on record.
contributions-public = For the public
contributions-public-wanted = Anybody may know of this
contributions-public-hint = It counts in the totals on public pages once the board has accepted it
contributions-for-public = For the public
contributions-waiting = To look at
contributions-nothing-waits = Nothing waits
contributions-nothing-waits-next = When a team records what its organization gave, it stands here.
contributions-superseded = This record counts no more: it was corrected or taken back.
contributions-before = It takes the place of
contributions-decide = Say whether it counts
contributions-answer = What becomes of it
contributions-answer-accept = It counts as it is shown
contributions-answer-verify = It counts, and we have seen what shows it
contributions-answer-refuse = It does not count
contributions-refusal = Why it does not count
contributions-refusal-hint = The team reads it. Needed only in that case
contributions-evidence = How well it is shown
contributions-review = What the board says
contributions-yes = yes
contributions-no = no
contributions-id = Record
contribution-kind-money = Money
contribution-kind-in-kind = Things and services
contribution-kind-hours = Hours of work
contribution-kind-knowledge = Knowledge
contribution-kind-investment = Investment
contribution-kind-advocacy = Advocacy
evidence-stated = Stated
evidence-documented = Documented
evidence-verified = Verified by the board
review-waiting = With the board
review-accepted = Counts
review-refused = Does not count
unit-hours = hours
unit-people = people
unit-pieces = pieces
unit-kilograms = kg
unit-events = events
flash-contribution-recorded = It is recorded. The board looks at it
flash-contribution-replaced = The new record has taken the place of the old one. The board looks at it
flash-contribution-withdrawn = The record is taken back and counts no more
flash-contribution-reviewed = It is written down, and whoever recorded it hears of it
letter-contribution-accepted-subject = A contribution of your organization counts
letter-contribution-accepted-text = The board has looked at something that { $title } ({ $number }) gave, and counts it.
letter-contribution-accepted-link = See your contributions:
letter-contribution-refused-subject = A contribution of your organization does not count
letter-contribution-refused-text = The board does not count something that { $title } ({ $number }) recorded as given. Why stands beside the record. You can correct it; the board then looks at it anew.
letter-contribution-refused-link = See your contributions:
letter-kind-contribution-accepted = Contribution counts
letter-kind-contribution-refused = Contribution does not count
amount-hours = { $count ->
    [one] { $amount } hour
   *[other] { $amount } hours
}
amount-hours-part = { $amount } hours
amount-people = { $count ->
    [one] { $amount } person
   *[other] { $amount } people
}
amount-people-part = { $amount } people
amount-pieces = { $count ->
    [one] { $amount } piece
   *[other] { $amount } pieces
}
amount-pieces-part = { $amount } pieces
amount-kilograms = { $amount } kg
amount-kilograms-part = { $amount } kg
amount-events = { $count ->
    [one] { $amount } event
   *[other] { $amount } events
}
amount-events-part = { $amount } events
contributions-of-it-waits = { $amount } of it waits for the board
