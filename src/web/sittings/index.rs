//! The sessions of the board: those to come, and those that are over.

use askama::Template;

use super::words;
use crate::actor::Actor;
use crate::db::Read;
use crate::say;
use crate::sitting::{self, SittingStage, policy};
use crate::web::desk::When;
use crate::web::{Answer, Chrome, Page, filters, html, urls};

#[derive(Template)]
#[template(path = "sittings/index.html")]
struct IndexPage {
    page: Page,
    coming: Vec<Row>,
    past: Vec<Row>,
    may_call: bool,
}

struct Row {
    href: String,
    title: String,
    when: When,
    stage: SittingStage,
    cases: i64,
}

impl Row {
    const fn tone(&self) -> &'static str {
        words::stage_tone(self.stage)
    }
}

/// `GET /desk/sessions`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::see(&actor)?;
    let lang = chrome.lang;
    let all = sitting::list(&mut read, &granted).await?;
    let (coming, past): (Vec<_>, Vec<_>) = all
        .into_iter()
        .map(|it| Row {
            href: urls::desk_session(it.id),
            title: words::title(lang, it.number),
            when: words::starts(lang, it.starts_local, &it.zone),
            stage: it.stage,
            cases: it.cases,
        })
        .partition(|it| it.stage == SittingStage::Called);
    html(
        lang,
        IndexPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb("", say::t(lang, "sessions-title")),
            coming,
            past,
            may_call: policy::call(&actor).is_ok(),
        },
    )
}
