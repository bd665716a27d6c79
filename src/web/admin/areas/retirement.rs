//! Offering an area no more, and offering it again.

use axum::extract::State;

use super::edit::refused;
use super::seen;
use crate::actor::Actor;
use crate::area::{self, policy};
use crate::db::Tx;
use crate::web::{Answer, App, Chrome, Form, Path, redirect_with_flash, urls};

/// `POST /admin/areas/{code}/retirement`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(code): Path<String>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let (_, kept) = seen(&mut tx, &code, &sent).await?;
    if let Err(refusal) = area::retire(&mut tx, &granted, &kept).await? {
        return refused(&actor, &chrome, &mut tx, &code, refusal).await;
    }
    let to = urls::admin_area(kept.area);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-retired")
}

/// `POST /admin/areas/{code}/retirement/ending`
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(code): Path<String>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let (_, kept) = seen(&mut tx, &code, &sent).await?;
    if let Err(refusal) = area::bring_back(&mut tx, &granted, &kept).await? {
        return refused(&actor, &chrome, &mut tx, &code, refusal).await;
    }
    let to = urls::admin_area(kept.area);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-brought-back")
}
