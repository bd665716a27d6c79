//! Who came to a session.

use axum::extract::State;

use super::words::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, SittingId};
use crate::sitting::{self, policy};
use crate::web::{Answer, App, Form, Path, redirect_with_flash, urls};

/// `POST /desk/sessions/{id}/attendance`
pub async fn update(
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    // What is no member's is nobody's.
    let present: Vec<AccountId> = sent
        .all("present")
        .filter_map(|text| text.parse().ok())
        .filter(|account| found.has_member(*account))
        .collect();
    sitting::note_attendance(&mut tx, &granted, &present).await?;
    let done = tx.commit().await?;
    redirect_with_flash(
        &app,
        done,
        urls::desk_session(id),
        "flash-session-attendance",
    )
}
