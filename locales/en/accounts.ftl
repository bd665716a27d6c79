# Accounts: signing up and in, one's own account.
account-sign-up-title = Create an account
account-sign-up-text = With an account you can register an organization and answer the board.
account-sign-up = Create an account
account-sign-in = Sign in
account-have-one = Do you have an account already?
account-have-none = Do you have no account yet?
account-name = Your name
account-name-hint = As the board should address you. It is not shown to the public.
account-email = Email address
account-email-hint = We will send a letter there, and the link in it confirms that the address is yours.
account-password = Password
account-password-hint = At least 10 characters. Three or four words that do not belong together are easy to remember and hard to guess.
account-password-kept = Known to you alone
account-forgotten = I have forgotten my password

account-sent-title = Look into your mail
account-sent-sign-up = We have sent a letter to your address. Open the link in it to go on.
account-sent-reset = If there is an account with this address, we have sent a letter there. Open the link in it to choose a new password.
account-sent-not-there = If the letter does not come
account-sent-spam = Look into the folder for unwanted mail.
account-sent-wait = Wait a few minutes: some mail servers take their time.
account-sent-again = Try again, and look whether the address is right
account-sent-sample = In this sample registry letters do not leave the machine. An administrator can read them under “Mail”, and they are in the folder “mail” beside the database.

account-confirm = Confirm
account-confirm-title = Confirm your email address
account-confirm-text = Press the button to confirm that this address is yours. Then you can sign in.
account-confirm-email-title = Confirm your new email address
account-confirm-email-text = Press the button, and your account moves to this address. You will be signed out on other devices.
account-bad-link-title = This link does not work
account-bad-link-text = It may have been used already, or be too old, or not be whole. If you have confirmed your address already, you can simply sign in.
account-bad-link-again = Get a new link

sign-in-wrong = The email address or the password is wrong. If you have just created the account, open the link in our letter first

account-reset-title = Choose a new password
account-reset-text = Enter the email address of your account, and we will send you a link.
account-reset-send = Send me a link
account-new-password-title = Your new password
account-new-password-text = With the new password you will be signed out on other devices.
account-new-password = New password
account-old-password = Password so far
account-new-password-save = Save the new password
account-wrong-password = This is not your password
account-proof-hint = So that we know that it is you

account-title = Your account
account-lang = Language of letters
account-lang-hint = Letters come in this language, and the pages follow it.
account-role = Role
account-change = Change
account-save = Save
account-details-title = Your name and language
account-email-title = Change your email address
account-email-text = We will send a link to the new address. Your account moves there when you open it; until then it stays where it is.
account-new-email = New email address
account-email-send = Send a link to the new address
account-password-title = Change your password

account-sessions-title = Where you are signed in
account-sessions-text = If you do not recognize one of these, end it and change your password.
account-session-agent = Browser
account-session-began = Signed in
account-session-seen = Last used
account-session-this = this one
account-session-unknown = Unknown browser
account-session-end = Sign out

account-close-title = Close your account
account-close-text = If you close your account:
account-close-sign-in = nobody can sign in with it any more
account-close-record = what you did for organizations stays on record under your name
account-close-address = your address is free, and you can sign up with it again
account-close-warning = A closed account cannot be opened again.
account-close = Close my account
account-keep = Keep it
account-only-owner-title = You cannot close your account yet
account-only-owner-text = { $count ->
    [one] You are the only owner of this organization, and it is never without one:
   *[other] You are the only owner of these organizations, and none is ever without one:
}
account-only-owner-do = Hand over to somebody of the team, or make somebody else an owner, and then close your account.

password-weak-common = Choose another password: this one is among those that everybody tries first
password-weak-personal = Choose another password: this one is made of your own name or address
password-weak-pattern = Choose another password: repetitions, sequences and neighbouring keys are easy to guess
password-weak-date = Choose another password: dates and years are easy to guess
password-weak-word = Choose another password: one word or name is easy to guess. Put several together that have nothing to do with each other
password-weak-guessable = Choose another password: this one is too easy to guess. Make it longer, or put several words together

flash-account-confirmed = Your address is confirmed. Sign in now
flash-password-reset = Your new password is saved. Sign in with it
flash-password-changed = Your new password is saved, and you are signed out everywhere else
flash-account-updated = Your details are saved
flash-email-asked = We have sent a letter to the new address. Open the link in it to finish
flash-email-changed = Your account has moved to the new address
flash-session-ended = The session has ended
flash-signed-out = You have signed out
flash-account-closed = Your account is closed
flash-role-changed = The role is changed, and the person must sign in again
flash-letter-again = The letter will be sent again

# What admins look after.
admin-accounts-title = Accounts
admin-accounts-name = Name
admin-account-caption = Account
admin-accounts-none = No account found
admin-accounts-none-text = Accounts appear here when people sign up.
admin-accounts-all = Show all accounts
admin-accounts-record = Addresses are shown on the page of each account, and whoever opens it is on record.
admin-search-hint = The whole address. Names are sealed and cannot be searched.
admin-any-role = Any role
admin-since = Since
admin-state = State
admin-closed = Closed
admin-confirmed = Confirmed
admin-unconfirmed = Not confirmed
admin-role-title = Change the role
admin-role-text = The person is told by letter, is signed out everywhere and has the new role when they sign in again.
admin-hosts = Host countries of a post officer
admin-hosts-hint = The countries whose cases the post gives an opinion on. Other roles have none.
admin-hosts-missing = Choose at least one host country for a post officer
admin-role-save = Change the role
admin-history = What happened
admin-mail-title = Mail
admin-mail-text = Every letter that the registry has written, and what became of it. To whom and what it says is sealed.
admin-mail-sample = In this sample registry letters do not leave the machine; you can read them here.
admin-mail-none = No letters
admin-mail-none-text = Letters appear here as soon as one is written.
admin-mail-all = Show all letters
admin-any-state = Any state
admin-letter = Letter
admin-letter-to = To
admin-written = Written
admin-letter-again = Send again
admin-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
