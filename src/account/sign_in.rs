//! Signing in and out.

use super::attempts::{self, Gate};
use super::pace::Paced;
use super::password::{Hash, Password};
use super::policy::Own;
use super::token::Token;
use super::{people, session};
use crate::actor::Person;
use crate::db::{Committed, Db};
use crate::ids::AccountId;
use crate::values::Email;

/// What somebody signs in with, and from where.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// The address.
    pub email: &'a Email,
    /// The password.
    pub password: &'a Password,
    /// Where the request comes from.
    pub remote: &'a str,
    /// The `User-Agent` of the browser.
    pub agent: &'a str,
    /// The token of the session that the browser had so far.
    pub before: Option<&'a str>,
}

/// Somebody has signed in.
#[derive(Debug)]
pub struct Welcome {
    /// The token of the new session.
    pub token: Token,
    /// Who it is.
    pub person: Person,
    /// The proof that it is written.
    pub committed: Committed,
}

/// Signs somebody in. `None`: there is no such account, or its address is not confirmed, or the password is another one;
/// nobody is told which, and it takes the same time.
pub async fn sign_in(db: &Db, attempt: Attempt<'_>) -> crate::Result<Paced<Option<Welcome>>> {
    let key = attempt.email.lookup_key();
    if let Some(wait) = knock(db, &key, attempt.remote).await? {
        return Ok(Paced::Wait(wait));
    }
    let kept = kept(db, attempt.email).await?;
    let hash = kept.as_ref().map(|(_, hash)| hash);
    let is_right = attempt.password.matches(hash).await?;
    let Some((account, hash)) = kept.filter(|_| is_right) else {
        return Ok(Paced::Done(None));
    };
    let mut tx = db.begin().await?;
    // The password may have been changed, or the account closed, while it was compared.
    let still = sqlx::query_scalar!(
        "select true from accounts where id = $1 and password_hash = $2 and closed_at is null for update",
        account as _,
        hash.as_str()
    )
    .fetch_optional(&mut *tx)
    .await?;
    if still.is_none() {
        return Ok(Paced::Done(None));
    }
    attempts::forget(&mut tx, Gate::Account, &key).await?;
    attempts::take_back(&mut tx, Gate::Remote, attempt.remote).await?;
    attempts::tidy(&mut tx).await?;
    if let Some(before) = attempt.before {
        session::replace(&mut tx, before).await?;
    }
    let (token, person) = session::start(&mut tx, account, attempt.agent).await?;
    session::welcome(&mut tx, &person).await?;
    let committed = tx.commit().await?;
    Ok(Paced::Done(Some(Welcome {
        token,
        person,
        committed,
    })))
}

/// Signs out.
pub async fn sign_out(tx: &mut crate::db::Tx, own: &Own) -> crate::Result<()> {
    session::end(tx, own, own.person().session).await
}

/// Counts the try at both gates before it is made.
async fn knock(db: &Db, key: &str, remote: &str) -> crate::Result<Option<std::time::Duration>> {
    let mut tx = db.begin().await?;
    let mut wait = attempts::knock(&mut tx, Gate::Remote, remote).await?;
    if wait.is_none() {
        wait = attempts::knock(&mut tx, Gate::Account, key).await?;
    }
    let _ = tx.commit().await?;
    Ok(wait)
}

/// The account with this address that may sign in, and the hash of its password.
async fn kept(db: &Db, email: &Email) -> crate::Result<Option<(AccountId, Hash)>> {
    let mut read = db.read().await?;
    let index = people::index(&read.vault(), email);
    let row = sqlx::query!(
        "select id as \"id: AccountId\", password_hash from accounts
         where email_index = $1 and confirmed_at is not null and closed_at is null",
        index as _
    )
    .fetch_optional(&mut *read)
    .await?;
    Ok(row.map(|row| (row.id, Hash::kept(row.password_hash))))
}

/// Whether it is really the person who sits at their open session. Counted like a sign-in: a session that was
/// left open must not become a way to guess.
pub(super) async fn prove(db: &Db, own: &Own, password: &Password) -> crate::Result<Paced<bool>> {
    let mut tx = db.begin().await?;
    let vault = tx.vault();
    let account = people::find(&mut tx, &vault, own.person().id).await?;
    let account = account.ok_or(crate::Error::NotFound)?;
    let key = account.email.lookup_key();
    let wait = attempts::knock(&mut tx, Gate::Account, &key).await?;
    let hash = sqlx::query_scalar!(
        "select password_hash from accounts where id = $1 and closed_at is null",
        account.id as _
    )
    .fetch_optional(&mut *tx)
    .await?
    .map(Hash::kept);
    let _ = tx.commit().await?;
    if let Some(wait) = wait {
        return Ok(Paced::Wait(wait));
    }
    let is_right = password.matches(hash.as_ref()).await?;
    if is_right {
        let mut tx = db.begin().await?;
        attempts::forget(&mut tx, Gate::Account, &key).await?;
        let _ = tx.commit().await?;
    }
    Ok(Paced::Done(is_right))
}
