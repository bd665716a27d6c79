//! One's own sign-ins.

use axum::extract::State;

use super::super::{Answer, App, Path, redirect_with_flash, urls};
use super::without_session;
use crate::account::{policy, session};
use crate::actor::Actor;
use crate::case;
use crate::db::Tx;
use crate::ids::SessionId;

/// Ends one.
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<SessionId>,
    mut tx: Tx,
) -> Answer {
    let own = policy::own(&actor)?;
    if id == own.person().session {
        case::release_all(&mut tx, &actor).await?;
    }
    session::end(&mut tx, &own, id).await?;
    let committed = tx.commit().await?;
    if id == own.person().session {
        let answer = redirect_with_flash(&app, committed, urls::SIGN_IN, "flash-signed-out");
        return without_session(&app, answer);
    }
    redirect_with_flash(&app, committed, urls::ACCOUNT, "flash-session-ended")
}
