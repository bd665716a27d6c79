# Rosters that come in.
import-title = Imports
import-lead = Every row of a file is in the registry afterwards, or in a report with its line and the reason.
import-new = Import a file
import-none = No file has come in yet
import-none-next = A roster that Concord wrote, or any register as CSV with a column map.
import-file-column = File
import-when = Started
import-who = By
import-by-command = The command line
import-state = State
import-running = Running
import-finished = Finished
import-stopped-state = Stopped
import-trial = Trial
import-list = Files that came in
import-total = Rows
import-added = New
import-updated = Updated
import-unchanged = Unchanged
import-refused = Refused

import-new-title = Import a roster
import-file = The file
import-file-hint = CSV in any encoding, up to 300 MB. Save a workbook as CSV first.
import-columns = How to read it
import-columns-hint = A column map says which column holds what.
import-columns-own = It has Concord’s own columns
import-columns-charities-ni = Register of charities of Northern Ireland
import-columns-ror = Research Organization Registry
import-columns-upload = With the column map that I add below
import-map = Column map
import-map-hint = Only if you chose to add one: a TOML file, as the manual describes it.
import-dry-run = Only try it
import-dry-run-hint = Reads the whole file and says what would happen. Nothing is taken over.
import-start = Import
import-file-missing = Choose the file to import
import-columns-missing = Choose how to read the file
import-map-missing = Choose the column map to read the file by
import-map-too-large = The column map is larger than 1 MB, so it is none
import-too-large = The file is larger than 300 MB. Divide it, or use the command line
import-busy = Another import is running. Try again when it has ended
import-broken = The import broke off by a fault of ours. What was in by then is in; import the file again to bring the rest
import-report-unwritable = The report could not be written
import-stopped = The server stopped in the middle. What was in by then is in; import the file again to bring the rest

import-of = Import of { $file }
import-wait = The file is being read. This page shows how far it is; you can leave it and come back.
import-trial-text = This was a trial: nothing was taken over.
import-failed = The import did not reach the end of the file
import-again = Importing the same file again changes nothing that is in already, and brings the rest.
import-map-used = Column map
import-counts = What became of the rows
import-reasons = Why rows or values are not in
import-reasons-none = Every row is in with everything that it says.
import-fate = What happened
import-fate-refused = Row refused
import-fate-in = In without it
import-field = Field
import-reason = Reason
import-times = How often
import-lines = Line by line
import-line = Line
import-text = Text in the file
import-row = the row
import-report = Download the report as CSV
import-why-duplicate-of = A row above names the same organization
import-why-looks-like = Looks like an organization that is there already
import-pairs = Likely duplicates
import-pairs-text =
    { $count ->
        [one] { $count } pair waits for somebody to look at it. The rows are in; say whether they are the same as what was there.
       *[other] { $count } pairs wait for somebody to look at them. The rows are in; say whether they are the same as what was there.
    }
import-pair-new = From the file
import-pair-there = Was there
import-pair-line = line { $line }
import-pair-same = The same: merge
