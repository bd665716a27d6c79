# Handing over what somebody has at the desk, standing in for whoever is away, and how long a hold lasts.
duty-title = Handing over work
duty-lead = Cases that somebody holds, organizations they coordinate, flags, mentions they have not read and sessions they chair go to a colleague in one act.
duty-none = Nothing was handed over yet.
duty-new-title = Hand over work
duty-new-text = First see what would become of each thing. Nothing moves before you say so.
duty-nobody = There is no colleague to hand over to.
duty-from = From
duty-from-hint = Yourself, or somebody who has left or cannot do it.
duty-from-missing = Choose whose work it is
duty-to = To
duty-to-hint = Somebody who is away is marked so.
duty-to-missing = Choose a colleague
duty-by = Done by
duty-look = See what would go
duty-preview-title = What would go to { $name }
duty-nothing = There is nothing to hand over
duty-nothing-next = No case is held, no organization coordinated, no flag looked after, no mention unread and no session chaired.
duty-goes = { $count ->
    [0] Nothing can go
    [one] { $count } thing goes
   *[other] { $count } things go
}
duty-stays = { $count ->
    [one] { $count } thing stays where it is, for the reason beside it.
   *[other] { $count } things stay where they are, for the reasons beside them.
}
duty-more = There is more than goes in one act: the first { $count } of each kind are here. Hand over again for the rest.
duty-rows = What is handed over
duty-col-what = What
duty-col-kind = Kind
duty-col-fate = What becomes of it
duty-col-when = When
duty-kind-hold = Case that is held
duty-kind-assignment = Organization that is coordinated
duty-kind-flag = Flag
duty-kind-mention = Mention that is not read
duty-kind-session = Session of the board to chair
duty-will-go = Goes
duty-fate-given = Went
duty-fate-own = Stays: it is the colleague’s own, and nobody looks after their own
duty-fate-out-of-reach = Stays: it is outside what the colleague may do
duty-fate-same-person = Stays: the colleague had a part in it that somebody else has to judge
duty-fate-known-already = Stays: the colleague knows it already
duty-fate-not-theirs = Stays: it is not yours to give
duty-fate-changed = Stays: it has changed meanwhile
duty-words = Why
duty-words-hint = Your colleague reads it, and it stays on record.
duty-hand-over = Hand over
duty-overtaken-title = Something has changed meanwhile
duty-overtaken-text = Nothing was handed over. See below how things stand now, and hand over if it is still right.
duty-one-title = Work that was handed over
duty-went = { $count ->
    [0] Nothing went
    [one] { $count } thing went
   *[other] { $count } things went
}
duty-none-for-you = None of it is within what you may see.
duty-undoes = It gives back what was handed over before
duty-undone = It was given back
duty-back-tag = Given back
duty-return-title = Give it back
duty-return-text = { $count ->
    [one] { $count } thing can go back. What has moved on since then stays where it is.
   *[other] { $count } things can go back. What has moved on since then stays where it is.
}
duty-return = Give it back
flash-duties-handed-over = The work is handed over. Your colleague gets a letter.
flash-duties-back = The work went back.
flash-error-duties-changed = Something has changed meanwhile, and nothing went back. See below how it stands now.
history-part-of-handover = as part of handing over work
act-duties-handed-over = Work handed over
act-case-given = Case put into a colleague’s hands
act-mention-given = Mention handed to a colleague
act-session-chair-given = Another chair presides
act-desk-rules-changed = Time of a hold changed
letter-duties-handed-over-subject = A colleague’s work at the desk is yours now
letter-duties-handed-over-text = { $count ->
    [one] One thing that a colleague had at the desk has been handed over to you. See what it is, and why. If it should not be yours, you can give it back there.
   *[other] { $count } things that a colleague had at the desk have been handed over to you. See what they are, and why. If they should not be yours, you can give them back there.
}
letter-duties-handed-over-link = See what was handed over:
letter-duties-gone-subject = Your work at the desk was handed over
letter-duties-gone-text = { $count ->
    [one] One thing that you had at the desk is with a colleague now. You can read which, and why.
   *[other] { $count } things that you had at the desk are with a colleague now. You can read which, and why.
}
letter-duties-gone-link = See what was handed over:
letter-for-deputy-subject = For a colleague who is away: { $number }
letter-for-deputy-text = You stand in for { $name }, who is away until { $until }. This is what they were written:
letter-kind-duties-handed-over = Work handed over
letter-kind-duties-gone = Work handed to somebody else
letter-kind-for-deputy = For a deputy
absence-deputy = Who stands in for you
absence-deputy-hint = They see on their desk what waits for you, as far as they may, get the letters that ask you for something, and can take over your cases without asking.
absence-deputy-none = Nobody
absence-deputy-unknown = Choose a colleague who can stand in for you
absence-deputy-is = { $name } stands in
absence-hand-over = Hand over your work for good
absence-name-deputy = { $name } (away until { $date }; { $deputy } stands in)
absence-name-deputy-note = { $name } (away until { $date }; { $deputy } stands in: { $note })
desk-for-absent = For { $name }, away until { $date }
desk-for-absent-nothing = Nothing waits for them that you may see.
desk-absent-held = Cases they hold
desk-absent-post = Opinions asked of their post
desk-absent-appeals = Appeals for them to judge
desk-absent-flags = { $count ->
    [one] { $count } flag is theirs to look after.
   *[other] { $count } flags are theirs to look after.
}
desk-take-over-deputy = You stand in for { $name } until { $date }. You can take this case over without a reason; if you write one, they read it on their desk and get a letter.
desk-rules-title = Time of a hold
admin-desk-hint = How long a case stays in somebody’s hands while nothing happens
desk-rules-text = Whoever takes a case holds it. Each look and each act of theirs begins the time anew; when it is over, the case waits for everybody again.
desk-rules-now = { $count ->
    [one] A hold lasts { $count } minute now.
   *[other] A hold lasts { $count } minutes now.
}
desk-rules-minutes = Minutes
desk-rules-minutes-hint = From 5 to 10,080, which is a week. What is held now keeps its time until its holder next looks or acts.
desk-rules-number = Enter a number of minutes from 5 to 10,080
desk-rules-save = Save
desk-rules-overtaken = Somebody else changed it meanwhile
flash-desk-rules-saved = The time of a hold is saved.
