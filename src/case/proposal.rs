//! Two who decide: what the first proposes waits until a colleague confirms it, which decides, or disagrees.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::conversation::prose;
use super::decision::{Answer, Outcome, Verdict, lock, verdict};
use super::policy::{CanConfirm, CanDisagree, CanPropose, CanRead, CanTakeBack};
use super::{Case, letters, save};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId, DecisionId, ProposalId};
use crate::values::{Prose, codes};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where what is proposed is sealed.
const ANSWER: &str = "case_proposals.answer";
/// Where the words of whoever disagrees are sealed.
const WORDS: &str = "case_proposals.words";

codes! {
    /// What became of a proposal.
    pub enum Ending {
        Confirmed = "confirmed",
        Disagreed = "disagreed",
        TakenBack = "taken_back",
        Overtaken = "overtaken",
    }
}

/// What the first of two proposes.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The whole answer.
    pub answer: Answer,
    /// Who proposes it.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
    /// What became of it; nothing, while it waits.
    pub ended: Option<Ended>,
}

/// What became of a proposal.
#[derive(Clone, Debug)]
pub struct Ended {
    /// What.
    pub how: Ending,
    /// Who ended it; nobody, where the course of the case did.
    pub by: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
    /// Why the second disagrees.
    pub words: Option<Prose>,
}

/// Proposes an answer that decides; a colleague has the last word. Changes need no second person and are no proposal.
pub async fn propose(tx: &mut Tx, granted: CanPropose, answer: Answer) -> Result<ProposalId> {
    let case = granted.case();
    if !answer.is_final() {
        return Err(Error::Contradiction("a proposal that decides nothing"));
    }
    save::touch(tx, case).await?;
    let (id, now, vault) = (ProposalId::fresh(), tx.now(), tx.vault());
    sqlx::query!(
        "insert into case_proposals (id, case_id, outcome, answer_sealed, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        case.id as _,
        answer.outcome() as _,
        vault.seal_json(ANSWER, id, &answer)? as _,
        granted.by().person()?.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::CaseDecisionProposed, save::subject(case))
        .after(json!({ "outcome": answer.outcome() }))
        .reason(answer.words());
    history::record(tx, granted.by(), event).await?;
    letters::proposed(tx, case, granted.by().person()?.id).await?;
    Ok(id)
}

/// Confirms what a colleague proposed, as it was seen: the verdict is theirs, and `outcome::apply` saves it with its effect.
pub async fn confirm(tx: &mut Tx, granted: CanConfirm, seen: ProposalId) -> Result<Verdict> {
    let case = granted.case().clone();
    let by = granted.by().clone();
    lock(tx, &case).await?;
    let answer = end(tx, &case, seen, Ending::Confirmed, by.person()?.id, None).await?;
    if answer.has_passed(tx.today()) {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::CaseProposalConfirmed, save::subject(&case))
        .after(json!({ "outcome": answer.outcome() }));
    history::record(tx, &by, event).await?;
    verdict(tx, &by, &case, answer).await
}

/// Disagrees: the case is under review again, and the first reads why.
pub async fn disagree(
    tx: &mut Tx,
    granted: CanDisagree,
    seen: ProposalId,
    words: &Prose,
) -> Result<()> {
    let case = granted.case();
    save::touch(tx, case).await?;
    let by = granted.by().person()?.id;
    let answer = end(tx, case, seen, Ending::Disagreed, by, Some(words)).await?;
    let event = Event::new(Act::CaseProposalDisagreed, save::subject(case))
        .after(json!({ "outcome": answer.outcome() }))
        .reason(Some(words));
    history::record(tx, granted.by(), event).await?;
    letters::disagreed(tx, case).await
}

/// Takes one's own proposal back.
pub async fn take_back(tx: &mut Tx, granted: CanTakeBack, seen: ProposalId) -> Result<()> {
    let case = granted.case();
    save::touch(tx, case).await?;
    let by = granted.by().person()?.id;
    let answer = end(tx, case, seen, Ending::TakenBack, by, None).await?;
    let event = Event::new(Act::CaseProposalTakenBack, save::subject(case))
        .after(json!({ "outcome": answer.outcome() }));
    history::record(tx, granted.by(), event).await
}

/// Ends the proposal that waits, if it is the one that was seen; what it proposes.
async fn end(
    tx: &mut Tx,
    case: &Case,
    seen: ProposalId,
    how: Ending,
    by: AccountId,
    words: Option<&Prose>,
) -> Result<Answer> {
    let (now, vault) = (tx.now(), tx.vault());
    let words = words
        .map(|words| vault.seal_text(WORDS, seen, words))
        .transpose()?;
    let sealed = sqlx::query_scalar!(
        r#"update case_proposals set ending = $3, ended_by = $4, ended_at = $5, words_sealed = $6
         where id = $1 and case_id = $2 and ended_at is null
         returning answer_sealed as "answer: Sealed""#,
        seen as _,
        case.id as _,
        how as _,
        by as _,
        now,
        words as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    Ok(vault.open_json(ANSWER, seen, &sealed)?)
}

/// Whatever takes a case out of review ends the proposal that waits.
pub(super) async fn overtake(tx: &mut Tx, case: CaseId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update case_proposals set ending = 'overtaken', ended_at = $2 where case_id = $1 and ended_at is null",
        case as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Says which decision came of the proposal that was confirmed.
pub(super) async fn decided(tx: &mut Tx, case: CaseId, decision: DecisionId) -> Result<()> {
    sqlx::query!(
        "update case_proposals set decision_id = $2
         where id = (select id from case_proposals where case_id = $1 order by id desc limit 1)
            and ending = 'confirmed' and decision_id is null",
        case as _,
        decision as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct Row {
    id: ProposalId,
    answer_sealed: Sealed,
    proposed_by: AccountId,
    proposed_at: DateTime<Utc>,
    ending: Option<Ending>,
    ended_by: Option<AccountId>,
    ended_at: Option<DateTime<Utc>>,
    words_sealed: Option<Sealed>,
}

/// The newest proposal, for those of the desk; the applicant never sees one.
pub async fn last_proposal(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Option<Proposal>> {
    if !granted.internal() {
        return Ok(None);
    }
    let row = sqlx::query_as!(
        Row,
        "select id, answer_sealed, proposed_by, proposed_at, ending, ended_by, ended_at, words_sealed
         from case_proposals where case_id = $1 order by id desc limit 1",
        granted.case().id as _,
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let words = row
        .words_sealed
        .map(|sealed| prose(&vault.open_text(WORDS, row.id, &sealed)?))
        .transpose()?;
    Ok(Some(Proposal {
        id: row.id,
        answer: vault.open_json(ANSWER, row.id, &row.answer_sealed)?,
        by: row.proposed_by,
        at: row.proposed_at,
        ended: row.ending.zip(row.ended_at).map(|(how, at)| Ended {
            how,
            by: row.ended_by,
            at,
            words,
        }),
    }))
}

impl Outcome {
    /// Whether it ends the review for good, so that the rule asks who may give it.
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::ChangesRequested)
    }
}
