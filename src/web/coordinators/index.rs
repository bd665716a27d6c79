//! What each coordinator has to look after, side by side, for those who share it out.

use askama::Template;

use crate::actor::Actor;
use crate::assignment::{self, Load, policy};
use crate::db::Read;
use crate::say;
use crate::web::desk::People;
use crate::web::{Answer, Chrome, Page, filters, html, urls};

#[derive(Template)]
#[template(path = "coordinators/index.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    href: String,
    load: Load,
    /// How many organizations rules give them besides.
    by_rules: i64,
}

/// `GET /desk/coordinators`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    policy::see_loads(&actor)?;
    let (vault, today, now, lang) = (read.vault(), read.today(), read.now(), chrome.lang);
    let loads = assignment::loads(&mut read, now).await?;
    let by_rules = assignment::counts_by_rules(&mut read).await?;
    let people = People::of(&mut read, &vault, loads.iter().map(|it| it.account))
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::DESK_WORKBENCH, say::t(lang, "workbench-title"))
        .crumb("", say::t(lang, "coordinators-title"));
    html(
        lang,
        IndexPage {
            page,
            rows: loads
                .into_iter()
                .map(|load| Row {
                    name: people.name_now(lang, load.account),
                    href: urls::desk_coordinator(load.account),
                    by_rules: by_rules.get(&load.account).copied().unwrap_or_default(),
                    load,
                })
                .collect(),
        },
    )
}
