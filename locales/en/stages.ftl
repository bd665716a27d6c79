# The stages of a case, as people read them.
stage-draft = Draft
stage-submitted = Submitted
stage-at-post = With the post
stage-in-review = Under review
stage-changes-requested = Changes requested
stage-accepted = Accepted
stage-accepted-with-conditions = Accepted with conditions
stage-refused = Refused
stage-appealed = Appealed
stage-withdrawn = Withdrawn
