//! Writing an initiative down, changing and publishing it.

use serde_json::json;

use super::Said;
use super::policy::CanKeepInitiatives;
use super::said::write;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{InitiativeId, OrganizationId};
use crate::{Error, Result};

/// Writes an initiative down. It has no partners yet, and the board alone sees it.
pub async fn create(tx: &mut Tx, can: &CanKeepInitiatives, said: &Said) -> Result<InitiativeId> {
    let id = InitiativeId::fresh();
    write(tx, id, said).await?;
    let title = said.texts.first().map(|text| &text.title);
    let event = Event::new(Act::InitiativeCreated, Subject::initiative(id))
        .after(json!({ "title": title, "stage": said.stage }));
    history::record(tx, can.by(), event).await?;
    Ok(id)
}

/// Lets an initiative say something else. What it said until now stays in history.
pub(super) async fn change(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    id: InitiativeId,
    (before, after): (&Said, &Said),
) -> Result<()> {
    write(tx, id, after).await?;
    let event = Event::new(Act::InitiativeChanged, Subject::initiative(id))
        .before(json!({ "said": before }))
        .after(json!({ "said": after }));
    history::record(tx, can.by(), event).await
}

/// Nobody else changes it until the transaction ends.
pub(super) async fn lock(tx: &mut Tx, id: InitiativeId) -> Result<()> {
    sqlx::query!(
        "select id from initiatives where id = $1 for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(drop)
    .ok_or(Error::NotFound)
}

/// Whether an organization leads an initiative: this one, or with nothing any. One that is struck off leads nothing while it is.
pub(super) async fn is_led(
    tx: &mut Tx,
    id: InitiativeId,
    by: Option<OrganizationId>,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from initiative_leads where initiative_id = $1
            and ($2::uuid is null or organization_id = $2)) as "is!""#,
        id as _,
        by as _
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// An initiative is not published while no organization leads it that has said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NobodyLeads;

/// Publishes an initiative: from now on anybody sees it. Not before an organization leads it: what nobody has accepted to carry
/// is no initiative yet, whoever began it.
///
/// # Errors
///
/// [`Error::Overtaken`] if it is published already.
pub async fn publish(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    id: InitiativeId,
) -> Result<std::result::Result<(), NobodyLeads>> {
    let now = tx.now();
    // Held before the lead is looked at: whoever leaves writes here too.
    lock(tx, id).await?;
    if !is_led(tx, id, None).await? {
        return Ok(Err(NobodyLeads));
    }
    let published = sqlx::query!(
        "update initiatives set published_at = $2, updated_at = $2 where id = $1 and published_at is null",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if published == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::InitiativePublished, Subject::initiative(id));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(()))
}
