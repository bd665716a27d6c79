//! Merging an area into another: first what would move, then the act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::{found, seen};
use crate::actor::Actor;
use crate::area::{self, Kept, Refusal, Tree, Uses, policy};
use crate::db::{Read, Tx};
use crate::values::{Area, Lang};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Query, Sheet, filters, html_with,
    redirect_with_flash, say, see, urls,
};

#[derive(Template)]
#[template(path = "admin/areas/merger.html")]
struct MergerPage {
    page: Page,
    form: Sheet,
    area: Kept,
    name: String,
    targets: Vec<(String, String)>,
    preview: Option<Preview>,
}

/// What would happen.
struct Preview {
    into: Area,
    name: String,
    uses: Uses,
    /// Areas that would move too.
    children: usize,
}

/// `GET /admin/areas/{code}/merger`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(code): Path<String>,
    Query(asked): Query,
) -> Answer {
    let _ = policy::keep(&actor)?;
    let granted = policy::read(&actor)?;
    let (tree, kept) = found(&mut read, &code).await?;
    if let Some(into) = kept.merged_into {
        return see(urls::admin_area(into));
    }
    if !asked.sent("into") {
        return page(StatusCode::OK, &chrome, &tree, kept, None, Sheet::of(asked));
    }
    let into = match target(&tree, &kept, &asked) {
        Ok(into) => into,
        Err(refusal) => return refused(&chrome, &tree, kept, asked, refusal),
    };
    let uses = area::uses(&mut read, &granted, kept.area).await?;
    let preview = Preview {
        into: into.area,
        name: into.names.of(chrome.lang).to_owned(),
        uses,
        children: tree.children(kept.area).count(),
    };
    let form = Sheet::of(asked);
    page(StatusCode::OK, &chrome, &tree, kept, Some(preview), form)
}

/// `POST /admin/areas/{code}/merger`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(code): Path<String>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let (tree, kept) = seen(&mut tx, &code, &sent).await?;
    let into = match target(&tree, &kept, &sent) {
        Ok(into) => into.area,
        Err(refusal) => return refused(&chrome, &tree, kept, sent, refusal),
    };
    if let Err(refusal) = area::merge(&mut tx, &granted, &kept, into).await? {
        return refused(&chrome, &tree, kept, sent, refusal);
    }
    let to = urls::admin_area(into);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-merged")
}

/// The area that the form says, if the other may become it.
fn target<'a>(tree: &'a Tree, from: &Kept, said: &Fields) -> Result<&'a Kept, Refusal> {
    let into = Area::recorded(said.get("into"))
        .and_then(|into| tree.find(into))
        .ok_or(Refusal::NoTarget)?;
    tree.allows_merger(from, into.area).map(|()| into)
}

fn refused(chrome: &Chrome, tree: &Tree, kept: Kept, said: Fields, why: Refusal) -> Answer {
    let form = Sheet::with(said, Mistakes::one(why.field(), why.key()));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(status, chrome, tree, kept, None, form)
}

/// What the area may become.
fn targets(lang: Lang, tree: &Tree, from: &Kept) -> Vec<(String, String)> {
    let mut targets = Vec::new();
    for top in tree.tops().filter(|top| top.is_offered()) {
        let name = top.names.of(lang);
        targets.push((top.area, name.to_owned()));
        let own = tree.children(top.area).filter(|own| own.is_offered());
        targets.extend(own.map(|own| (own.area, format!("{name}: {}", own.names.of(lang)))));
    }
    targets
        .into_iter()
        .filter(|(area, _)| tree.allows_merger(from, *area).is_ok())
        .map(|(area, name)| (area.to_string(), name))
        .collect()
}

fn page(
    status: StatusCode,
    chrome: &Chrome,
    tree: &Tree,
    area: Kept,
    preview: Option<Preview>,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let name = area.names.of(lang).to_owned();
    html_with(
        status,
        lang,
        MergerPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_AREAS, say::t(lang, "areas-title"))
                .crumb(urls::admin_area(area.area), name.clone())
                .crumb("", say::t(lang, "area-merge-title")),
            form,
            targets: targets(lang, tree, &area),
            area,
            name,
            preview,
        },
    )
}
