//! A message of the applicant to the board.

use axum::extract::State;

use super::show;
use crate::actor::Actor;
use crate::case::{self, Reach, policy};
use crate::db::{self, Tx};
use crate::ids::CaseId;
use crate::values::Prose;
use crate::web::{Answer, App, Chrome, Form, Path, Sheet, redirect_with_flash, see, urls};

/// The longest message.
pub const MESSAGE_MAX: usize = 4_000;

/// Writes to the board.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    // The desk writes at the desk, where it says to whom.
    if !case.is_own(actor.person()?.id) {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    let granted = policy::write(&actor, &case, Reach::Applicant)?;
    let mut r = sent.reader();
    let body = r.required("body", |text| Prose::parse(text, MESSAGE_MAX));
    let mistakes = r.done();
    let Some((body, ())) = body.zip(mistakes.clone().ok()) else {
        let form = Sheet::with(sent, mistakes.err().unwrap_or_default());
        return show::answer(&mut tx, &actor, &chrome, &case, form).await;
    };
    let person = actor.person()?.id;
    let key = Sheet::of(sent).key();
    let to = format!("{}#conversation", urls::case(id));
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    case::write_message(&mut tx, granted, &body).await?;
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-registration-message")
}
