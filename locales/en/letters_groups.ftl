# Letters about groups.
letter-group-until = until { $date }
letter-group-open = with no last day
letter-group-a-leader = A leader
group-reply-joined = has joined
group-reply-declined = declines
group-reply-left = has left
letter-group-invited-subject = Will your organization join a group?
letter-group-invited-text = The board asks { $title } to join { $group } as { $role }, { $until }. You are in it only if you agree, and you can leave later. Until you answer nobody is told.
letter-group-invited-link = Read about it, and answer:
letter-group-entered-subject = Your organization is in a group
letter-group-entered-text = The board formed { $group } and put { $title } into it as { $role }, { $until }. Anybody can see who is in the group. If you do not want that, leave with one press; you need not say why.
letter-group-entered-link = See your groups, and leave:
letter-group-removed-subject = You are no longer in a group
letter-group-removed-text = { $title } is no longer a member of { $group } ({ $role }, { $until }): the board has ended it, or the term is over.
letter-group-removed-link = See your groups:
letter-group-answered-subject = An answer about a group
letter-group-answered-text = { $title } { $reply }: { $group } ({ $role }, { $until }). If they said something with it, it stands on the page of the group.
letter-group-answered-link = See the group:
letter-group-yourself = you yourself
letter-group-ended-subject = A group ends on { $date }
letter-group-ended-text =
    The board ends { $group }. Its last day is { $date }, and the membership ends with it: { $title } ({ $role }). You need not do anything.

    { $words }
letter-group-ended-link = See the group:
letter-group-goes-on-subject = A group goes on after all
letter-group-goes-on-text =
    { $group } goes on after all: that it ends was a mistake, or the board thought again. In it: { $title } ({ $role }, { $until }).

    If you do not want that, leave with one press; you need not say why. You get a letter of its own for each meeting that is held after all.
letter-group-goes-on-link = See your groups, and leave:
letter-group-place-changed-subject = Your place in a group is another
letter-group-place-changed-text = The board has changed a place in { $group }. Now: { $title } ({ $role }, { $until }). If you do not want that, leave with one press; you need not say why.
letter-group-place-changed-link = See your groups, and leave:
letter-kind-group-ended = A group ends
letter-kind-group-goes-on = A group goes on
letter-kind-group-place-changed = Another place in a group
letter-leader-invited-subject = Will you join a group?
letter-leader-invited-text = The board asks you to join { $group } as { $role }, { $until }. You are in it only if you agree. With the same link you can leave at any time. Do not pass it on: whoever has it answers for you.
letter-leader-invited-link = Read about it, and answer:
letter-kind-group-invited = Asked to join a group
letter-kind-group-entered = Put into a group
letter-kind-group-removed = Out of a group
letter-kind-group-answered = An answer about a group
letter-kind-leader-invited = Leader asked to join a group
letter-meeting-called-subject = You are invited to a meeting on { $date }
letter-meeting-called-text = { $group } meets on { $date } at { $time } ({ $zone }): { $place }. This letter brings it for your calendar.
letter-meeting-called-link = More about it:
letter-meeting-moved-subject = A meeting is moved to { $date }
letter-meeting-moved-text = { $group } meets at another time or place: { $date } at { $time } ({ $zone }), { $place }. Your calendar takes over the change.
letter-meeting-moved-link = More about it:
letter-meeting-called-off-subject = The meeting on { $date } is called off
letter-meeting-called-off-text = { $group } does not meet on { $date } at { $time } ({ $zone }), { $place }.
letter-meeting-called-off-link = See the group:
letter-meeting-not-yours-subject = You are no longer invited to the meeting on { $date }
letter-meeting-not-yours-text = You do not sit in { $group } on { $date } at { $time } ({ $zone }), { $place }: the office or the membership is somebody else’s then, or over. The meeting leaves your calendar.
letter-meeting-not-yours-link = See the group:
letter-recommendation-answered-subject = The board has answered a recommendation
letter-recommendation-answered-text =
    { $group } recommended on { $date }: { $title }. The board’s answer: { $answer }.

    { $words }
letter-recommendation-answered-link = See the meeting:
letter-kind-meeting-called = Invitation to a meeting
letter-kind-meeting-moved = Meeting moved
letter-kind-meeting-called-off = Meeting called off
letter-kind-meeting-not-yours = Invitation to a meeting ended
letter-kind-recommendation-answered = Recommendation answered
letter-group-not-asked-subject = You are no longer asked to join a group
letter-group-not-asked-text =
    The board had asked { $title } to join { $group } as { $role }. The group ends, and its last day is { $date }: the invitation is taken back, and you need not answer.

    { $words }
letter-group-not-asked-link = See the group:
letter-group-asked-again-subject = You are asked to join a group after all
letter-group-asked-again-text = { $group } goes on after all, and the invitation that was taken back is open again: the board asks { $title } to join it as { $role }, { $until }. There is as much time to answer as the first letter said.
letter-group-asked-again-link = Read about it, and answer:
way-out-left = You left it yourself, or whoever has the link of your letters did.
way-out-removed = The board has ended your membership.
way-out-term-over = Your term is over.
letter-leader-out-of-group-subject = You are no longer in a group
letter-leader-out-of-group-text = You are no longer in { $group } ({ $role }, { $until }). { $way } You are not invited to its meetings any more. If this is a mistake, write to the board.
letter-leader-out-of-group-link = See your groups:
letter-leader-left-group-subject = A leader has left a group
letter-leader-left-group-text = A leader who was in { $group } as { $role }, { $until }, has left it. If they said why, it stands on the page of the group.
letter-leader-left-group-link = See the group:
letter-meeting-held-after-all-subject = The meeting on { $date } is held after all
letter-meeting-held-after-all-text = { $group } meets after all on { $date } at { $time } ({ $zone }): { $place }. It was called off because the group was to end, and the group goes on. This letter brings it back into your calendar.
letter-meeting-held-after-all-link = More about it:
letter-kind-group-not-asked = Invitation into a group ended with the group
letter-kind-group-asked-again = Asked to join a group after all
letter-kind-leader-out-of-group = Leader out of a group
letter-kind-leader-left-group = A leader left a group
letter-kind-meeting-held-after-all = Meeting is held after all
