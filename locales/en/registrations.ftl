# Registering an organization, and the case as its applicant sees it.
registration-untitled = Organization without a name yet
registration-to-home = Go to my page
registration-back-to-case = Back to the case

# Before the form.
registration-new-title = Register an organization
registration-new-need = What you will need
registration-new-need-names = the organization’s names, in its own script and in any other
registration-new-need-place = where it works, where its people come from, and its numbers in other registers if it has any
registration-new-need-contact = a way for the board to reach it
registration-new-need-people = the names and offices of those who lead it
registration-new-draft = You can stop at any time. What you entered is kept as a draft, however incomplete, and you can go on later.
registration-new-then = What happens then
registration-new-then-review = The board reads your registration. Where an embassy or consulate looks after your host country, it may be asked for its opinion first.
registration-new-then-ask = If something is missing, the board tells you which answers to change, and you send them again.
registration-new-then-number = Once accepted, your organization gets a registry number and its own page in the directory.
registration-new-start = Start now
registration-new-sign-in = Sign in to start, so that your draft is kept for you and the board can answer.
registration-new-to-sign-in = Sign in
registration-new-to-sign-up = Create an account

# The form.
registration-form-title = Your organization
registration-form-lead = Fill in the sections in any order. Everything is saved as you go, and colleagues can go on where you stopped. Nobody at the board sees it before you submit it.
registration-title-mistakes = { "Problem: " }
registration-save = Save and go to the list
registration-check = Check your answers
registration-discard = Discard this draft

registration-name-main = Name that the organization goes by
registration-name-main-hint = This name stands in the directory and on your certificate
registration-name-other = Another name
registration-name-role = What kind of name it is
registration-name-language = Language of this name
registration-name-add = Add another name
registration-name-remove = Remove this name

registration-kind = Kind of organization
registration-founded = Year it was founded

registration-host-country = Host country
registration-host-country-hint = The country in which the organization works
registration-city = City or town
registration-homeland = Homeland
registration-homeland-hint = The country that its people come from. If your people have no state, leave it empty and name the community
registration-community = Community
registration-community-hint = The people it belongs to, for example Circassians

registration-identifiers = Numbers in other registers
registration-identifiers-hint = For example with a register of associations or charities, or a tax number for non-profits.
registration-identifier-scheme = Register
registration-identifier-scheme-hint = The list begins with the country. Choose another register if yours is not there
registration-identifier-value = Number in that register
registration-identifier-add = Add another number
registration-identifier-remove = Remove this number

registration-areas = Areas
registration-areas-hint = Choose all that apply
registration-languages = Working languages
registration-language = Language
registration-language-add = Add another language
registration-language-remove = Remove this language

registration-contacts = How it can be reached
registration-contacts-hint = The board needs at least one contact. Nobody else sees a contact unless you allow it.
registration-website = Website
registration-website-hint = For example, www.example.org. It is shown publicly
registration-contact-channel = How
registration-contact-value = Address or number
registration-contact-value-hint = An email address, a phone number with its country code, or a postal address on one line
registration-contact-purpose = What for
registration-contact-public = This contact may be shown publicly
registration-contact-public-hint = Leave this empty if somebody could be put at risk by being found
registration-contact-add = Add another contact
registration-contact-remove = Remove this contact

registration-about = About the organization
registration-about-hint = Say in a few sentences what it does and for whom. Add the same in other languages if you like. It is shown publicly.
registration-about-language = Language of this text
registration-about-text = Text
registration-about-add = Add a text in another language
registration-about-remove = Remove this text

registration-person-name = Name
registration-person-title = Office
registration-person-title-hint = For example, chair or secretary
registration-person-email = Email address
registration-person-email-hint = For the board only. It is never shown publicly
registration-person-consents = This person agreed to be shown publicly with name and office
registration-person-consents-hint = Ask them first. A leader can be harmed by being found
registration-person-email-known-hint = For the board only. Leave it empty to keep the one that the board has
registration-person-signs = This person signs for the organization
registration-person-signs-hint = May represent it before authorities and courts
registration-person-term = Since when, and until when
registration-person-since = First day in office
registration-person-until = Last day in office
registration-person-day-hint = For example 31 March 2019
registration-person-until-hint = Say it of somebody who leaves or whose term is known
registration-person-ends-before = An office cannot end before it begins
registration-person-took-back = This person took back themselves that they are shown to anybody. Only they can agree again, by the link in their letter.
registration-person-add = Add another person
registration-person-remove = Remove this person

# What is wrong with it.
registration-needs-name = Enter the name that the organization goes by
registration-needs-kind = Choose what kind of organization it is
registration-needs-host-country = Choose the host country
registration-needs-city = Enter the city or town
registration-needs-homeland = Choose a homeland or enter the community, or both
registration-needs-scheme = Enter the code of the register
registration-needs-area = Choose at least one area
registration-needs-contact = Enter at least one contact
registration-needs-about = Say in at least one language what the organization does
registration-needs-text-language = Choose the language of this text
registration-needs-person = Enter at least one person who leads the organization
registration-needs-person-name = Enter the person’s name
registration-needs-person-title = Enter the person’s office
registration-needs-issuer = Enter the name of the register, or its code
registration-needs-address = Enter the street, house number and postcode
registration-needs-shown = Choose how much of this place anybody may know
registration-needs-members = Enter the number of members
registration-needs-year = Enter the year
registration-needs-band = Choose how much it was
registration-repeated-name = This name is already entered above
registration-repeated-year = This year is already entered above
registration-ends-before-it-begins = Enter a date that is not before the one since which it was in use
registration-too-many-places = Enter no more than 8 places
registration-too-many-links = Enter no more than 12 pages
registration-too-many-years = Enter no more than 10 years
registration-too-many-chapters = Enter no more than 60 chapters
registration-repeated-identifier = This number is already entered above
registration-repeated-language = There is already a text in this language
registration-too-many-names = Enter no more than 12 names
registration-too-many-identifiers = Enter no more than 12 numbers
registration-too-many-languages = Choose no more than 12 languages
registration-too-many-contacts = Enter no more than 12 contacts
registration-too-many-texts = Enter no more than 8 texts
registration-too-many-people = Enter no more than 20 people

# What the board asks.
registration-asked-title = What the board asks you to change
registration-asked-until = Please answer by { $date }.
registration-asked-here = The board asks:
registration-asked-before = What you answered last time

# Check your answers.
registration-answers-title = Check your answers
registration-answers-lead = This is what the board will read. Change whatever is not right.
registration-answers-change = Change
registration-answers-unchanged = You have not changed anything since the last time.
registration-answers-send = Send it to the board
registration-answers-declaration = By submitting you confirm that to the best of your knowledge these answers are correct, that you may act for the organization, and that the people you named know of it.
registration-answers-back = Go back to the form
registration-submit = Submit the registration
registration-submit-again = Submit the changes

# The receipt.
registration-receipt-title = Registration submitted
registration-receipt-crumb = Receipt
registration-receipt-number = Your tracking number is
registration-receipt-next = What happens next
registration-receipt-next-post = The embassy or consulate for your host country may give its opinion until { $date }. Then the board goes on by itself.
registration-receipt-next-review = A member of the board reads your registration.
registration-receipt-next-again = A member of the board reads what you changed.
registration-receipt-follow = Follow the case

# The case.
registration-case-title = Your registration
registration-case-continue = Continue the form
registration-case-answer = Answer the board
registration-case-appeal = Appeal against the refusal
registration-case-withdraw = Withdraw this registration
registration-registered-as = Registered under the number
registration-now-draft = This is a draft. The board does not see it yet.
registration-now-submitted = The board has your registration. A member of the board will read it next.
registration-now-at-post = The embassy or consulate for your host country may give its opinion until { $date }. Then the board goes on by itself.
registration-now-in-review = The board is reading your registration. There is nothing you need to do.
registration-now-changes-requested = The board asks you to change some answers. Please send them again by { $date }.
registration-now-accepted = Your organization is registered.
registration-now-accepted-with-conditions = Your organization is registered, with a condition to be met by { $date }.
registration-now-refused = The board did not accept this registration. You can appeal until { $date }.
registration-now-appealed = Your appeal is with the chair of the board, who looks at everything again.
registration-now-withdrawn = You withdrew this registration. It stays readable here.
registration-conversation = Messages
registration-conversation-empty = There are no messages yet.
registration-message = Write to the board
registration-message-hint = Whoever works on your case reads it and answers here
registration-message-send = Send the message
registration-story = What happened
registration-story-submitted-again = Submitted again with changes
registration-story-changed = Changed:
registration-submitted = What you submitted
registration-who-you = You
registration-who-colleague = A colleague of yours
registration-who-board = The board
registration-who-post = The post
registration-who-system = Concord

# Taking it back, and appealing.
registration-withdrawal-title = Do you want to withdraw it?
registration-withdrawal-lead = The board then stops working on it. It stays readable for you and the board, and you can register again at any time.
registration-withdrawal-of-draft = The draft then leaves your list of things to do. It stays readable, and you can start again at any time.
registration-withdrawal-why = Why
registration-withdrawal-keep = No, keep it
registration-withdraw = Yes, withdraw it
registration-appeal-title = Appeal against the refusal
registration-appeal-lead = The chair of the board, who did not take part in the refusal, looks at everything again and decides.
registration-appeal-until = You can appeal until
registration-appeal-why = Why the decision should be another
registration-appeal-why-hint = Answer the reasons that the board gave, and mention what it may not have known
registration-appeal-send = Send the appeal

flash-registration-saved = The draft is saved
flash-registration-message = The message is sent
flash-registration-withdrawn = The registration is withdrawn
flash-registration-appealed = The appeal is sent

# The list of sections, and how far each is.
registration-task-papers = { $there } of { $needed } there
registration-tasks-done = { $done } of { $all } sections that are needed are complete
registration-tasks-needed = What the board needs
registration-tasks-more = If you have them
registration-tasks-more-lead = These help people to find and trust you. You can leave them out.
registration-tasks-next = Continue: { $section }
registration-task-asked = The board asks something here
section-state-not-started = Not started
section-state-in-progress = In progress
section-state-unreadable = Cannot be read yet
section-state-complete = Complete
section-state-optional = Optional

# A section.
registration-lead-names = Enter each name in the script in which it is written. Translations, acronyms and former names help people to find you.
registration-lead-kind = What your organization is, and since when.
registration-lead-place = Where your organization works.
registration-lead-community = Whose diaspora your organization belongs to. Answer one of the two, or both.
registration-lead-work = What your organization does, and for whom.
registration-lead-contacts = How the board and, if you like, anybody can reach you.
registration-lead-people = Enter at least one person. The board reads this. Nobody else does, unless the person agreed to be shown.
registration-lead-identifiers = What other registers and authorities call your organization.
registration-lead-size = How many you are and, if you want to say so, what you have to spend. This is shown publicly.
registration-lead-ties = Organizations that yours belongs to, consists of, or was followed by.
registration-continue = Save and continue
registration-date-hint = A year, or a day: for example 1987, or 3 May 1987
registration-name-more = Dates and script of this name
registration-name-since = In use since
registration-name-until = In use until
registration-name-script = Script
registration-name-script-hint = Only if it is not the one that the letters show
registration-name-script-none = As its letters show
registration-places = Address and meeting places
registration-places-hint = The board keeps addresses sealed. You decide how much of each anybody else may know.
registration-place-role = What this place is
registration-place-address = Street, house number and postcode
registration-place-address-hint = On one line
registration-place-city = City, if it is another one
registration-place-shown = How much of it anybody may know
registration-place-shown-hint = If people could be put at risk by being found, show the country only. Then your city is not shown either
registration-place-add = Add another place
registration-place-remove = Remove this place
registration-about-markdown = You can mark **bold** and *italic*, and begin lines of a list with a dash
registration-links = Other pages
registration-links-hint = For example on social networks. They are shown publicly.
registration-link = Address of the page
registration-link-add = Add another page
registration-link-remove = Remove this page
registration-host-registered-on = On record with an authority of the host country since
registration-identifier-other = Another register
registration-identifier-issuer = Who issued it
registration-identifier-issuer-hint = Needed for another register: its name, or its code on org-id.guide
registration-members = Number of members
registration-members-hint = People or families, as you count them
registration-members-on = Counted when
registration-members-evidence = What the count rests on
registration-members-evidence-hint = For example, the list of those who paid their fees
registration-funding = Yearly budget
registration-funding-hint = Only roughly, and only if you like. It is shown publicly.
registration-funding-year = Year
registration-funding-band = How much it was
registration-funding-add = Add another year
registration-funding-remove = Remove this year
registration-umbrella = Umbrella organization
registration-related-hint = Its registry number if it has one here, otherwise its name
registration-chapters = Chapters
registration-chapter = Registry number or name of a chapter
registration-chapter-add = Add another chapter
registration-chapter-remove = Remove this chapter
registration-successor = Successor
registration-successor-hint = The organization that took your place, if yours has ended: its registry number or its name
registration-autosave-saved = Saved at {"{"}time{"}"}
registration-autosave-failed = Not saved: there is no connection. Your words stay here, use the buttons to save them.
registration-autosave-overtaken = A colleague saved this section meanwhile. Press a button to see both versions.

# Two people in one section.
registration-conflict-title = A colleague saved this section too
registration-conflict-lead = While you were writing, { $who } saved this section ({ $when }). Nothing is lost: choose for each answer whose shall stay.
registration-conflict-mine = Yours:
registration-conflict-theirs = Your colleague’s:
registration-conflict-none = You both wrote the same.
registration-conflict-save = Save this choice
registration-conflict-leave = Keep everything of my colleague’s
