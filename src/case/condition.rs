//! Conditions: what remains to be done after an acceptance, what the applicant answers, and whether the board takes it as met.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::conversation::prose;
use super::decision::WORDS as DECISION;
use super::policy::{CanAnswerCondition, CanMarkCondition, CanRead};
use super::stage::{Stage, Step};
use super::{Case, letters, save, turn};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{
    AccountId, ConditionAnswerId, ConditionId, ConditionMarkId, DecisionId, DocumentId,
};
use crate::values::{Prose, codes};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where the words of conditions are sealed.
const WORDS: &str = "case_conditions.words";
/// Where what applicants answer is sealed.
const ANSWER: &str = "case_condition_answers.words";
/// Where the board's reasons are sealed.
const REASON: &str = "case_condition_marks.reason";

codes! {
    /// What the board says of a condition.
    pub enum ConditionMark {
        Met = "met",
        NotMet = "not_met",
        Extended = "extended",
    }

    /// How far a condition is.
    pub enum ConditionState {
        Open = "open",
        Overdue = "overdue",
        Answered = "answered",
        NotMet = "not_met",
        Met = "met",
    }
}

/// A condition to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCondition {
    /// What is to be done.
    pub words: Prose,
    /// Until when.
    pub due: NaiveDate,
}

/// A condition that was set.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its id.
    pub id: ConditionId,
    /// What is to be done.
    pub words: Prose,
    /// Until when.
    pub due: NaiveDate,
    /// When the board took it as met.
    pub met_at: Option<DateTime<Utc>>,
    /// What was answered, the first first.
    pub answers: Vec<ConditionAnswer>,
    /// What the board said of it, the first first.
    pub marks: Vec<Marked>,
}

/// What the applicant did about a condition.
#[derive(Clone, Debug)]
pub struct ConditionAnswer {
    /// In words.
    pub words: Prose,
    /// The paper that shows it.
    pub document: Option<DocumentId>,
    /// Who answered.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the board said of a condition.
#[derive(Clone, Debug)]
pub struct Marked {
    /// What.
    pub mark: ConditionMark,
    /// The new day, where there is one.
    pub due: Option<NaiveDate>,
    /// Why.
    pub reason: Option<Prose>,
    /// Who. For the desk: to the applicant it is the board.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the board says of a condition now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is met.
    Met { reason: Option<Prose> },
    /// It is not met by what was answered.
    NotMet { reason: Prose },
    /// There is time until another day.
    Extended { due: NaiveDate, reason: Prose },
}

impl Judged {
    const fn mark(&self) -> ConditionMark {
        match self {
            Self::Met { .. } => ConditionMark::Met,
            Self::NotMet { .. } => ConditionMark::NotMet,
            Self::Extended { .. } => ConditionMark::Extended,
        }
    }

    const fn reason(&self) -> Option<&Prose> {
        match self {
            Self::Met { reason } => reason.as_ref(),
            Self::NotMet { reason } | Self::Extended { reason, .. } => Some(reason),
        }
    }

    const fn due(&self) -> Option<NaiveDate> {
        match self {
            Self::Extended { due, .. } => Some(*due),
            _ => None,
        }
    }

    const fn act(&self) -> Act {
        match self {
            Self::Met { .. } => Act::CaseConditionMet,
            Self::NotMet { .. } => Act::CaseConditionNotMet,
            Self::Extended { .. } => Act::CaseConditionExtended,
        }
    }
}

impl Condition {
    /// Everybody who said something about it.
    pub fn accounts(&self) -> Vec<AccountId> {
        let mut accounts: Vec<AccountId> = self.answers.iter().map(|it| it.by).collect();
        accounts.extend(self.marks.iter().map(|it| it.by));
        accounts
    }

    /// How far it is on a day.
    pub fn state(&self, today: NaiveDate) -> ConditionState {
        let answered = self.answers.last().map(|answer| answer.at);
        let judged = self.marks.last();
        match (self.met_at, answered, judged) {
            (Some(_), ..) => ConditionState::Met,
            (None, Some(at), judged) if judged.is_none_or(|judged| judged.at < at) => {
                ConditionState::Answered
            }
            _ if self.due < today => ConditionState::Overdue,
            (.., Some(judged)) if judged.mark == ConditionMark::NotMet => ConditionState::NotMet,
            _ => ConditionState::Open,
        }
    }
}

/// Keeps the conditions of a decision.
pub(super) async fn keep(
    tx: &mut Tx,
    case: &Case,
    decision: DecisionId,
    conditions: &[NewCondition],
) -> Result<()> {
    for (position, condition) in (0_i16..).zip(conditions) {
        let id = ConditionId::fresh();
        let words = tx.vault().seal_text(WORDS, id, &condition.words)?;
        sqlx::query!(
            "insert into case_conditions (id, decision_id, case_id, position, words_sealed, due_on)
             values ($1, $2, $3, $4, $5, $6)",
            id as _,
            decision as _,
            case.id as _,
            position,
            words as _,
            condition.due,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

struct Row {
    id: ConditionId,
    decision_id: DecisionId,
    words_sealed: Option<Sealed>,
    of_decision: Option<Sealed>,
    due_on: NaiveDate,
    met_at: Option<DateTime<Utc>>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Condition> {
        let words = match (&self.words_sealed, &self.of_decision) {
            (Some(words), _) => vault.open_text(WORDS, self.id, words)?,
            (None, Some(words)) => vault.open_text(DECISION, self.decision_id, words)?,
            (None, None) => return Err(Error::Contradiction("a condition without words")),
        };
        Ok(Condition {
            id: self.id,
            words: prose(&words)?,
            due: self.due_on,
            met_at: self.met_at,
            answers: Vec::new(),
            marks: Vec::new(),
        })
    }
}

/// The conditions of a case, each with what was said about it.
pub async fn conditions(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Condition>> {
    let case = granted.case().id;
    let rows = sqlx::query_as!(
        Row,
        r#"select c.id, c.decision_id, c.words_sealed, d.words_sealed as of_decision, c.due_on, c.met_at
         from case_conditions c join case_decisions d on d.id = c.decision_id
         where c.case_id = $1 order by c.decision_id, c.position"#,
        case as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut found = rows
        .into_iter()
        .map(|row| row.open(vault))
        .collect::<Result<Vec<_>>>()?;
    if found.is_empty() {
        return Ok(found);
    }
    let answers = sqlx::query!(
        "select a.id, a.condition_id, a.words_sealed, a.document_id, a.answered_by, a.answered_at
         from case_condition_answers a join case_conditions c on c.id = a.condition_id
         where c.case_id = $1 order by a.id",
        case as _
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in answers {
        if let Some(condition) = found.iter_mut().find(|it| it.id == row.condition_id) {
            condition.answers.push(ConditionAnswer {
                words: prose(&vault.open_text(ANSWER, row.id, &row.words_sealed)?)?,
                document: row.document_id,
                by: row.answered_by,
                at: row.answered_at,
            });
        }
    }
    let marks = sqlx::query!(
        "select m.id, m.condition_id, m.mark, m.due_on, m.reason_sealed, m.marked_by, m.marked_at
         from case_condition_marks m join case_conditions c on c.id = m.condition_id
         where c.case_id = $1 order by m.id",
        case as _
    )
    .fetch_all(conn)
    .await?;
    for row in marks {
        if let Some(condition) = found.iter_mut().find(|it| it.id == row.condition_id) {
            let reason = row.reason_sealed.as_ref();
            let reason = reason
                .map(|sealed| prose(&vault.open_text(REASON, row.id, sealed)?))
                .transpose()?;
            condition.marks.push(Marked {
                mark: row.mark,
                due: row.due_on,
                reason,
                by: row.marked_by,
                at: row.marked_at,
            });
        }
    }
    Ok(found)
}

/// Answers a condition, with a paper of the organization or without. Nobody answers what is met.
pub async fn answer_condition(
    tx: &mut Tx,
    granted: CanAnswerCondition,
    condition: ConditionId,
    words: &Prose,
    document: Option<DocumentId>,
) -> Result<()> {
    let case = granted.case();
    save::lock(tx, case).await?;
    still_open(tx, case, condition).await?;
    if let Some(document) = document {
        let own = sqlx::query_scalar!(
            r#"select exists (select from documents
                where id = $1 and (case_id = $2 or organization_id = $3)) as "own!""#,
            document as _,
            case.id as _,
            case.organization as _
        )
        .fetch_one(&mut **tx)
        .await?;
        if !own {
            return Err(Error::NotFound);
        }
    }
    let (id, now) = (ConditionAnswerId::fresh(), tx.now());
    let sealed = tx.vault().seal_text(ANSWER, id, words)?;
    sqlx::query!(
        "insert into case_condition_answers (id, condition_id, words_sealed, document_id, answered_by, answered_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        condition as _,
        sealed as _,
        document as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    turn::keep(tx, case).await?;
    let event = Event::new(Act::CaseConditionAnswered, save::subject(case))
        .after(json!({ "condition": condition, "document": document }));
    history::record(tx, granted.by(), event).await
}

/// Says what the board thinks of a condition. Once all are met, the case is accepted without more.
pub async fn mark_condition(
    tx: &mut Tx,
    granted: CanMarkCondition,
    condition: ConditionId,
    judged: &Judged,
) -> Result<Stage> {
    let case = granted.case();
    save::lock(tx, case).await?;
    still_open(tx, case, condition).await?;
    keep_mark(tx, &granted, condition, judged).await?;
    let next = sqlx::query_scalar!(
        "select min(due_on) from case_conditions where case_id = $1 and met_at is null",
        case.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let step = match next {
        Some(due) => Step::KeepConditions { due },
        None => Step::MeetConditions,
    };
    let to = save::step(tx, case, step, None).await?;
    let event = Event::new(judged.act(), save::subject(case))
        .after(json!({ "condition": condition, "due": judged.due() }))
        .reason(judged.reason());
    history::record(tx, granted.by(), event).await?;
    if next.is_none() {
        let event = save::moved(Act::CaseConditionsMet, case, to);
        history::record(tx, granted.by(), event).await?;
    }
    letters::condition(tx, case, to, judged).await?;
    Ok(to)
}

async fn keep_mark(
    tx: &mut Tx,
    granted: &CanMarkCondition,
    condition: ConditionId,
    judged: &Judged,
) -> Result<()> {
    let (id, now) = (ConditionMarkId::fresh(), tx.now());
    let vault = tx.vault();
    let reason = judged
        .reason()
        .map(|reason| vault.seal_text(REASON, id, reason))
        .transpose()?;
    sqlx::query!(
        "insert into case_condition_marks (id, condition_id, mark, due_on, reason_sealed, marked_by, marked_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        condition as _,
        judged.mark() as _,
        judged.due(),
        reason as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let met = (judged.mark() == ConditionMark::Met).then_some(now);
    sqlx::query!(
        "update case_conditions set due_on = coalesce($2, due_on), met_at = $3 where id = $1",
        condition as _,
        judged.due(),
        met,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Refuses what was met meanwhile, and what is not of this case.
async fn still_open(tx: &mut Tx, case: &Case, condition: ConditionId) -> Result<()> {
    let met = sqlx::query_scalar!(
        r#"select met_at is not null as "met!" from case_conditions where id = $1 and case_id = $2 for update"#,
        condition as _,
        case.id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    match met {
        true => Err(Error::Overtaken),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(day)
    }

    fn marked(mark: ConditionMark, day: i64) -> Marked {
        Marked {
            mark,
            due: None,
            reason: None,
            by: AccountId::from(Uuid::from_u128(1)),
            at: at(day),
        }
    }

    #[test]
    fn a_condition_is_answered_until_the_board_says_something_of_it() {
        let mut condition = Condition {
            id: ConditionId::from(Uuid::from_u128(1)),
            words: Prose::parse("Send the statutes.", 100).unwrap(),
            due: at(10).date_naive(),
            met_at: None,
            answers: Vec::new(),
            marks: Vec::new(),
        };
        let on = |condition: &Condition, day| condition.state(at(day).date_naive());
        assert_eq!(on(&condition, 10), ConditionState::Open);
        assert_eq!(on(&condition, 11), ConditionState::Overdue);
        condition.answers.push(ConditionAnswer {
            words: Prose::parse("Here they are.", 100).unwrap(),
            document: None,
            by: AccountId::from(Uuid::from_u128(2)),
            at: at(2),
        });
        assert_eq!(on(&condition, 3), ConditionState::Answered);
        assert_eq!(
            on(&condition, 11),
            ConditionState::Answered,
            "late is the board"
        );
        condition.marks.push(marked(ConditionMark::NotMet, 4));
        assert_eq!(on(&condition, 5), ConditionState::NotMet);
        assert_eq!(on(&condition, 11), ConditionState::Overdue);
        condition.marks.push(marked(ConditionMark::Extended, 12));
        condition.due = at(20).date_naive();
        assert_eq!(on(&condition, 12), ConditionState::Open);
        condition.met_at = Some(at(15));
        assert_eq!(on(&condition, 30), ConditionState::Met);
    }
}
