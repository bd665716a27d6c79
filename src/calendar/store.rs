//! The calendar as it is kept: one weekend, the holidays, and how many business days each clock has.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::policy::CanKeepCalendar;
use super::{BusinessDays, Holiday};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{EventId, HolidayId};
use crate::values::codes;
use crate::{Error, Result};

codes! {
    /// Something in a case that lasts so many business days.
    pub enum Clock {
        /// The board gives itself that long for an answer, from the day on which it was asked.
        Answer = "answer",
        /// A post may take that long for its opinion; the case then goes on without it.
        Opinion = "opinion",
        /// An applicant has that long for changes, unless the board names another day.
        Changes = "changes",
        /// One can appeal against a refusal that long.
        Appeal = "appeal",
        /// What was withdrawn by silence can be brought back that long.
        Revival = "revival",
    }
}

/// How long a clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockDays {
    /// Which.
    pub clock: Clock,
    /// How many business days it has now.
    pub days: i32,
    /// How many it has by itself.
    pub preset: i32,
}

/// The calendar as it stands.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Which days count.
    pub days: BusinessDays,
    /// Days of the week without work, Monday is 1.
    pub weekend: Vec<u8>,
    /// Days on which nobody works, by day.
    pub holidays: Vec<Holiday>,
    /// How long each clock runs, in their order.
    pub clocks: Vec<ClockDays>,
    /// Counts its changes: a form that carries it shows what somebody saw.
    pub revision: i32,
}

/// The calendar as somebody would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Days of the week without work.
    pub weekend: Vec<u8>,
    /// Days on which nobody works.
    pub holidays: Vec<Holiday>,
    /// How long each clock runs.
    pub clocks: Vec<(Clock, i32)>,
}

impl Calendar {
    /// The last day of a clock that starts on a day: so many business days later.
    pub fn until(&self, clock: Clock, from: NaiveDate) -> NaiveDate {
        let days = u16::try_from(self.length(clock)).unwrap_or_default();
        self.days.after(from, days)
    }

    /// How many business days a clock has.
    pub fn length(&self, clock: Clock) -> i32 {
        let known = self.clocks.iter().find(|it| it.clock == clock);
        known.map_or(1, |it| it.days)
    }

    /// The same calendar as somebody would have it; nothing, where no day of the week is left.
    pub fn as_wanted(&self, wanted: &Wanted) -> Option<Self> {
        let days = wanted.holidays.iter().map(|it| it.day);
        Some(Self {
            days: BusinessDays::new(wanted.weekend.iter().copied(), days)?,
            weekend: wanted.weekend.clone(),
            holidays: wanted.holidays.clone(),
            clocks: self
                .clocks
                .iter()
                .map(|it| {
                    let other = wanted.clocks.iter().find(|(clock, _)| *clock == it.clock);
                    ClockDays {
                        days: other.map_or(it.days, |(_, days)| *days),
                        ..*it
                    }
                })
                .collect(),
            revision: self.revision,
        })
    }

    /// Whether both count the same.
    fn counts_as(&self, other: &Self) -> bool {
        let (mut one, mut two) = (self.holidays.clone(), other.holidays.clone());
        one.sort();
        two.sort();
        self.weekend == other.weekend && one == two && self.clocks == other.clocks
    }

    fn told(&self) -> Value {
        let clocks: BTreeMap<_, _> = self
            .clocks
            .iter()
            .map(|it| (it.clock.code(), it.days))
            .collect();
        json!({ "weekend": self.weekend, "clocks": clocks })
    }
}

/// The calendar as it stands. An act that dates something by it holds its case before it reads this: a change of the calendar waits
/// for all who hold one.
pub async fn calendar(conn: &mut PgConnection) -> Result<Calendar> {
    let rows = sqlx::query!(
        "select c.weekend, c.revision, k.clock, k.days, k.preset
         from calendar c cross join calendar_clocks k"
    )
    .fetch_all(&mut *conn)
    .await?;
    let holidays = sqlx::query_as!(
        Holiday,
        "select day, name from calendar_holidays where until is null order by day"
    )
    .fetch_all(conn)
    .await?;
    let first = rows
        .first()
        .ok_or(Error::Contradiction("there is no calendar"))?;
    let mut weekend: Vec<u8> = first
        .weekend
        .iter()
        .filter_map(|day| u8::try_from(*day).ok())
        .collect();
    weekend.sort_unstable();
    let revision = first.revision;
    let mut clocks: Vec<ClockDays> = rows
        .iter()
        .map(|row| ClockDays {
            clock: row.clock,
            days: row.days,
            preset: row.preset,
        })
        .collect();
    clocks.sort_by_key(|it| it.clock);
    let days = BusinessDays::new(
        weekend.iter().copied(),
        holidays.iter().map(|holiday| holiday.day),
    );
    Ok(Calendar {
        days: days.ok_or(Error::Contradiction("a calendar without a day of work"))?,
        weekend,
        holidays,
        clocks,
        revision,
    })
}

/// Changes the calendar, if it is still as it was seen; says how it was before. For `case::change_calendar` alone, which moves the
/// days that follow from it. Nothing is written where nothing changes.
pub async fn save(
    tx: &mut Tx,
    granted: &CanKeepCalendar,
    seen: i32,
    wanted: &Wanted,
) -> Result<(Calendar, Calendar)> {
    sqlx::query!("select revision from calendar for update")
        .fetch_one(&mut **tx)
        .await?;
    let before = calendar(tx).await?;
    if before.revision != seen {
        return Err(Error::Overtaken);
    }
    let after = before
        .as_wanted(wanted)
        .ok_or(Error::Contradiction("a calendar without a day of work"))?;
    if before.counts_as(&after) {
        return Ok((before.clone(), before));
    }
    let weekend: Vec<i16> = after.weekend.iter().map(|day| i16::from(*day)).collect();
    sqlx::query!(
        "update calendar set weekend = $1, revision = revision + 1",
        &weekend
    )
    .execute(&mut **tx)
    .await?;
    let clocks: Vec<&str> = after.clocks.iter().map(|it| it.clock.code()).collect();
    let days: Vec<i32> = after.clocks.iter().map(|it| it.days).collect();
    sqlx::query!(
        "update calendar_clocks k set days = n.days from unnest($1::text[], $2::int[]) as n (clock, days)
         where k.clock = n.clock and k.days <> n.days",
        &clocks as _,
        &days
    )
    .execute(&mut **tx)
    .await?;
    let (ended, began) = keep_holidays(tx, &before, &after).await?;
    let (mut was, mut is) = (before.told(), after.told());
    was["holidays"] = json!(ended);
    is["holidays"] = json!(began);
    let event = Event::new(
        Act::CalendarChanged,
        Subject::setting(EventId::fresh().uuid()),
    )
    .before(was)
    .after(is);
    history::record(tx, granted.by(), event).await?;
    Ok((before, after))
}

/// Ends the holidays that are none any more, and begins the new ones; says which, each as it is written.
async fn keep_holidays(
    tx: &mut Tx,
    before: &Calendar,
    after: &Calendar,
) -> Result<(Vec<String>, Vec<String>)> {
    let now = tx.now();
    let only = |one: &Calendar, other: &Calendar| -> Vec<Holiday> {
        let gone = one
            .holidays
            .iter()
            .filter(|it| !other.holidays.contains(it));
        gone.cloned().collect()
    };
    let (ended, began) = (only(before, after), only(after, before));
    let days: Vec<NaiveDate> = ended.iter().map(|it| it.day).collect();
    sqlx::query!(
        "update calendar_holidays set until = $2 where until is null and day = any($1)",
        &days,
        now
    )
    .execute(&mut **tx)
    .await?;
    let ids: Vec<HolidayId> = began.iter().map(|_| HolidayId::fresh()).collect();
    let days: Vec<NaiveDate> = began.iter().map(|it| it.day).collect();
    let names: Vec<&str> = began.iter().map(|it| it.name.as_str()).collect();
    sqlx::query!(
        "insert into calendar_holidays (id, day, name, since)
         select id, day, name, $4 from unnest($1::uuid[], $2::date[], $3::text[]) as n (id, day, name)",
        &ids as _,
        &days,
        &names as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let written = |list: Vec<Holiday>| {
        list.into_iter()
            .map(|it| format!("{} {}", it.day, it.name))
            .collect()
    };
    Ok((written(ended), written(began)))
}
