//! Years of the Gregorian calendar, such as the one an organization was founded in.

use std::fmt;

use serde::{Deserialize, Serialize};
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
use sqlx::{Decode, Encode, Postgres, Type, encode::IsNull, error::BoxDynError};

use super::{Problem, digits};

/// A year from 1000 on; a `smallint` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i16", into = "i16")]
pub struct Year(i16);

impl Year {
    /// The first year that is taken; older ones are mistakes of the keyboard.
    pub const MIN: i16 = 1000;

    /// Reads a year that is not in the future; `this_year` comes from the clock of the request.
    pub fn parse(text: &str, this_year: i32) -> Result<Self, Problem> {
        let max = i16::try_from(this_year).unwrap_or(9999);
        let bad = Problem::BadYear {
            min: Self::MIN,
            max,
        };
        let text = digits::to_ascii(text.trim());
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(bad);
        }
        let year = text.parse().map_err(|_| bad)?;
        if (Self::MIN..=max).contains(&year) {
            Ok(Self(year))
        } else {
            Err(bad)
        }
    }

    /// The year as a number.
    pub const fn get(self) -> i16 {
        self.0
    }
}

impl TryFrom<i16> for Year {
    type Error = Problem;
    fn try_from(year: i16) -> Result<Self, Problem> {
        if (Self::MIN..=9999).contains(&year) {
            Ok(Self(year))
        } else {
            Err(Problem::BadYear {
                min: Self::MIN,
                max: 9999,
            })
        }
    }
}

impl From<Year> for i16 {
    fn from(year: Year) -> Self {
        year.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Type<Postgres> for Year {
    fn type_info() -> PgTypeInfo {
        <i16 as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for Year {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        <i16 as Encode<'_, Postgres>>::encode_by_ref(&self.0, buffer)
    }
}

impl Decode<'_, Postgres> for Year {
    fn decode(value: PgValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(Self::try_from(<i16 as Decode<'_, Postgres>>::decode(
            value,
        )?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_the_past_is_taken() {
        for typed in ["1915", " 2026 ", "١٩١٥", "1000"] {
            assert!(Year::parse(typed, 2026).is_ok(), "{typed}");
        }
        assert_eq!(Year::parse("١٩١٥", 2026).map(Year::get), Ok(1915));
    }

    #[test]
    fn the_future_and_the_unreadable_are_refused_with_their_bounds() {
        for typed in [
            "2027",
            "0999",
            "999",
            "19150",
            "191",
            "c. 1915",
            "+1915",
            "-915",
            "1915-1916",
        ] {
            let refused = Err(Problem::BadYear {
                min: 1000,
                max: 2026,
            });
            assert_eq!(Year::parse(typed, 2026), refused, "{typed}");
        }
        assert_eq!(Year::parse("", 2026), Err(Problem::Required));
    }

    #[test]
    fn json_is_a_number_and_is_looked_at_again() {
        let year = Year::parse("1915", 2026).unwrap();
        assert_eq!(serde_json::to_string(&year).unwrap(), "1915");
        assert_eq!(serde_json::from_str::<Year>("1915").unwrap(), year);
        assert!(serde_json::from_str::<Year>("12").is_err());
    }
}
