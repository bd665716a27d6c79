//! The sections in which an organization says its particulars: a page each, saved each for itself.

use super::{Particular, Particulars};
use crate::values::codes;

codes! {
    /// A section of the particulars, in the order in which they are asked; what is needed first.
    pub enum Section {
        Names = "names",
        Kind = "kind",
        Place = "place",
        Community = "community",
        Work = "work",
        Contacts = "contacts",
        People = "people",
        Identifiers = "identifiers",
        Size = "size",
        Ties = "ties",
    }
}

impl Section {
    /// What is said in it.
    pub const fn particulars(self) -> &'static [Particular] {
        use Particular as P;
        match self {
            Self::Names => &[P::Names],
            Self::Kind => &[P::Kind, P::Founded],
            Self::Place => &[P::HostCountry, P::City, P::Places],
            Self::Community => &[P::Homeland, P::Community],
            Self::Work => &[P::Areas, P::About, P::Languages],
            Self::Contacts => &[P::Contacts, P::Website, P::Links],
            Self::People => &[P::People],
            Self::Identifiers => &[P::Identifiers, P::HostRegisteredOn],
            Self::Size => &[P::Members, P::Funding],
            Self::Ties => &[P::Umbrella, P::Chapters, P::Successor],
        }
    }

    /// Whether nobody has to say anything there.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Identifiers | Self::Size | Self::Ties)
    }

    /// Those that an organization speaks of when it says this. Renewals that were sent before they asked for its people name
    /// nobody, and whoever names nobody says nothing of them.
    pub fn spoken_of(said: &Particulars) -> impl Iterator<Item = Self> {
        let of_people = !said.people.is_empty();
        let own = move |section: &Self| of_people || *section != Self::People;
        Self::ALL.iter().copied().filter(own)
    }

    /// Those that the registry keeps with an organization; its people are leaders, and are kept for themselves.
    pub fn kept() -> impl Iterator<Item = Self> {
        let own = |section: &Self| *section != Self::People;
        Self::ALL.iter().copied().filter(own)
    }

    /// The one in which a particular is said.
    pub fn of(particular: Particular) -> Self {
        let found = Self::ALL
            .iter()
            .copied()
            .find(|section| section.particulars().contains(&particular));
        // The test below proves that there is one.
        found.unwrap_or(Self::Names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_particular_is_said_in_one_section_and_in_their_order() {
        let all: Vec<Particular> = Section::ALL
            .iter()
            .flat_map(|section| section.particulars())
            .copied()
            .collect();
        assert_eq!(all, Particular::ALL);
    }
}
