//! The file that shows a contribution, for its team and for the coordinators of the board.

use axum::extract::State;

use super::desk::seen;
use super::team::one_of;
use crate::actor::Actor;
use crate::contribution::{self, policy};
use crate::db::Tx;
use crate::ids::ContributionId;
use crate::web::documents::whole;
use crate::web::{Answer, App, Path};

/// `GET /home/organizations/{number}/contributions/{id}/proof`
pub async fn own(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(String, ContributionId)>,
) -> Answer {
    let (found, organization, role) = one_of(&mut tx, &actor, (&number, id)).await?;
    let granted = policy::see_file(&actor, &found, &organization, role)?;
    show(&app, tx, &granted).await
}

/// `GET /desk/contributions/{id}/proof`
pub async fn at_desk(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<ContributionId>,
) -> Answer {
    let (found, organization, role) = seen(&mut tx, &actor, id).await?;
    let granted = policy::see_file(&actor, &found, &organization, role)?;
    show(&app, tx, &granted).await
}

async fn show(app: &App, mut tx: Tx, granted: &policy::CanSeeFile) -> Answer {
    let (file, content) = contribution::look_at_file(&mut tx, granted).await?;
    let _ = tx.commit().await?;
    whole(app, (&file.name, file.kind, file.bytes), content).await
}
