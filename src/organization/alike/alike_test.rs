//! Candidates are found by name in any script, by number and by website, and nobody else is.
