//! Adding an area.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::edit::parents;
use super::names;
use crate::actor::Actor;
use crate::area::{self, Terms, Tree, policy};
use crate::db::{self, Read, Tx};
use crate::values::{Area, Problem};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Query, Sheet, filters, html_with,
    redirect_with_flash, say, see, urls,
};

#[derive(Template)]
#[template(path = "admin/areas/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    parents: Vec<(String, String)>,
}

/// `GET /admin/areas/new`
pub async fn new(actor: Actor, chrome: Chrome, mut read: Read, Query(asked): Query) -> Answer {
    let _ = policy::keep(&actor)?;
    let tree = area::tree(&mut read).await?;
    let mut form = Fields::default();
    form.set("parent", asked.get("parent"));
    page(StatusCode::OK, &chrome, &tree, Sheet::of(form))
}

/// `POST /admin/areas`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let person = actor.person()?.id;
    let mut r = sent.reader();
    let names = names(&mut r);
    let code = r.optional("code", |text| {
        Area::recorded(text.trim()).ok_or(Problem::BadFormat {
            example: "folk-dance",
        })
    });
    let parent = r.optional("parent", Area::parse);
    if let Err(mistakes) = r.done() {
        return again(&chrome, &mut tx, sent, mistakes).await;
    }
    let key = Sheet::of(sent.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let area = match area::add(&mut tx, &granted, code, &Terms { names, parent }).await? {
        Ok(area) => area,
        Err(refusal) => {
            let mistakes = Mistakes::one(refusal.field(), refusal.key());
            return again(&chrome, &mut tx, sent, mistakes).await;
        }
    };
    let to = urls::admin_area(area);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-area-added")
}

async fn again(chrome: &Chrome, tx: &mut Tx, sent: Fields, mistakes: Mistakes) -> Answer {
    let tree = area::tree(tx).await?;
    let form = Sheet::with(sent, mistakes);
    page(StatusCode::UNPROCESSABLE_ENTITY, chrome, &tree, form)
}

fn page(status: StatusCode, chrome: &Chrome, tree: &Tree, form: Sheet) -> Answer {
    let lang = chrome.lang;
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_AREAS, say::t(lang, "areas-title"))
                .crumb("", say::t(lang, "area-new-title")),
            form,
            parents: parents(lang, tree, None),
        },
    )
}
