//! Undoing a hand-over that was a mistake, with a reason: the page says what comes back, or what was changed since.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::offices::{leaders, page};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::OfficeId;
use crate::leader::{self, FullLeader, Handover};
use crate::organization::Organization;
use crate::values::{Prose, RegistryNumber};
use crate::web::coordination::{Spoken, term};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "desk_organizations/reversal.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    /// Who came.
    next: Spoken,
    title: Spoken,
    /// When it was handed over.
    made: NaiveDate,
    /// Who left, and their term as it was before.
    former: Spoken,
    dates: String,
    /// What was changed since, in sentences; nothing, while it can be undone.
    changed: Vec<&'static str>,
    /// What had been written before it turned out that it cannot be undone.
    typed: String,
    action: String,
    back: String,
}

/// The hand-over, and the two who were in it.
fn both(
    all: &[FullLeader],
    found: Option<Handover>,
) -> Result<(Handover, &FullLeader, &FullLeader)> {
    let found = found.ok_or(Error::NotFound)?;
    let of = |id| all.iter().find(|it| it.office.id == id);
    match (of(found.former), of(found.next)) {
        (Some(former), Some(next)) => Ok((found, former, next)),
        // One of the offices is another organization's by now.
        _ => Err(crate::Error::Overtaken.into()),
    }
}

/// What was written, and what stands in the way: for whoever is too late, or begins.
async fn show(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, id): (RegistryNumber, OfficeId),
    (form, typed): (Sheet, &str),
) -> Answer {
    let (lang, now) = (chrome.lang, tx.now());
    let (organization, _, all) = leaders(tx, actor, number).await?;
    let found = leader::handover_to(tx, organization.id, id, now).await?;
    let (handover, former, next) = both(&all, found)?;
    let changed: Vec<_> = handover.changed.iter().map(|it| it.key()).collect();
    let status = match (changed.is_empty(), form.mistakes().is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, true) => StatusCode::OK,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = NewPage {
        page: page(chrome, &organization, "leaders-undo"),
        form,
        next: Spoken::leader(&next.names, lang),
        title: Spoken::office(&next.office, lang),
        made: handover.made_at.date_naive(),
        former: Spoken::leader(&former.names, lang),
        dates: term(lang, former.office.since, handover.was_until),
        typed: typed.trim().to_owned(),
        changed,
        action: urls::desk_office_reversal(number, id),
        back: urls::desk_organization_part(number, "leaders"),
        organization,
    };
    html_with(status, lang, page)
}

/// `GET /desk/organizations/{number}/offices/{id}/reversal`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, OfficeId)>,
) -> Answer {
    let form = (Sheet::empty(), "");
    let answer = show(&mut tx, (&actor, &chrome), of, form).await?;
    let _ = tx.commit().await?;
    Ok(answer)
}

/// `POST /desk/organizations/{number}/offices/{id}/reversal`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, OfficeId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, keeps, _) = leaders(&mut tx, &actor, number).await?;
    let now = tx.now();
    // Whoever is too late learns that, and not that a reason is missing.
    let found = leader::handover_to(&mut tx, organization.id, id, now).await?;
    let is_open = found.ok_or(Error::NotFound)?.changed.is_empty();
    let mut reader = fields.reader();
    let reason = reader.required("reason", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let typed = fields.get("reason").to_owned();
    let form = match (reason, is_open) {
        (Some(reason), true) => match leader::undo(&mut tx, &keeps, id, &reason).await? {
            Ok(()) => {
                let to = urls::desk_organization_part(number, "leaders");
                let done = tx.commit().await?;
                return redirect_with_flash(&app, done, to, "flash-leader-handover-undone");
            }
            Err(_) => Sheet::empty(),
        },
        (None, true) => Sheet::with(fields, mistakes),
        (_, false) => Sheet::empty(),
    };
    let answer = show(&mut tx, (&actor, &chrome), (number, id), (form, &typed)).await?;
    let _ = tx.commit().await?;
    Ok(answer)
}
