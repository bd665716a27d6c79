# Who looks after which organization.
assignments-title = Coordinator
assignments-why-named = given to them by name on { $from }
assignments-why-rule = answers for it because a rule names them: { $ground }
assignments-suggested = Suggested: { $name }
assignments-nobody = Nobody looks after this organization yet
assignments-assign = Assign a coordinator
assignments-hand-over = Hand over
assignments-release = Release
assignments-coordinator = Coordinator
assignments-choose-title = Who looks after this organization?
assignments-hint = They see it in their portfolio and answer its questions
assignments-no-coordinators = Nobody can be assigned: no coordinator has an account
assignments-save = Save
assignments-gone = This person is no longer on the board. Choose somebody else
assignments-own = This organization is their own. Choose somebody else
flash-coordinator-assigned = The coordinator is assigned
flash-coordinator-released = Nobody looks after this organization now
