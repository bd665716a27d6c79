//! What a renewal says against the registry. What nobody changed is exactly what the registry says, also where a form would
//! write it in another way. Pure.

use chrono::NaiveDate;

use super::filled::fill;
use super::form::reading;
use crate::organization::{Change, Particulars, compare};

/// What a form says differently from one that was filled in with what the registry says.
pub fn changes(base: &Particulars, said: &Particulars, today: NaiveDate) -> Vec<Change> {
    compare(&reading(&fill(base), today).said, said)
}

/// What is sent: what the registry says, and in it what was changed.
pub fn said(base: &Particulars, read: &Particulars, today: NaiveDate) -> Particulars {
    let mut said = base.clone();
    for change in changes(base, read, today) {
        said.take(change.field, read);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::{full, line};

    #[test]
    fn what_nobody_changed_stays_as_the_registry_writes_it() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let mut base = full();
        base.city = Some(line("Köln"));
        // As an old list had it: a form would refuse it.
        base.contacts[0].value = line("ask at the door");
        let mut draft = fill(&base);
        draft.set("city", "Bonn");
        let read = reading(&draft, today).said;
        let said = said(&base, &read, today);
        assert_eq!(said.city, Some(line("Bonn")));
        assert_eq!(said.contacts, base.contacts);
        let fields: Vec<_> = compare(&base, &said).iter().map(|it| it.field).collect();
        assert_eq!(fields, [crate::organization::Particular::City]);
    }
}
