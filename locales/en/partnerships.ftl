# Carrying an initiative: asking an organization, its answer, and leaving.
initiatives-add-text = It is asked by a letter, and is named as taking part in the initiative once its team accepts.
initiatives-already-asked = This organization is asked already and has not answered yet
initiatives-lead-asked = Another organization is asked to lead and has not answered yet. Take that question back first, or ask this one to take part otherwise
initiatives-asked = Asked to take part
initiatives-asked-you = You are asked to take part
initiatives-nobody-leads = No organization leads this initiative yet. It can be published once an organization that was asked to lead it has accepted
initiatives-asked-by = Asked by
initiatives-asked-by-board = Asked by the board
initiatives-answer-missing = Say whether you accept or decline
initiatives-accept = Accept
flash-initiative-partner-asked = The organization is asked by a letter. It takes part in the initiative once it accepts
flash-initiative-question-withdrawn = The question is taken back
flash-initiative-accepted = Your organization takes part in the initiative
flash-initiative-declined = You have declined. Nobody is shown as taking part
flash-initiative-left = Your organization no longer takes part in the initiative
letter-partner-asked-subject = Will your organization take part in an initiative?
letter-partner-asked-text = { $title } is asked to take part in “{ $initiative }” as { $role }. It is named with the initiative only if you accept, and can leave later. Until then nobody is told.
letter-partner-asked-link = Read about it, and answer:
letter-partner-answered-subject = An answer about an initiative
letter-partner-answered-text = { $title } { $reply }: “{ $initiative }” ({ $role }). If they said something with it, it stands beside the answer.
letter-partner-answered-link = See the initiative:
letter-partner-removed-subject = Your organization no longer takes part in an initiative
letter-partner-removed-text = The board has ended the part of { $title } in “{ $initiative }” ({ $role }).
letter-partner-removed-link = See your initiatives:
letter-initiative-unpublished-subject = An initiative is no longer public
letter-initiative-unpublished-text =
    The board has taken “{ $initiative }” off the public pages.

    { $words }
letter-initiative-unpublished-link = See your initiatives:
letter-kind-initiative-unpublished = Initiative no longer public
letter-kind-partner-asked = Asked to take part in an initiative
letter-kind-partner-answered = An answer about an initiative
letter-kind-partner-removed = No longer takes part in an initiative
letter-initiative-unled-subject = An initiative is no longer public
letter-initiative-unled-text = No organization leads “{ $initiative }” any more, so it has been taken off the public pages. It can be published again as soon as one leads it: if yours would like to, write to the board.
letter-initiative-unled-link = See your initiatives:
letter-kind-initiative-unled = Initiative without a lead
letter-initiative-file-taken-down-subject = The board has taken something out of an initiative
letter-initiative-file-taken-down-text =
    The board has taken a picture or document of “{ $initiative }” off the public pages.

    { $words }
letter-initiative-file-taken-down-link = See your initiatives:
letter-kind-initiative-file-taken-down = Picture or document taken out of an initiative
letter-initiative-need-met-subject = Something that an initiative needed is there
letter-initiative-need-met-text =
    The board says that “{ $initiative }” has what it needed: { $need }.

    { $words }
letter-initiative-need-met-link = See your initiatives:
letter-kind-initiative-need-met = Need of an initiative met
letter-initiative-need-open-subject = An initiative needs something after all
letter-initiative-need-open-text =
    The board says that “{ $initiative }” needs this after all: { $need }.

    { $words }
letter-initiative-need-open-link = See your initiatives:
letter-kind-initiative-need-open = Need of an initiative open again
