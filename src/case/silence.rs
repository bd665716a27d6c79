//! Silence: an applicant who does not answer is reminded, and then the case is withdrawn by itself. It can be brought back for a while.

use chrono::NaiveDate;

use super::policy::CanRevive;
use super::redating::{Open, redate};
use super::row::StageCode;
use super::stage::{Stage, Step};
use super::turn::TurnOf;
use super::{Case, amendment, claim, find, letters, save};
use crate::actor::Actor;
use crate::calendar::{self, BusinessDays, Clock};
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::CaseId;
use crate::organization::{self, team};
use crate::values::{CaseKind, Prose, codes};
use crate::{Error, Result};

/// How many cases one transaction reminds or lets go.
const BATCH: usize = 50;
/// How many business days before the last one somebody is reminded again.
const SOON: u16 = 3;

codes! {
    /// When an applicant is reminded that the board waits for them.
    pub enum Reminder {
        HalfWay = "half_way",
        Soon = "soon",
        LastDay = "last_day",
    }
}

impl Reminder {
    /// The day of it, between the day on which the board asked and the last one.
    fn day(self, days: &BusinessDays, asked: NaiveDate, due: NaiveDate) -> NaiveDate {
        match self {
            Self::HalfWay => days.after(asked, days.between(asked, due) / 2),
            Self::Soon => days.before(due, SOON),
            Self::LastDay => due,
        }
    }

    /// The one that is to be sent today: of those whose day has come the nearest to the end. Where there is little time, some have no day.
    fn today(
        days: &BusinessDays,
        (asked, due): (NaiveDate, NaiveDate),
        today: NaiveDate,
    ) -> Option<Self> {
        let has_come = |it: &Self| {
            let day = it.day(days, asked, due);
            asked < day && day <= today
        };
        let all = Self::ALL.iter().rev().copied();
        all.filter(|_| today <= due).find(has_come)
    }
}

/// Reminds applicants whom the board waits for; how many. One call takes at most fifty. The row that says so and the letters land
/// together: a job that dies has reminded nobody, and one that runs beside it finds the cases taken.
pub async fn remind_silent(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let waiting = sqlx::query!(
        r#"select c.id as "id: CaseId", c.stage_since, c.due_on as "due_on!",
            array(select r.reminder from case_reminders r where r.case_id = c.id and r.due_on = c.due_on) as "sent!: Vec<Reminder>"
         from cases c where c.stage = 'changes_requested' and c.due_on >= $1 order by c.due_on, c.id"#,
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    let days = calendar::calendar(tx).await?.days;
    let wanted: Vec<CaseId> = waiting
        .iter()
        .filter(|it| {
            let between = (it.stage_since.date_naive(), it.due_on);
            Reminder::today(&days, between, today).is_some_and(|one| !it.sent.contains(&one))
        })
        .map(|it| it.id)
        .take(BATCH)
        .collect();
    let held = sqlx::query_scalar!(
        "select id from cases where id = any($1) and stage = 'changes_requested' order by id for update skip locked",
        &wanted as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut told = 0;
    for id in held {
        let case = find(tx, &Actor::System, id).await?;
        let Stage::ChangesRequested { due } = case.stage else {
            continue;
        };
        let between = (case.since.date_naive(), due);
        let Some(reminder) = Reminder::today(&days, between, today) else {
            continue;
        };
        let is_new = sqlx::query!(
            "insert into case_reminders (case_id, due_on, reminder, at) values ($1, $2, $3, $4)
             on conflict on constraint case_reminders_once do nothing",
            id as _,
            due,
            reminder as _,
            now
        )
        .execute(&mut **tx)
        .await?
        .rows_affected()
            == 1;
        if is_new {
            letters::answer_wanted(tx, &case, due).await?;
            told += 1;
        }
    }
    Ok(told)
}

/// Withdraws those whose applicant let the time pass; how many cases were looked at. One call takes at most fifty. Nobody loses a
/// case without having been reminded: whoever was not, because no job ran or the day is older than this clock, has time anew.
pub async fn expire_silent(tx: &mut Tx) -> Result<usize> {
    let today = tx.today();
    let silent = sqlx::query!(
        r#"select c.id as "id: CaseId",
            exists (select from case_reminders r where r.case_id = c.id and r.due_on = c.due_on) as "reminded!"
         from cases c where c.stage = 'changes_requested' and c.due_on < $1
         order by c.due_on, c.id limit $2 for update of c skip locked"#,
        today,
        i64::try_from(BATCH).unwrap_or(i64::MAX)
    )
    .fetch_all(&mut **tx)
    .await?;
    if silent.is_empty() {
        return Ok(0);
    }
    let calendar = calendar::calendar(tx).await?;
    let mut moves = Vec::new();
    for row in &silent {
        let case = find(tx, &Actor::System, row.id).await?;
        if row.reminded {
            expire(tx, &case, calendar.until(Clock::Revival, today)).await?;
        } else {
            let before = as_open(&case);
            let after = Open {
                due_on: Some(calendar.until(Clock::Changes, today)),
                ..before.clone()
            };
            moves.push((before, after));
        }
    }
    redate(tx, &Actor::System, &moves).await?;
    Ok(silent.len())
}

/// Documents, the form and what was sent stay; so does everything that stands beside the case.
async fn expire(tx: &mut Tx, case: &Case, until: NaiveDate) -> Result<()> {
    let at = tx.now();
    let to = save::step(tx, case, Step::Expire { at, until }, None).await?;
    let event = save::moved(Act::CaseExpired, case, to);
    history::record(tx, &Actor::System, event).await?;
    letters::expired(tx, case, until).await
}

fn as_open(case: &Case) -> Open {
    Open {
        id: case.id,
        number: case.number,
        organization_id: case.organization,
        stage: StageCode::ChangesRequested,
        stage_since: case.since,
        asked_at: case.asked_at,
        waits_on: Some(TurnOf::Applicant),
        waits_since: case.turn.map(|turn| turn.since),
        due_on: case.stage.due(),
        answer_by: case.answer_by,
        appeal_until: None,
    }
}

/// Brings back what was withdrawn by silence, to where it was, and says until when the applicant has time now. Not where another of its
/// kind is under way by then, or the organization is another one.
pub async fn revive(tx: &mut Tx, granted: CanRevive, why: Option<&Prose>) -> Result<NaiveDate> {
    let case = granted.case();
    if let Some(about) = case.organization {
        // Two at once are one; organizations are held before cases.
        team::lock(tx, about).await?;
        organization::still_goes_on(tx, about).await?;
        let other = match case.kind {
            CaseKind::Amendment => amendment::open_amendment_of(tx, about).await?,
            CaseKind::Renewal => amendment::open_renewal_of(tx, about).await?,
            CaseKind::Claim => claim::open_claim_of(tx, about, case.applicant).await?,
            CaseKind::Registration | CaseKind::Initiative => None,
        };
        if other.is_some() {
            return Err(Error::Overtaken);
        }
    }
    save::lock(tx, case).await?;
    let (at, today) = (tx.now(), tx.today());
    let due = calendar::calendar(tx).await?.until(Clock::Changes, today);
    let to = save::step(tx, case, Step::Revive { at, due }, None).await?;
    let event = save::moved(Act::CaseRevived, case, to).reason(why);
    history::record(tx, granted.by(), event).await?;
    // Whoever brings back their own knows.
    let is_own = granted.by().account().is_some_and(|it| case.is_own(it));
    if !is_own {
        letters::revived(tx, case, due).await?;
    }
    Ok(due)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_reminder_has_its_day_and_the_nearest_to_the_end_is_sent() {
        let days = BusinessDays::new([6, 7], []).unwrap();
        // Tuesday to Tuesday three weeks later: fifteen business days.
        let between = (day("2026-11-24"), day("2026-12-15"));
        let on = |today| Reminder::today(&days, between, day(today));
        assert_eq!(on("2026-11-24"), None);
        assert_eq!(on("2026-12-02"), None);
        assert_eq!(on("2026-12-03"), Some(Reminder::HalfWay));
        assert_eq!(on("2026-12-09"), Some(Reminder::HalfWay));
        assert_eq!(on("2026-12-10"), Some(Reminder::Soon));
        assert_eq!(on("2026-12-15"), Some(Reminder::LastDay));
        assert_eq!(on("2026-12-16"), None);
    }

    #[test]
    fn who_has_little_time_is_reminded_on_the_last_day_alone() {
        let days = BusinessDays::new([6, 7], []).unwrap();
        let between = (day("2026-11-27"), day("2026-11-30"));
        let on = |today| Reminder::today(&days, between, day(today));
        assert_eq!(on("2026-11-27"), None);
        assert_eq!(on("2026-11-29"), None);
        assert_eq!(on("2026-11-30"), Some(Reminder::LastDay));
    }
}
