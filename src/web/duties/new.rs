//! Choosing whose work goes to whom, and what would become of each thing.

use askama::Template;
use axum::http::StatusCode;

use super::view::{Shown, shown};
use crate::account::{self, Account};
use crate::actor::Actor;
use crate::db::Read;
use crate::duty::{self, policy};
use crate::ids::AccountId;
use crate::say;
use crate::web::desk::colleagues_with;
use crate::web::{
    Answer, Chrome, Error, Fields, Mistakes, Page, Query, Result, Sheet, filters, html_with, urls,
};

#[derive(Template)]
#[template(path = "duties/new.html")]
struct NewPage {
    page: Page,
    /// Whose work, and who gets it.
    choice: Sheet,
    for_others: bool,
    /// Those whose work it can be.
    from: Vec<(String, String)>,
    /// Those who can have it.
    to: Vec<(String, String)>,
    preview: Option<Preview>,
    /// What is sent to do it.
    form: Sheet,
    /// Whether something changed since it was looked at.
    overtaken: bool,
}

/// What would become of it.
struct Preview {
    from: String,
    to: String,
    /// What the other is called.
    name: String,
    rows: Vec<Shown>,
    given: usize,
    stays: usize,
    has_more: bool,
    seen: String,
    for_another: bool,
}

impl NewPage {
    fn wrong(&self) -> &Sheet {
        match self.choice.mistakes().is_empty() {
            true => &self.form,
            false => &self.choice,
        }
    }
}

/// `GET /desk/handovers/new`
pub(super) async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Query(query): Query,
) -> Answer {
    page(&mut read, &actor, &chrome, query, Came::First).await
}

/// How a page is shown.
pub(super) enum Came {
    /// For the first time.
    First,
    /// With what is wrong with it.
    Back(Mistakes),
    /// Something changed meanwhile.
    Overtaken,
}

/// Whose work it is: somebody else's where they may say so, or their own.
pub(super) fn whose(actor: &Actor, fields: &Fields) -> Result<Option<AccountId>> {
    let granted = policy::begin(actor)?;
    let own = actor.account().filter(|_| granted.has_own());
    let named = fields.get("from").parse().ok();
    Ok(match granted.for_others() {
        true => named.or(own),
        false => own,
    })
}

/// The page with what was chosen so far.
pub(super) async fn page(
    read: &mut Read,
    actor: &Actor,
    chrome: &Chrome,
    fields: Fields,
    came: Came,
) -> Answer {
    let (granted, lang) = (policy::begin(actor)?, chrome.lang);
    let (vault, today) = (read.vault(), read.today());
    let whose = whose(actor, &fields)?;
    let from = match whose {
        Some(id) => account::find(read, &vault, id).await?,
        None => None,
    };
    let mut to = match &from {
        Some(from) => {
            let roles = policy::roles_beside(from.role);
            colleagues_with(read, &vault, (lang, today), roles).await?
        }
        None => {
            let roles = policy::roles_beside(crate::values::Role::Coordinator);
            colleagues_with(read, &vault, (lang, today), roles).await?
        }
    };
    if let Some(from) = &from {
        let from = from.id.to_string();
        to.retain(|(id, _)| *id != from);
    }
    let mut mistakes = Mistakes::default();
    let chosen = fields.get("to").to_owned();
    if fields.sent("to") && !to.iter().any(|(id, _)| *id == chosen) {
        mistakes.add("to", "duty-to-missing");
    }
    if fields.sent("to") && from.is_none() {
        mistakes.add("from", "duty-from-missing");
    }
    let preview = match (from, chosen.parse::<AccountId>()) {
        (Some(from), Ok(to)) if mistakes.is_empty() => {
            let to = account::find(read, &vault, to).await?;
            let to = to.ok_or(Error::NotFound)?;
            Some(preview(read, actor, chrome, (&from, &to)).await?)
        }
        _ => None,
    };
    let status = match (&came, mistakes.is_empty()) {
        (Came::Overtaken, _) => StatusCode::CONFLICT,
        (Came::First, true) => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut choice = fields.clone();
    if let Some(id) = whose {
        choice.set("from", id.to_string());
    }
    let (overtaken, wrong) = match came {
        Came::First => (false, Mistakes::default()),
        Came::Back(wrong) => (false, wrong),
        Came::Overtaken => (true, Mistakes::default()),
    };
    let page = NewPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::DESK_HANDOVERS, say::t(lang, "duty-title"))
            .crumb("", say::t(lang, "duty-new-title")),
        choice: Sheet::with(choice, mistakes),
        for_others: granted.for_others(),
        from: match granted.for_others() {
            true => everybody(read, actor).await?,
            false => Vec::new(),
        },
        to,
        preview,
        form: Sheet::with(fields, wrong),
        overtaken,
    };
    html_with(status, lang, page)
}

/// Everybody who has something, and whoever asks, by name.
async fn everybody(read: &mut Read, actor: &Actor) -> Result<Vec<(String, String)>> {
    let (vault, now) = (read.vault(), read.now());
    let mut ids = duty::who_has_some(read, now).await?;
    if policy::begin(actor)?.has_own() {
        ids.extend(actor.account());
    }
    let names = account::called(read, &vault, &ids).await?;
    let mut people: Vec<(AccountId, String)> = names.into_iter().collect();
    people.sort_by_cached_key(|(id, name)| (crate::names::fold(name), *id));
    Ok(people
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect())
}

async fn preview(
    read: &mut Read,
    actor: &Actor,
    chrome: &Chrome,
    (from, to): (&Account, &Account),
) -> Result<Preview> {
    let vault = read.vault();
    let granted = policy::hand_over(actor, from, to)?;
    let plan = duty::plan(read, &vault, &granted).await?;
    let given = plan.given();
    let rows: Vec<_> = plan.rows.into_iter().map(|it| it.row).collect();
    Ok(Preview {
        from: from.id.to_string(),
        to: to.id.to_string(),
        name: to.name.clone(),
        stays: rows.len() - given,
        rows: shown(read, actor, chrome.lang, &rows).await?,
        given,
        has_more: plan.has_more,
        seen: plan.seen,
        for_another: granted.is_for_another(),
    })
}
