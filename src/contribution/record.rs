//! Recording what an organization gave, putting another record in the place of one, and taking one back. Nothing is edited.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::policy::{CanKeep, CanRecord};
use super::{ContributionKind, Evidence};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ContributionFileId, ContributionId, InitiativeId};
use crate::values::{Amount, Country, Prose};
use crate::{Error, Result};

/// Where it is sealed what shows that something was given.
pub(super) const PROOF: &str = "contributions.proof";

/// What was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// To which initiative, if to one.
    pub initiative: Option<InitiativeId>,
    /// Which country it helps; always said where there is no initiative.
    pub homeland: Option<Country>,
    /// What kind of thing.
    pub kind: ContributionKind,
    /// How much.
    pub amount: Amount,
    /// On which day.
    pub given_on: NaiveDate,
    /// How well it is shown.
    pub evidence: Evidence,
    /// What it was, in words that become public with it.
    pub words: Option<Prose>,
    /// What shows it; not public.
    pub proof: Option<Prose>,
    /// The file that shows it; not public.
    pub file: Option<ContributionFileId>,
    /// Whether the organization wants it to be public.
    pub is_for_public: bool,
}

impl Given {
    /// The same with a file that shows it, or without one. What is shown by words or a file is documented.
    #[must_use]
    pub fn shown_by(mut self, file: Option<ContributionFileId>) -> Self {
        self.evidence = match self.proof.is_some() || file.is_some() {
            true => Evidence::Documented,
            false => Evidence::Stated,
        };
        self.file = file;
        self
    }

    fn in_history(&self, id: ContributionId) -> Value {
        json!({
            "contribution": id,
            "initiative": self.initiative,
            "homeland": self.homeland,
            "kind": self.kind,
            "amount": self.amount.plain(),
            "of": self.amount.measure.code(),
            "given_on": self.given_on,
            "evidence": self.evidence,
            "file": self.file,
            "is_for_public": self.is_for_public,
        })
    }
}

/// Records it. The board looks at it before it is public.
///
/// # Errors
///
/// [`Error::Overtaken`] if the organization does not carry the initiative (any more).
pub async fn record(tx: &mut Tx, can: &CanRecord, given: &Given) -> Result<ContributionId> {
    let id = write(tx, can, given, None).await?;
    let event = event(can, Act::ContributionRecorded).after(given.in_history(id));
    history::record(tx, can.by(), event).await?;
    Ok(id)
}

/// Puts another record in the place of one: the old one stays, and counts no more.
///
/// # Errors
///
/// [`Error::Overtaken`] if something took its place already.
pub async fn replace(tx: &mut Tx, can: &CanKeep, given: &Given) -> Result<ContributionId> {
    let old = can.contribution();
    supersede(tx, can).await?;
    let id = write(tx, can.record(), given, Some(old.id)).await?;
    let event = event(can.record(), Act::ContributionReplaced)
        .before(old.given.in_history(old.id))
        .after(given.in_history(id));
    history::record(tx, can.record().by(), event).await?;
    Ok(id)
}

/// Takes a record back: it stays, and counts no more.
///
/// # Errors
///
/// [`Error::Overtaken`] if something took its place already.
pub async fn withdraw(tx: &mut Tx, can: &CanKeep) -> Result<()> {
    let old = can.contribution();
    supersede(tx, can).await?;
    let event =
        event(can.record(), Act::ContributionWithdrawn).before(old.given.in_history(old.id));
    history::record(tx, can.record().by(), event).await
}

async fn supersede(tx: &mut Tx, can: &CanKeep) -> Result<()> {
    let now = tx.now();
    let done = sqlx::query!(
        "update contributions set superseded_at = $2 where id = $1 and superseded_at is null and organization_id = $3",
        can.contribution().id as _,
        now,
        can.record().organization().id as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    match done {
        0 => Err(Error::Overtaken),
        _ => Ok(()),
    }
}

async fn write(
    tx: &mut Tx,
    can: &CanRecord,
    given: &Given,
    replaces: Option<ContributionId>,
) -> Result<ContributionId> {
    let (id, now, vault) = (ContributionId::fresh(), tx.now(), tx.vault());
    let organization = can.organization().id;
    if let Some(initiative) = given.initiative {
        // What was given while it carried the initiative stays true when it has left.
        let carried = sqlx::query_scalar!(
            r#"select exists (select from initiative_partners where initiative_id = $1 and organization_id = $2) as "carried!""#,
            initiative as _,
            organization as _
        )
        .fetch_one(&mut **tx)
        .await?;
        if !carried {
            return Err(Error::Overtaken);
        }
    }
    let proof = match &given.proof {
        Some(proof) => Some(vault.seal_text(PROOF, id, proof)?),
        None => None,
    };
    sqlx::query!(
        "insert into contributions (id, organization_id, initiative_id, homeland, kind, amount, currency, unit, given_on, evidence,
            words, proof_sealed, is_for_public, replaces, written_by, written_at, file_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        id as _,
        organization as _,
        given.initiative as _,
        given.homeland as _,
        given.kind as _,
        given.amount.minor,
        given.amount.measure.currency() as _,
        given.amount.measure.unit() as _,
        given.given_on,
        given.evidence as _,
        given.words as _,
        proof as _,
        given.is_for_public,
        replaces as _,
        can.by().person()?.id as _,
        now,
        given.file as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

fn event(can: &CanRecord, act: Act) -> Event {
    let of = can.organization();
    Event::new(act, Subject::organization(of.id, of.number))
}
