//! How a meeting ends: it is closed, or called off.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{self, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MeetingId;
use crate::meeting::{self, Meeting, policy};
use crate::say;
use crate::values::Prose;
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "meetings/calling_off.html")]
struct AskPage {
    page: Page,
    called: String,
    action: String,
    back: String,
    form: Sheet,
}

fn page(status: StatusCode, chrome: &Chrome, meeting: &Meeting, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let page =
        words::crumbs(chrome.page(), lang, meeting).crumb("", say::t(lang, "meeting-call-off"));
    html_with(
        status,
        lang,
        AskPage {
            page,
            called: words::title(lang, meeting),
            action: urls::desk_meeting_part(meeting.id, "calling-off"),
            back: urls::desk_meeting(meeting.id),
            form,
        },
    )
}

/// `GET /desk/meetings/{id}/calling-off`
pub async fn ask(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let _ = policy::keep(&actor, &found)?;
    page(StatusCode::OK, &chrome, &found, Sheet::empty())
}

/// `POST /desk/meetings/{id}/calling-off`
pub async fn call_off(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MeetingId>,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let mut reader = sent.reader();
    let why = reader.required("words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(why) = why else {
        let form = Sheet::with(sent, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &found, form);
    };
    meeting::call_off(&mut tx, &granted, &why).await?;
    let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
    redirect_with_flash(&app, done, to, "flash-meeting-called-off")
}

/// `POST /desk/meetings/{id}/closing`
pub async fn close(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MeetingId>,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    meeting::close(&mut tx, &granted).await?;
    let (done, to) = (tx.commit().await?, urls::desk_meeting_part(id, "minutes"));
    redirect_with_flash(&app, done, to, "flash-meeting-closed")
}
