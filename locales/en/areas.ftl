# The list of areas, as admins keep it.
nav-areas = Areas
areas-title = Areas of work
areas-lead = What organizations and initiatives may say they work on, in two levels. Whoever looks for an area finds what is beneath it too. A code never changes: addresses and files keep it.
areas-back = Back to the list
areas-merged = Merged areas
areas-merged-lead = Nobody is offered these any more. Their codes and names are understood in old addresses and files.
area-is-now = { $name } is now { $into }
area-new-title = Add an area
area-add = Add the area
area-save = Save the area
area-back = Back to the area
area-name-en = Name in English
area-name-ru = Name in Russian
area-name-ar = Name in Arabic
area-parent = Beneath
area-parent-hint = An area stands on the first level, or beneath one that does
area-first-level = On the first level
area-code = Code
area-code-hint = Small letters, digits and dashes, such as folk-dance. Left empty, it is made from the English name
area-organizations =
    { $count ->
        [one] { $count } organization says it
       *[other] { $count } organizations say it
    }
area-cases =
    { $count ->
        [one] { $count } case says it, drafts counted
       *[other] { $count } cases say it, drafts counted
    }
area-initiatives =
    { $count ->
        [one] { $count } initiative says it
       *[other] { $count } initiatives say it
    }
area-children-move =
    { $count ->
        [one] { $count } area beneath it moves too
       *[other] { $count } areas beneath it move too
    }
area-place = Order
area-place-of = Place { $place } of { $count } beside each other
area-up = Move up
area-down = Move down
area-state = Whether it is offered
area-retired = Not offered
area-retire-lead = When it is retired, records keep it and searches find it, and forms offer it no more.
area-retire = Retire the area
area-retired-lead = Records keep this area, and forms do not offer it.
area-bring-back = Offer it again
area-merge-title = Merge into another area
area-merge-lead = Two areas that mean the same become one. Every record that says this area will say the other, and the code of this one will lead to the other.
area-into = Which area it becomes
area-preview = Show what would move
area-merge = Merge the areas
area-merge-for-good = This cannot be taken back by a button. History keeps what was merged, when and by whom.
area-code-taken = Enter another code: an area has this one, or had it
area-code-needed = Enter a code: the English name gives none
area-name-taken = Enter another name: an area is called so already
area-third-level = There are two levels: move what is beneath this area first
area-no-parent = Choose an area of the first level that is offered
area-has-children = Retire or move what is beneath this area first
area-parent-retired = Offer the area that it is beneath first
area-no-target = Choose another area that is offered
area-target-too-low = Choose an area of the first level: something is beneath this one
flash-area-added = The area is added
flash-area-saved = The area is saved
flash-area-placed = The order is saved
flash-area-retired = The area is not offered any more
flash-area-brought-back = The area is offered again
flash-area-merged = The areas are merged
act-area-added = Area added
act-area-changed = Area changed
act-area-placed = Area moved in the order
act-area-retired = Area retired
act-area-brought-back = Area offered again
act-area-merged = Area merged into another
