//! What one record says that is made of two: field by field which value survives, and lists of both. Pure.
//!
//! Nothing that only the team and the board may read goes from one to the other: whoever combines gives the other's words
//! as strangers may read them (`Particulars::for_strangers`), and a contact that one of the two hides stays hidden.

use std::collections::BTreeMap;

use crate::organization::{Contact, Name, Particular, Particulars, Said};
use crate::values::{NameRole, codes};

codes! {
    /// Whose value survives.
    pub enum Keep {
        /// The survivor's own.
        Own = "own",
        /// The other's.
        Other = "other",
        /// Both, in a list.
        Both = "both",
    }
}

/// Which value survives, by field; where nothing was chosen, what is offered first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(BTreeMap<Particular, Keep>);

/// A field as it is put side by side.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Which.
    pub field: Particular,
    /// What the survivor says.
    pub own: Said,
    /// What the other says, as far as anybody may know it.
    pub other: Said,
    /// What can be chosen, the first before somebody did; one answer is no choice.
    pub may: &'static [Keep],
}

impl Choices {
    /// Chooses for a field.
    pub fn set(&mut self, field: Particular, keep: Keep) {
        self.0.insert(field, keep);
    }
}

/// What can be chosen for a field.
fn choices(field: Particular, own: &Said, other: &Said) -> &'static [Keep] {
    use Particular as P;
    // Of places a stranger knows too little to move them, people are leaders, and two countries are two organizations.
    if matches!(field, P::HostCountry | P::Places | P::People) || own == other || other.is_empty() {
        return &[Keep::Own];
    }
    match field {
        // Every name and number is kept: whoever looks for the other finds the survivor.
        P::Identifiers => &[Keep::Both],
        P::Names => &[Keep::Own, Keep::Other],
        P::Areas | P::About | P::Languages | P::Contacts | P::Links | P::Funding | P::Chapters => {
            &[Keep::Both, Keep::Own, Keep::Other]
        }
        _ if own.is_empty() => &[Keep::Other, Keep::Own],
        _ => &[Keep::Own, Keep::Other],
    }
}

/// Both records field by field, in the order of the form.
pub fn offers(own: &Particulars, other: &Particulars) -> Vec<Offer> {
    Particular::ALL
        .iter()
        .map(|field| {
            let (own, other) = (own.said(*field), other.said(*field));
            Offer {
                field: *field,
                may: choices(*field, &own, &other),
                own,
                other,
            }
        })
        .collect()
}

/// What the survivor says afterwards.
pub fn combine(own: &Particulars, other: &Particulars, chosen: &Choices) -> Particulars {
    let mut said = own.clone();
    for offer in offers(own, other) {
        let keep = chosen
            .0
            .get(&offer.field)
            .copied()
            .filter(|keep| offer.may.contains(keep))
            .unwrap_or(offer.may[0]);
        match (offer.field, keep) {
            // Of one name of theirs there is nothing to choose and something to keep.
            (Particular::Names, keep) => said.names = names(own, other, keep == Keep::Other),
            (_, Keep::Own) => {}
            (Particular::Contacts, Keep::Other) => {
                said.contacts = other.contacts.iter().map(|it| narrower(it, own)).collect();
            }
            (field, Keep::Other) => said.take(field, other),
            (field, Keep::Both) => both(&mut said, field, other),
        }
    }
    said
}

/// All names of both, the one it goes by first. Of two legal names the one of the side that gives its name stays so.
fn names(own: &Particulars, other: &Particulars, is_other_first: bool) -> Vec<Name> {
    let (first, second) = match is_other_first {
        true => (&other.names, &own.names),
        false => (&own.names, &other.names),
    };
    let mut names: Vec<Name> = first.clone();
    for name in second {
        if names.iter().any(|there| there.text == name.text) {
            continue;
        }
        let role = match name.role {
            NameRole::Legal => NameRole::Other,
            role => role,
        };
        names.push(Name {
            role,
            ..name.clone()
        });
    }
    names
}

/// A contact of the other, which the survivor may hide.
fn narrower(contact: &Contact, own: &Particulars) -> Contact {
    let is_hidden = own
        .contacts
        .iter()
        .any(|mine| same_contact(mine, contact) && !mine.public);
    Contact {
        public: contact.public && !is_hidden,
        ..contact.clone()
    }
}

fn same_contact(one: &Contact, other: &Contact) -> bool {
    one.channel == other.channel && one.value == other.value
}

/// Adds what the other has and the survivor does not.
fn both(said: &mut Particulars, field: Particular, other: &Particulars) {
    fn add<T: Clone>(to: &mut Vec<T>, from: &[T], same: impl Fn(&T, &T) -> bool) {
        for one in from {
            if !to.iter().any(|there| same(there, one)) {
                to.push(one.clone());
            }
        }
    }
    match field {
        Particular::Identifiers => add(&mut said.identifiers, &other.identifiers, |a, b| {
            a.scheme() == b.scheme() && a.value() == b.value()
        }),
        Particular::Areas => add(&mut said.areas, &other.areas, PartialEq::eq),
        Particular::Languages => add(&mut said.languages, &other.languages, PartialEq::eq),
        Particular::Links => add(&mut said.links, &other.links, PartialEq::eq),
        Particular::Chapters => add(&mut said.chapters, &other.chapters, PartialEq::eq),
        // A year, a language and an address are said once.
        Particular::Funding => add(&mut said.funding, &other.funding, |a, b| a.year == b.year),
        Particular::About => add(&mut said.about, &other.about, |a, b| {
            a.language == b.language
        }),
        Particular::Contacts => add(&mut said.contacts, &other.contacts, same_contact),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::{full, line};
    use crate::values::{ContactChannel, ContactPurpose, Country, Identifier};

    fn contact(value: &str, public: bool) -> Contact {
        Contact {
            channel: ContactChannel::Email,
            purpose: ContactPurpose::General,
            value: line(value),
            public,
        }
    }

    fn short(name: &str) -> Particulars {
        let mut said = Particulars::of(Country::from_code("DE").unwrap());
        said.names = vec![Name::new(line(name), None, NameRole::Legal)];
        said
    }

    #[test]
    fn every_name_and_number_survives_whatever_is_chosen() {
        let (own, mut other) = (short("Haus"), short("Дом"));
        other
            .names
            .push(Name::new(line("Haus"), None, NameRole::Former));
        other.identifiers = vec![Identifier::parse("DE-VR", "VR 1").unwrap()];
        for keep in Keep::ALL {
            let mut chosen = Choices::default();
            for field in Particular::ALL {
                chosen.set(*field, *keep);
            }
            let said = combine(&own, &other, &chosen);
            let mut names: Vec<&str> = said.names.iter().map(|it| it.text.as_str()).collect();
            assert_eq!(
                names[0],
                if *keep == Keep::Other {
                    "Дом"
                } else {
                    "Haus"
                }
            );
            names.sort_unstable();
            assert_eq!(names, ["Haus", "Дом"], "{keep}");
            assert_eq!(said.identifiers, other.identifiers, "{keep}");
            let legal = said
                .names
                .iter()
                .filter(|it| it.role == NameRole::Legal)
                .count();
            assert_eq!(legal, 1, "{keep}");
        }
    }

    #[test]
    fn what_was_hidden_stays_hidden_and_what_is_not_told_does_not_come() {
        let (mut own, mut other) = (short("Haus"), full());
        own.contacts = vec![contact("a@example.org", false)];
        other.contacts = vec![
            contact("a@example.org", true),
            contact("b@example.org", true),
            contact("c@example.org", false),
        ];
        let other = other.for_strangers();
        for keep in [Keep::Both, Keep::Other] {
            let mut chosen = Choices::default();
            chosen.set(Particular::Contacts, keep);
            let said = combine(&own, &other, &chosen);
            assert_eq!(
                said.contacts,
                [
                    contact("a@example.org", false),
                    contact("b@example.org", true)
                ],
                "{keep}"
            );
            assert_eq!((said.places.len(), said.people.len()), (0, 0));
        }
    }

    #[test]
    fn of_one_value_one_survives_and_lists_are_joined() {
        let (mut own, other) = (short("Haus"), full());
        own.community = Some(line("Kurds"));
        own.areas = Vec::new();
        let said = combine(&own, &other, &Choices::default());
        assert_eq!(said.community, own.community, "what there is stays");
        assert_eq!(said.city, other.city, "what is missing comes");
        assert_eq!(said.areas, other.areas);
        let mut chosen = Choices::default();
        chosen.set(Particular::Community, Keep::Other);
        chosen.set(Particular::Areas, Keep::Own);
        // Nobody can choose what is not offered.
        chosen.set(Particular::Places, Keep::Other);
        let said = combine(&own, &other, &chosen);
        assert_eq!(said.community, other.community);
        assert_eq!(said.areas, own.areas);
        assert_eq!(said.places, own.places);
    }

    #[test]
    fn a_record_combined_with_its_like_says_what_it_said() {
        let said = combine(&full(), &full(), &Choices::default());
        assert_eq!(said, full());
    }
}
