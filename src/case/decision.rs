//! Decisions: what the board answers. `decide` gives a [`Verdict`]; only `outcome::apply` saves it, with its effect.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::conversation::prose;
use super::policy::{CanDecide, CanRead};
use super::stage::Step;
use super::{Case, NewCondition, Way, agenda, condition, letters, proposal, save, submission};
use crate::Result;
use crate::actor::{Actor, Denied};
use crate::calendar::{self, Clock};
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::{AccountId, DecisionId, OrganizationId};
use crate::organization::{Particular, Particulars, team};
use crate::say;
use crate::values::{CaseKind, Lang, Prose, RegistryNumber, codes};
use crate::vault::{Sealed, Vault};

/// Where the words of decisions are sealed.
pub(super) const WORDS: &str = "case_decisions.words";
/// Where notes to fields are sealed.
const NOTE: &str = "case_field_notes.note";

codes! {
    /// What the board answered.
    pub enum Outcome {
        Accepted = "accepted",
        AcceptedWithConditions = "accepted_with_conditions",
        Refused = "refused",
        ChangesRequested = "changes_requested",
    }
}

/// What the board answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Yes.
    Accept,
    /// Yes, if some things are done, each until a day. There is at least one.
    AcceptWithConditions { conditions: Vec<NewCondition> },
    /// No, and why.
    Refuse { words: Prose },
    /// Not yet: what is to be changed until a day.
    RequestChanges {
        words: Option<Prose>,
        notes: Vec<FieldNote>,
        due: NaiveDate,
    },
}

/// What is to be changed in one field of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldNote {
    /// The field.
    pub field: Particular,
    /// What is asked.
    pub note: Prose,
}

/// An answer that is not saved yet: `outcome::apply` does that, together with what it means.
#[derive(Debug)]
#[must_use = "a verdict that is not applied decides nothing"]
pub struct Verdict {
    actor: Actor,
    case: Case,
    answer: Answer,
    particulars: Particulars,
    said_at: DateTime<Utc>,
}

/// An answer that the board gave.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its id; later ones have larger ones.
    pub id: DecisionId,
    /// What was answered.
    pub outcome: Outcome,
    /// In which words.
    pub words: Option<Prose>,
    /// Notes to fields.
    pub notes: Vec<FieldNote>,
    /// Until when something is asked.
    pub due: Option<NaiveDate>,
    /// Until when the applicant may appeal.
    pub appeal_until: Option<NaiveDate>,
    /// Who decided. For the desk: to the applicant it is the board.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Answer {
    /// Yes, if one thing is done until a day.
    pub fn on_condition(words: Prose, due: NaiveDate) -> Self {
        Self::AcceptWithConditions {
            conditions: vec![NewCondition { words, due }],
        }
    }

    /// The word for it.
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Accept => Outcome::Accepted,
            Self::AcceptWithConditions { .. } => Outcome::AcceptedWithConditions,
            Self::Refuse { .. } => Outcome::Refused,
            Self::RequestChanges { .. } => Outcome::ChangesRequested,
        }
    }

    /// Whether it decides, so that the rule asks who may give it.
    pub const fn is_final(&self) -> bool {
        self.outcome().is_final()
    }

    /// The words of it.
    pub const fn words(&self) -> Option<&Prose> {
        match self {
            // Each condition has words of its own.
            Self::Accept | Self::AcceptWithConditions { .. } => None,
            Self::Refuse { words } => Some(words),
            Self::RequestChanges { words, .. } => words.as_ref(),
        }
    }

    fn notes(&self) -> &[FieldNote] {
        match self {
            Self::RequestChanges { notes, .. } => notes,
            _ => &[],
        }
    }

    /// What is to be done.
    pub fn conditions(&self) -> &[NewCondition] {
        match self {
            Self::AcceptWithConditions { conditions } => conditions,
            _ => &[],
        }
    }

    /// Whether the day of one of its conditions is not to come any more, so that it cannot be given as it is.
    pub fn has_passed(&self, today: NaiveDate) -> bool {
        self.conditions().iter().any(|it| it.due <= today)
    }

    /// The step of this answer; a refusal can be appealed against until a day.
    fn step(&self, at: DateTime<Utc>, appeal_until: NaiveDate) -> Step {
        match self {
            Self::Accept => Step::Accept { at },
            // The nearest day is the one by which somebody must act. Without any condition it is an acceptance.
            Self::AcceptWithConditions { conditions } => {
                match conditions.iter().map(|it| it.due).min() {
                    Some(due) => Step::AcceptWithConditions { at, due },
                    None => Step::Accept { at },
                }
            }
            Self::Refuse { .. } => Step::Refuse { at, appeal_until },
            Self::RequestChanges { due, .. } => Step::RequestChanges { due: *due },
        }
    }
}

impl Verdict {
    /// Who decided.
    pub const fn by(&self) -> &Actor {
        &self.actor
    }

    /// On what.
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// On what was submitted last.
    pub const fn particulars(&self) -> &Particulars {
        &self.particulars
    }

    /// On which day that was said.
    pub fn said_on(&self) -> NaiveDate {
        self.said_at.date_naive()
    }

    /// Whether it takes effect on the registry.
    pub const fn accepts(&self) -> bool {
        matches!(
            self.answer,
            Answer::Accept | Answer::AcceptWithConditions { .. }
        )
    }
}

/// Decides: waits for a colleague who is deciding the same, and is overtaken by one who did. Claims of one organization wait for
/// each other, organizations before cases: accepting one decides on all.
///
/// Whoever asks for changes needs nobody else. What decides is one person's only where the rule says so.
pub async fn decide(tx: &mut Tx, granted: CanDecide, answer: Answer) -> Result<Verdict> {
    if answer.is_final() && granted.case().way != Way::One {
        return Err(Denied::Forbidden.into());
    }
    lock(tx, granted.case()).await?;
    verdict(tx, granted.by(), granted.case(), answer).await
}

/// Waits for a colleague who is deciding the same.
pub(super) async fn lock(tx: &mut Tx, case: &Case) -> Result<()> {
    if let (CaseKind::Claim, Some(about)) = (case.kind, case.organization) {
        team::lock(tx, about).await?;
    }
    save::lock(tx, case).await
}

/// A verdict on a case that is locked as it was seen.
pub(super) async fn verdict(
    tx: &mut Tx,
    by: &Actor,
    case: &Case,
    answer: Answer,
) -> Result<Verdict> {
    let (particulars, said_at) = submission::last(tx, case).await?;
    Ok(Verdict {
        particulars,
        said_at,
        actor: by.clone(),
        case: case.clone(),
        answer,
    })
}

/// Saves a verdict; for `outcome::apply` alone, which says what it brought about.
pub async fn settle(
    tx: &mut Tx,
    verdict: Verdict,
    about: Option<(OrganizationId, RegistryNumber)>,
) -> Result<DecisionId> {
    let Verdict {
        actor,
        mut case,
        answer,
        ..
    } = verdict;
    let step = answer.step(tx.now(), appeal_until(tx).await?);
    let to = save::step(tx, &case, step, about.map(|(id, _)| id)).await?;
    let id = keep(tx, &case, &answer, step, actor.person()?.id).await?;
    proposal::decided(tx, case.id, id).await?;
    // Who gets the letter is decided by the case as it was: its organization may be a moment old.
    let addressed = case.clone();
    case.organization = about.map(|(id, _)| id).or(case.organization);
    let act = match answer.outcome() {
        Outcome::Accepted => Act::CaseAccepted,
        Outcome::AcceptedWithConditions => Act::CaseAcceptedWithConditions,
        Outcome::Refused => Act::CaseRefused,
        Outcome::ChangesRequested => Act::CaseChangesRequested,
    };
    let event = save::moved(act, &case, to).reason(answer.words());
    history::record(tx, &actor, event).await?;
    letters::decided(tx, &addressed, to, about.map(|(_, number)| number)).await?;
    Ok(id)
}

/// Refuses the other claims of an organization whose owner another claimant has become. Each is told why, and may appeal. Nobody
/// decides on those whom they compete with. Hold the team before.
pub async fn refuse_rivals(tx: &mut Tx, verdict: &Verdict) -> Result<()> {
    let person = verdict.actor.person()?.id;
    let rivals = sqlx::query!(
        r#"select c.id, c.applicant_id, a.lang as "lang: Lang"
         from cases c join accounts a on a.id = c.applicant_id
         where c.kind = 'claim' and c.organization_id = $1 and c.id <> $2
            and c.stage in ('submitted', 'at_post', 'in_review', 'changes_requested', 'appealed')
         order by c.id for update of c"#,
        verdict.case.organization as _,
        verdict.case.id as _,
    )
    .fetch_all(&mut **tx)
    .await?;
    for rival in rivals {
        if rival.applicant_id == person {
            return Err(Denied::Forbidden.into());
        }
        let case = super::find(tx, &Actor::System, rival.id).await?;
        let words = prose(&say::t(rival.lang, "claim-outrun"))?;
        let at = tx.now();
        let appeal_until = appeal_until(tx).await?;
        let step = Step::Outrun { at, appeal_until };
        let answer = Answer::Refuse { words };
        let to = save::step(tx, &case, step, None).await?;
        keep(tx, &case, &answer, step, person).await?;
        agenda::leave(tx, &verdict.actor, &case).await?;
        let event = save::moved(Act::CaseRefused, &case, to).reason(answer.words());
        history::record(tx, &verdict.actor, event).await?;
        letters::decided(tx, &case, to, None).await?;
    }
    Ok(())
}

/// Until when one can appeal against a refusal of today.
async fn appeal_until(tx: &mut Tx) -> Result<NaiveDate> {
    let today = tx.today();
    Ok(calendar::calendar(tx).await?.until(Clock::Appeal, today))
}

/// Keeps the answer with its notes. Nothing is replaced.
async fn keep(
    tx: &mut Tx,
    case: &Case,
    answer: &Answer,
    step: Step,
    by: AccountId,
) -> Result<DecisionId> {
    let id = DecisionId::fresh();
    let now = tx.now();
    let vault = tx.vault();
    let words = answer
        .words()
        .map(|words| vault.seal_text(WORDS, id, words))
        .transpose()?;
    let (due, appeal_until) = match step {
        Step::AcceptWithConditions { due, .. } | Step::RequestChanges { due } => (Some(due), None),
        Step::Refuse { appeal_until, .. } | Step::Outrun { appeal_until, .. } => {
            (None, Some(appeal_until))
        }
        _ => (None, None),
    };
    sqlx::query!(
        "insert into case_decisions (id, case_id, outcome, words_sealed, due_on, appeal_until, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id as _,
        case.id as _,
        answer.outcome() as _,
        words as _,
        due,
        appeal_until,
        by as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    condition::keep(tx, case, id, answer.conditions()).await?;
    for (position, note) in (0_i16..).zip(answer.notes()) {
        let sealed = vault.seal_text(NOTE, id, &note.note)?;
        sqlx::query!(
            "insert into case_field_notes (decision_id, position, field, note_sealed) values ($1, $2, $3, $4)",
            id as _,
            position,
            note.field as _,
            sealed as _,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(id)
}

struct Row {
    id: DecisionId,
    outcome: Outcome,
    words_sealed: Option<Sealed>,
    due_on: Option<NaiveDate>,
    appeal_until: Option<NaiveDate>,
    decided_by: AccountId,
    decided_at: DateTime<Utc>,
}

/// Everything that the board answered, the first first.
pub async fn decisions(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Decision>> {
    let case = granted.case().id;
    let rows = sqlx::query_as!(
        Row,
        "select id, outcome, words_sealed, due_on, appeal_until, decided_by, decided_at
         from case_decisions where case_id = $1 order by id",
        case as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut notes = sqlx::query!(
        "select n.decision_id, n.field, n.note_sealed
         from case_field_notes n join case_decisions d on d.id = n.decision_id
         where d.case_id = $1 order by n.decision_id, n.position",
        case as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let words = row
                .words_sealed
                .map(|sealed| prose(&vault.open_text(WORDS, row.id, &sealed)?))
                .transpose()?;
            let notes = notes
                .extract_if(.., |note| note.decision_id == row.id)
                .map(|note| {
                    Ok(FieldNote {
                        note: prose(&vault.open_text(NOTE, row.id, &note.note_sealed)?)?,
                        field: note.field,
                    })
                })
                .collect::<Result<_>>()?;
            Ok(Decision {
                id: row.id,
                outcome: row.outcome,
                words,
                notes,
                due: row.due_on,
                appeal_until: row.appeal_until,
                by: row.decided_by,
                at: row.decided_at,
            })
        })
        .collect()
}
