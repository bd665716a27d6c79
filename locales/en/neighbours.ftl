# Maps of who works with whom.
neighbours-title = Who works with whom
neighbours-link = See who works with whom
neighbours-at-desk = As the desk knows it. Leaders are counted, and never named.
neighbours-none = No neighbours yet
neighbours-none-next = They appear as soon as something is done together.
neighbours-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
neighbours-undrawn = { $count ->
    [one] { $count } more stands in the list alone.
   *[other] { $count } more stand in the list alone.
}
neighbours-drawing = The nearest, drawn
neighbours-drawing-text = { $count ->
    [one] { $name } and a line to its nearest neighbour. The list above says the same in words.
   *[other] { $name } and a line to each of its { $count } nearest neighbours. The list above says the same in words.
}
neighbours-initiatives = { $count ->
    [one] { $count } initiative in common
   *[other] { $count } initiatives in common
}
neighbours-groups = { $count ->
    [one] { $count } group in common
   *[other] { $count } groups in common
}
neighbours-leaders = { $count ->
    [one] { $count } leader in common
   *[other] { $count } leaders in common
}
neighbours-organizations = { $count ->
    [one] through { $count } organization
   *[other] through { $count } organizations
}
neighbours-line-member = in a group
neighbours-line-linked = linked
neighbours-line-leader = leaders in common
neighbours-line-shared = through organizations
neighbours-line-carries = in an initiative
sort-organization = Organizations
sort-initiative = Initiatives
sort-group = Groups
sort-country = Countries
