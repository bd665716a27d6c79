//! What people change about their own account: name, language, password, address; and closing it.

use serde_json::json;

use super::attempts::{self, Gate};
use super::link::{self, NewEmail, Purpose};
use super::pace::{Paced, evenly};
use super::password::{Password, Weak};
use super::policy::Own;
use super::sign_in::prove;
use super::token::Token;
use super::{EMAIL, NAME, people, session};
use crate::actor::Actor;
use crate::db::{Committed, Db, Tx};
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::notice::{self, Letter, Recipient};
use crate::values::{Email, Lang, Line};

/// What became of a change that one's password protects.
#[derive(Debug)]
pub enum Protected<T> {
    /// It is made.
    Made(T),
    /// The password that was typed for proof is another one.
    WrongPassword,
}

/// Changes the name and the language of letters.
pub async fn update(tx: &mut Tx, own: &Own, name: &Line, lang: Lang) -> crate::Result<()> {
    let id = own.person().id;
    let account = people::lock(tx, id).await?.ok_or(crate::Error::NotFound)?;
    let mut changed = Vec::new();
    if account.name != name.as_str() {
        changed.push("name");
    }
    if account.lang != lang {
        changed.push("lang");
    }
    if changed.is_empty() {
        return Ok(());
    }
    let sealed = tx.vault().seal_text(NAME, id, name)?;
    sqlx::query!(
        "update accounts set name_sealed = $2, lang = $3 where id = $1",
        id as _,
        sealed as _,
        lang as _
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::AccountUpdated, Subject::account(id));
    let event = event.after(json!({ "changed": changed }));
    history::record(tx, &own.by(), event).await
}

/// Changes the password, if the new one will do. Other sessions end, and this one goes on under a new token.
pub async fn change_password(
    db: &Db,
    own: &Own,
    proof: &Password,
    text: &str,
) -> crate::Result<Paced<Protected<Result<(Token, Committed), Weak>>>> {
    match prove(db, own, proof).await? {
        Paced::Wait(wait) => return Ok(Paced::Wait(wait)),
        Paced::Done(false) => return Ok(Paced::Done(Protected::WrongPassword)),
        Paced::Done(true) => {}
    }
    let id = own.person().id;
    let mut read = db.read().await?;
    let vault = read.vault();
    let account = people::find(&mut read, &vault, id)
        .await?
        .ok_or(crate::Error::NotFound)?;
    drop(read);
    let personal = [account.email.as_str(), &account.name];
    let password = match Password::choose(text, &personal).await? {
        Ok(password) => password,
        Err(weak) => return Ok(Paced::Done(Protected::Made(Err(weak)))),
    };
    let hash = password.hash().await?;
    let mut tx = db.begin().await?;
    still_signed_in(&mut tx, own).await?;
    sqlx::query!(
        "update accounts set password_hash = $2 where id = $1",
        id as _,
        hash.as_str()
    )
    .execute(&mut *tx)
    .await?;
    link::withdraw(&mut tx, id, None).await?;
    let (token, _) = session::rotate(&mut tx, own).await?;
    let event = Event::new(Act::AccountPasswordChanged, Subject::account(id));
    history::record(&mut tx, &own.by(), event).await?;
    notice::post(&mut tx, Recipient::Account(id), Letter::PasswordChanged).await?;
    let committed = tx.commit().await?;
    Ok(Paced::Done(Protected::Made(Ok((token, committed)))))
}

/// Asks to move to another address: a link goes there. If the address has an account, its owner gets a letter
/// that says so, and the answer is the same.
pub async fn ask_for_email(
    db: &Db,
    own: &Own,
    proof: &Password,
    email: &Email,
) -> crate::Result<Paced<Protected<Committed>>> {
    match prove(db, own, proof).await? {
        Paced::Wait(wait) => return Ok(Paced::Wait(wait)),
        Paced::Done(false) => return Ok(Paced::Done(Protected::WrongPassword)),
        Paced::Done(true) => {}
    }
    evenly(async {
        let mut tx = db.begin().await?;
        still_signed_in(&mut tx, own).await?;
        let is_flood = attempts::knock(&mut tx, Gate::Letters, &email.lookup_key()).await?;
        if is_flood.is_none() {
            write_to(&mut tx, own, email).await?;
        }
        Ok(Paced::Done(Protected::Made(tx.commit().await?)))
    })
    .await
}

async fn write_to(tx: &mut Tx, own: &Own, email: &Email) -> crate::Result<()> {
    let id = own.person().id;
    let taken = people::lock_by_email(tx, email).await?;
    if let Some(taken) = taken.filter(|it| it.id != id && it.confirmed_at.is_some()) {
        let to = Recipient::Account(taken.id);
        return notice::post(tx, to, Letter::AlreadyRegistered).await;
    }
    let vault = tx.vault();
    let account = people::find(tx, &vault, id)
        .await?
        .ok_or(crate::Error::NotFound)?;
    let index = people::index(&vault, email);
    let token = link::for_email(tx, id, NewEmail { email, index }).await?;
    let to = Recipient::Address {
        email: email.clone(),
        lang: account.lang,
        account: Some(id),
    };
    let token = token.expose().to_owned();
    notice::post(tx, to, Letter::EmailChanging { token }).await
}

/// Moves an account to the address that the link went to. The old address is told, and other sessions than the one that
/// followed the link end. Says `false` if the link does not work, or the address has an account by now.
pub async fn change_email(tx: &mut Tx, by: &Actor, token: &Token) -> crate::Result<bool> {
    let now = tx.now();
    let Some(owner) = link::owner(tx, Purpose::Email, token, now).await? else {
        return Ok(false);
    };
    let account = people::lock(tx, owner).await?;
    let Some(account) = account.filter(|it| it.closed_at.is_none()) else {
        return Ok(false);
    };
    let Some(used) = link::spend(tx, Purpose::Email, token).await? else {
        return Ok(false);
    };
    let vault = tx.vault();
    let email = link::new_email(&vault, &used)?;
    let taken = people::lock_by_email(tx, &email)
        .await?
        .filter(|it| it.id != account.id);
    match taken {
        Some(taken) if taken.confirmed_at.is_some() => return Ok(false),
        // Nobody ever confirmed it: whoever followed this link has.
        Some(taken) => retire(tx, taken.id).await?,
        None => {}
    }
    let old = Recipient::Address {
        email: account.email.clone(),
        lang: account.lang,
        account: Some(account.id),
    };
    sqlx::query!(
        "update accounts set email_index = $2, email_sealed = $3 where id = $1",
        account.id as _,
        people::index(&vault, &email) as _,
        vault.seal_text(EMAIL, account.id, email.as_str())? as _
    )
    .execute(&mut **tx)
    .await?;
    link::withdraw(tx, account.id, None).await?;
    let stays = match by {
        Actor::Person(person) if person.id == account.id => Some(person.session),
        _ => None,
    };
    session::end_all(tx, account.id, stays).await?;
    attempts::forget(tx, Gate::Letters, &email.lookup_key()).await?;
    let event = Event::new(Act::AccountEmailChanged, Subject::account(account.id));
    let by = if stays.is_some() { by } else { &Actor::Visitor };
    history::record(tx, by, event).await?;
    notice::post(tx, old, Letter::EmailChanged).await?;
    Ok(true)
}

/// Somebody who just typed their password at their open session.
#[derive(Debug)]
pub struct Proven(Own);

impl Proven {
    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.0.person().id
    }

    /// The person as an actor.
    pub fn by(&self) -> Actor {
        self.0.by()
    }
}

/// Asks for the password before something that cannot be undone.
pub async fn prove_own(
    db: &Db,
    own: &Own,
    proof: &Password,
) -> crate::Result<Paced<Protected<Proven>>> {
    Ok(match prove(db, own, proof).await? {
        Paced::Wait(wait) => Paced::Wait(wait),
        Paced::Done(false) => Paced::Done(Protected::WrongPassword),
        Paced::Done(true) => Paced::Done(Protected::Made(Proven(own.clone()))),
    })
}

/// Closes one's own account. What it did stays on record under its name; its address is free again. For
/// `organization::team::close_account` alone, which makes sure that no team is left without an owner.
pub(crate) async fn close(tx: &mut Tx, proven: Proven) -> crate::Result<()> {
    let Proven(own) = proven;
    let id = own.person().id;
    still_signed_in(tx, &own).await?;
    notice::post(tx, Recipient::Account(id), Letter::AccountClosed).await?;
    retire(tx, id).await?;
    let event = Event::new(Act::AccountClosed, Subject::account(id));
    history::record(tx, &own.by(), event).await
}

/// Closes an account for good, and frees its address.
async fn retire(tx: &mut Tx, id: AccountId) -> crate::Result<()> {
    let (now, free) = (
        tx.now(),
        tx.vault().index("accounts.closed", &id.to_string()),
    );
    sqlx::query!(
        "update accounts set closed_at = $2, email_index = $3 where id = $1",
        id as _,
        now,
        free as _
    )
    .execute(&mut **tx)
    .await?;
    session::end_all(tx, id, None).await?;
    link::withdraw(tx, id, None).await
}

/// Holds the account, and makes sure that the session was not ended while the password was compared.
async fn still_signed_in(tx: &mut Tx, own: &Own) -> crate::Result<()> {
    people::lock(tx, own.person().id).await?;
    let open = sqlx::query_scalar!(
        "select true from sessions where id = $1 and ended_at is null",
        own.person().session as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    match open {
        Some(_) => Ok(()),
        None => Err(crate::actor::Denied::SignIn.into()),
    }
}
