//! The rules of how the board decides: for all, for a host country, for a kind of case, for a kind of organization.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html,
    html_with, redirect_with_flash, say, see, urls,
};
use super::rules::{self, YES};
use crate::actor::Actor;
use crate::case::{self, Way, WayRule, WayTerms, policy};
use crate::db::{self, Read, Tx};
use crate::ids::DecisionRuleId;
use crate::values::{CaseKind, Country, Kind, Lang};

/// The constraint by which there is one rule in force for the same.
const ONCE: &str = "decision_rules_once";

#[derive(Template)]
#[template(path = "admin/deciding.html")]
struct IndexPage {
    page: Page,
    rules: Vec<Row>,
    may_keep: bool,
}

#[derive(Template)]
#[template(path = "admin/deciding_rule.html")]
struct RulePage {
    page: Page,
    form: Sheet,
    title: String,
    action: String,
    revision: i32,
    is_new: bool,
    is_general: bool,
    countries: Vec<(&'static str, &'static str)>,
    case_kinds: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    ways: Vec<(&'static str, String)>,
}

/// A rule in the list.
struct Row {
    href: String,
    title: String,
    way: Way,
    in_force: bool,
}

/// `GET /admin/deciding`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::read_ways(&actor)?;
    let lang = chrome.lang;
    let rules = case::way_rules(&mut read, &granted).await?;
    html(
        lang,
        IndexPage {
            page: chrome.admin_page().crumb("", say::t(lang, "nav-deciding")),
            may_keep: policy::keep_ways(&actor).is_ok(),
            rules: rules
                .into_iter()
                .map(|rule| Row {
                    href: urls::admin_deciding_rule(rule.id),
                    title: title(lang, &rule.terms),
                    way: rule.terms.way,
                    in_force: rule.terms.in_force,
                })
                .collect(),
        },
    )
}

/// `GET /admin/deciding/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    let _ = policy::keep_ways(&actor)?;
    page(StatusCode::OK, &chrome, None, Sheet::empty())
}

/// `GET /admin/deciding/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<DecisionRuleId>,
) -> Answer {
    let _ = policy::keep_ways(&actor)?;
    let rule = case::way_rule(&mut read, &policy::read_ways(&actor)?, id).await?;
    let mut form = Fields::default();
    form.set("way", rule.terms.way.code());
    if rule.terms.in_force {
        form.set("in_force", YES);
    }
    page(StatusCode::OK, &chrome, Some(&rule), Sheet::of(form))
}

/// `POST /admin/deciding`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep_ways(&actor)?;
    let person = actor.person()?.id;
    let wanted = terms(&sent, None);
    let terms = match rules::narrow(wanted, WayTerms::is_general, "deciding-rule-for-what") {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, None, form);
        }
    };
    let form = Sheet::of(sent);
    let key = form.key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let written = case::write_way_rule(&mut tx, &granted, None, &terms).await;
    if let Err(mistakes) = rules::once(written, ONCE, ("host_country", "deciding-rule-there"))? {
        let form = Sheet::with(form.fields().clone(), mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, None, form);
    }
    db::finish(&mut tx, person, key, urls::ADMIN_DECIDING).await?;
    saved(&app, tx).await
}

/// `POST /admin/deciding/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<DecisionRuleId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep_ways(&actor)?;
    let rule = case::way_rule(&mut tx, &policy::read_ways(&actor)?, id).await?;
    let terms = match terms(&sent, Some(&rule)) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, Some(&rule), form);
        }
    };
    if sent.get("revision").parse() != Ok(rule.revision) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    if terms == rule.terms {
        return see(urls::ADMIN_DECIDING);
    }
    let written = case::write_way_rule(&mut tx, &granted, Some(&rule), &terms).await;
    if let Err(mistakes) = rules::once(written, ONCE, ("in_force", "deciding-rule-there"))? {
        let form = Sheet::with(sent, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, Some(&rule), form);
    }
    saved(&app, tx).await
}

async fn saved(app: &App, tx: Tx) -> Answer {
    let committed = tx.commit().await?;
    redirect_with_flash(app, committed, urls::ADMIN_DECIDING, "flash-deciding-saved")
}

/// What the form says. What a known rule is for does not change.
fn terms(sent: &Fields, known: Option<&WayRule>) -> Result<WayTerms, Mistakes> {
    let mut r = sent.reader();
    let (host_country, case_kind, kind) = match known {
        Some(rule) => (
            rule.terms.host_country,
            rule.terms.case_kind,
            rule.terms.kind,
        ),
        None => (
            r.optional("host_country", Country::parse),
            r.optional("case_kind", CaseKind::parse),
            r.optional("kind", Kind::parse),
        ),
    };
    let way = r.required("way", Way::parse);
    r.done()?;
    let mut terms = WayTerms {
        host_country,
        case_kind,
        kind,
        // A way that is missing was noted as a mistake.
        way: way.ok_or_else(Mistakes::default)?,
        in_force: true,
    };
    // A new one is in force, and the one for all always is.
    terms.in_force = known.is_none() || terms.is_general() || sent.has("in_force", YES);
    Ok(terms)
}

/// What a rule is for.
fn title(lang: Lang, terms: &WayTerms) -> String {
    let case = terms.case_kind.map(|kind| say::t(lang, kind.key()));
    let parts = [
        rules::host(lang, terms.host_country),
        case,
        rules::kind(lang, terms.kind),
    ];
    rules::title(lang, parts, "deciding-rule-for-all")
}

fn page(status: StatusCode, chrome: &Chrome, rule: Option<&WayRule>, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let title = match rule {
        Some(rule) => title(lang, &rule.terms),
        None => say::t(lang, "deciding-rule-new"),
    };
    html_with(
        status,
        lang,
        RulePage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_DECIDING, say::t(lang, "nav-deciding"))
                .crumb("", title.clone()),
            title,
            action: rule.map_or_else(
                || urls::ADMIN_DECIDING.to_owned(),
                |rule| urls::admin_deciding_rule(rule.id),
            ),
            revision: rule.map_or(0, |rule| rule.revision),
            is_new: rule.is_none(),
            is_general: rule.is_some_and(|rule| rule.terms.is_general()),
            form,
            countries: rules::hosts(lang),
            case_kinds: CaseKind::ALL
                .iter()
                .map(|kind| (kind.code(), say::t(lang, kind.key())))
                .collect(),
            kinds: rules::kinds(lang),
            ways: Way::ALL
                .iter()
                .map(|way| (way.code(), say::t(lang, way.key())))
                .collect(),
        },
    )
}
