//! What the board changes of an initiative itself: what it says, while no team can say it, and taking it off the public pages.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::form::{Lists, SUMMARY_MAX, fill, read};
use super::show;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::initiative::{self, NotCorrected, Said, policy};
use crate::radar;
use crate::say;
use crate::values::Prose;
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "initiatives/correction.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    lists: Lists,
    action: String,
    back: String,
    /// Whether somebody changed it since the form began.
    overtaken: bool,
}

fn page(chrome: &Chrome, id: InitiativeId, there: &Said, form: Sheet, overtaken: bool) -> EditPage {
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb(
            urls::desk_initiative(id),
            Spoken::title(&there.texts, lang).text,
        )
        .crumb("", say::t(lang, "initiatives-correct"));
    EditPage {
        page,
        lists: Lists::new(lang, form.fields()),
        form,
        action: urls::desk_initiative_part(id, "facts"),
        back: urls::desk_initiative(id),
        overtaken,
    }
}

async fn there(tx: &mut Tx, actor: &Actor, id: InitiativeId) -> Result<Said> {
    let found = initiative::find(tx, policy::desk(actor)?, id).await?;
    Ok(found.ok_or(Error::NotFound)?.said)
}

/// `GET /desk/initiatives/{id}/facts`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, id).await?;
    policy::keep_this(&actor, is_own)?;
    let there = there(&mut tx, &actor, id).await?;
    let mut fields = fill(&there);
    fields.set("seen", initiative::version(&there)?);
    let page = page(&chrome, id, &there, Sheet::of(fields), false);
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/initiatives/{id}/facts`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
    Form(mut fields): Form,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, id).await?;
    let granted = policy::keep_this(&actor, is_own)?;
    let before = there(&mut tx, &actor, id).await?;
    let said = match read(&fields) {
        Ok(said) => said,
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            let page = page(&chrome, id, &before, form, false);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let seen = fields.get("seen").to_owned();
    match initiative::correct(&mut tx, &granted, id, (&seen, &said)).await? {
        Ok(()) => {}
        Err(NotCorrected::Led) => return Err(crate::actor::Denied::Forbidden.into()),
        Err(NotCorrected::Changed) => {
            // What was typed stays; sent once more, it is said of what is there now.
            fields.set("seen", initiative::version(&before)?);
            let page = page(&chrome, id, &before, Sheet::of(fields), true);
            return html_with(StatusCode::CONFLICT, chrome.lang, page);
        }
    }
    radar::look(&mut tx, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-corrected")
}

/// `POST /desk/initiatives/{id}/unpublication`
pub async fn destroy(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
    Form(fields): Form,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, id).await?;
    let granted = policy::keep_this(&actor, is_own)?;
    let found = initiative::find(&mut tx, policy::desk(&actor)?, id).await?;
    if found.ok_or(Error::NotFound)?.published_at.is_none() {
        return Err(crate::Error::Overtaken.into());
    }
    let mut reader = fields.reader();
    let words = reader.required("unpublish_words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(words) = words else {
        let (vault, now) = (tx.vault(), tx.now());
        let form = Sheet::with(Fields::clone(&fields), mistakes);
        return show::again(&mut tx, (&vault, now), &actor, &chrome, id, form).await;
    };
    initiative::unpublish(&mut tx, &granted, id, &words).await?;
    let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
    redirect_with_flash(&app, done, to, "flash-initiative-unpublished")
}
