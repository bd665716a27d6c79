# Letters. A subject is one line; an empty line parts paragraphs; the address of the link follows “…-link” in a line of its own.
letter-greeting = Hello,
letter-closing = Concord
letter-footer = This letter was written by a program. Nobody reads what is sent to its address.
letter-registry-number = The registry number is { $registry }.

letter-confirm-address-subject = Confirm your email address
letter-confirm-address-text = Somebody, most likely you, signed up for Concord with this email address.
letter-confirm-address-link = To confirm that the address is yours, open this page and press the button:
letter-confirm-address-after = The link works for 24 hours. If you did not sign up, ignore this letter: without your confirmation nothing happens.

letter-already-registered-subject = You already have an account
letter-already-registered-text = Somebody, most likely you, signed up for Concord with this email address. There is an account with it already, and nothing has changed.
letter-already-registered-link = You can sign in, or choose a new password if you have forgotten yours:
letter-already-registered-after = If it was not you, you do not have to do anything.

letter-reset-password-subject = Choose a new password
letter-reset-password-text = Somebody, most likely you, asked for a new password for your account.
letter-reset-password-link = To choose one, open this page:
letter-reset-password-after = The link works once, for one hour. If you did not ask for it, ignore this letter: your password stays as it is.

letter-email-changing-subject = Confirm your new email address
letter-email-changing-text = You asked to use this email address for your account.
letter-email-changing-link = To confirm that the address is yours, open this page and press the button:
letter-email-changing-after = The link works for 24 hours. Until you confirm, the account keeps its old address. If you did not ask for this, ignore this letter.

letter-email-changed-subject = Your account has a new email address
letter-email-changed-text =
    Your account now has another email address, and letters go there from now on. You have been signed out everywhere else.

    If it was not you who changed it, tell the board at once: somebody else may have your account.

letter-password-changed-subject = Your password has been changed
letter-password-changed-text =
    The password of your account has been changed, and you have been signed out everywhere else.

    If it was not you, choose a new password at once: press “I have forgotten my password” on the sign-in page.
letter-password-changed-link = Sign in here:

letter-role-changed-subject = Your role has changed
letter-role-changed-text = An administrator has changed what your account may do. Your role is now: { $role }. For the change to take effect, sign in again.
letter-role-changed-link = Sign in here:

letter-account-closed-subject = Your account is closed
letter-account-closed-text =
    Your account is closed, as you asked. Nobody can sign in with it any more.

    What you did for organizations stays on record. If you want to come back, sign up again with the same address.

letter-case-submitted-subject = We have received your application { $number }
letter-case-submitted-text =
    We have received the application for { $title }. Its tracking number is { $number }.

    The board will look at it and answer by letter. You do not have to do anything until then.
letter-case-submitted-link = See how far it has come:

letter-changes-requested-subject = Please change your application { $number }
letter-changes-requested-text = The board has looked at the application for { $title } and asks you to change something before it decides. Please answer by { $due }.
letter-changes-requested-link = See what is asked for, and answer:

letter-accepted-subject = Your application { $number } is accepted
letter-accepted-text = The board has accepted the application for { $title }.
letter-accepted-link = See the decision:

letter-accepted-with-conditions-subject = Your application { $number } is accepted with conditions
letter-accepted-with-conditions-text = The board has accepted the application for { $title }, with conditions. Please meet them by { $due }.
letter-accepted-with-conditions-link = See the decision and its conditions:

letter-refused-subject = The decision on your application { $number }
letter-refused-text = The board has looked at the application for { $title } and did not accept it. You can read why on the page of the application. If you think that the decision is wrong, you can appeal until { $due }.
letter-refused-link = See the decision, and how to appeal:

letter-appealed-subject = We have received your appeal { $number }
letter-appealed-text = We have received your appeal against the decision on { $title }. The chair of the board will look at the case again and answer by letter.
letter-appealed-link = See how far it has come:

letter-message-subject = A message from the board about { $number }
letter-message-text = The board has written you a message about the application for { $title }.
letter-message-link = Read it, and answer:

letter-opinion-wanted-subject = Your opinion is wanted on { $number }
letter-opinion-wanted-text = An application in your host country waits for the opinion of your post: { $title }. Please give it by { $due }. After that day the case goes on without it.
letter-opinion-wanted-link = Read the case, and say what you think:

letter-appeal-to-judge-subject = An appeal waits for a chair: { $number }
letter-appeal-to-judge-text = The decision on { $title } is appealed against. Only a chair who did not take that decision may judge the appeal.
letter-appeal-to-judge-link = See the case:

# The list of letters.
letter-kind-confirm-address = Confirm an address
letter-kind-already-registered = Already registered
letter-kind-reset-password = Choose a new password
letter-kind-email-changing = Confirm a new address
letter-kind-email-changed = Address changed
letter-kind-password-changed = Password changed
letter-kind-role-changed = Role changed
letter-kind-account-closed = Account closed
letter-kind-case-submitted = Application received
letter-kind-changes-requested = Changes requested
letter-kind-accepted = Accepted
letter-kind-accepted-with-conditions = Accepted with conditions
letter-kind-refused = Refused
letter-kind-appealed = Appeal received
letter-kind-message = Message from the board
letter-kind-opinion-wanted = Opinion wanted
letter-kind-appeal-to-judge = Appeal to judge

letter-state-waiting = Waiting
letter-state-sending = Being sent
letter-state-sent = Sent
letter-state-failed = Failed
letter-mentioned-subject = A colleague named you in a note: { $number }
letter-mentioned-text = A colleague has named you in a note about the case { $title }.
letter-mentioned-link = Read the note:
letter-taken-over-subject = A colleague has taken over a case: { $number }
letter-taken-over-text = A colleague has taken over the case { $title }, which you held. The reason stands in the case.
letter-taken-over-link = Read the reason:
letter-kind-mentioned = Named in a note
letter-kind-taken-over = Case taken over
