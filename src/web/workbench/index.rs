//! The workbench: the first few of each list, and how many there are.

use askama::Template;
use sqlx::PgConnection;

use super::rows::{Bench, Row, act_key, rows};
use crate::actor::Actor;
use crate::assignment::{self, Reach};
use crate::case::Many;
use crate::db::Read;
use crate::say;
use crate::values::{Arg, Country, Lang};
use crate::web::desk::{is_more_than, many};
use crate::web::{Answer, Chrome, Fields, Page, Query, Result, filters, html, urls};
use crate::workbench::{self, Slice, Work, policy};

/// How many of each list are shown here.
const FEW: i64 = 5;

#[derive(Template)]
#[template(path = "workbench/index.html")]
struct IndexPage {
    page: Page,
    tabs: Vec<Tab>,
    /// What is one's own, in words; empty where all is shown.
    own: Vec<String>,
    /// One's own portfolio; empty for those who can have none.
    portfolio: String,
    sees_loads: bool,
    parts: Vec<Part>,
}

pub(super) struct Tab {
    pub(super) href: String,
    pub(super) text_key: &'static str,
    pub(super) current: bool,
}

struct Part {
    work: Work,
    count: Many,
    href: String,
    act_key: &'static str,
    rows: Vec<Row>,
}

impl Part {
    fn has_more(&self) -> bool {
        is_more_than(self.count, self.rows.len())
    }

    fn many(&self, lang: &Lang) -> String {
        many(*lang, self.count)
    }
}

/// Whose lists are asked for: one's own, where anything is, unless all are asked for.
pub(super) async fn whose(
    conn: &mut PgConnection,
    actor: &Actor,
    query: &Fields,
) -> Result<(Option<Reach>, bool)> {
    let person = actor.person()?.id;
    if !actor.is_board() {
        return Ok((None, false));
    }
    let reach = assignment::reach(conn, person).await?;
    let has_own = !reach.is_empty();
    let wants_own = has_own && query.get("whose") != "all";
    Ok((wants_own.then_some(reach), has_own))
}

/// The ways between one's own and all; none for those who have nothing of their own.
pub(super) fn tabs(base: &str, has_own: bool, is_own: bool) -> Vec<Tab> {
    if !has_own {
        return Vec::new();
    }
    vec![
        Tab {
            href: base.to_owned(),
            text_key: "workbench-mine",
            current: is_own,
        },
        Tab {
            href: format!("{base}?whose=all"),
            text_key: "workbench-all",
            current: !is_own,
        },
    ]
}

/// What is one's own, in words.
fn own(lang: Lang, reach: &Reach) -> Vec<String> {
    let named = |all: &[Country]| {
        let names: Vec<&str> = all.iter().map(|it| it.name(lang)).collect();
        say::list(lang, &names)
    };
    let mut all = Vec::new();
    if !reach.hosts.is_empty() {
        all.push(named(&reach.hosts));
    }
    if !reach.homelands.is_empty() {
        let args = [("countries", Arg::Text(named(&reach.homelands)))];
        all.push(say::with(lang, "workbench-own-homelands", &args));
    }
    if !reach.communities.is_empty() {
        let names: Vec<&str> = reach.communities.iter().map(|it| it.as_str()).collect();
        all.push(say::list(lang, &names));
    }
    if !reach.groups.is_empty() {
        let count = i64::try_from(reach.groups.len()).unwrap_or(i64::MAX);
        all.push(say::with(
            lang,
            "workbench-own-groups",
            &[("count", Arg::Number(count))],
        ));
    }
    let count = [("count", Arg::Number(reach.organizations))];
    all.push(say::with(lang, "workbench-own-organizations", &count));
    all
}

/// `GET /desk/workbench`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read, Query(query): Query) -> Answer {
    let granted = policy::see(&actor)?;
    let (vault, today, now, lang) = (read.vault(), read.today(), read.now(), chrome.lang);
    let (reach, has_own) = whose(&mut read, &actor, &query).await?;
    let reach = reach.as_ref();
    let counts = workbench::counts(&mut read, granted, (reach, today)).await?;
    let bench = Bench {
        lang,
        today,
        now,
        vault: &vault,
        granted,
        reach,
        may_act: actor.is_board(),
    };
    let slice = Slice {
        offset: 0,
        limit: FEW,
    };
    let mut parts = Vec::new();
    for work in Work::ALL {
        parts.push(Part {
            work: *work,
            count: counts.of(*work),
            href: urls::desk_work(*work, has_own && reach.is_none()),
            act_key: act_key(*work),
            rows: rows(&mut read, &bench, *work, slice).await?,
        });
    }
    let person = actor.person()?.id;
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb("", say::t(lang, "workbench-title"));
    html(
        lang,
        IndexPage {
            page,
            tabs: tabs(urls::DESK_WORKBENCH, has_own, reach.is_some()),
            own: reach.map(|it| own(lang, it)).unwrap_or_default(),
            portfolio: match actor.is_board() {
                true => urls::desk_coordinator(person),
                false => String::new(),
            },
            sees_loads: assignment::policy::see_loads(&actor).is_ok(),
            parts,
        },
    )
}
