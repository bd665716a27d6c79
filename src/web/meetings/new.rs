//! Calling a meeting of a group.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::group::{self, Group};
use crate::ids::GroupId;
use crate::meeting::{self, policy};
use crate::say;
use crate::values::Line;
use crate::web::coordination::{Spoken, line};
use crate::web::sittings::appointment;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Sheet, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The most items that a meeting is called with.
const MOST: usize = 40;

#[derive(Template)]
#[template(path = "meetings/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    zones: Vec<(String, String)>,
    group: Spoken,
    action: String,
    back: String,
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    group: &Group,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let name = Spoken::of(&group.said.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::desk_group(group.id), name.text.clone())
        .crumb("", say::t(lang, "meeting-new"));
    html_with(
        status,
        lang,
        NewPage {
            page,
            form,
            zones: appointment::zones(tx).await?,
            group: name,
            action: urls::desk_group_meetings(group.id),
            back: urls::desk_group(group.id),
        },
    )
}

/// `GET /desk/groups/{id}/meetings/new`
pub async fn new(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<GroupId>) -> Answer {
    let _ = policy::call(&actor, id)?;
    let group = group::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if group.end.is_over(tx.today()) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    let mut known = Fields::default();
    known.set("zone", "UTC");
    known.set("minutes", "120");
    page(StatusCode::OK, &mut tx, &chrome, &group, Sheet::of(known)).await
}

/// `POST /desk/groups/{id}/meetings`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<GroupId>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::call(&actor, id)?;
    let group = group::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let mut reader = fields.reader();
    let at = appointment::read(&mut reader);
    let agenda = agenda(&mut reader);
    let over = at
        .as_ref()
        .is_some_and(|at| group.end.is_over(at.starts_local.date()));
    if over {
        reader.mistake("date", "meeting-group-over");
    }
    let mistakes = reader.done().err();
    let (Some(at), None) = (at, &mistakes) else {
        let form = Sheet::with(fields, mistakes.unwrap_or_default());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &mut tx, &chrome, &group, form).await;
    };
    let (person, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    match meeting::call(&mut tx, &granted, &at, &agenda).await? {
        Ok(meeting) => {
            let to = urls::desk_meeting(meeting);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-meeting-called")
        }
        Err(not) => {
            let (field, sentence) = appointment::mistake(not);
            let form = Sheet::with(fields, Mistakes::one(field, sentence));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(status, &mut tx, &chrome, &group, form).await
        }
    }
}

/// What is on the agenda, one in a line.
fn agenda(reader: &mut Reader<'_>) -> Vec<Line> {
    let text = reader.fields().get("agenda").to_owned();
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let read: Result<Vec<Line>, _> = lines.map(line).collect();
    match read {
        Ok(all) if all.len() <= MOST => return all,
        Ok(_) => reader.mistake("agenda", "meeting-agenda-full"),
        Err(problem) => reader.problem("agenda", problem),
    }
    Vec::new()
}
