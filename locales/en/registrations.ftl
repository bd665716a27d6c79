# Registering an organization, and the case as its applicant sees it.
registration-untitled = Organization without a name yet
registration-to-home = Go to my page
registration-back-to-case = Back to the case

# Before the form.
registration-new-title = Register an organization
registration-new-lead = Register your organization with the coordinating board. It takes about twenty minutes.
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
registration-form-lead = Answer as much as you can. You can save the form at any time and come back. Nobody at the board sees it before you submit it.
registration-title-mistakes = { "Problem: " }
registration-overtaken-title = Changed meanwhile
registration-overtaken = A colleague saved this form while you were filling it in. Your answers are below and are not saved yet. Save them to replace your colleague’s, or open the form again to see those.
registration-save = Save the draft
registration-check = Save and check answers
registration-discard = Discard this draft

registration-names = Names
registration-names-hint = Enter each name in the script in which it is written. Add translations, transliterations, acronyms and former names, so that people find you by any of them.
registration-name-main = Name that the organization goes by
registration-name-main-hint = This name stands in the directory and on your certificate
registration-name-other = Another name
registration-name-role = What kind of name it is
registration-name-language = Language of this name
registration-name-add = Add another name
registration-name-remove = Remove this name

registration-what = What it is
registration-kind = Kind of organization
registration-founded = Year it was founded
registration-founded-hint = For example, 1987

registration-place = Where it is at home
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
registration-identifier-scheme-hint = Its code on org-id.guide, for example GB-CHC or FR-RNA
registration-identifier-value = Number in that register
registration-identifier-add = Add another number
registration-identifier-remove = Remove this number

registration-work = What it works on
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

registration-people = People who lead it
registration-people-hint = Enter at least one person. The board reads this. Nobody else does, unless the person agreed to be shown.
registration-person-name = Name
registration-person-title = Office
registration-person-title-hint = For example, chair or secretary
registration-person-email = Email address
registration-person-email-hint = For the board only. It is never shown publicly
registration-person-consents = This person agreed to be shown publicly with name and office
registration-person-consents-hint = Ask them first. A leader can be harmed by being found
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
registration-receipt-next-post = The embassy or consulate for your host country may give its opinion first.
registration-receipt-next-review = A member of the board reads your registration.
registration-receipt-next-again = A member of the board reads what you changed.
registration-receipt-next-answer = We write to you as soon as there is an answer, or if something has to be changed.
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
