//! For how many years, by host country and kind.

use axum::extract::State;
use axum::http::StatusCode;

use super::rules::{EditPage, number};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::TermId;
use crate::organization::policy;
use crate::organization::standing::{self, Rule};
use crate::values::{Country, Kind};
use crate::web::{Answer, App, Chrome, Form, Path, Sheet, html_with, redirect_with_flash, urls};

/// `POST /admin/standing/terms`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::keep_rules(&actor)?;
    let mut reader = fields.reader();
    let host = reader.optional("host_country", Country::parse);
    let kind = reader.optional("kind", Kind::parse);
    let years = number(&mut reader, "years", Rule::ValidityYears);
    if fields.get("host_country").is_empty() && fields.get("kind").is_empty() {
        reader.mistake("host_country", "standing-term-of-nothing");
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(years) = years.filter(|_| mistakes.is_empty()) else {
        let forms = (None, Sheet::with(fields, mistakes));
        let page = EditPage::load(&mut tx, &chrome, &actor, forms).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    standing::add_term(&mut tx, &granted, (host, kind), years).await?;
    let (done, to) = (tx.commit().await?, urls::ADMIN_STANDING);
    redirect_with_flash(&app, done, to, "flash-standing-term-saved")
}

/// `POST /admin/standing/terms/{id}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<TermId>,
) -> Answer {
    let granted = policy::keep_rules(&actor)?;
    standing::end_term(&mut tx, &granted, id).await?;
    let (done, to) = (tx.commit().await?, urls::ADMIN_STANDING);
    redirect_with_flash(&app, done, to, "flash-standing-term-ended")
}
