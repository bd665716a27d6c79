//! The list as a tree: what is offered, what is retired, what was merged.

use askama::Template;

use crate::actor::Actor;
use crate::area::{self, Kept, policy};
use crate::db::Read;
use crate::values::Lang;
use crate::web::{Answer, Chrome, Page, filters, html, say, urls};

#[derive(Template)]
#[template(path = "admin/areas/index.html")]
struct IndexPage {
    page: Page,
    tops: Vec<Top>,
    merged: Vec<Merged>,
    may_keep: bool,
}

/// An area of the first level.
struct Top {
    one: One,
    own: Vec<One>,
}

/// An area in the tree.
struct One {
    href: String,
    name: String,
    code: String,
    is_retired: bool,
}

/// An area that is another now.
struct Merged {
    name: String,
    code: String,
    into: String,
}

/// `GET /admin/areas`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    policy::read(&actor)?;
    let lang = chrome.lang;
    let tree = area::tree(&mut read).await?;
    let tops = tree.tops().map(|top| Top {
        one: One::of(lang, top),
        own: tree
            .children(top.area)
            .map(|own| One::of(lang, own))
            .collect(),
    });
    let merged = tree.merged().map(|one| Merged {
        name: one.names.of(lang).to_owned(),
        code: one.area.to_string(),
        into: one
            .merged_into
            .and_then(|into| tree.find(into))
            .map_or_else(String::new, |into| into.names.of(lang).to_owned()),
    });
    html(
        lang,
        IndexPage {
            page: chrome.admin_page().crumb("", say::t(lang, "nav-areas")),
            tops: tops.collect(),
            merged: merged.collect(),
            may_keep: policy::keep(&actor).is_ok(),
        },
    )
}

impl One {
    fn of(lang: Lang, kept: &Kept) -> Self {
        Self {
            href: urls::admin_area(kept.area),
            name: kept.names.of(lang).to_owned(),
            code: kept.area.to_string(),
            is_retired: kept.retired_on.is_some(),
        }
    }
}
