//! Answering an invitation: with the account one has, with a new one, or with no.

use serde_json::json;

use super::policy::{self, CanAccept};
use super::{Invitation, Place, find, store};
use crate::account::{self, Invited, Password, Token, Welcome};
use crate::actor::Actor;
use crate::case;
use crate::db::{Db, Tx};
use crate::history::{self, Act, Event};
use crate::ids::AccountId;
use crate::organization::team;
use crate::values::{Lang, Line};
use crate::{Error, Result};

/// Where somebody has joined.
#[derive(Clone, Debug)]
pub struct Joined(pub Place);

/// What somebody signs up with who has no account yet; the address is that of the invitation.
#[derive(Debug)]
pub struct Newcomer<'a> {
    /// What they are called.
    pub name: Line,
    /// The language of their letters.
    pub lang: Lang,
    /// Their password.
    pub password: Password,
    /// The `User-Agent` of their browser.
    pub agent: &'a str,
}

/// What came of signing up by an invitation.
#[derive(Debug)]
pub enum SignedUp {
    /// They are in, and signed in.
    Done(Box<Welcome>, Joined),
    /// The link does not work, or not any more.
    BadLink,
    /// The address has an account: they sign in with it.
    HasAccount,
}

/// Joins with the account one has. `None`: the link does not work.
pub async fn accept(tx: &mut Tx, granted: &CanAccept, token: &Token) -> Result<Option<Joined>> {
    let (vault, now) = (tx.vault(), tx.now());
    let Some(invitation) = find(tx, &vault, token, now).await? else {
        return Ok(None);
    };
    enter(tx, granted.actor(), token, invitation).await
}

/// Signs up and joins. The link went to the address, so that nothing else has to confirm it.
pub async fn sign_up(db: &Db, token: &Token, newcomer: Newcomer<'_>) -> Result<SignedUp> {
    let mut read = db.read().await?;
    let (vault, now) = (read.vault(), read.now());
    let known = find(&mut read, &vault, token, now).await?;
    drop(read);
    // A password costs work: only whoever holds a link that works makes us do it.
    if known.is_none() {
        return Ok(SignedUp::BadLink);
    }
    let hash = newcomer.password.hash().await?;
    let mut tx = db.begin().await?;
    let Some(invitation) = find(&mut tx, &vault, token, now).await? else {
        return Ok(SignedUp::BadLink);
    };
    let invited = Invited {
        email: invitation.email.clone(),
        name: newcomer.name,
        lang: newcomer.lang,
        hash,
    };
    let Some((session, person)) =
        account::welcome_invited(&mut tx, &invited, newcomer.agent).await?
    else {
        return Ok(SignedUp::HasAccount);
    };
    let actor = Actor::Person(person.clone());
    let granted = policy::accept(&actor)?;
    let Some(joined) = enter(&mut tx, granted.actor(), token, invitation).await? else {
        return Ok(SignedUp::BadLink);
    };
    let committed = tx.commit().await?;
    let welcome = Welcome {
        token: session,
        person,
        committed,
    };
    Ok(SignedUp::Done(Box::new(welcome), joined))
}

/// Says no. Whoever holds the link may; `false`: it does not work.
pub async fn decline(tx: &mut Tx, by: &Actor, token: &Token) -> Result<bool> {
    let (vault, now) = (tx.vault(), tx.now());
    let Some(invitation) = find(tx, &vault, token, now).await? else {
        return Ok(false);
    };
    if !spend(tx, &invitation, token, None).await? {
        return Ok(false);
    }
    let event = Event::new(Act::TeamInvitationDeclined, invitation.place.subject())
        .after(json!({ "invitation": invitation.id }));
    history::record(tx, by, event).await?;
    Ok(true)
}

/// Holds the team, uses the link up, and takes the person in. Of two who follow it at once, one is in.
async fn enter(
    tx: &mut Tx,
    by: &Actor,
    token: &Token,
    invitation: Invitation,
) -> Result<Option<Joined>> {
    let account = by.person()?.id;
    match &invitation.place {
        Place::Organization { id, .. } => team::lock(tx, *id).await?,
        Place::Case { id, .. } => match case::team::lock(tx, *id).await {
            Ok(()) => {}
            Err(Error::Overtaken) => return Ok(None),
            Err(error) => return Err(error),
        },
    }
    // What was so before the lock may not be so any more: somebody else may have taken the record over.
    let (vault, now) = (tx.vault(), tx.now());
    let Some(invitation) = find(tx, &vault, token, now).await? else {
        return Ok(None);
    };
    if invitation.hands_over {
        return take_over(tx, by, token, invitation, account).await;
    }
    if !spend(tx, &invitation, token, Some(account)).await? {
        return Ok(None);
    }
    match &invitation.place {
        Place::Organization { id, number, .. } => {
            team::join(tx, by, (*id, *number), account, invitation.role).await?;
        }
        Place::Case { id, number, .. } => {
            case::team::join(tx, by, (*id, *number), account, invitation.role).await?;
        }
    }
    Ok(Some(Joined(invitation.place)))
}

/// Takes over a record that was typed in from paper. Whoever typed it in is none of its people.
async fn take_over(
    tx: &mut Tx,
    by: &Actor,
    token: &Token,
    invitation: Invitation,
    account: AccountId,
) -> Result<Option<Joined>> {
    let (case, organization) = match &invitation.place {
        Place::Organization { id, number, .. } => {
            let Some(typed) = case::typed_for(tx, *id).await? else {
                return Ok(None);
            };
            (typed, Some((*id, *number)))
        }
        Place::Case { id, .. } => (*id, None),
    };
    if !case::take_over(tx, by, (case, organization), account).await?
        || !spend(tx, &invitation, token, Some(account)).await?
    {
        return Ok(None);
    }
    if let Some(of) = organization {
        team::make_owner(tx, by, of, account).await?;
    }
    store::leave_to(tx, &invitation.place, account).await?;
    Ok(Some(Joined(invitation.place)))
}

/// Uses a link up.
async fn spend(
    tx: &mut Tx,
    invitation: &Invitation,
    token: &Token,
    account: Option<AccountId>,
) -> Result<bool> {
    let now = tx.now();
    let how = match account {
        Some(_) => team::Ending::Accepted,
        None => team::Ending::Declined,
    };
    let ended = sqlx::query!(
        "update invitations set ended_at = $3, ended_how = $4, account_id = $5
         where id = $1 and token_hash = $2 and ended_at is null",
        invitation.id as _,
        token.hash(),
        now,
        how as _,
        account as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(ended.rows_affected() == 1)
}
