//! One contribution, with what shows it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::record::PROOF;
use super::review::ANSWER;
use super::{ContributionKind, Evidence, Given, Review};
use crate::ids::{AccountId, ContributionFileId, ContributionId, InitiativeId, OrganizationId};
use crate::values::{Amount, Country, Currency, Measure, Prose, Unit};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// What an organization gave, and what the board made of it.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// Its id.
    pub id: ContributionId,
    /// Who gave it.
    pub organization: OrganizationId,
    /// What.
    pub given: Given,
    /// What the board made of it.
    pub review: Review,
    /// Why the board does not count it.
    pub answer: Option<Prose>,
    /// Which record it took the place of.
    pub replaces: Option<ContributionId>,
    /// Since when it counts no more.
    pub superseded_at: Option<DateTime<Utc>>,
    /// Who wrote it down.
    pub written_by: AccountId,
    /// When.
    pub written_at: DateTime<Utc>,
}

/// A row as it stands in the table.
pub(super) struct Row {
    pub(super) id: ContributionId,
    pub(super) organization_id: OrganizationId,
    pub(super) initiative_id: Option<InitiativeId>,
    pub(super) homeland: Option<Country>,
    pub(super) kind: ContributionKind,
    pub(super) amount: i64,
    pub(super) currency: Option<Currency>,
    pub(super) unit: Option<Unit>,
    pub(super) given_on: NaiveDate,
    pub(super) evidence: Evidence,
    pub(super) words: Option<Prose>,
    pub(super) proof_sealed: Option<Sealed>,
    pub(super) file_id: Option<ContributionFileId>,
    pub(super) is_for_public: bool,
    pub(super) review: Review,
    pub(super) answer_sealed: Option<Sealed>,
    pub(super) replaces: Option<ContributionId>,
    pub(super) superseded_at: Option<DateTime<Utc>>,
    pub(super) written_by: AccountId,
    pub(super) written_at: DateTime<Utc>,
}

impl Row {
    pub(super) fn open(self, vault: &Vault) -> Result<Contribution> {
        let measure = Measure::stored(self.currency, self.unit).ok_or(Error::Contradiction(
            "a contribution has neither currency nor unit",
        ))?;
        let prose = |context, sealed: Option<&Sealed>| -> Result<Option<Prose>> {
            Ok(match sealed {
                Some(sealed) => {
                    let text = vault.open_text(context, self.id, sealed)?;
                    Prose::parse(&text, Prose::CEILING).ok()
                }
                None => None,
            })
        };
        Ok(Contribution {
            given: Given {
                initiative: self.initiative_id,
                homeland: self.homeland,
                kind: self.kind,
                amount: Amount {
                    minor: self.amount,
                    measure,
                },
                given_on: self.given_on,
                evidence: self.evidence,
                proof: prose(PROOF, self.proof_sealed.as_ref())?,
                file: self.file_id,
                words: self.words,
                is_for_public: self.is_for_public,
            },
            answer: prose(ANSWER, self.answer_sealed.as_ref())?,
            id: self.id,
            organization: self.organization_id,
            review: self.review,
            replaces: self.replaces,
            superseded_at: self.superseded_at,
            written_by: self.written_by,
            written_at: self.written_at,
        })
    }
}

/// The contribution with this id.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    id: ContributionId,
) -> Result<Option<Contribution>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, homeland, kind, amount, currency, unit, given_on, evidence, words, proof_sealed, file_id,
            is_for_public, review, answer_sealed, replaces, superseded_at, written_by, written_at
         from contributions where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}
