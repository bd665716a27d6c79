//! Those who were named to sign a case, each with everything that they answered.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{Digest, EMAIL, NAME, TYPED, WORDS};
use crate::case::policy::CanRead;
use crate::ids::{AccountId, CaseId, SignatoryId, SignatureId};
use crate::values::{Email, Lang, SigningOffice, codes};
use crate::vault::{BlindIndex, Sealed, Vault};
use crate::{Error, Result};

codes! {
    /// What somebody answered who was asked to sign.
    pub enum AnswerCode {
        Signed = "signed",
        Declined = "declined",
    }
}

/// Somebody who was named to sign.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// Their id.
    pub id: SignatoryId,
    /// What the applicant calls them.
    pub name: String,
    /// In which office they sign.
    pub office: SigningOffice,
    /// Where their letter goes.
    pub email: Email,
    /// The language of it.
    pub lang: Lang,
    /// Whether it is the address of this account.
    pub account: Option<AccountId>,
    /// When their letter was written last, and until when its link works.
    pub sent: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Whether a link waits for their answer.
    pub waits: bool,
    /// What they answered, the first first.
    pub answers: Vec<Answered>,
}

/// An answer of somebody who was asked to sign.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Its id.
    pub id: SignatureId,
    /// Which it was.
    pub answer: AnswerCode,
    /// What the form said then.
    pub digest: Digest,
    /// The name that they typed, or why they did not sign.
    pub words: String,
    /// When.
    pub at: DateTime<Utc>,
}

struct Row {
    id: SignatoryId,
    name_sealed: Sealed,
    office: SigningOffice,
    email_sealed: Sealed,
    lang: Lang,
    account: Option<AccountId>,
    token_hash: Option<Vec<u8>>,
    sent_at: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Signatory> {
        let email = vault.open_text(EMAIL, self.id, &self.email_sealed)?;
        Ok(Signatory {
            name: vault.open_text(NAME, self.id, &self.name_sealed)?,
            office: self.office,
            email: Email::parse(&email)
                .map_err(|_| Error::Contradiction("a signatory without an address"))?,
            lang: self.lang,
            account: self.account,
            sent: self.sent_at.zip(self.expires_at),
            waits: self.token_hash.is_some(),
            answers: Vec::new(),
            id: self.id,
        })
    }
}

/// Those who are named to sign a case now, in the order in which they were named.
pub async fn signatories(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Signatory>> {
    of_case(conn, vault, granted.id()).await
}

pub(super) async fn of_case(
    conn: &mut PgConnection,
    vault: &Vault,
    case: CaseId,
) -> Result<Vec<Signatory>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.name_sealed, s.office, s.email_sealed, s.lang, a.id as "account?: AccountId", s.token_hash,
            s.sent_at, s.expires_at
         from case_signatories s left join accounts a on a.email_index = s.email_index and a.closed_at is null
         where s.case_id = $1 and s.removed_at is null order by s.id"#,
        case as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut found = rows
        .into_iter()
        .map(|row| row.open(vault))
        .collect::<Result<Vec<_>>>()?;
    let answers = sqlx::query!(
        "select a.id, a.signatory_id, a.answer, a.digest, a.name_sealed, a.words_sealed, a.answered_at
         from case_signatures a join case_signatories s on s.id = a.signatory_id
         where s.case_id = $1 and s.removed_at is null order by a.id",
        case as _
    )
    .fetch_all(conn)
    .await?;
    for row in answers {
        let Some(signatory) = found.iter_mut().find(|it| it.id == row.signatory_id) else {
            continue;
        };
        let words = match (&row.name_sealed, &row.words_sealed) {
            (Some(name), None) => vault.open_text(TYPED, row.id, name)?,
            (None, Some(words)) => vault.open_text(WORDS, row.id, words)?,
            _ => {
                return Err(Error::Contradiction(
                    "an answer that says nothing or two things",
                ));
            }
        };
        signatory.answers.push(Answered {
            id: row.id,
            answer: row.answer,
            digest: Digest::from_row(&row.digest)?,
            words,
            at: row.answered_at,
        });
    }
    Ok(found)
}

/// Whether an address belongs to this account.
pub(super) async fn is_own(
    conn: &mut PgConnection,
    index: &BlindIndex,
    account: AccountId,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from accounts where id = $2 and email_index = $1) as "own!""#,
        index.clone() as _,
        account as _
    )
    .fetch_one(conn)
    .await?)
}
