//! What the board itself changes of an initiative: what it says while no team can say it, and whether anybody sees it.

use serde_json::json;

use super::create::{change, lock};
use super::find::find;
use super::partner::partners;
use super::policy::{CanKeepInitiatives, Scope};
use super::{Said, tell};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::InitiativeId;
use crate::notice::{Letter, LetterToPartner, UnpublishedInitiative};
use crate::sitting;
use crate::values::{InitiativeRole, Prose};
use crate::{Error, Result};

/// Why the board does not change what an initiative says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCorrected {
    /// It is published and an organization leads it: that organization's team says what it is.
    Led,
    /// Somebody changed it since it was seen.
    Changed,
}

/// Tells one version of what an initiative says from another.
pub fn version(said: &Said) -> Result<String> {
    Ok(sitting::hex(&sitting::digest(said)?))
}

/// Whether the board says what an initiative is: while it is not published, and while nobody leads it who could.
pub fn is_the_boards(is_published: bool, is_led: bool) -> bool {
    !is_published || !is_led
}

/// Changes what an initiative says; `seen` is the version that the form began with.
pub async fn correct(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    id: InitiativeId,
    (seen, said): (&str, &Said),
) -> Result<std::result::Result<(), NotCorrected>> {
    lock(tx, id).await?;
    let there = find(tx, Scope::everything(), id)
        .await?
        .ok_or(Error::NotFound)?;
    let carried = partners(tx, id).await?;
    let leads = carried.iter().filter(|it| it.role == InitiativeRole::Lead);
    let is_led = leads.filter(|it| it.organization.can_join()).count() > 0;
    if !is_the_boards(there.published_at.is_some(), is_led) {
        return Ok(Err(NotCorrected::Led));
    }
    if version(&there.said)? != seen {
        return Ok(Err(NotCorrected::Changed));
    }
    if there.said != *said {
        change(tx, can, id, (&there.said, said)).await?;
    }
    Ok(Ok(()))
}

/// Takes an initiative off the public pages, for a reason that those who carry it are told. From the next request on nobody sees it.
///
/// # Errors
///
/// [`Error::Overtaken`] if it is not published.
pub async fn unpublish(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    id: InitiativeId,
    words: &Prose,
) -> Result<()> {
    lock(tx, id).await?;
    let now = tx.now();
    let taken = sqlx::query!(
        "update initiatives set published_at = null, updated_at = $2 where id = $1 and published_at is not null",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if taken == 0 {
        return Err(Error::Overtaken);
    }
    let subject = Subject::initiative(id);
    let event = Event::new(Act::InitiativeUnpublished, subject).reason(Some(words));
    history::record(tx, can.by(), event).await?;
    tell::all(tx, can.by(), id, |of| {
        Letter::InitiativeUnpublished(UnpublishedInitiative {
            of,
            words: words.to_string(),
        })
    })
    .await
}

/// Takes an initiative off the public pages that nobody leads any more, where it was on them; those who still carry it are told.
/// Whoever publishes it again needs somebody who leads it.
pub(super) async fn unled(tx: &mut Tx, by: &Actor, id: InitiativeId) -> Result<()> {
    let now = tx.now();
    let taken = sqlx::query!(
        "update initiatives i set published_at = null, updated_at = $2
         where id = $1 and published_at is not null and not exists (select from initiative_leads l where l.initiative_id = i.id)",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if taken == 0 {
        return Ok(());
    }
    let subject = Subject::initiative(id);
    let event = Event::new(Act::InitiativeUnpublished, subject).after(json!({ "led": false }));
    history::record(tx, by, event).await?;
    tell::all(tx, by, id, |of| {
        Letter::Partner(LetterToPartner::Unled { of })
    })
    .await
}
