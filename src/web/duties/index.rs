//! What was handed over, as far as it concerns whoever looks.

use askama::Template;

use crate::actor::Actor;
use crate::db::Read;
use crate::duty::{self, policy};
use crate::say;
use crate::web::desk::{People, When};
use crate::web::{Answer, Chrome, Page, filters, html, urls};

#[derive(Template)]
#[template(path = "duties/index.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
    may_begin: bool,
}

struct Row {
    href: String,
    from: String,
    to: String,
    when: When,
    is_return: bool,
}

/// `GET /desk/handovers`
pub(super) async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    policy::see(&actor)?;
    let (vault, lang) = (read.vault(), chrome.lang);
    let all = duty::list(&mut read, &vault, &actor).await?;
    let people = all.iter().flat_map(|it| [it.from, it.to]);
    let people = People::of(&mut read, &vault, people).await?;
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "duty-title")),
        rows: all
            .iter()
            .map(|it| Row {
                href: urls::desk_handover(it.id),
                from: people.name(it.from),
                to: people.name(it.to),
                when: When::moment(lang, it.at),
                is_return: it.undoes.is_some(),
            })
            .collect(),
        may_begin: policy::begin(&actor).is_ok(),
    };
    html(lang, page)
}
