//! Numbers of the desk: what arrived, what was answered, how old is what is open, and where the time went. For a period of whole
//! months, which begin and end in UTC, as all days of the portal do. Time is counted in business days.

mod period;
pub mod policy;
mod read;
mod spread;
mod taken;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use period::{Month, Period};
pub use read::{first_month, numbers};
pub use spread::{CUTS, Spread};
pub use taken::taken_away;

use super::filter::WaitsOn;
use super::row::StageCode;
use crate::ids::AccountId;
use crate::values::Country;

/// How a case can be answered or end, by the stage that it comes to.
pub const ANSWERS: &[StageCode] = &[
    StageCode::Accepted,
    StageCode::AcceptedWithConditions,
    StageCode::Refused,
    StageCode::ChangesRequested,
    StageCode::Withdrawn,
    StageCode::Expired,
];

/// Where a case can be with somebody, in the order in which it goes there.
pub const PARTIES: &[WaitsOn] = &[WaitsOn::Post, WaitsOn::Board, WaitsOn::Applicant];

/// How many answers of each sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<StageCode, i64>);

impl Answers {
    fn add(&mut self, of: StageCode, count: i64) {
        *self.0.entry(of).or_default() += count;
    }

    /// How many of one sort.
    pub fn of(&self, stage: StageCode) -> i64 {
        self.0.get(&stage).copied().unwrap_or_default()
    }

    /// How many of all sorts.
    pub fn all(&self) -> i64 {
        self.0.values().sum()
    }
}

/// A month of the period.
#[derive(Clone, Debug)]
pub struct OfMonth {
    /// Which.
    pub month: Month,
    /// How many cases were first submitted in it.
    pub arrived: i64,
    /// What was answered in it.
    pub answers: Answers,
    /// How long the board had those that ended in it.
    pub board: Spread,
}

/// What is open and waits on somebody.
#[derive(Clone, Debug)]
pub struct Ages {
    /// On whom.
    pub party: WaitsOn,
    /// How many business days ago each was first submitted.
    pub days: Spread,
}

/// A host country, whose post looks after it.
#[derive(Clone, Debug)]
pub struct OfHost {
    /// Which.
    pub host: Country,
    /// How many arrived in the period.
    pub arrived: i64,
    /// What was answered in it.
    pub answers: Answers,
    /// How many are open now.
    pub open: i64,
    /// How long the post had those that ended in the period and came to it.
    pub post: Spread,
}

/// Somebody of the board.
#[derive(Clone, Debug)]
pub struct OfPerson {
    /// Who.
    pub account: AccountId,
    /// What they answered in the period: by themselves, as the second of two, or by closing a session.
    pub answers: Answers,
    /// How many cases they hold now.
    pub holds: i64,
}

/// Where the time went in the cases that ended in the period.
#[derive(Clone, Debug, Default)]
pub struct Waits {
    /// How many ended.
    pub ended: i64,
    /// Of how many nothing is known: they ended before anybody wrote it down.
    pub unknown: i64,
    /// Of how many a part was reckoned from history.
    pub reckoned: i64,
    /// How long those that waited on somebody did so, all their waits together.
    pub parties: Vec<(WaitsOn, Spread)>,
}

/// All of them.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// Each month of the period.
    pub months: Vec<OfMonth>,
    /// What is open today.
    pub ages: Vec<Ages>,
    /// Where the time went.
    pub waits: Waits,
    /// By host country; those of which nothing is to be said are left out.
    pub hosts: Vec<OfHost>,
    /// By whoever of the board; for those who may see that.
    pub people: Option<Vec<OfPerson>>,
    /// As of which day what is open was counted.
    pub today: NaiveDate,
}

impl Numbers {
    /// How many arrived in the period.
    pub fn arrived(&self) -> i64 {
        self.months.iter().map(|it| it.arrived).sum()
    }

    /// How many were answered so in the period.
    pub fn answered(&self, stage: StageCode) -> i64 {
        self.months.iter().map(|it| it.answers.of(stage)).sum()
    }

    /// The ages of all that is open.
    pub fn all_ages(&self) -> Spread {
        self.ages.iter().map(|it| &it.days).collect()
    }
}
