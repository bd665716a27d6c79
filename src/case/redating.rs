//! Days that move: with the calendar, all that are open; and that of an applicant whom nobody reminded.
//!
//! What is late stays late: no change of the calendar keeps a promise. A day that an applicant was told comes no nearer, and a day
//! that somebody chose stays.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::row::StageCode;
use super::turn::TurnOf;
use crate::Result;
use crate::actor::Actor;
use crate::calendar::policy::CanKeepCalendar;
use crate::calendar::{self, Calendar, Clock, Wanted};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{CaseId, OrganizationId};
use crate::values::TrackingNumber;

/// A case with its open days.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub id: CaseId,
    pub number: Option<TrackingNumber>,
    pub organization_id: Option<OrganizationId>,
    pub stage: StageCode,
    pub stage_since: DateTime<Utc>,
    pub asked_at: Option<DateTime<Utc>>,
    pub waits_on: Option<TurnOf>,
    pub waits_since: Option<DateTime<Utc>>,
    pub due_on: Option<NaiveDate>,
    pub answer_by: Option<NaiveDate>,
    pub appeal_until: Option<NaiveDate>,
}

/// How many days of a clock move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which clock.
    pub clock: Clock,
    /// How many to a later day.
    pub later: usize,
    /// How many to an earlier one.
    pub earlier: usize,
}

impl Open {
    fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>) {
        (self.due_on, self.answer_by, self.appeal_until)
    }

    /// The same case under another calendar.
    fn under(&self, before: &Calendar, after: &Calendar, today: NaiveDate) -> Self {
        let since = self.stage_since.date_naive();
        let mut to = self.clone();
        let moves = |clock, from: Option<DateTime<Utc>>, day: Option<NaiveDate>| match (from, day) {
            (Some(from), Some(day)) if day >= today => {
                Some(after.until(clock, from.date_naive()).max(today))
            }
            _ => day,
        };
        // A day that an applicant was told comes no nearer.
        let later = |clock, day: Option<NaiveDate>| match day {
            Some(day) if day >= today => Some(after.until(clock, since).max(day)),
            day => day,
        };
        match self.stage {
            StageCode::Submitted | StageCode::InReview | StageCode::Appealed => {
                to.answer_by = moves(Clock::Answer, self.asked_at, self.answer_by);
            }
            StageCode::AtPost => {
                to.due_on = moves(Clock::Opinion, Some(self.stage_since), self.due_on);
                to.answer_by = moves(Clock::Answer, self.asked_at, self.answer_by);
            }
            // A day that somebody chose is theirs.
            StageCode::ChangesRequested
                if self.due_on == Some(before.until(Clock::Changes, since)) =>
            {
                to.due_on = later(Clock::Changes, self.due_on);
            }
            StageCode::Refused => to.appeal_until = later(Clock::Appeal, self.appeal_until),
            StageCode::Expired => to.due_on = later(Clock::Revival, self.due_on),
            StageCode::AcceptedWithConditions if self.waits_on == Some(TurnOf::Board) => {
                to.answer_by = moves(Clock::Answer, self.waits_since, self.answer_by);
            }
            _ => {}
        }
        to
    }

    fn waits_until(&self) -> Option<NaiveDate> {
        match self.waits_on? {
            of if of.is_board() => self.answer_by,
            _ => self.due_on,
        }
    }

    /// What moved between two states of a case, by clock, and whether to a later day.
    fn moves_to(&self, to: &Self) -> Vec<(Clock, bool)> {
        let due = match self.stage {
            StageCode::AtPost => Clock::Opinion,
            StageCode::Expired => Clock::Revival,
            _ => Clock::Changes,
        };
        [
            (due, self.due_on, to.due_on),
            (Clock::Answer, self.answer_by, to.answer_by),
            (Clock::Appeal, self.appeal_until, to.appeal_until),
        ]
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(clock, before, after)| (clock, after > before))
        .collect()
    }
}

/// Every case with a day that is still to come or today.
async fn open(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Open>> {
    Ok(sqlx::query_as!(
        Open,
        "select id, number, organization_id, stage, stage_since, asked_at, waits_on, waits_since, due_on, answer_by, appeal_until
         from cases
         where stage in ('submitted', 'at_post', 'in_review', 'appealed', 'changes_requested', 'accepted_with_conditions',
                'refused', 'expired')
            and greatest(due_on, answer_by, appeal_until) >= $1
         order by id",
        today
    )
    .fetch_all(conn)
    .await?)
}

/// What each clock would move, if the calendar were another one.
pub async fn would_move(
    conn: &mut PgConnection,
    wanted: &Wanted,
    today: NaiveDate,
) -> Result<Vec<Moved>> {
    let before = calendar::calendar(conn).await?;
    let Some(after) = before.as_wanted(wanted) else {
        return Ok(Vec::new());
    };
    let moves: Vec<(Clock, bool)> = open(conn, today)
        .await?
        .iter()
        .flat_map(|it| it.moves_to(&it.under(&before, &after, today)))
        .collect();
    let count = |clock, to_later| {
        let of = |it: &&(Clock, bool)| **it == (clock, to_later);
        moves.iter().filter(of).count()
    };
    Ok(Clock::ALL
        .iter()
        .map(|clock| Moved {
            clock: *clock,
            later: count(*clock, true),
            earlier: count(*clock, false),
        })
        .filter(|it| it.later + it.earlier > 0)
        .collect())
}

/// Changes the calendar, if it is still as it was seen, and with it every open day that follows from it; how many cases moved.
pub async fn change_calendar(
    tx: &mut Tx,
    granted: &CanKeepCalendar,
    seen: i32,
    wanted: &Wanted,
) -> Result<usize> {
    // Every act that dates something by the calendar holds its case by then: it lands before, or reads what is so afterwards.
    sqlx::query!("lock table cases in exclusive mode")
        .execute(&mut **tx)
        .await?;
    let (before, after) = calendar::save(tx, granted, seen, wanted).await?;
    let today = tx.today();
    let moves: Vec<(Open, Open)> = open(tx, today)
        .await?
        .into_iter()
        .map(|it| {
            let to = it.under(&before, &after, today);
            (it, to)
        })
        .filter(|(it, to)| it.days() != to.days())
        .collect();
    redate(tx, granted.by(), &moves).await?;
    Ok(moves.len())
}

/// Gives cases their new days. Hold them before.
pub(super) async fn redate(tx: &mut Tx, by: &Actor, moves: &[(Open, Open)]) -> Result<()> {
    let each = |day: fn(&Open) -> Option<NaiveDate>| -> Vec<Option<NaiveDate>> {
        moves.iter().map(|(_, to)| day(to)).collect()
    };
    let ids: Vec<CaseId> = moves.iter().map(|(it, _)| it.id).collect();
    sqlx::query!(
        "update cases c set due_on = n.due_on, answer_by = n.answer_by, appeal_until = n.appeal_until, waits_until = n.waits_until
         from unnest($1::uuid[], $2::date[], $3::date[], $4::date[], $5::date[])
            as n (id, due_on, answer_by, appeal_until, waits_until)
         where c.id = n.id",
        &ids as _,
        &each(|it| it.due_on) as _,
        &each(|it| it.answer_by) as _,
        &each(|it| it.appeal_until) as _,
        &each(Open::waits_until) as _,
    )
    .execute(&mut **tx)
    .await?;
    let events = moves.iter().map(|(it, to)| {
        let subject = Subject::case(it.id, it.number).of_case(it.id);
        let subject = match it.organization_id {
            Some(organization) => subject.of_organization(organization),
            None => subject,
        };
        let told = |it: &Open| json!({ "due": it.due_on, "answer_by": it.answer_by, "appeal_until": it.appeal_until });
        Event::new(Act::CaseDueMoved, subject)
            .before(told(it))
            .after(told(to))
    });
    history::record_all(tx, by, events.collect()).await
}
