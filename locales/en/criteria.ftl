# What cases are judged by, what is found of it, and the papers beside the answers.
nav-criteria = Criteria
admin-criteria-hint = What cases are judged by, in editions
criteria-title = Criteria
criteria-lead = What the board judges cases by. Change the draft, then publish it. A case keeps the edition that was in force when it was first submitted, also when it is sent again.
criteria-published = Published
criteria-in-force = In force
criteria-edition = Edition { $number }
criteria-draft = Draft of edition { $number }
criteria-unchanged = The draft says the same as the edition in force.
criteria-since = Published on
criteria-none = There is no criterion in it: cases are judged without a list.
criteria-publish = Publish this edition
criteria-publish-text = Cases that are submitted from then on are judged by it. What is published cannot be changed any more; a new draft begins.
criteria-back = Back to the criteria
criteria-open = { $count ->
    [0] All criteria are settled.
    [one] { $count } of { $of } criteria is open or not met.
   *[other] { $count } of { $of } criteria are open or not met.
}
criteria-excused = Accepted although these were open or not met:
criterion = Criterion
criterion-applies = For
criterion-withdrawn = Not judged by
criterion-withdrawn-hint = It is left out of this edition, and can be brought back in a later one
criterion-required = Required
criterion-required-hint = Accepting a case without it asks for a reason
criterion-useful = Good to know
criterion-new = New criterion
criterion-in-draft = You change the draft. Nothing counts before it is published.
criterion-case-kinds = For which cases
criterion-none-is-all = Choose none to judge all by it
criterion-judge = Say what you find
criterion-rests-on-answer = The answer:
criterion-meanwhile = A colleague said something of this criterion after you opened the page. It stands below, and what you typed is kept. Send it again if you still mean it.
criterion-stands = What stands now
criterion-yours = What you find
criterion-outcome = How is it?
criterion-note = Note
criterion-note-hint = Only the board and the posts read it.
criterion-evidence = What it rests on
criterion-documents = Documents it rests on
criterion-fields = Answers it rests on
criterion-links = Web addresses it rests on
criterion-links-hint = One on each line
criterion-links-many = Give at most ten addresses
criterion-not-met-why = Say what is missing
criterion-save = Save
criterion-save-next = Save and go to the next open one
finding-outcome-met = Met
finding-outcome-not-met = Not met
finding-outcome-not-applicable = Does not apply
finding-outcome-open = Open
desk-despite-title = If you accept it all the same
desk-despite = Why may it be accepted?
desk-despite-hint = Required criteria are open or not met. The reason stays within the board.
desk-despite-why = Say why it may be accepted although required criteria are open or not met
flash-criterion-saved = What you find is saved.
flash-criteria-saved = The draft is saved.
flash-criteria-published = The edition is published.
flash-error-criteria-open = Required criteria are open or not met. Take the case, settle them, or say in the decision why it may be accepted.
proof-bare = { $count ->
    [one] { $count } answer is without the paper that was asked for.
   *[other] { $count } answers are without the papers that were asked for.
}
proof-unread = Not looked at yet
proof-fine = It is fine
proof-not-fine = Say what is wrong
proof-nothing = Nothing behind it
proof-missing = Not sent:
proof-unasked = No paper is asked for
