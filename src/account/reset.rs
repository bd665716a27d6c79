//! A new password for somebody who forgot theirs, by a link to their address.

use super::attempts::{self, Gate};
use super::link::{self, Purpose};
use super::pace::{Paced, evenly};
use super::password::{Password, Weak};
use super::token::Token;
use super::{people, session};
use crate::actor::Actor;
use crate::db::{Committed, Db, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::notice::{self, Letter, Recipient};
use crate::values::Email;

/// What became of a new password.
#[derive(Debug)]
pub enum Reset {
    /// It is the password now.
    Done(Committed),
    /// It is too weak; the link still works.
    Weak(Weak),
    /// The link does not work.
    BadLink,
}

/// Sends a link to the address, if it has an account. The answer is the same if not.
pub async fn ask(db: &Db, remote: &str, email: &Email) -> crate::Result<Paced<Committed>> {
    evenly(async {
        let mut tx = db.begin().await?;
        if let Some(wait) = attempts::knock(&mut tx, Gate::Forms, remote).await? {
            return Ok(Paced::Wait(wait));
        }
        write(&mut tx, email).await?;
        Ok(Paced::Done(tx.commit().await?))
    })
    .await
}

async fn write(tx: &mut Tx, email: &Email) -> crate::Result<()> {
    let is_flood = attempts::knock(tx, Gate::Letters, &email.lookup_key()).await?;
    let account = people::lock_by_email(tx, email).await?;
    let account = account.filter(|it| it.confirmed_at.is_some() && it.closed_at.is_none());
    let (None, Some(account)) = (is_flood, account) else {
        return Ok(());
    };
    let token = link::for_password(tx, account.id).await?;
    let token = token.expose().to_owned();
    let to = Recipient::Account(account.id);
    notice::post(tx, to, Letter::ResetPassword { token }).await
}

/// Sets the new password. Every session ends, and every other link works no more: whoever had the account before is out.
pub async fn reset(db: &Db, token: &Token, text: &str) -> crate::Result<Reset> {
    let mut read = db.read().await?;
    let (vault, now) = (read.vault(), read.now());
    let Some(owner) = link::owner(&mut read, Purpose::Password, token, now).await? else {
        return Ok(Reset::BadLink);
    };
    let account = people::find(&mut read, &vault, owner).await?;
    drop(read);
    let Some(account) = account.filter(|it| it.closed_at.is_none()) else {
        return Ok(Reset::BadLink);
    };
    let personal = [account.email.as_str(), &account.name];
    let password = match Password::choose(text, &personal).await? {
        Ok(password) => password,
        Err(weak) => return Ok(Reset::Weak(weak)),
    };
    let hash = password.hash().await?;
    let mut tx = db.begin().await?;
    let still = people::lock(&mut tx, account.id).await?;
    let is_open = still.is_some_and(|it| it.closed_at.is_none());
    if !is_open
        || link::spend(&mut tx, Purpose::Password, token)
            .await?
            .is_none()
    {
        return Ok(Reset::BadLink);
    }
    sqlx::query!(
        "update accounts set password_hash = $2 where id = $1",
        account.id as _,
        hash.as_str()
    )
    .execute(&mut *tx)
    .await?;
    session::end_all(&mut tx, account.id, None).await?;
    link::withdraw(&mut tx, account.id, None).await?;
    for gate in [Gate::Account, Gate::Letters] {
        attempts::forget(&mut tx, gate, &account.email.lookup_key()).await?;
    }
    let event = Event::new(Act::AccountPasswordReset, Subject::account(account.id));
    history::record(&mut tx, &Actor::Visitor, event).await?;
    let to = Recipient::Account(account.id);
    notice::post(&mut tx, to, Letter::PasswordChanged).await?;
    Ok(Reset::Done(tx.commit().await?))
}
