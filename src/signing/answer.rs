//! What whoever holds a link does with it: sign what the draft says now, or decline in words. Once.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::{AnswerCode, Digest, NAME, TYPED, WORDS, subject};
use crate::account::Token;
use crate::actor::Actor;
use crate::case::Case;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{CaseId, SignatoryId, SignatureId};
use crate::notice::{self, Letter, OfSignature, Recipient};
use crate::values::{Line, Prose, SigningOffice};
use crate::vault::Vault;
use crate::{Error, Result};

/// A signature that is wanted, as the link of a letter leads to it.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whose.
    pub signatory: SignatoryId,
    /// What the applicant calls them.
    pub name: String,
    /// In which office.
    pub office: SigningOffice,
    /// Under the draft of which case.
    pub case: CaseId,
    /// Until when the link works.
    pub until: DateTime<Utc>,
}

/// What is behind a link, if it works: it waits, its time has not run out, and the case is with its applicant.
pub async fn open(
    conn: &mut PgConnection,
    vault: &Vault,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Wanted>> {
    let row = sqlx::query!(
        r#"select s.id, s.case_id, s.name_sealed, s.office, s.expires_at as "expires_at!"
         from case_signatories s join cases c on c.id = s.case_id
         where s.token_hash = $1 and s.expires_at > $2 and s.removed_at is null
            and c.stage in ('draft', 'changes_requested')"#,
        token.hash(),
        now
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(Wanted {
            name: vault.open_text(NAME, row.id, &row.name_sealed)?,
            signatory: row.id,
            office: row.office,
            case: row.case_id,
            until: row.expires_at,
        })
    })
    .transpose()
}

/// Signs. Hold the case by [`super::lock`] and read its draft under that: `digest` is of what it says then.
pub async fn sign(
    tx: &mut Tx,
    by: &Actor,
    (wanted, case): (&Wanted, &Case),
    token: &Token,
    digest: Digest,
    typed: &Line,
) -> Result<()> {
    let id = SignatureId::fresh();
    let name = tx.vault().seal_text(TYPED, id, typed)?;
    spend(tx, wanted, token).await?;
    let now = tx.now();
    sqlx::query!(
        "insert into case_signatures (id, signatory_id, answer, digest, name_sealed, answered_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        wanted.signatory as _,
        AnswerCode::Signed as _,
        digest.bytes(),
        name as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::SignatureGiven, subject(case)).after(json!({
        "signatory": wanted.signatory, "office": wanted.office, "digest": digest.to_string(),
    }));
    history::record(tx, by, event).await?;
    tell(tx, by, (wanted, case), Letter::SignatureGiven).await
}

/// Declines, in words. As [`sign`].
pub async fn decline(
    tx: &mut Tx,
    by: &Actor,
    (wanted, case): (&Wanted, &Case),
    token: &Token,
    digest: Digest,
    words: &Prose,
) -> Result<()> {
    let id = SignatureId::fresh();
    let sealed = tx.vault().seal_text(WORDS, id, words)?;
    spend(tx, wanted, token).await?;
    let now = tx.now();
    sqlx::query!(
        "insert into case_signatures (id, signatory_id, answer, digest, words_sealed, answered_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        wanted.signatory as _,
        AnswerCode::Declined as _,
        digest.bytes(),
        sealed as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::SignatureDeclined, subject(case))
        .after(json!({ "signatory": wanted.signatory, "office": wanted.office }))
        .reason(Some(words));
    history::record(tx, by, event).await?;
    tell(tx, by, (wanted, case), Letter::SignatureDeclined).await
}

/// To those who write the draft: somebody whom they asked has answered. Who it was, and why they declined, waits behind a
/// sign-in. One of them who signs themselves knows.
async fn tell(
    tx: &mut Tx,
    by: &Actor,
    (wanted, case): (&Wanted, &Case),
    letter: fn(OfSignature) -> Letter,
) -> Result<()> {
    let of = OfSignature {
        case: case.id,
        title: case.title.clone(),
        office: wanted.office,
    };
    let others = case.writers().into_iter();
    for account in others.filter(|it| by.account() != Some(*it)) {
        notice::post(tx, Recipient::Account(account), letter(of.clone())).await?;
    }
    Ok(())
}

/// Uses a link up. Of two who follow it at once, one answers.
async fn spend(tx: &mut Tx, wanted: &Wanted, token: &Token) -> Result<()> {
    let spent = sqlx::query!(
        "update case_signatories set token_hash = null where id = $1 and token_hash = $2 and removed_at is null",
        wanted.signatory as _,
        token.hash()
    )
    .execute(&mut **tx)
    .await?;
    match spent.rows_affected() {
        1 => Ok(()),
        _ => Err(Error::Overtaken),
    }
}
