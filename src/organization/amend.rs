//! Changing particulars that others may change meanwhile: what a change meant, applied to what is so now. Pure.

use super::people::{amend_people, people_changes};
use super::{Particular, Particulars, compare};

/// What came of applying a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// What is so afterwards.
    pub said: Particulars,
    /// The fields that somebody else changed meanwhile to something else: the change goes over it.
    pub meanwhile: Vec<Particular>,
}

impl Particular {
    /// Whether the board looks at a change of it before it counts: who the organization is, where, what, and under whom.
    pub const fn is_material(self) -> bool {
        matches!(
            self,
            Self::Names
                | Self::Kind
                | Self::HostCountry
                | Self::People
                | Self::Identifiers
                | Self::HostRegisteredOn
                | Self::Umbrella
                | Self::Successor
        )
    }
}

impl Particulars {
    /// Says in one field what others say.
    pub fn take(&mut self, field: Particular, from: &Self) {
        match field {
            Particular::Names => self.names.clone_from(&from.names),
            Particular::Kind => self.kind = from.kind,
            Particular::Founded => self.founded = from.founded,
            Particular::HostCountry => self.host_country = from.host_country,
            Particular::City => self.city.clone_from(&from.city),
            Particular::Places => self.places.clone_from(&from.places),
            Particular::Homeland => self.homeland = from.homeland,
            Particular::Community => self.community.clone_from(&from.community),
            Particular::Areas => self.areas.clone_from(&from.areas),
            Particular::About => self.about.clone_from(&from.about),
            Particular::Languages => self.languages.clone_from(&from.languages),
            Particular::Contacts => self.contacts.clone_from(&from.contacts),
            Particular::Website => self.website.clone_from(&from.website),
            Particular::Links => self.links.clone_from(&from.links),
            Particular::People => self.people.clone_from(&from.people),
            Particular::Identifiers => self.identifiers.clone_from(&from.identifiers),
            Particular::HostRegisteredOn => self.host_registered_on = from.host_registered_on,
            Particular::Members => self.members.clone_from(&from.members),
            Particular::Funding => self.funding.clone_from(&from.funding),
            Particular::Umbrella => self.umbrella.clone_from(&from.umbrella),
            Particular::Chapters => self.chapters.clone_from(&from.chapters),
            Particular::Successor => self.successor.clone_from(&from.successor),
        }
    }
}

/// Applies what changed between `base` and `wanted` to what is so now; of people, person by person.
pub fn amend(base: &Particulars, wanted: &Particulars, now: &Particulars) -> Amended {
    let mut said = now.clone();
    let mut meanwhile = Vec::new();
    let moved: Vec<Particular> = compare(base, now).iter().map(|it| it.field).collect();
    for change in compare(base, wanted) {
        if change.field == Particular::People {
            let people = people_changes(&base.people, &wanted.people);
            said.people = amend_people(&people, &now.people);
            if people.iter().any(|it| it.is_overtaken(&now.people)) {
                meanwhile.push(change.field);
            }
            continue;
        }
        if moved.contains(&change.field)
            && compare(now, wanted)
                .iter()
                .any(|other| other.field == change.field)
        {
            meanwhile.push(change.field);
        }
        said.take(change.field, wanted);
    }
    Amended { said, meanwhile }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::{full, line};

    #[test]
    fn every_field_can_be_taken_over() {
        let country = crate::values::Country::from_code("FR").unwrap();
        let empty = Particulars::of(country);
        for field in Particular::ALL {
            let mut said = empty.clone();
            said.take(*field, &full());
            let changed: Vec<_> = compare(&empty, &said).iter().map(|it| it.field).collect();
            // Of a field that the sample leaves empty there is nothing to take.
            if !full().said(*field).is_empty() {
                assert_eq!(changed, [*field]);
            }
        }
    }

    #[test]
    fn what_others_changed_meanwhile_stays_and_is_named_where_both_did() {
        let base = full();
        let mut wanted = base.clone();
        wanted.city = Some(line("Bonn"));
        wanted.kind = None;
        let mut now = base.clone();
        now.website = None;
        let amended = amend(&base, &wanted, &now);
        assert_eq!(amended.meanwhile, []);
        assert_eq!(amended.said.city, wanted.city);
        assert_eq!(amended.said.kind, None);
        assert_eq!(amended.said.website, None, "nothing is undone");

        now.city = Some(line("Berlin"));
        now.kind = None;
        let amended = amend(&base, &wanted, &now);
        assert_eq!(amended.meanwhile, [Particular::City]);
        assert_eq!(amended.said.city, wanted.city);
    }
}
