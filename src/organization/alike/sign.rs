//! What speaks for or against a candidate, to be said in words.

use crate::names::Reason;

/// One thing that was found in favour of a candidate, or against it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// They have the same number in another register.
    Identifier,
    /// They have the same website.
    Website,
    /// They have the same address or telephone number.
    Contact,
    /// How their names go together.
    Name(Reason),
    /// They work in the same country.
    Country,
    /// And in the same place.
    City,
    /// They work in different countries.
    OtherCountry,
    /// They work in different places of a country.
    OtherCity,
}

impl Sign {
    /// Every sign.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            Self::Identifier,
            Self::Website,
            Self::Contact,
            Self::Country,
            Self::City,
            Self::OtherCountry,
            Self::OtherCity,
        ]
        .into_iter()
        .chain(Reason::ALL.into_iter().map(Self::Name))
    }

    /// The key of its sentence in the catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Identifier => "alike-identifier",
            Self::Website => "alike-website",
            Self::Contact => "alike-contact",
            Self::Name(reason) => reason.key(),
            Self::Country => "alike-country",
            Self::City => "alike-city",
            Self::OtherCountry => "alike-other-country",
            Self::OtherCity => "alike-other-city",
        }
    }
}
