//! The flags that are up: all of them, one's own, and those that nobody looks after.

use askama::Template;

use super::view::{Row, rows};
use crate::actor::Actor;
use crate::db::Read;
use crate::flag::{self, Whose, policy};
use crate::say;
use crate::web::{Answer, Chrome, Page, Query, filters, html, urls};

#[derive(Template)]
#[template(path = "flags/index.html")]
struct IndexPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: String,
}

struct Tab {
    href: String,
    text_key: &'static str,
    count: i64,
    current: bool,
}

/// `GET /desk/flags`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read, Query(query): Query) -> Answer {
    let granted = policy::see(&actor)?;
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let person = actor.person()?.id;
    let asked = match query.get("whose") {
        "mine" => "mine",
        "nobody" => "nobody",
        _ => "",
    };
    let counts = flag::counts(&mut read, granted.hosts(), person).await?;
    let mut tabs = Vec::new();
    let mut whose = Whose::All;
    for (code, text_key, one, count) in [
        ("", "flags-all", Whose::All, counts.all),
        ("mine", "flags-mine", Whose::Of(person), counts.own),
        ("nobody", "flags-nobody", Whose::Nobody, counts.nobodys),
    ] {
        if code == asked {
            whose = one;
        }
        tabs.push(Tab {
            href: match code {
                "" => urls::DESK_FLAGS.to_owned(),
                code => format!("{}?whose={code}", urls::DESK_FLAGS),
            },
            text_key,
            count,
            current: code == asked,
        });
    }
    let after = query.get("after").split_once('_');
    let after = after.and_then(|(day, id)| Some((day.parse().ok()?, id.parse().ok()?)));
    let found = flag::up(&mut read, &vault, granted.hosts(), whose, after).await?;
    let next = found.next.map_or_else(String::new, |(day, id)| {
        let after = format!("{day}_{id}");
        let query = query.query_with(&[("after", Some(&after))]);
        format!("{}?{query}", urls::DESK_FLAGS)
    });
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb("", say::t(lang, "flags-title"));
    let rows = rows(&mut read, &vault, today, found.flags).await?;
    html(
        lang,
        IndexPage {
            page,
            tabs,
            rows,
            next,
        },
    )
}
