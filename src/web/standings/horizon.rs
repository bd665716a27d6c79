//! By which day: lists show what happens today, or look some weeks ahead.

use chrono::{NaiveDate, TimeDelta};

use crate::say;
use crate::values::{Lang, codes};
use crate::web::urls;

codes! {
    /// How far a list looks.
    pub enum Horizon {
        Today = "today",
        Month = "month",
        Quarter = "quarter",
    }
}

/// A link to the same list with another horizon.
pub struct Look {
    pub href: String,
    pub text: String,
    pub on: bool,
}

impl Horizon {
    /// From the query of an address.
    pub fn read(text: &str) -> Self {
        Self::from_code(text).unwrap_or(Self::Today)
    }

    /// The last day that counts.
    pub fn day(self, today: NaiveDate) -> NaiveDate {
        let days = match self {
            Self::Today => 0,
            Self::Month => 30,
            Self::Quarter => 90,
        };
        today + TimeDelta::days(days)
    }

    /// An address with this horizon.
    pub fn at(self, path: &str) -> String {
        match self {
            Self::Today => path.to_owned(),
            _ => format!("{path}?by={self}"),
        }
    }

    /// Links to every horizon of a list.
    pub fn looks(self, lang: Lang, path: &str) -> Vec<Look> {
        Self::ALL
            .iter()
            .map(|it| Look {
                href: it.at(path),
                text: say::t(lang, it.key()),
                on: *it == self,
            })
            .collect()
    }

    /// The list of a rung.
    pub fn list(self, rung: &str) -> String {
        self.at(&urls::desk_standing(rung))
    }
}
