//! Publishing an initiative that an organization leads.

use axum::extract::State;

use super::show;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::initiative::{self, NobodyLeads, policy};
use crate::radar;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Mistakes, Path, Sheet, redirect_with_flash, urls,
};

/// `POST /desk/initiatives/{id}/publication`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, id).await?;
    let granted = policy::keep_this(&actor, is_own)?;
    initiative::find(&mut tx, policy::desk(&actor)?, id)
        .await?
        .ok_or(Error::NotFound)?;
    if let Err(NobodyLeads) = initiative::publish(&mut tx, &granted, id).await? {
        let mistakes = Mistakes::one("number", "initiatives-nobody-leads");
        let (vault, now) = (tx.vault(), tx.now());
        let form = Sheet::with(Fields::default(), mistakes);
        return show::again(&mut tx, (&vault, now), &actor, &chrome, id, form).await;
    }
    radar::look(&mut tx, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-published")
}
