//! The end of a session: it is closed, which decides its cases, or called off.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{self, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::SittingId;
use crate::outcome;
use crate::say;
use crate::sitting::{self, Sitting, policy};
use crate::values::Prose;
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash, see,
    urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "sittings/calling_off.html")]
struct AskPage {
    page: Page,
    called: String,
    action: String,
    back: String,
    form: Sheet,
}

/// `POST /desk/sessions/{id}/closing`
pub async fn close(
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::close(&actor, &found)?;
    match outcome::close(&mut tx, granted).await? {
        Ok(()) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_session_minutes(id),
            "flash-session-closed",
        ),
        // Nothing is committed: not one of its cases is decided.
        Err(item) => see(format!("{}?hindered={item}", urls::desk_session(id))),
    }
}

/// `GET /desk/sessions/{id}/calling-off`
pub async fn ask(actor: Actor, chrome: Chrome, Path(id): Path<SittingId>, mut tx: Tx) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let _ = policy::keep(&actor, &found)?;
    page(StatusCode::OK, &chrome, &found, Sheet::empty())
}

/// `POST /desk/sessions/{id}/calling-off`
pub async fn call_off(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let mut r = sent.reader();
    let why = r.required("why", |text| Prose::parse(text, MOST));
    let mistakes = r.done().err().unwrap_or_default();
    let Some(why) = why else {
        let form = Sheet::with(sent, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &found, form);
    };
    sitting::call_off(&mut tx, granted, &why).await?;
    let done = tx.commit().await?;
    redirect_with_flash(
        &app,
        done,
        urls::desk_session(id),
        "flash-session-called-off",
    )
}

fn page(status: StatusCode, chrome: &Chrome, sitting: &Sitting, form: Sheet) -> Answer {
    let lang = chrome.lang;
    html_with(
        status,
        lang,
        AskPage {
            page: words::crumbs(chrome.page(), lang, sitting)
                .crumb("", say::t(lang, "session-call-off")),
            called: words::title(lang, sitting.number),
            action: urls::desk_session_part(sitting.id, "calling-off"),
            back: urls::desk_session(sitting.id),
            form,
        },
    )
}
