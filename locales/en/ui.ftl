# The frame of every page, and what forms and lists say of themselves.
ui-name = Concord
ui-about = Concord keeps the register of diaspora organizations and brings their work together.
ui-skip = Skip to main content
ui-language = Language
ui-menu = Menu
ui-account = Your account
ui-sign-in = Sign in
ui-sign-out = Sign out
ui-breadcrumbs = Where you are
ui-sample = This is a sample registry. Its organizations and people are invented.
ui-footer-directory = Find an organization
ui-footer-register = Register an organization

ui-errors-title = There is a problem
ui-error-prefix = Error:
ui-optional = (optional)
ui-choose = Choose one
ui-file-again = Choose the file again: no browser puts it back into its field by itself
ui-day = Day
ui-month = Month
ui-year = Year
ui-date-hint = For example, 27 3 2026
ui-password-show = Show
ui-password-hide = Hide
ui-password-show-label = Show password
ui-password-hide-label = Hide password
ui-password-shown = Your password is visible
ui-password-hidden = Your password is hidden
ui-count-limit =
    { $count ->
        [one] You can enter up to { $count } character
       *[other] You can enter up to { $count } characters
    }
ui-count-under = Characters remaining: %{"{"}count{"}"}
ui-count-over = Characters too many: %{"{"}count{"}"}
ui-count-at = No characters remaining
ui-picker-none = Nothing found
ui-picker-hint = Type to search, then use the arrow keys to look through the list
ui-picker-selected = selected

ui-changed = changed
ui-changed-before = Before:
ui-changed-after = Now:
ui-internal-note = Internal note
ui-done = Done
ui-warning = Warning
ui-pages = Pages of this list
ui-previous = Previous page
ui-next = Next page
ui-search = Search
ui-filters = Filters
ui-filters-set = { $count ->
    [0] Narrow the list
   *[other] Narrow the list ({ $count } set)
}
ui-filter = Apply filters
ui-filter-remove = Remove filter
# Between things that stand in one line.
ui-comma = { ", " }
ui-more-exactly = More exactly
