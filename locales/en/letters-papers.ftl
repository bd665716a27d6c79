# Letters about forms filled in on paper. As in letters.ftl.
letter-on-paper-subject = Your application { $number }
letter-on-paper-text =
    You filled in a paper form for { $title }. It was typed in for you by { $who }. Its tracking number is { $number }.

    { $news }
letter-on-paper-after = Ask there if you want to know more: they can print you a letter with all that the board wrote, and let you look after the record yourself. You can do that at any time, with an email address and a password of your own.
letter-on-paper-case-submitted = The board has it now and will answer. You do not have to do anything until then.
letter-on-paper-changes-requested = The board asks for some changes before it decides. Please answer by { $due }: tell those who typed it in what is to be changed.
letter-on-paper-accepted = The board has accepted it.
letter-on-paper-accepted-with-conditions = The board has accepted it with conditions. Please meet them by { $due }.
letter-on-paper-refused = The board has not accepted it. If you think that the decision is wrong, you can appeal until { $due }.
letter-on-paper-appealed = The appeal against the decision is here. The chair of the board will look at everything again and answer.
letter-on-paper-message = The board has written a message about it.
letter-on-paper-conditions-met = All conditions are met, and nothing remains to be done.
letter-on-paper-condition-not-met = A condition is not met yet. Ask those who typed it in what is missing.
letter-on-paper-condition-extended = There is more time for a condition. Please meet it by { $due }.
letter-on-paper-renewed = The registration is renewed. It is valid until { $until }.
letter-on-paper-renewed-with-conditions = The registration is renewed with conditions, and is valid until { $until }. Please meet the first of them by { $due }.

letter-record-handed-over-subject = A record that you typed in is handed over
letter-record-handed-over-text = People of { $title } have taken over the record that you typed in from a paper form. They look after it from now on; you see of it what your post sees of every other.
letter-record-handed-over-link = See it at the desk:

letter-kind-on-paper = News for whoever signed a paper form
letter-kind-record-handed-over = Record handed over
