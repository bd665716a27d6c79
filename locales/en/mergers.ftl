# Sorting out which records are one organization and which are two.
merger-index-title = Duplicates and mergers
merger-likely-title = Perhaps the same organization
merger-likely-none = Nothing in the registry looks like this organization.
merger-different-title = Said to be different
merger-past-title = Merged and split before
merger-with = Registry number of the other organization
merger-compare = Compare side by side
merger-mark-different = They are different
merger-mark-unsure = Not sure yet
merger-look-again = Look at it again
merger-told-apart = A colleague said that these two are different organizations:
merger-all-the-same = They are one organization all the same
merger-all-the-same-missing = Say that they are one organization all the same, or leave them apart
merger-undone = Taken back
merger-took-in = Took in
merger-gave-way = Gave way to
merger-split-off = Split off
merger-split-from = Was split off from
likeness-verdict-unsure = Not sure yet
flash-likeness-different = They are marked as different, and you will not be asked again.
flash-likeness-unsure = They stay in the list as not sure yet.

merger-new-title = Merge two organizations
merger-new-text = The survivor goes on under its number. The other one gives way: its number and addresses lead to the survivor for ever. Choose for each field which value survives. All names and numbers of both are kept, so that both are found.
merger-survivor = Goes on
merger-other = Gives way or was split off
merger-gives-way = Gives way
merger-swap = Let the other one go on instead
merger-fields = Field by field
merger-field = Field
merger-keep = What survives
merger-same = Both say the same
merger-all-stay = All of both are kept
merger-names-all-stay = All names are kept
merger-survivor-stays = As it is
merger-goes-by-own = Goes by its own name
merger-goes-by-other = Goes by the name of the other
merger-both-about = Both; where both have a text in one language, its own
merger-both-funding = Both; where both name one year, its own
keep-own = Its own
keep-other = Of the other
keep-both = Both
merger-hidden-stays = Not everybody may read all that the other says. What is hidden stays under its number and does not come along:
merger-seats-title = The team of the one that gives way
merger-seats-nobody = Nobody looks after it.
merger-seats-text = Nobody of this team sees more than before, unless you give them a place in the team of the survivor here. They go on reading what was written under the old number. A place can be what they are now, or less.
merger-seats-no-owner = The survivor has no owner now.
merger-seat-none = No place
merger-seat-there = Is in the team of the survivor already, and stays what they are there.
merger-seat-too-much = Choose what they are now, or less
merger-reason = Why
merger-reason-hint = The board reads it in the history of both.
merger-check = See what will happen
merger-obstacles-title = This stands in the way
merger-obstacle-see = See it
merger-obstacle-same = This is one and the same record.
merger-obstacle-gave-way = { $number } has given way to { $to } already.
merger-obstacle-struck-off = { $number } is struck off, so nobody can go on under its number.
merger-obstacle-suspended = { $number } is suspended. Lift that first.
merger-obstacle-countries = They work in different host countries, where different posts look after them. If one of the two countries is wrong, have it corrected first.
merger-obstacle-open-case = A case is open about the one that gives way: { $kind }, { $number }. Decide it first.
merger-obstacle-rescue = Somebody asks to become the owner of { $number }. Decide that first.
merger-obstacle-changed = One of the two was changed while you were here. The page shows what is so now: check your answers and send them again.

merger-preview-title = What will happen
merger-preview-text = Nothing is done yet. This is what comes of your answers.
merger-says-title = What the survivor will say
merger-says-same = It says what it said.
merger-moves-title = What goes over
merger-moves-none = No leaders, groups, initiatives or coordinator go over.
merger-moves-leaders =
    { $count ->
        [one] { $count } office of a leader
       *[other] { $count } offices of leaders
    }
merger-moves-group = Group:
merger-moves-initiative = Initiative:
merger-moves-coordinator = Coordinator:
merger-moves-ends = It ends, because the survivor has one already.
merger-moves-becomes = The survivor is from then on: { $role }.
merger-rows = Rows that change
merger-rows-part = What
merger-rows-count = Rows
part-particulars = Particulars
part-team = Team
part-leaders = Leaders
part-groups = Groups
part-initiatives = Initiatives
part-coordinator = Coordinator
part-likenesses = Likely duplicates
part-papers = Cases and papers
merger-stays-title = What stays under the old number
merger-stays-text = It was written under { $number }, and those who could read it go on doing so, and nobody else. At the desk it stands on the page of the survivor.
merger-stays-cases =
    { $count ->
        [one] { $count } case
       *[other] { $count } cases
    }
merger-stays-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
merger-stays-certificates =
    { $count ->
        [one] { $count } certificate, which says from now on that the organization was merged
       *[other] { $count } certificates, which say from now on that the organization was merged
    }
merger-stays-history =
    { $count ->
        [one] { $count } entry of history
       *[other] { $count } entries of history
    }
merger-stays-invitations =
    { $count ->
        [one] { $count } invitation to a group or an initiative that waits for an answer. Nobody can answer it any more: ask the survivor.
       *[other] { $count } invitations to groups and initiatives that wait for an answer. Nobody can answer them any more: ask the survivor.
    }
merger-sight-title = Who sees what
merger-sight-public = Everybody: { $other } leads to { $survivor }. The survivor shows what both showed, and a contact that one of them hides stays hidden.
merger-sight-desk = The board and the post: the same as before, together on the page of { $survivor }.
merger-sight-own-team = The team of { $survivor }: nothing of the cases, papers and hidden contacts of { $other }.
merger-sight-seat-none = { $name }: goes on reading what was written under { $other }, changes nothing there any more, and gets no place in the team of { $survivor }. A letter tells them.
merger-sight-seat-given = { $name }: goes on reading what was written under { $other }, and becomes part of the team of { $survivor } ({ $role }), with all that its team sees. A letter tells them.
merger-sight-seat-there = { $name }: is in both teams, and sees what they saw. A letter tells them.
merger-confirm = Merge them
flash-merged = The two are one now.

merger-show-merged = Two records became one
merger-show-split = One record became two
merger-by = Done by
merger-at = Done on
merger-undone-by = Taken back by
merger-undone-at = Taken back on
merger-undone-reason = Why it was taken back
merger-undo-title = Take it back
merger-undo-merge-text = Both become exactly what they were. Nothing that was moved has been changed since.
merger-undo-split-text = The old record becomes exactly what it was. The number of the new one leads to it from then on.
merger-undo-reason = Why it is taken back
merger-undo-confirm = Take it back
flash-merger-undone = It is taken back.
merger-hindrances-title = It cannot be taken back as it is
merger-hindrances-text = Undo these changes first, or correct by hand what is wrong.
merger-hindrance-undone = It was taken back already.
merger-hindrance-gave-way = One of the two was merged again since. Take that back first.
merger-hindrance-standing = Where one of the two stands with the board was changed since.
merger-hindrance-particulars = What one of the two says of itself was changed since.
merger-hindrance-team = The team was changed since.
merger-hindrance-leaders = Leaders that went over were changed since.
merger-hindrance-groups = Places in groups that went over were changed since.
merger-hindrance-initiatives = Parts in initiatives that went over were changed since.
merger-hindrance-coordinator = The coordinator was changed since.
merger-hindrance-papers = Papers that belong to one of the two were changed since.

split-title = Split this organization in two
split-text = If this record is really two organizations, the new one gets a number of its own. Say of each value where it belongs.
split-name = Name of the new organization
split-name-hint = The name that it goes by from now on.
split-name-same = This is the name that the old one goes by. Give the new one another
split-values = Value by value
split-value = Value
split-goes = Where it belongs
goes-stays = Stays
goes-leaves = Goes to the new one
goes-both = Both have it
split-offices = Leaders who are the new one’s
split-memberships = Groups in which the new one takes its place
split-partnerships = Initiatives that are the new one’s
split-seats = Those of the team who look after the new one too
split-seats-hint = They stay in the team of the old one, and are the same in the new one.
split-stays-text = Cases, documents, certificates and history stay with the old one.
split-preview-title = What the split will do
split-new-says = What the new one will say
split-old-says = What changes in the old one
split-confirm = Split it
flash-split = There are two now.

merger-desk-gave-way = This organization gave way to { $number }. Its number leads there.
merger-home-gave-way = Your organization gave way to { $number } and goes on under that number. Here you can read what was written under this one; nothing is changed here any more.
merger-desk-see = See what was done
merger-desk-of-other = Papers and cases written under { $number }

act-organizations-merged = Two records were merged
act-merger-undone = A merger was taken back
act-organization-split = A record was split in two
act-split-undone = A split was taken back
act-likeness-judged = It was said whether two organizations are one

letter-organization-merged-subject = Your organization goes on under the number { $into }
letter-organization-merged-text = The registry had two records of { $title }. The board has put them together: { $number } gave way to { $into }, and its pages lead there. You can go on reading what was written under the old number. If you should look after the organization and cannot any more, ask its owners or the board to be let in.
letter-organization-merged-link = See the organization:
letter-organization-restored-subject = Your organization has its own number again
letter-organization-restored-text = The board has taken back a merger: { $title } goes on under its own number { $number }, and everything is as it was.
letter-organization-restored-link = See the organization:
letter-kind-organization-merged = Records put together
letter-kind-organization-restored = Merger taken back
