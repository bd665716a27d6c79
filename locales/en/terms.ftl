# The closed lists of terms, as people read them.
kind-association = Association
kind-foundation = Foundation
kind-cultural-centre = Cultural centre
kind-school = School
kind-religious = Religious organization
kind-youth = Youth organization
kind-women = Women’s organization
kind-student = Student organization
kind-professional = Professional association
kind-business = Business association
kind-sports = Sports club
kind-media = Media
kind-charity = Charity
kind-federation = Federation
kind-other = Other

name-role-legal = Legal name
name-role-short = Short name
name-role-acronym = Acronym
name-role-native = Name in its own language
name-role-transliterated = Name in Latin letters
name-role-former = Former name
name-role-other = Other name

contact-channel-email = Email
contact-channel-phone = Phone
contact-channel-postal-address = Postal address

contact-purpose-general = General
contact-purpose-press = Press
contact-purpose-members = Members
contact-purpose-emergencies = Emergencies

standing-good = In good standing
standing-due = Renewal due
standing-lapsed = Lapsed
standing-notice = Notice of striking off
standing-struck-off = Struck off
standing-suspended = Suspended
standing-merged = Merged
standing-revived = Revived, in good standing

group-kind-council = Council
group-kind-federation = Federation
group-kind-working-group = Working group
group-kind-programme = Programme

group-role-chair = Chair
group-role-vice = Vice-chair
group-role-lead = Lead
group-role-partner = Partner
group-role-supporter = Supporter
group-role-member = Member
group-role-observer = Observer

initiative-stage-idea = Idea
initiative-stage-planned = Planned
initiative-stage-under-way = Under way
initiative-stage-done = Done
initiative-stage-stopped = Stopped

initiative-role-lead = Lead
initiative-role-partner = Partner
initiative-role-supporter = Supporter

need-money = Money
need-venue = Venue
need-people = People
need-media = Media coverage
need-legal = Legal help
need-partners = Partners

role-member = Member of an organization
role-post-officer = Post officer
role-coordinator = Coordinator
role-chair = Chair of the board
role-admin = Administrator
role-auditor = Auditor

team-role-owner = Owner
team-role-editor = Editor
team-role-reader = Reader

signing-office-president = President
signing-office-vice-president = Vice-president
signing-office-secretary = Secretary
signing-office-treasurer = Treasurer
signing-office-director = Director
signing-office-founder = Founder
signing-office-board-member = Member of the board
signing-office-other = Another office

case-kind-registration = Registration
case-kind-amendment = Amendment
case-kind-renewal = Renewal
case-kind-claim = Claim
case-kind-initiative = Initiative

lang-en = English
lang-ru = Russian
lang-ar = Arabic

date-form-iso = Year-month-day: 2019-03-31
date-form-day-month-year = Day, month, year: 31/03/2019
date-form-month-day-year = Month, day, year: 03/31/2019
date-form-written = Month in words: 31 March 2019

place-role-registered = Registered address
place-role-meeting = Meeting place

place-shown-exact = The whole address
place-shown-city = The city only
place-shown-country = The country only

funding-band-under-5k = Under 5,000 euros
funding-band-5k-25k = 5,000 to 25,000 euros
funding-band-25k-100k = 25,000 to 100,000 euros
funding-band-100k-500k = 100,000 to 500,000 euros
funding-band-500k-2m = 500,000 to 2 million euros
funding-band-over-2m = Over 2 million euros
