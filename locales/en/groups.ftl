# Groups of organizations.
groups-title = Groups
groups-lead = Councils, federations, working groups and programmes, and who is in them.
groups-new = Create a group
groups-new-title = Create a group
groups-kinds = Kinds of groups
groups-all = All
groups-empty = There are no groups of this kind yet
groups-empty-next = Create one, then add organizations to it by their registry numbers.
groups-name = Name
groups-name-more = Name in another language
groups-name-language = Language of this name
groups-other-names = In other languages
groups-kind = Kind of group
groups-kind-hint = A council advises the board. A federation is formed by the organizations themselves. A working group has a task, and a programme has a term.
groups-purpose = What the group is for
groups-purpose-hint = One or two sentences. They are public
groups-country = Host countries
groups-country-hint = Leave this empty if the group works everywhere
groups-all-countries = Everywhere
groups-since = Since
groups-create = Create the group
groups-members = Members
groups-nobody = Nobody is in this group yet
groups-nobody-next = Add the first organization below by its registry number.
groups-nobody-asked = Nobody who was asked has agreed so far.
groups-add = Add an organization
groups-role = Role in the group
groups-remove = Remove
groups-already-in = This member is in the group already
flash-group-created = The group is created. Now add organizations to it
flash-group-member-added = The member is in the group, and is told by letter
flash-group-member-removed = The member is no longer in the group
groups-add-to = Add to a group
groups-group = Group
groups-seats = Seats
groups-seats-text = Whoever holds the office today sits in it.
groups-seat = Office that the seat is bound to
groups-seat-hint = Whoever holds this office of the organization sits in the group
groups-seat-none = None
groups-seat-unnamed = Taken by somebody who is not named in public
groups-seat-empty = Empty
groups-seat-who = Say who holds the office
groups-invitees = Whom to invite
groups-invitees-text = Whoever sits in a seat today, as far as they agreed to be invited. History notes that you looked.
groups-invitees-none = No seat of this group is bound to an office.
groups-invitee-through = No address of theirs may be used: write to the organization
groups-invitee-no-consent = Has not agreed to be invited: write to the organization
groups-terms = Terms of reference
groups-terms-hint = What it does, how it works and to whom it answers. This is public
groups-language-twice = This language stands above already: put the texts together
groups-joining = How members come in
groups-joining-hint = Leaders are always asked first.
joining-notice = The board puts them in and tells them at once; they may leave
joining-consent = They are asked, and are in it once they agree
groups-parent = Part of which group
groups-parent-hint = A council may have working groups, a federation may have programmes
groups-parent-none = It stands by itself
groups-circle = A group cannot be a part of its own part. Choose another one
groups-part-of = Part of
groups-parts = Groups that are a part of it
groups-areas = What it works on
groups-countries-more = More host countries
groups-country-more = Another host country
groups-started = First day
groups-started-hint = Leave this empty for today
groups-ended = Last day
groups-ended-hint = Leave this empty if the group has no end
groups-ends-before-start = The last day is before the first one
groups-is-over = This group has ended
groups-over = This group has ended: nobody joins it any more
groups-ended-list = Ended
groups-ended-none = No group has ended.
groups-end = End the group
groups-end-change = Change its last day
groups-end-text = A group that has ended stays in the registry with its story, and nobody joins it any more. Each member gets one letter.
groups-end-nothing = Nobody is in it, nobody is asked, and no meeting is called.
groups-end-members = { $count ->
    [one] One membership ends with it
    *[other] { $count } memberships end with it
}
groups-end-invitations = { $count ->
    [one] One open invitation is taken back
    *[other] { $count } open invitations are taken back
}
groups-end-parts = { $count ->
    [one] One group that is a part of it goes on
    *[other] { $count } groups that are a part of it go on
}
groups-end-meetings = { $count ->
    [one] One meeting is to come. If it is after the last day, it is called off, and whoever was to come is told:
    *[other] { $count } meetings are to come. Those after the last day are called off, and whoever was to come is told:
}
groups-end-day-hint = Today or a day before, and it ends at once. On a day to come it goes on until then, and members hear of it now
groups-end-why = Why it ends
groups-end-why-hint = The members read this in their letter
groups-end-again = Somebody changed the group after you opened this page, so it is not ended yet. Look at it once more, and send it again if it is still right.
groups-ended-first = A colleague has ended this group
groups-ended-first-text = It ended while you were here, so nothing of yours was done. This is what happened:
groups-ended-first-see = See the group
groups-reopen = Let it go on
groups-reopen-text = Was it a mistake? For 60 days the group can go on again. Whoever was in it is in it again. Meetings that its end called off are held after all if they are still to come, and invitations that it took back are open again while there is time to answer. Everybody is told.
groups-reopen-set = It has a last day. If it should go on without one, its members are told, and meetings that were called off because of it and are still to come are held after all.
groups-ended-on = ended on { $date }
groups-ends-on = ends on { $date }
groups-members-then = Members when it ended
groups-nobody-then = Nobody was in this group when it ended
groups-day-unlikely = Look at the year: this day is before 1900 or more than 30 years ahead
groups-has-chair = This group has a chair, or has asked somebody to be it. Make them something else first, or take the invitation back
groups-place = Role, seat and term
groups-place-change = Change
groups-place-text = They stay in the group from the day on which they came. A letter tells them what they are now, and that they may leave.
groups-place-now = Somebody else changed it meanwhile, so nothing of yours was done. What you chose is still in the form; send it again if it is right. It is now:
flash-group-ended = The group has ended, and its members are told
flash-group-end-set = The last day is kept, and the members are told
flash-group-reopened = The group goes on
flash-group-place-changed = The place is changed, and they are told
groups-change = Change what is said of the group
groups-save = Save
flash-group-changed = What is said of the group is changed
flash-group-member-asked = A letter asks whether they will join. Until they agree nobody is shown as a member
flash-group-invitation-withdrawn = The invitation is taken back
groups-already-asked = They are asked already, and have not answered
groups-leader-unreachable = This leader has not agreed to be invited by email, or no address is known. Ask for that first
groups-your-own = It is an organization of your own. A colleague has to do that
groups-add-leader-text = A letter asks them by a link of their own. They are in the group once they agree, and are named in public only if they agreed to that too.
groups-term-until = Last day of the term
groups-term-until-hint = Leave this empty if there is none. After this day the membership ends by itself
groups-term-past = This day has passed
groups-leaders = Leaders
groups-leader-unnamed = A leader who is not named
groups-leaders-unnamed = { $count ->
    [one] One leader who is not named
    *[other] { $count } leaders who are not named
}
groups-asked = Who was asked
groups-asked-all = All who were asked
groups-asked-nobody = Nobody was asked.
groups-asked-on = asked on
groups-asked-open = Not answered yet
groups-asked-withdraw = Take the invitation back
join-answer-accepted = Joined
join-answer-declined = Declined
join-answer-withdrawn = Taken back
join-answer-expired = No answer in time
groups-yours = Your groups
groups-yours-text = Where your organization is a member, and where it is asked to be one. Anybody can see who is in a group.
groups-themselves-text = This page is yours alone. Here you say whether you join, and you can leave whenever you like. Your name is public only if you agreed to that. If you join, invitations to meetings come to the address of the letter that brought you here.
groups-asked-you = You are asked to join
groups-yours-there = Groups you are in
groups-yours-none = None yet.
groups-answer-by = Answer by
groups-answer-words = A word with the answer
groups-answer-missing = Say whether you join or not
groups-join = Join
groups-decline = Decline
groups-leave = Leave
groups-leave-words-open = Say why, if you like
groups-leave-words = Why you leave
groups-what-it-is = What this group is
flash-group-joined = You are in the group
flash-group-declined = You have declined. Nobody is shown as a member
flash-group-left = You are out of the group
groups-coordinator-why = a rule names them for this group
groups-role-of-programmes = Lead, partner and supporter are roles of organizations in programmes alone
groups-kind-has-roles = Somebody in this group leads it, is a partner or supports it, or is asked to: that is in programmes alone. Give them another role first
flash-group-place-asked = A letter asks whether they agree to this role. Until they do, they stay what they are
