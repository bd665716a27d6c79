//! Writing an initiative down, changing and publishing it.

use serde_json::json;

use super::Said;
use super::policy::CanKeepInitiatives;
use super::said::write;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::InitiativeId;
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

/// Publishes an initiative: from now on anybody sees it.
pub async fn publish(tx: &mut Tx, can: &CanKeepInitiatives, id: InitiativeId) -> Result<()> {
    let now = tx.now();
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
    history::record(tx, can.by(), event).await
}
