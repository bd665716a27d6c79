//! A coordinator's portfolio: the organizations that they look after, what else they have, and the rules that name them.

use askama::Template;

use super::rules::{Named, grounds};
use crate::actor::Actor;
use crate::assignment::{self, Charge, Load, policy};
use crate::db::Read;
use crate::group;
use crate::ids::AccountId;
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
    rows: Vec<Row>,
    rules: Vec<Named>,
    previous: String,
    next: String,
}

struct Row {
    charge: Charge,
    name: Spoken,
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
    let last = charges.len().saturating_sub(1) / PER_PAGE + 1;
    let number: usize = query.get("page").parse().unwrap_or(1).clamp(1, last);
    let rows = charges
        .into_iter()
        .skip((number - 1) * PER_PAGE)
        .take(PER_PAGE)
        .map(|charge| Row {
            name: Spoken::organization(&charge.organization),
            charge,
        })
        .collect();
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
