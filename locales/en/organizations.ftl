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
