//! Acts on many organizations, the newest first.

use askama::Template;

use crate::actor::Actor;
use crate::bulk::{self, BulkKind, BulkState};
use crate::db::Read;
use crate::say;
use crate::web::desk::{People, When};
use crate::web::{Answer, Chrome, Page, filters, html, urls};

#[derive(Template)]
#[template(path = "bulk/index.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    kind: BulkKind,
    state: BulkState,
    by: String,
    when: When,
}

impl Row {
    const fn tone(&self) -> &'static str {
        super::show::tone(self.state)
    }
}

/// `GET /desk/bulk`
pub(super) async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let (vault, lang) = (read.vault(), chrome.lang);
    let all = bulk::list(&mut read, &vault, &actor).await?;
    let people = People::of(&mut read, &vault, all.iter().map(|it| it.by)).await?;
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "bulk-title")),
        rows: all
            .iter()
            .map(|it| Row {
                href: urls::desk_bulk(it.id),
                kind: it.kind,
                state: it.state,
                by: people.name(it.by),
                when: When::moment(lang, it.planned_at),
            })
            .collect(),
    };
    html(lang, page)
}
