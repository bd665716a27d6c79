# The directory and the pages of countries.
directory-title = Directory of organizations
directory-title-of = “{ $text }” in the directory
directory-search = Find an organization
directory-search-hint = A name, a city or a number, in any script
directory-any = Any country
directory-chosen = Filters in force
directory-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
directory-count = { $count ->
    [0] No organizations
    [one] { $count } organization
   *[other] { $count } organizations
}
directory-guessed = Nothing has exactly these words. These are similar.
directory-meant = { $count ->
    [one] { $count } of them says the same in other words.
   *[other] { $count } of them say the same in other words.
}
directory-meant-alone = Nothing has these words. What is found says the same in others.
directory-by-meaning = By meaning:
directory-cut = That is more than is looked for: only the first eight words counted.
directory-no-letters = There is no letter and no digit in what you typed, so nothing can be found by it.
directory-suggestions = { $count ->
    [0] No suggestions
    [one] { $count } suggestion. Go through it with the arrow keys.
   *[other] { $count } suggestions. Go through them with the arrow keys.
}
directory-order = Order:
directory-narrow = Narrow the list down
directory-empty = No organization is listed yet
directory-empty-next = The first one can be yours.
directory-none = Nothing found
directory-none-next = Try fewer words or another spelling, or take a filter away. A name in another script is found too.
directory-all = See all organizations
directory-register = Register an organization
directory-number-unknown = No organization in the registry has the number { $number }.
directory-number-mistyped = This looks like a registry number, but a digit in it must be wrong: the last one checks the others. Compare it with the original.
facet-host = Host country
facet-city = City
facet-homeland = Homeland
facet-community = Community
facet-area = Area of work
facet-kind = Kind of organization
facet-language = Working language
facet-standing = Standing
city-in-country = { $city }, { $country }
sort-relevance = Best match
sort-name = Name

country-lead = { $count ->
    [0] No organization here is in the registry yet.
    [one] { $count } organization here is in the registry.
   *[other] { $count } organizations here are in the registry.
}
country-from = { $count ->
    [one] { $count } organization of people who come from here
   *[other] { $count } organizations of people who come from here
}
country-all = See all of them in the directory
country-organizations = Organizations
country-none = No organization yet
