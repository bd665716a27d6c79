# What stands around every page: the sections, the errors, the months.
nav-directory = Directory
nav-register = Register an organization
nav-home = My page
nav-desk = Desk
nav-groups = Groups
nav-initiatives = Initiatives
nav-rosters = Rosters
nav-imports = Imports
nav-accounts = Accounts
nav-admin = Administration
nav-mail = Mail

admin-accounts-hint = Who can sign in, and in which role
admin-checklists-hint = Which documents organizations are asked to send
admin-prescreen-hint = What is told before the form, by host country and kind
admin-areas-hint = What organizations and initiatives can say that they work on
admin-standing-hint = How long registrations are valid, and when reminders go out
admin-mail-hint = What was sent, what waits, and what failed

error-not-found = Page not found
error-not-found-text = There is nothing at this address, or nothing that you can see. If you typed the address, check it. If a link brought you here, what it led to may have moved.
error-gone = This was taken away
error-gone-text = What stood here was taken away by those whose it was, or by the board. It will not come back.
error-link-ended = This link does not work any more
error-link-ended-text = It was ended, or a newer one took its place. If there is a newer one, it is in the last letter that the board sent. If you have none, ask the coordinating board for one, or the organization through which you know of it.
error-forbidden = You cannot do this
error-forbidden-text = You can see this, but somebody else has to do it. If you think that it should be you, ask an administrator.
error-sign-in = Sign in first
error-sign-in-text = This is for people who are signed in. If you had filled in a form, sign in in another tab, come back here and send it again.
error-overtaken = Somebody was faster
error-overtaken-text = What you saw has changed in the meantime, so nothing was done. Go back, look at it as it is now, and decide again.
error-overtaken-now = It changed after you opened the page, so nothing of yours was done. This is how it stands now.
error-overtaken-look = Look at it as it is now
error-too-late = The time to answer is over
error-too-late-text = It could be answered until a day that has passed, so nothing was done. If you would still like to, write to the coordinating board: it can ask again.
error-too-large = That is too much at once
error-too-large-text = What you sent is larger than what this page takes. Nothing was saved.
error-unknown-kind = That was not a form
error-unknown-kind-text = The page expects a form that was filled in here.
error-slow-down = Too many tries
error-slow-down-text = To keep accounts safe, tries slow down after several have failed. Wait a little, then try again.
error-cross-site = That came from another site
error-cross-site-text = For your safety, forms are taken only from the pages of Concord itself. Open the page here and send the form again.
error-timeout = That took too long
error-timeout-text = The answer did not come in time. Try again in a moment.
error-busy = Too busy at the moment
error-busy-text = More people are here than the portal can answer at once. Try again in a minute. Nothing was lost.
error-internal = Something went wrong
error-internal-text = The fault is ours, not yours, and it has been noted. What you did just now was not saved. Try again in a moment.
error-wait = { $seconds ->
    [one] Try again in { $seconds } second.
   *[other] Try again in { $seconds } seconds.
}
error-incident = If you write to us about it, please mention this number:
error-to-sign-in = Sign in
error-to-home = Go to my page
error-to-directory = Search the directory
error-to-front = Go to the home page

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
