//! Naming those who sign, and writing to them.

use chrono::TimeDelta;
use serde_json::json;

use super::find::{is_own, of_case};
use super::policy::CanAsk;
use super::{EMAIL, NAME, Signatory, Signing, lock, subject};
use crate::account::{self, Token};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::SignatoryId;
use crate::notice::{self, Letter, Recipient};
use crate::values::{Email, Lang, Line, SigningOffice};
use crate::{Error, Result};

/// How long a link works.
const LASTS: TimeDelta = TimeDelta::days(14);
/// How many can be named in one case.
const MOST: usize = 20;

/// Somebody to be named.
#[derive(Clone, Debug)]
pub struct NewSignatory {
    /// What they are called.
    pub name: Line,
    /// In which office they sign.
    pub office: SigningOffice,
    /// Where their letter goes.
    pub email: Email,
    /// The language of it.
    pub lang: Lang,
}

/// Why somebody was not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNamed {
    /// The address is named already.
    IsThere,
    /// It is the address of whoever names it: they sign by submitting.
    IsOwn,
    /// Too many are named.
    TooMany,
}

/// Too many letters went to somebody's address lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAsked;

/// To whom letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// All who have no link that works and have not signed what the draft says now.
    All,
    /// One, also again.
    One(SignatoryId),
}

/// Names somebody who is to sign. The letter is another act.
pub async fn name(
    tx: &mut Tx,
    granted: &CanAsk,
    new: &NewSignatory,
) -> Result<Result<SignatoryId, NotNamed>> {
    let (case, person) = (granted.case(), granted.by().person()?.id);
    lock(tx, case.id).await?;
    let (id, now, vault) = (SignatoryId::fresh(), tx.now(), tx.vault());
    let index = account::index(&vault, &new.email);
    if is_own(tx, &index, person).await? {
        return Ok(Err(NotNamed::IsOwn));
    }
    if of_case(tx, &vault, case.id).await?.len() >= MOST {
        return Ok(Err(NotNamed::TooMany));
    }
    let name = vault.seal_text(NAME, id, &new.name)?;
    let email = vault.seal_text(EMAIL, id, new.email.as_str())?;
    let made = sqlx::query!(
        "insert into case_signatories (id, case_id, name_sealed, office, email_index, email_sealed, lang, named_by, named_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (case_id, email_index) where removed_at is null do nothing",
        id as _,
        case.id as _,
        name as _,
        new.office as _,
        index as _,
        email as _,
        new.lang as _,
        person as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if made.rows_affected() == 0 {
        return Ok(Err(NotNamed::IsThere));
    }
    let event = Event::new(Act::SignatoryNamed, subject(case))
        .after(json!({ "signatory": id, "office": new.office }));
    history::record(tx, granted.by(), event).await?;
    Ok(Ok(id))
}

/// Takes somebody out: their link works no more, and what they signed counts no more. It stays with what was submitted.
pub async fn remove(tx: &mut Tx, granted: &CanAsk, id: SignatoryId) -> Result<()> {
    let case = granted.case();
    lock(tx, case.id).await?;
    let now = tx.now();
    let office: SigningOffice = sqlx::query_scalar!(
        "update case_signatories set removed_at = $3, token_hash = null
         where id = $1 and case_id = $2 and removed_at is null returning office",
        id as _,
        case.id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let event = Event::new(Act::SignatoryRemoved, subject(case))
        .before(json!({ "signatory": id, "office": office }));
    history::record(tx, granted.by(), event).await
}

/// Writes to those who are to sign what the draft says now, each with a link of their own; the one before works no more.
/// How many letters were written, and whether some were not.
pub async fn ask(
    tx: &mut Tx,
    granted: &CanAsk,
    signing: &Signing,
    whom: Whom,
) -> Result<(usize, Option<NotAsked>)> {
    lock(tx, granted.case().id).await?;
    let to: Vec<&Signatory> = match whom {
        Whom::All => {
            let all = signing.signatories.iter();
            all.filter(|it| signing.is_unasked(it)).collect()
        }
        Whom::One(id) => {
            let found = signing.signatories.iter().find(|it| it.id == id);
            let known = found.ok_or(Error::Overtaken)?;
            // Somebody who signed this has nothing left to sign.
            if known.signature(signing.digest).is_some() {
                return Err(Error::Overtaken);
            }
            vec![known]
        }
    };
    let (mut written, mut not) = (0, None);
    for signatory in to {
        match write_to(tx, granted, signatory).await? {
            true => written += 1,
            false => not = Some(NotAsked),
        }
    }
    Ok((written, not))
}

async fn write_to(tx: &mut Tx, granted: &CanAsk, to: &Signatory) -> Result<bool> {
    if !account::may_write_to(tx, &to.email).await? {
        return Ok(false);
    }
    let (case, now, token) = (granted.case(), tx.now(), Token::fresh()?);
    let written = sqlx::query!(
        "update case_signatories set token_hash = $2, sent_at = $3, expires_at = $4
         where id = $1 and removed_at is null",
        to.id as _,
        token.hash(),
        now,
        now + LASTS
    )
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::SignatureAsked, subject(case))
        .after(json!({ "signatory": to.id, "office": to.office }));
    history::record(tx, granted.by(), event).await?;
    let letter = Letter::SignatureWanted {
        token: token.expose().to_owned(),
        title: match case.title.as_str() {
            "" => crate::say::plain(to.lang, "team-untitled", &[]),
            title => title.to_owned(),
        },
        office: to.office,
    };
    let recipient = Recipient::Address {
        email: to.email.clone(),
        lang: to.lang,
        account: None,
    };
    notice::post(tx, recipient, letter).await?;
    Ok(true)
}
