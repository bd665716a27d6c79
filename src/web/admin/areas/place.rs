//! The place of an area among those beside it.

use axum::extract::State;

use super::seen;
use crate::actor::Actor;
use crate::area::{self, Way, policy};
use crate::db::Tx;
use crate::web::{Answer, App, Error, Form, Path, redirect_with_flash, urls};

/// `POST /admin/areas/{code}/place`
pub async fn update(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(code): Path<String>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let (_, kept) = seen(&mut tx, &code, &sent).await?;
    let way = Way::from_code(sent.get("way")).ok_or(Error::NotFound)?;
    area::place(&mut tx, &granted, &kept, way).await?;
    let to = urls::admin_area(kept.area);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-placed")
}
