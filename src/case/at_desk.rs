//! What waits at the desk for one officer: what they hold, what their post is asked, appeals, and what is late.

use chrono::{DateTime, NaiveDate, Utc};

use crate::actor::Person;
use crate::db::Dated;
use crate::ids::CaseId;
use crate::values::Role;
use crate::{Error, Result};

/// How many cases are named of each sort; the rest is counted.
const NAMED: i64 = 3;

/// Why a case waits for an officer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waits {
    /// They hold it.
    Held,
    /// Their post is asked what it thinks.
    Opinion,
    /// Only a chair may judge it, and this one may.
    Appeal,
    /// A condition of an acceptance was answered, or its day has passed.
    Condition,
    /// The board has not answered in the time that it gives itself.
    Late,
    /// Nobody has taken it.
    Untaken,
}

/// A case that waits.
#[derive(Clone, Debug)]
pub struct AtDesk {
    /// Why.
    pub why: Waits,
    /// Its id.
    pub id: CaseId,
    /// What it is called.
    pub title: String,
    /// Until when the post is asked.
    pub due_on: Option<NaiveDate>,
    /// When the officer took it, or the board was asked.
    pub since: DateTime<Utc>,
    /// How many wait for this reason.
    pub of: i64,
}

impl Waits {
    fn parse(word: &str) -> Result<Self> {
        Ok(match word {
            "held" => Self::Held,
            "opinion" => Self::Opinion,
            "appeal" => Self::Appeal,
            "condition" => Self::Condition,
            "late" => Self::Late,
            "untaken" => Self::Untaken,
            _ => return Err(Error::Contradiction("a reason to wait that there is not")),
        })
    }
}

/// The first few of each sort, the oldest first, with how many there are. Nobody is told of a case of their own.
pub async fn at_desk(
    conn: &mut impl Dated,
    officer: &Person,
    today: NaiveDate,
) -> Result<Vec<AtDesk>> {
    let now = conn.now();
    let is_board = matches!(officer.role, Role::Coordinator | Role::Chair);
    let rows = sqlx::query!(
        r#"select w.why as "why!", w.id as "id!: CaseId", w.title as "title!", w.due_on, w.since as "since!", w.of as "of!"
         from (
            select r.why, c.id, c.title, c.due_on, r.since,
                count(*) over (partition by r.why) as of,
                row_number() over (partition by r.why order by r.since, c.id) as nth
            from cases c cross join lateral (values
                ('held', c.holder_id = $1 and c.held_until > $7, c.held_since),
                ('opinion', c.stage = 'at_post' and c.host_country = any($2), c.asked_at),
                ('appeal', $4 and c.stage = 'appealed'
                    and $1 not in (select case_refused_by(c.id)), c.asked_at),
                ('condition', $3 and c.stage = 'accepted_with_conditions' and (c.waits_on = 'board'
                    or case_overdue(c, $5)), c.stage_since),
                ('late', $3 and c.stage in ('submitted', 'in_review', 'appealed') and case_overdue(c, $5), c.asked_at),
                ('untaken', $3 and c.stage in ('submitted', 'in_review') and (c.holder_id is null or c.held_until <= $7)
                    and not exists (select from case_decisions d where d.case_id = c.id and d.outcome = 'refused'), c.asked_at)
            ) r (why, waits, since)
            where c.stage in ('at_post', 'submitted', 'in_review', 'appealed', 'accepted_with_conditions') and r.waits and c.applicant_id <> $1
                and not case_typed_by(c, $1)
                and not exists (select from organization_team t
                    where t.organization_id = c.organization_id and t.account_id = $1 and t.until is null)
         ) w where w.nth <= $6 order by w.why, w.nth"#,
        officer.id as _,
        &officer.hosts as _,
        is_board,
        officer.role == Role::Chair,
        today,
        NAMED,
        now,
    )
    .fetch_all(&mut **conn)
    .await?;
    let mut waiting = rows
        .into_iter()
        .map(|row| {
            Ok(AtDesk {
                why: Waits::parse(&row.why)?,
                id: row.id,
                title: row.title,
                due_on: row.due_on,
                since: row.since,
                of: row.of,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    waiting.sort_by_key(|it| it.why);
    Ok(waiting)
}
