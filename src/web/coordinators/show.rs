//! A coordinator's portfolio: the organizations that they look after, what else they have, and the rules that name them.

use askama::Template;
use chrono::{DateTime, Utc};

use super::rules::{Named, grounds};
use crate::actor::Actor;
use crate::assignment::{self, Load, policy};
use crate::db::Read;
use crate::group;
use crate::ids::AccountId;
use crate::organization::Mention;
use crate::say;
use crate::web::coordination::Spoken;
use crate::web::desk::People;
use crate::web::{Answer, Chrome, Error, Page, Path, Query, filters, html, urls};

/// How many organizations stand on a page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "coordinators/show.html")]
struct ShowPage {
    page: Page,
    name: String,
    is_own: bool,
    load: Load,
    /// How many organizations rules give them, besides those that they look after by name.
    by_rules: usize,
    rows: Vec<Row>,
    rules: Vec<Named>,
    previous: String,
    next: String,
}

struct Row {
    organization: Mention,
    name: Spoken,
    since: DateTime<Utc>,
    /// Whether a rule gives it, and nobody did by name.
    is_by_rule: bool,
}

impl Row {
    fn new(organization: Mention, since: DateTime<Utc>, is_by_rule: bool) -> Self {
        Self {
            name: Spoken::organization(&organization),
            organization,
            since,
            is_by_rule,
        }
    }
}

/// `GET /desk/coordinators/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<AccountId>,
    Query(query): Query,
) -> Answer {
    let granted = policy::see_load(&actor, id)?;
    let (vault, today, now, lang) = (read.vault(), read.today(), read.now(), chrome.lang);
    let loads = assignment::loads(&mut read, now).await?;
    let load = loads
        .into_iter()
        .find(|it| it.account == granted.of())
        .ok_or(Error::NotFound)?;
    let people = People::of(&mut read, &vault, [id])
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;
    let charges = assignment::portfolio(&mut read, granted.of()).await?;
    let counts = assignment::counts_by_rules(&mut read).await?;
    let by_rules = counts.get(&id).copied().unwrap_or_default();
    let by_rules = usize::try_from(by_rules).unwrap_or_default();
    let named = charges.len();
    let last = (named + by_rules).saturating_sub(1) / PER_PAGE + 1;
    let number: usize = query.get("page").parse().unwrap_or(1).clamp(1, last);
    // What was given by name stands first, and rules fill what is left of the page.
    let skip = (number - 1) * PER_PAGE;
    let mut rows: Vec<Row> = charges
        .into_iter()
        .skip(skip)
        .take(PER_PAGE)
        .map(|it| Row::new(it.organization, it.since, false))
        .collect();
    let some = (skip.saturating_sub(named), PER_PAGE - rows.len());
    if some.1 > 0 && some.0 < by_rules {
        let some = (some.0 as i64, some.1 as i64);
        let ruled = assignment::by_rules(&mut read, id, some).await?;
        rows.extend(
            ruled
                .into_iter()
                .map(|it| Row::new(it.organization, it.since, true)),
        );
    }
    let mut rules = assignment::rules(&mut read).await?;
    rules.retain(|rule| rule.account == id);
    let asked = grounds(rules.iter().map(|rule| &rule.ground));
    let names = group::names(&mut read, &asked).await?;
    let here = urls::desk_coordinator(id);
    let to = |number: usize, there: bool| match there {
        true => format!("{here}?page={number}"),
        false => String::new(),
    };
    let is_own = actor.account() == Some(id);
    let name = people.name_now(lang, id);
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::DESK_WORKBENCH, say::t(lang, "workbench-title"))
        .crumb("", name.clone());
    html(
        lang,
        ShowPage {
            page,
            is_own,
            load,
            by_rules,
            rows,
            rules: rules
                .iter()
                .map(|rule| Named::new(lang, (rule, &names), name.clone(), false))
                .collect(),
            name,
            previous: to(number - 1, number > 1),
            next: to(number + 1, number < last),
        },
    )
}
