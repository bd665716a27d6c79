//! One list of the workbench, whole, in pages.

use askama::Template;

use super::index::{Tab, tabs, whose};
use super::rows::{Bench, Row, act_key, rows};
use crate::actor::Actor;
use crate::db::Read;
use crate::say;
use crate::web::desk::many;
use crate::web::{Answer, Chrome, Error, Page, Path, Query, filters, html, urls};
use crate::workbench::{self, Slice, Work, policy};

/// How many stand on a page.
const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "workbench/list.html")]
struct IndexPage {
    page: Page,
    work: Work,
    tabs: Vec<Tab>,
    many: String,
    act_key: &'static str,
    rows: Vec<Row>,
    previous: String,
    next: String,
}

/// `GET /desk/workbench/{work}`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(work): Path<String>,
    Query(query): Query,
) -> Answer {
    let granted = policy::see(&actor)?;
    let work = Work::from_code(&work).ok_or(Error::NotFound)?;
    let (vault, today, now, lang) = (read.vault(), read.today(), read.now(), chrome.lang);
    let (reach, has_own) = whose(&mut read, &actor, &query).await?;
    let reach = reach.as_ref();
    let count = workbench::counts(&mut read, granted, (reach, today))
        .await?
        .of(work);
    let last = (count.count - 1).max(0) / PER_PAGE + 1;
    let asked: i64 = query.get("page").parse().unwrap_or(1);
    // A count that ended says nothing of the last page.
    let number = asked.clamp(1, if count.or_more { 10_000 } else { last });
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
        offset: (number - 1) * PER_PAGE,
        limit: PER_PAGE,
    };
    let rows = rows(&mut read, &bench, work, slice).await?;
    let here = urls::desk_work(work, false);
    let to = |number: i64, there: bool| match there {
        true => {
            let number = number.to_string();
            format!("{here}?{}", query.query_with(&[("page", Some(&number))]))
        }
        false => String::new(),
    };
    let is_full = i64::try_from(rows.len()).is_ok_and(|shown| shown == PER_PAGE);
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::DESK_WORKBENCH, say::t(lang, "workbench-title"))
        .crumb("", say::t(lang, work.key()));
    html(
        lang,
        IndexPage {
            page,
            work,
            tabs: tabs(&here, has_own, reach.is_some()),
            many: many(lang, count),
            act_key: act_key(work),
            rows,
            previous: to(number - 1, number > 1),
            next: to(number + 1, number < last || (count.or_more && is_full)),
        },
    )
}
