//! What the ladder would do, in numbers.

use askama::Template;

use super::horizon::{Horizon, Look};
use super::list::HELD;
use crate::actor::Actor;
use crate::db::Read;
use crate::organization::policy;
use crate::organization::standing::{self, Rule, Rules, Rung};
use crate::say;
use crate::web::{Answer, Chrome, Page, Query, filters, html, urls};

#[derive(Template)]
#[template(path = "standings/index.html")]
struct IndexPage {
    page: Page,
    looks: Vec<Look>,
    rungs: Vec<Would>,
    held: i64,
    held_href: String,
    rules: Rules,
    may_see_rules: bool,
}

/// What would happen to how many.
struct Would {
    rung: Rung,
    count: i64,
    /// The key of the sentence that says it.
    key: String,
    /// The key of what it takes.
    by_key: &'static str,
    href: String,
}

impl IndexPage {
    fn days(&self, rule: Rule) -> i32 {
        self.rules.get(rule)
    }
}

/// `GET /desk/standing`
pub async fn index(actor: Actor, chrome: Chrome, Query(query): Query, mut read: Read) -> Answer {
    let granted = policy::see_ladder(&actor)?;
    let (lang, horizon) = (chrome.lang, Horizon::read(query.get("by")));
    let day = horizon.day(read.today());
    let (overview, held) = standing::overview(&mut read, &granted, day).await?;
    let rungs = overview
        .into_iter()
        .map(|it| Would {
            rung: it.rung,
            count: it.count,
            key: format!("standing-would-{}", it.rung.code().replace('_', "-")),
            by_key: match it.rung.needs_chair() {
                true => "standing-by-chair",
                false => "standing-by-itself",
            },
            href: horizon.list(it.rung.code()),
        })
        .collect();
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "standing-title")),
        looks: horizon.looks(lang, urls::DESK_STANDING),
        rungs,
        held,
        held_href: horizon.list(HELD),
        rules: standing::amounts(&mut read).await?,
        may_see_rules: policy::see_rules(&actor).is_ok(),
    };
    html(lang, page)
}
