//! Writing into a case: a note within the board, or a message to the applicant.

use axum::extract::State;
use axum::http::StatusCode;

use super::case;
use super::overtaken::or_overtaken;
use crate::actor::Actor;
use crate::case::{self as cases, Reach, policy};
use crate::db::{self, Tx};
use crate::ids::{AccountId, CaseId};
use crate::values::{Problem, Prose};
use crate::web::{Answer, App, Chrome, Form, KEY, Path, Sheet, redirect_with_flash, see, urls};

/// The longest message.
const MOST: usize = 10_000;

/// `POST /desk/cases/{id}/messages`
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let case = cases::find(&mut tx, &actor, id).await?;
    policy::at_desk(&actor, &case)?;
    // What is not said to be for the applicant stays within the board.
    let reach = match form.get("reach") {
        "applicant" => Reach::Applicant,
        _ => Reach::Internal,
    };
    let granted = match policy::write(&actor, &case, reach) {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, id, None).await,
    };
    let mut reader = form.reader();
    let body = reader.required("body", |text| Prose::parse(text, MOST));
    let tell = reader.many("tell", |text| {
        text.parse::<AccountId>().map_err(|_| Problem::UnknownCode)
    });
    if reach == Reach::Applicant && !tell.is_empty() {
        reader.mistake("tell", "desk-tell-notes-only");
    }
    let body = match (body, reader.done()) {
        (Some(body), Ok(())) => body,
        (_, Err(mistakes)) => {
            let sheet = Sheet::with(form, mistakes);
            return case::render(
                StatusCode::UNPROCESSABLE_ENTITY,
                chrome,
                &actor,
                tx,
                case,
                (sheet, None),
            )
            .await;
        }
        (None, Ok(())) => return Err(crate::web::Error::NotFound),
    };
    let back = format!("{}#messages", urls::desk_case(id));
    if let Ok(key) = form.get(KEY).parse() {
        let account = actor.person()?.id;
        if db::claim(&mut tx, account, key).await?.is_some() {
            return see(back);
        }
        db::finish(&mut tx, account, key, &back).await?;
    }
    match tell.is_empty() {
        true => cases::write_message(&mut tx, granted, &body).await?,
        false => cases::write_note(&mut tx, granted, &body, &tell).await?,
    };
    redirect_with_flash(&app, tx.commit().await?, back, "flash-desk-written")
}
