//! Moving a meeting to another day, time or place.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{self, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::MeetingId;
use crate::meeting::{self, Meeting, policy};
use crate::say;
use crate::web::sittings::appointment;
use crate::web::{
    Answer, App, Chrome, Error, Form, Mistakes, Page, Path, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "meetings/appointment.html")]
struct EditPage {
    page: Page,
    called: String,
    action: String,
    back: String,
    zones: Vec<(String, String)>,
    form: Sheet,
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    meeting: &Meeting,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let page = words::crumbs(chrome.page(), lang, meeting).crumb("", say::t(lang, "meeting-move"));
    html_with(
        status,
        lang,
        EditPage {
            page,
            called: words::title(lang, meeting),
            action: urls::desk_meeting_part(meeting.id, "appointment"),
            back: urls::desk_meeting(meeting.id),
            zones: appointment::zones(tx).await?,
            form,
        },
    )
}

/// `GET /desk/meetings/{id}/appointment`
pub async fn edit(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<MeetingId>) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let _ = policy::keep(&actor, &found)?;
    let mut known = appointment::fill(found.starts_local, &found.zone, found.lasts_minutes);
    known.set("place", found.place.clone());
    known.set("sequence", found.sequence.to_string());
    page(StatusCode::OK, &mut tx, &chrome, &found, Sheet::of(known)).await
}

/// `POST /desk/meetings/{id}/appointment`
pub async fn update(
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
    let to = appointment::read(&mut reader);
    let mistakes = reader.done().err();
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    let (Some(to), None) = (to, &mistakes) else {
        let form = Sheet::with(sent, mistakes.unwrap_or_default());
        return page(unfit, &mut tx, &chrome, &found, form).await;
    };
    // Whoever saw it at another time or place moves it from there, and not from here.
    if sent.get("sequence") != found.sequence.to_string() {
        return Err(Error::from(crate::Error::Overtaken));
    }
    match meeting::move_to(&mut tx, &granted, &to).await? {
        Ok(true) => {
            let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
            redirect_with_flash(&app, done, to, "flash-meeting-moved")
        }
        Ok(false) => see(urls::desk_meeting(id)),
        Err(not) => {
            let (field, sentence) = appointment::mistake(not);
            let form = Sheet::with(sent, Mistakes::one(field, sentence));
            page(unfit, &mut tx, &chrome, &found, form).await
        }
    }
}
