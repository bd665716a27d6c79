# What the board and its posts answer, as everybody reads it.
outcome-accepted = Accepted
outcome-accepted-with-conditions = Accepted with conditions
outcome-refused = Refused
outcome-changes-requested = Changes requested
view-supports = The post supports it
view-no-objection = The post has no objection
view-opposes = The post opposes it
