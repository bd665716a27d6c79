# Rosters that leave.
export-title = Rosters
export-lead = Choose the organizations that you need, and take the list with you.
export-download = { $count ->
    [one] Download { $count } organization as CSV
   *[other] Download { $count } organizations as CSV
}
export-about-title = What is in the file
export-about-1 = UTF-8 with a byte order mark, so that spreadsheets open it well. Lists stand in one cell with a bar between their items.
export-about-2 = Cells that a spreadsheet would take for a formula begin with an apostrophe. Concord takes it away again when it reads the file.
export-about-3 = Only what is public is in it: no contact that an organization keeps to the board, and no person.
export-about-4 = That you took it, with which filter and how many rows, is written into the history.
export-empty = The registry is still empty. Organizations come in by registration, or from a roster.
export-none = Nothing to take
export-none-next = No organization fits these filters. Take one of them away.
