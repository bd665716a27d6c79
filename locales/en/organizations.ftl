# What an organization says of itself, field by field.
particular-names = Names
particular-kind = What it is
particular-host-country = Host country
particular-city = City
particular-homeland = Homeland
particular-community = Community
particular-founded = Founded
particular-identifiers = Numbers in other registers
particular-areas = What it works on
particular-languages = Working languages
particular-website = Website
particular-contacts = Contacts
particular-about = About
particular-people = People who lead it

# How one value is written.
organization-nothing = Nothing given
organization-contact-public = shown publicly
organization-contact-private = for the board only
organization-person-consents = agrees to be shown publicly
organization-person-private = for the board only
organization-list-separator = { "; " }

particular-places = Address and meeting places
particular-host-registered-on = On record in the host country since
particular-links = Other pages on the web
particular-members = Members
particular-funding = Yearly budget
particular-umbrella = Belongs to
particular-chapters = Chapters
particular-successor = Succeeded by

section-names = Names
section-kind = What you are
section-place = Where you are
section-community = Whom you serve
section-work = What you do
section-contacts = How you can be reached
section-people = People who lead you
section-identifiers = Numbers in other registers
section-size = Members and budget
section-ties = Umbrella, chapters, successor

organization-city-hidden = not shown publicly
organization-place-shown = shown: { $shown }
