//! Amounts that add up: a sum of money, or hundredths of a unit that can be counted.

use super::money::{Currency, Money, grouped, minor, plain};
use super::{Lang, Problem, codes};

codes! {
    /// What is counted that is no money.
    pub enum Unit {
        Hours = "hours",
        People = "people",
        Pieces = "pieces",
        Kilograms = "kilograms",
        Events = "events",
    }
}

/// How many digits a number of units has behind the point.
const DIGITS: usize = 2;

/// What an amount is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Money of a currency.
    Money(Currency),
    /// Something that is counted.
    Unit(Unit),
}

/// So many of something; never nothing and never less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many: in the smallest unit of the currency, or in hundredths.
    pub minor: i64,
    /// Of what.
    pub measure: Measure,
}

impl Measure {
    /// The measure that a row keeps: one of both stands there.
    pub fn stored(currency: Option<Currency>, unit: Option<Unit>) -> Option<Self> {
        currency.map(Self::Money).or(unit.map(Self::Unit))
    }

    /// The currency, if it is one.
    pub const fn currency(self) -> Option<Currency> {
        match self {
            Self::Money(currency) => Some(currency),
            Self::Unit(_) => None,
        }
    }

    /// The unit, if it is one.
    pub const fn unit(self) -> Option<Unit> {
        match self {
            Self::Money(_) => None,
            Self::Unit(unit) => Some(unit),
        }
    }

    /// What it is called in files: the code of the currency or of the unit.
    pub fn code(self) -> &'static str {
        match self {
            Self::Money(currency) => currency.code(),
            Self::Unit(unit) => unit.code(),
        }
    }
}

impl Amount {
    /// Reads a number as people type it.
    pub fn parse(text: &str, measure: Measure) -> Result<Self, Problem> {
        let minor = match measure {
            Measure::Money(currency) => Money::parse(text, currency)?.minor,
            Measure::Unit(_) => minor(text, DIGITS)?,
        };
        Ok(Self { minor, measure })
    }

    /// The number as readers of a language write it, without what it is of.
    pub fn shown(&self, lang: Lang) -> String {
        grouped(&self.plain(), lang)
    }

    /// The whole number that nouns agree with; nothing for a fraction, with which they agree as with no whole one.
    pub fn whole(&self) -> Option<i64> {
        self.plain().parse().ok()
    }

    /// The number alone, with a point before the cents: as forms and files have it.
    pub fn plain(&self) -> String {
        match self.measure {
            Measure::Money(currency) => plain(self.minor, currency.digits()),
            Measure::Unit(_) => plain(self.minor, DIGITS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_people_are_read_as_people_type_them() {
        let read = |text| Amount::parse(text, Measure::Unit(Unit::Hours)).map(|it| it.plain());
        assert_eq!(read("1,5"), Ok("1.50".to_owned()));
        assert_eq!(read("٤٠"), Ok("40".to_owned()));
        assert_eq!(read("1 250"), Ok("1250".to_owned()));
        for bad in ["", "0", "-3", "many", "=1+1", "1e9", "99999999999999999999"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
