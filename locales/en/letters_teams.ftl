# Letters about teams. As in letters.ftl.
letter-invitation-subject = You are invited to the team of an organization
letter-invitation-text = You are invited to join the team of { $title } on Concord, where organizations register with the coordinating board. Your role would be: { $role }.
letter-invitation-link = See the invitation, and accept or decline it:
letter-invitation-after = The link works once, for seven days. If you do not know the organization, ignore this letter, and nothing happens.

letter-team-role-changed-subject = Your role in a team has changed
letter-team-role-changed-text = An owner of { $title } ({ $number }) has changed your role in its team. You are now: { $role }.
letter-team-role-changed-link = See the organization:

letter-team-removed-subject = You are not in a team any more
letter-team-removed-text = An owner of { $title } ({ $number }) has taken you out of its team. If you think that this is a mistake, ask them.

letter-ownership-offered-subject = You are offered to take over an organization
letter-ownership-offered-text = The owner of { $title } ({ $number }) would like to hand it over to you. You would speak for it with the board and keep its team.
letter-ownership-offered-link = Accept or decline it:

letter-ownership-handed-over-subject = Your organization is handed over
letter-ownership-handed-over-text = Somebody has accepted your offer and is the owner of { $title } ({ $number }) in your place. You go on as an editor.
letter-ownership-handed-over-link = See the team:

letter-join-asked-subject = Somebody asks to join your team
letter-join-asked-text = Somebody asks to be let into the team of { $title } ({ $number }).
letter-join-asked-link = See who it is, and answer:

letter-join-accepted-subject = You are in the team
letter-join-accepted-text = You are now in the team of { $title } ({ $number }). Your role is: { $role }.
letter-join-accepted-link = See the organization:

letter-join-refused-subject = Your request to join a team
letter-join-refused-text = The owners of { $title } ({ $number }) did not let you into its team.
letter-join-refused-link = See its public page:

letter-rescue-asked-subject = Are you still there? Somebody asks for your organization
letter-rescue-asked-text =
    Somebody says that the owners of { $title } ({ $number }) are gone and asks to become an owner.

    If you are there, stop it by { $until }. If no owner does, the post or the board decides after that day.
letter-rescue-asked-link = To stop it, open this page and press the button; you do not have to sign in:

letter-rescue-stopped-subject = An owner is there
letter-rescue-stopped-text = You asked to become an owner of { $title } ({ $number }). One of its owners has answered and stopped it. You can ask them to let you join.
letter-rescue-stopped-link = See its public page:

letter-rescue-accepted-subject = You are an owner now
letter-rescue-accepted-text = You asked to become an owner of { $title } ({ $number }), and it was accepted. The owners so far are still in the team; you can take them out.
letter-rescue-accepted-link = See the team:

letter-rescue-refused-subject = Your request to become an owner
letter-rescue-refused-text = You asked to become an owner of { $title } ({ $number }), and it was refused. You can read why where you asked.
letter-rescue-refused-link = See its public page:

letter-rescued-subject = Your organization has another owner
letter-rescued-text = Since no owner of { $title } ({ $number }) had answered, somebody who asked for it was made an owner. You are still in the team. If it is wrong, tell the board.
letter-rescued-link = See the team:

letter-kind-invitation = Invitation to a team
letter-kind-team-role-changed = Role in a team changed
letter-kind-team-removed = Taken out of a team
letter-kind-ownership-offered = Place as an owner offered
letter-kind-ownership-handed-over = Handed over
letter-kind-join-asked = Somebody asks to join
letter-kind-join-accepted = Let into a team
letter-kind-join-refused = Not let into a team
letter-kind-rescue-asked = Owners asked whether they are there
letter-kind-rescue-stopped = An owner is there
letter-kind-rescue-accepted = Made an owner
letter-kind-rescue-refused = Not made an owner
letter-kind-rescued = Another owner
