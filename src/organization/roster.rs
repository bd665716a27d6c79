//! A hash of everything that a roster can say of an organization: the same row imported again changes nothing.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::{Contact, Particulars, Place};
use crate::values::{PlaceShown, RegistryNumber, Standing};

/// What the registry says of an organization, beside what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub standing: Standing,
    /// When a notice or suspension ends.
    pub standing_until: Option<NaiveDate>,
    /// Since when it is registered.
    pub registered_on: Option<NaiveDate>,
    /// What it was merged into.
    pub merged_into: Option<RegistryNumber>,
}

impl Entry {
    /// A registration of this day, in good standing.
    pub const fn fresh(today: NaiveDate) -> Self {
        Self {
            standing: Standing::Good,
            standing_until: None,
            registered_on: Some(today),
            merged_into: None,
        }
    }
}

/// The hash. People, and contacts and places that are not public, are in no roster, so they do not count.
pub fn roster_hash(particulars: &Particulars, entry: &Entry) -> Vec<u8> {
    let contacts: Vec<&Contact> = particulars
        .contacts
        .iter()
        .filter(|contact| contact.public)
        .collect();
    let places: Vec<&Place> = particulars
        .places
        .iter()
        .filter(|place| place.shown == PlaceShown::Exact)
        .collect();
    let mut areas = particulars.areas.clone();
    areas.sort_unstable();
    // JSON of parsed values has one form, and says where one field ends and the next begins.
    let said = serde_json::json!([
        particulars.names,
        particulars.kind,
        particulars.host_country,
        particulars.public_city(),
        particulars.homeland,
        particulars.community,
        particulars.founded,
        particulars.identifiers,
        areas,
        particulars.languages,
        particulars.website,
        contacts,
        particulars.about,
        particulars.host_registered_on,
        places,
        particulars.links,
        particulars.members,
        particulars.funding,
        particulars.umbrella,
        particulars.chapters,
        particulars.successor,
        entry.standing,
        entry.standing_until,
        entry.registered_on,
        entry.merged_into,
    ]);
    Sha256::digest(said.to_string()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::{full, line};

    fn entry() -> Entry {
        Entry::fresh(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())
    }

    #[test]
    fn what_a_roster_says_counts() {
        let hash = roster_hash(&full(), &entry());
        assert_eq!(hash.len(), 32);
        let mut moved = full();
        moved.city = Some(line("Bonn"));
        assert_ne!(roster_hash(&moved, &entry()), hash);
        let struck = Entry {
            standing: Standing::StruckOff,
            ..entry()
        };
        assert_ne!(roster_hash(&full(), &struck), hash);
    }

    #[test]
    fn what_no_roster_says_does_not_count() {
        let mut other = full();
        other.people.clear();
        other.contacts.retain(|contact| contact.public);
        other
            .places
            .retain(|place| place.shown == PlaceShown::Exact);
        other.areas.reverse();
        assert_eq!(
            roster_hash(&other, &entry()),
            roster_hash(&full(), &entry())
        );
    }
}
