//! An area: its names, what it is beneath, its place, and whether it is offered.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::{NAMES, found, names, seen};
use crate::actor::Actor;
use crate::area::{self, Kept, Refusal, Terms, Tree, Uses, policy};
use crate::db::{Read, Tx};
use crate::values::{Area, Lang};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Sheet, filters, html_with,
    redirect_with_flash, say, see, urls,
};

#[derive(Template)]
#[template(path = "admin/areas/edit.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    title: String,
    area: Kept,
    parents: Vec<(String, String)>,
    /// Its place among those beside it, and how many they are.
    place: usize,
    beside: usize,
    uses: Uses,
    may_keep: bool,
}

/// `GET /admin/areas/{code}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(code): Path<String>,
) -> Answer {
    let granted = policy::read(&actor)?;
    let (tree, kept) = found(&mut read, &code).await?;
    if let Some(into) = kept.merged_into {
        return see(urls::admin_area(into));
    }
    let uses = area::uses(&mut read, &granted, kept.area).await?;
    let form = Sheet::of(filled(&kept));
    page(StatusCode::OK, &chrome, &tree, kept, uses, form)
}

/// `POST /admin/areas/{code}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(code): Path<String>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let (_, kept) = seen(&mut tx, &code, &sent).await?;
    let mut r = sent.reader();
    let names = names(&mut r);
    let parent = r.optional("parent", Area::parse);
    if let Err(mistakes) = r.done() {
        return again(&actor, &chrome, &mut tx, &code, sent, mistakes).await;
    }
    let terms = Terms { names, parent };
    if terms.names == kept.names && terms.parent == kept.parent {
        return see(urls::admin_area(kept.area));
    }
    if let Err(refusal) = area::write(&mut tx, &granted, &kept, &terms).await? {
        let mistakes = Mistakes::one(refusal.field(), refusal.key());
        return again(&actor, &chrome, &mut tx, &code, sent, mistakes).await;
    }
    let to = urls::admin_area(kept.area);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-saved")
}

/// The page with what is wrong, after an act that says nothing of names.
pub(super) async fn refused(
    actor: &Actor,
    chrome: &Chrome,
    tx: &mut Tx,
    code: &str,
    refusal: Refusal,
) -> Answer {
    let (_, kept) = found(tx, code).await?;
    let mistakes = Mistakes::one(refusal.field(), refusal.key());
    again(actor, chrome, tx, code, filled(&kept), mistakes).await
}

async fn again(
    actor: &Actor,
    chrome: &Chrome,
    tx: &mut Tx,
    code: &str,
    sent: Fields,
    mistakes: Mistakes,
) -> Answer {
    let (tree, kept) = found(tx, code).await?;
    let uses = area::uses(tx, &policy::read(actor)?, kept.area).await?;
    let form = Sheet::with(sent, mistakes);
    page(
        StatusCode::UNPROCESSABLE_ENTITY,
        chrome,
        &tree,
        kept,
        uses,
        form,
    )
}

fn filled(kept: &Kept) -> Fields {
    let mut form = Fields::default();
    for (field, lang) in NAMES.iter().zip(Lang::ALL) {
        form.set(field, kept.names.of(*lang));
    }
    form.set(
        "parent",
        kept.parent.map(|it| it.to_string()).unwrap_or_default(),
    );
    form
}

/// What an area may be beneath: those of the first level that are offered, and what it is beneath already.
pub(super) fn parents(lang: Lang, tree: &Tree, own: Option<&Kept>) -> Vec<(String, String)> {
    tree.tops()
        .filter(|top| own.is_none_or(|own| own.area != top.area))
        .filter(|top| top.is_offered() || own.is_some_and(|own| own.parent == Some(top.area)))
        .map(|top| (top.area.to_string(), top.names.of(lang).to_owned()))
        .collect()
}

fn page(
    status: StatusCode,
    chrome: &Chrome,
    tree: &Tree,
    area: Kept,
    uses: Uses,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let title = area.names.of(lang).to_owned();
    let siblings = tree.siblings(&area);
    let at = siblings.iter().position(|one| one.area == area.area);
    html_with(
        status,
        lang,
        EditPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_AREAS, say::t(lang, "areas-title"))
                .crumb("", title.clone()),
            form,
            title,
            parents: parents(lang, tree, Some(&area)),
            place: at.unwrap_or_default() + 1,
            beside: siblings.len(),
            uses,
            may_keep: policy::keep(chrome.actor()).is_ok(),
            area,
        },
    )
}
