# Before the form: a few questions and their answer in words; and the rules for it, as admins keep them.
prescreen-lead = A few questions first, so that you know whether a registration is for you. It takes two minutes, and nothing is kept.
prescreen-name = Name of your organization
prescreen-name-hint = In any script. We look whether it is listed already
prescreen-for-profit = Does it work to make a profit?
prescreen-on-record = Does an authority of the host country have it on record?
prescreen-on-record-hint = For example, a register of associations or charities
prescreen-yes = Yes
prescreen-no = No
prescreen-ask = See the answer
prescreen-fits = Yes, a registration is for you. As far as we can tell from your answers, nothing stands in its way.
prescreen-doubts = From your answers, a registration is not likely to succeed:
prescreen-doubts-anyway = If you think that this is wrong, you can go on. The board decides, and sees that you were told.
prescreen-again = Answer the questions again
prescreen-go-on = Go on anyway
prescreen-like = Is it one of these?
prescreen-like-lead = These organizations have a like name. If yours is among them, you need no new registration.
prescreen-like-join = It is ours: ask to join its team
prescreen-like-claim = It is ours: claim it
prescreen-under-way = A registration under a like name is under way. If a colleague began it, ask them to let you take part before you start another.
prescreen-too-often = Many names were asked about from here. Whether a registration under a like name is under way can be asked again in a while; the board compares yours with the others in any case.

doubt-closed = Registrations of this kind are not taken in this host country at present.
doubt-for-profit = Only organizations that do not work to make a profit are registered.
doubt-few-members =
    { $count ->
        [one] At least { $count } person must belong to it.
       *[other] At least { $count } people must belong to it.
    }
doubt-young =
    { $count ->
        [one] It must be there for at least { $count } year.
       *[other] It must be there for at least { $count } years.
    }
doubt-not-on-record = An authority of the host country must have it on record.

prescreen-rules = Pre-screen
prescreen-rules-lead = What is told before the form. The narrowest rule counts: the one for a host country and a kind, else the one for the country, else for the kind, else the one for all.
prescreen-rules-back = Back to the rules
prescreen-rule-new = Add a rule
prescreen-rule-for-all = Everywhere, for every kind
prescreen-rule-whom = For whom
prescreen-rule-asks = What it says
prescreen-rule-state = State
prescreen-rule-for-whom = Choose a host country or a kind, or both: there is a rule for all already
prescreen-rule-there = There is a rule for these in force already
prescreen-rule-none-is-all = Leave it open for all
prescreen-rule-save = Save the rule
prescreen-is-open = Registrations are taken
prescreen-is-closed = No registrations are taken
prescreen-takes-profit = Organizations that work for profit are taken too
prescreen-asks-record = An authority of the host country must have it on record
prescreen-least-members = Fewest members
prescreen-least-years = Fewest years since its founding
prescreen-signers = How many people sign besides whoever submits
prescreen-signers-hint = Leave it empty or 0 where nobody has to
prescreen-signing-offices = Offices that must be among them
prescreen-signing-offices-hint = Choose none where any office will do
prescreen-fewer-signers-than-offices = Ask for at least as many people as offices
prescreen-words-en = What readers are told besides, in English
prescreen-words-ru = What readers are told besides, in Russian
prescreen-words-ar = What readers are told besides, in Arabic
prescreen-words-hint = Where a language has no words, its readers are shown the English ones
prescreen-in-force = In force
prescreen-ended = Ended
flash-prescreen-saved = The rule is saved
nav-prescreen = Pre-screen
act-case-started-over-like = Went on although a like name is listed or under way
act-case-started-against-rules = Went on although the pre-screen advised against it
act-prescreen-rule-written = Rule of the pre-screen written
