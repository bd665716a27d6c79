//! Who joins, who leaves and what changes between two lists of people in office, and what comes of it today. Pure.

use chrono::NaiveDate;

use super::PersonEntry;
use crate::names::fold;

/// A difference between two lists of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonChange {
    /// Somebody new in office.
    Joins(PersonEntry),
    /// Somebody in office no more.
    Leaves(PersonEntry),
    /// The same person in the same office, and something about it is otherwise.
    Changes {
        /// As it was.
        was: PersonEntry,
        /// As it is to be.
        is: PersonEntry,
    },
}

impl PersonChange {
    /// The day on which somebody's office is to end, where one is named.
    pub fn ends(&self) -> Option<NaiveDate> {
        match self {
            Self::Changes { was, is } if was.until != is.until => is.until,
            _ => None,
        }
    }

    /// Whether those in office by now are otherwise than the change knew: somebody else ended or changed the same office, or
    /// gave the same person the same one.
    pub fn is_overtaken(&self, now: &[PersonEntry]) -> bool {
        match self {
            Self::Joins(person) => now.iter().any(|it| it.is_same_seat(person)),
            Self::Leaves(was) | Self::Changes { was, .. } => !now.contains(was),
        }
    }
}

/// Who is in office once these changes are done to those who are it now. What others changed meanwhile stays, and an office
/// that is there no more comes back by nobody.
pub fn amend_people(changes: &[PersonChange], now: &[PersonEntry]) -> Vec<PersonEntry> {
    let mut people = now.to_vec();
    for change in changes {
        match change {
            PersonChange::Leaves(was) => people.retain(|it| !it.is_office_of(was)),
            PersonChange::Changes { was, is } => {
                for it in people.iter_mut().filter(|it| it.is_office_of(was)) {
                    it.clone_from(is);
                }
            }
            PersonChange::Joins(person) => {
                match people.iter_mut().find(|it| it.is_same_seat(person)) {
                    Some(it) => *it = it.joined_by(person),
                    None => people.push(person.clone()),
                }
            }
        }
    }
    people
}

/// What changes from one list to the other. An office of the registry is known by its id and by the name of who holds it:
/// under another name it is somebody else's, so that nobody takes over what another person consented to.
pub fn people_changes(before: &[PersonEntry], after: &[PersonEntry]) -> Vec<PersonChange> {
    let mut rest: Vec<&PersonEntry> = after.iter().collect();
    let mut changes = Vec::new();
    for was in before {
        let same = |it: &&PersonEntry| {
            it.office.is_some() && it.office == was.office && fold(&it.name) == fold(&was.name)
        };
        match rest.iter().position(same) {
            None => changes.push(PersonChange::Leaves(was.clone())),
            Some(at) => {
                let is = rest.remove(at);
                if is != was {
                    changes.push(PersonChange::Changes {
                        was: was.clone(),
                        is: is.clone(),
                    });
                }
            }
        }
    }
    changes.extend(rest.into_iter().cloned().map(PersonChange::Joins));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OfficeId;
    use crate::organization::sample::line;

    fn person(name: &str, office: Option<OfficeId>) -> PersonEntry {
        PersonEntry {
            office,
            ..PersonEntry::new(line(name), line("Chair"), None, true)
        }
    }

    #[test]
    fn joiners_leavers_and_changes_are_told_apart() {
        let ids = [OfficeId::fresh(), OfficeId::fresh(), OfficeId::fresh()];
        let before = [
            person("Ani", Some(ids[0])),
            person("Vahan", Some(ids[1])),
            person("Nino", Some(ids[2])),
        ];
        let mut moved = person("Vahan", Some(ids[1]));
        moved.title = line("Treasurer");
        let after = [
            person("Lena", None),
            moved.clone(),
            person("Nino", Some(ids[2])),
        ];
        assert_eq!(
            people_changes(&before, &after),
            [
                PersonChange::Leaves(before[0].clone()),
                PersonChange::Changes {
                    was: before[1].clone(),
                    is: moved,
                },
                PersonChange::Joins(after[0].clone()),
            ]
        );
        assert_eq!(people_changes(&before, &before), []);
    }

    #[test]
    fn what_others_changed_meanwhile_stays_and_nobody_joins_twice() {
        let ids = [OfficeId::fresh(), OfficeId::fresh(), OfficeId::fresh()];
        let base = [person("Ani", Some(ids[0])), person("Vahan", Some(ids[1]))];
        let mut chair = base[0].clone();
        chair.signs = true;
        // Ani signs by now, Vahan leaves, and Lena joins.
        let changes = people_changes(&base, &[chair.clone(), person("Lena", None)]);
        assert_eq!(
            amend_people(&changes, &base),
            [chair.clone(), person("Lena", None)]
        );
        assert!(changes.iter().all(|it| !it.is_overtaken(&base)));
        // Meanwhile Ani left, Nino came, and Lena took the same office by another case.
        let mut lena = person("LENA", Some(ids[2]));
        lena.since = NaiveDate::from_ymd_opt(2026, 11, 1);
        let now = [base[1].clone(), person("Nino", None), lena.clone()];
        assert_eq!(
            amend_people(&changes, &now),
            [person("Nino", None), lena],
            "nobody comes back, and nobody is there twice"
        );
        let overtaken: Vec<bool> = changes.iter().map(|it| it.is_overtaken(&now)).collect();
        assert_eq!(overtaken, [true, false, true]);
        assert_eq!(amend_people(&[], &now), now);
    }

    #[test]
    fn another_name_in_an_office_is_somebody_else() {
        let office = OfficeId::fresh();
        let (was, is) = (person("Ani", Some(office)), person("Boris", Some(office)));
        assert_eq!(
            people_changes(std::slice::from_ref(&was), std::slice::from_ref(&is)),
            [PersonChange::Leaves(was.clone()), PersonChange::Joins(is)]
        );
        // An office named twice is one person's once.
        let twice = [was.clone(), was.clone()];
        let changes = people_changes(std::slice::from_ref(&was), &twice);
        assert_eq!(changes, [PersonChange::Joins(was)]);
    }

    #[test]
    fn an_office_that_ends_says_when() {
        let was = person("Ani", Some(OfficeId::fresh()));
        let mut is = was.clone();
        is.until = NaiveDate::from_ymd_opt(2026, 11, 1);
        let changes = people_changes(std::slice::from_ref(&was), std::slice::from_ref(&is));
        assert_eq!(changes[0].ends(), is.until);
    }
}
