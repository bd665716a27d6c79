//! How the desk is kept: how long a case stays in somebody's hands.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, filters, html_with,
    redirect_with_flash, say, urls,
};
use crate::actor::Actor;
use crate::calendar::policy;
use crate::case::{self, HOLD_MINUTES};
use crate::db::{Read, Tx};
use crate::values::digits_to_ascii;
use sqlx::PgConnection;

#[derive(Template)]
#[template(path = "admin/desk.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    minutes: i32,
    revision: i32,
    may_keep: bool,
    overtaken: bool,
}

/// `GET /admin/desk`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let _ = policy::see(&actor)?;
    page(&mut read, &actor, &chrome, StatusCode::OK, None).await
}

/// `POST /admin/desk`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let text = digits_to_ascii(sent.get("hold_minutes").trim()).into_owned();
    let minutes = text.parse().ok().filter(|it| HOLD_MINUTES.contains(it));
    let Some(minutes) = minutes else {
        let form = Sheet::with(sent, Mistakes::one("hold_minutes", "desk-rules-number"));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&mut tx, &actor, &chrome, status, Some(form)).await;
    };
    let seen = sent.get("revision").parse().unwrap_or_default();
    match case::keep_desk_rules(&mut tx, &granted, seen, minutes).await {
        Err(crate::Error::Overtaken) => {
            let form = Some(Sheet::of(sent));
            page(&mut tx, &actor, &chrome, StatusCode::CONFLICT, form).await
        }
        done => {
            done?;
            let (done, to) = (tx.commit().await?, urls::ADMIN_DESK);
            redirect_with_flash(&app, done, to, "flash-desk-rules-saved")
        }
    }
}

async fn page(
    conn: &mut PgConnection,
    actor: &Actor,
    chrome: &Chrome,
    status: StatusCode,
    form: Option<Sheet>,
) -> Answer {
    let (rules, lang) = (case::desk_rules(conn).await?, chrome.lang);
    let page = EditPage {
        page: chrome
            .admin_page()
            .crumb("", say::t(lang, "desk-rules-title")),
        form: form.unwrap_or_else(|| {
            let mut fields = Fields::default();
            fields.set("hold_minutes", rules.hold_minutes.to_string());
            Sheet::of(fields)
        }),
        minutes: rules.hold_minutes,
        revision: rules.revision,
        may_keep: policy::keep(actor).is_ok(),
        overtaken: status == StatusCode::CONFLICT,
    };
    html_with(status, lang, page)
}
