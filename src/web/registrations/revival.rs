//! Bringing back what was withdrawn because nobody answered.

use axum::extract::State;
use chrono::NaiveDate;

use crate::actor::Actor;
use crate::case::{self, Case, Stage, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::web::{Answer, App, Path, redirect_with_flash, urls};

/// `POST /cases/{id}/revival`: one button, and the applicant has time again.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path(id): Path<CaseId>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    // The board brings a case back at the desk, with a word.
    if !case.is_own(actor.person()?.id) {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    let granted = policy::revive(&actor, &case)?;
    case::revive(&mut tx, granted, None).await?;
    let committed = tx.commit().await?;
    redirect_with_flash(
        &app,
        committed,
        urls::case(id),
        "flash-registration-revived",
    )
}

/// Whether it was withdrawn by silence, and the time to bring it back has not run out.
pub fn is_open(case: &Case, today: NaiveDate) -> bool {
    matches!(case.stage, Stage::Expired { until, .. } if today <= until)
}
