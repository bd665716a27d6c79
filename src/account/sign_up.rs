//! Signing up. The answer is the same whether the address has an account or not; what differs is the letter.

use super::attempts::{self, Gate};
use super::link::{self, Purpose, SignUp};
use super::pace::{Paced, evenly};
use super::password::{Hash, Password};
use super::token::Token;
use super::{EMAIL, NAME, people, session};
use crate::actor::{Actor, Person};
use crate::db::{Committed, Db, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::notice::{self, Letter, Recipient};
use crate::values::{Email, Lang, Line, Role};

/// What somebody signs up with.
#[derive(Debug)]
pub struct NewAccount {
    /// Their address.
    pub email: Email,
    /// What they are called.
    pub name: Line,
    /// The language of their letters.
    pub lang: Lang,
    /// Their password.
    pub password: Password,
}

/// Signs somebody up: a link to confirm the address goes there. `remote` is where the request comes from.
pub async fn sign_up(db: &Db, remote: &str, new: NewAccount) -> crate::Result<Paced<Committed>> {
    evenly(async {
        let mut tx = db.begin().await?;
        let wait = attempts::knock(&mut tx, Gate::Forms, remote).await?;
        let _ = tx.commit().await?;
        if let Some(wait) = wait {
            return Ok(Paced::Wait(wait));
        }
        // The password is hashed whether or not there is an account, and before a transaction begins.
        let hash = new.password.hash().await?;
        let mut tx = db.begin().await?;
        write(&mut tx, new, hash.as_str()).await?;
        Ok(Paced::Done(tx.commit().await?))
    })
    .await
}

async fn write(tx: &mut Tx, new: NewAccount, hash: &str) -> crate::Result<()> {
    // Whoever keeps typing somebody else's address writes them a few letters, and then no more.
    let is_flood = attempts::knock(tx, Gate::Letters, &new.email.lookup_key()).await?;
    if is_flood.is_some() {
        return Ok(());
    }
    let (id, is_confirmed) = begin(tx, (&new.email, &new.name, new.lang), hash).await?;
    if is_confirmed {
        return notice::post(tx, Recipient::Account(id), Letter::AlreadyRegistered).await;
    }
    let sign_up = SignUp {
        name: tx.vault().seal_text(NAME, id, &new.name)?,
        hash: hash.to_owned(),
        lang: new.lang,
    };
    let token = link::for_confirmation(tx, id, sign_up).await?;
    let to = Recipient::Address {
        email: new.email,
        lang: new.lang,
        account: Some(id),
    };
    let token = token.expose().to_owned();
    notice::post(tx, to, Letter::ConfirmAddress { token }).await
}

/// The account with the address, new or not, and whether its address is confirmed. Of two people who sign up at once
/// with the same address, the second waits for the first.
async fn begin(
    tx: &mut Tx,
    (email, name, lang): (&Email, &Line, Lang),
    hash: &str,
) -> crate::Result<(AccountId, bool)> {
    let (id, now, vault) = (AccountId::fresh(), tx.now(), tx.vault());
    let created = sqlx::query!(
        "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (email_index) do nothing",
        id as _,
        people::index(&vault, email) as _,
        vault.seal_text(EMAIL, id, email.as_str())? as _,
        vault.seal_text(NAME, id, name)? as _,
        hash,
        Role::Member as _,
        lang as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if created == 1 {
        let event = Event::new(Act::AccountCreated, Subject::account(id));
        history::record(tx, &Actor::Visitor, event).await?;
        return Ok((id, false));
    }
    let known = people::lock_by_email(tx, email).await?;
    let known = known.ok_or(crate::Error::Overtaken)?;
    Ok((known.id, known.confirmed_at.is_some()))
}

/// What somebody signs up with who followed an invitation to their address.
pub struct Invited {
    /// The address that the invitation went to.
    pub email: Email,
    /// What they are called.
    pub name: Line,
    /// The language of their letters.
    pub lang: Lang,
    /// Their password.
    pub hash: Hash,
}

/// Signs somebody up and in whose address a mailed link confirmed, and whatever waits for a confirmation of it is void.
/// For `invitation` alone, which has seen the link. `None`: the address has an account already.
pub(crate) async fn welcome_invited(
    tx: &mut Tx,
    new: &Invited,
    agent: &str,
) -> crate::Result<Option<(Token, Person)>> {
    let about = (&new.email, &new.name, new.lang);
    let (id, is_confirmed) = begin(tx, about, new.hash.as_str()).await?;
    if is_confirmed {
        return Ok(None);
    }
    let now = tx.now();
    let name = tx.vault().seal_text(NAME, id, &new.name)?;
    let confirmed = sqlx::query!(
        "update accounts set confirmed_at = $2, name_sealed = $3, password_hash = $4, lang = $5
         where id = $1 and confirmed_at is null and closed_at is null",
        id as _,
        now,
        name as _,
        new.hash.as_str(),
        new.lang as _
    )
    .execute(&mut **tx)
    .await?;
    if confirmed.rows_affected() == 0 {
        return Err(crate::Error::Overtaken);
    }
    link::withdraw(tx, id, None).await?;
    attempts::forget(tx, Gate::Letters, &new.email.lookup_key()).await?;
    let event = Event::new(Act::AccountConfirmed, Subject::account(id));
    history::record(tx, &Actor::Visitor, event).await?;
    let (token, person) = session::start(tx, id, agent).await?;
    session::welcome(tx, &person).await?;
    Ok(Some((token, person)))
}

/// Whether one more letter may go to an address that somebody else typed: whoever keeps typing it writes a few, and
/// then no more.
pub async fn may_write_to(tx: &mut Tx, email: &Email) -> crate::Result<bool> {
    let wait = attempts::knock(tx, Gate::Letters, &email.lookup_key()).await?;
    Ok(wait.is_none())
}

/// Confirms an address by the link that went there, with the name and the password that were typed for that very link.
/// Says nothing if the link does not work.
pub async fn confirm(tx: &mut Tx, token: &Token) -> crate::Result<Option<AccountId>> {
    let now = tx.now();
    let Some(owner) = link::owner(tx, Purpose::Confirmation, token, now).await? else {
        return Ok(None);
    };
    let account = people::lock(tx, owner).await?;
    let Some(account) = account.filter(|it| it.confirmed_at.is_none() && it.closed_at.is_none())
    else {
        return Ok(None);
    };
    let Some(used) = link::spend(tx, Purpose::Confirmation, token).await? else {
        return Ok(None);
    };
    let sign_up = link::sign_up(tx, &used).await?;
    sqlx::query!(
        "update accounts set confirmed_at = $2, name_sealed = $3, password_hash = $4, lang = $5 where id = $1",
        account.id as _,
        now,
        sign_up.name as _,
        sign_up.hash,
        sign_up.lang as _
    )
    .execute(&mut **tx)
    .await?;
    link::withdraw(tx, account.id, None).await?;
    attempts::forget(tx, Gate::Letters, &account.email.lookup_key()).await?;
    let event = Event::new(Act::AccountConfirmed, Subject::account(account.id));
    history::record(tx, &Actor::Visitor, event).await?;
    Ok(Some(account.id))
}
