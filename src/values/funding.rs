//! What an organization had to spend in a year, as far as it wants to say it: a band, never a sum.

use std::borrow::Cow;

use super::column::{Written, text_columns};
use super::{FundingBand, Problem, Year};

/// A year and its band; written `2024:25k-100k`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Funding {
    /// The year.
    pub year: Year,
    /// How much it was.
    pub band: FundingBand,
}

impl Written for Funding {
    fn written(&self) -> Cow<'_, str> {
        format!("{}:{}", self.year, self.band).into()
    }
    fn read(text: &str) -> Result<Self, Problem> {
        let (year, band) = text.split_once(':').ok_or(Problem::BadNumber)?;
        Ok(Self {
            year: Year::parse(year, 9999)?,
            band: FundingBand::parse(band)?,
        })
    }
}

impl std::fmt::Display for Funding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written())
    }
}

impl std::str::FromStr for Funding {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::read(text)
    }
}

text_columns!(Funding);
