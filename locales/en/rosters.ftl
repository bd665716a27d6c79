# Rosters: why a file, a row of it or a value in it is refused. Sentences of a report: each stands alone beside its line number.
roster-unclosed-quote = A quotation mark opens in this line and is never closed
roster-text-after-quote = There is text between a closing quotation mark and the next separator
roster-after-broken-quote = This line follows a broken quotation mark and has fewer cells than other rows, so nobody can tell what it is
roster-cut-short = The file ends in the middle of this row
roster-too-many-cells = { $found ->
    [one] The row has { $found } cell
   *[other] The row has { $found } cells
}, more than the header names: { $most }
roster-too-many-columns = The row has more than { $max } cells
roster-row-too-long = The row is longer than { $max } KiB
roster-nul-byte = The row has NUL bytes in it, which text never has
roster-empty-row = Every cell of the row is empty
roster-repeated-header = The row repeats the header of the table
roster-left-out = The column map says to leave such rows out
roster-not-tagged = The words that belong before the text, each with a colon behind it, are missing or unknown
roster-too-many-items = The list has more than { $max ->
    [one] { $max } item
   *[other] { $max } items
}
roster-not-a-place = This is not the name of a place
roster-duplicate-of = The row in line { $line } names the same organization
roster-ambiguous = Several organizations of the registry could be meant
roster-no-such-number = No organization has this registry number
roster-not-merged = An organization that was merged into another has the standing “merged” and no other
roster-looks-like = It looks like { $number }, which is there already. The row is in: look at both
roster-standing-kept = The board suspended or merged this organization. No file takes that back
roster-gave-way = { $number } gave way to { $to }. No file changes it any more, and nothing of the row was taken over
roster-looks-like-case = It looks like what { $number } asks or asked to register. The row is in: look at both

# Why a file cannot be read as a roster.
roster-unreadable = The file cannot be read. Try again
roster-workbook = The file is a workbook or a PDF. Save it as CSV and try again
roster-empty = The file is empty
roster-broken-header = The header of the table, in line { $line }, cannot be read
roster-needs-map = The file does not have Concord’s own columns. Choose a column map for it
roster-no-columns = The file does not have the columns that are expected
roster-missing-column = The file has no column “{ $wanted }”. The nearest is “{ $nearest }”
roster-missing-column-unnamed = The file has no column “{ $wanted }”, and no column has a name
roster-ambiguous-column = The file has { $count } columns “{ $wanted }”. Say in the map which one by its place, such as “#3” for the third
roster-bad-map = The column map cannot be used: { $why }

# The columns of a roster.
roster-field-number = Registry number
roster-field-name = Name
roster-field-name-language = Language of the name
roster-field-name-role = Kind of name
roster-field-other-names = Other names
roster-field-kind = Kind of organization
roster-field-host-country = Host country
roster-field-city = City
roster-field-homeland = Homeland
roster-field-community = Community
roster-field-founded = Founded
roster-field-registered-on = Registered on
roster-field-registered-until = Registered until
roster-field-standing = Standing
roster-field-standing-until = Standing until
roster-field-merged-into = Merged into
roster-field-identifiers = Numbers in other registers
roster-field-areas = Areas of work
roster-field-languages = Working languages
roster-field-website = Website
roster-field-about = About
roster-field-contacts = Public contacts
roster-field-name-scripts = Scripts of names
roster-field-name-dates = Dates of names
roster-field-identifier-issuers = Issuers of numbers
roster-field-host-registered-on = On record in the host country since
roster-field-places = Places
roster-field-place-cities = Cities of places
roster-field-links = Other pages
roster-field-members = Members
roster-field-members-on = Members counted on
roster-field-members-evidence = What the count of members rests on
roster-field-funding = Yearly budget
roster-field-umbrella = Umbrella
roster-field-chapters = Chapters
roster-field-successor = Successor
