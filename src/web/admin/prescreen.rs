//! The rules of the pre-screen: for all, for a host country, for a kind, for both.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html,
    html_with, redirect_with_flash, say, see, urls,
};
use super::rules::{self, YES};
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::ids::RuleId;
use crate::prescreen::{self, Rule, Terms, policy};
use crate::values::{Country, Kind, Lang, Problem, Prose, SigningOffice, digits};
use crate::web::registrations::offices;

/// The longest words of a rule.
const WORDS_MAX: usize = 1_000;

/// The constraint by which there is one rule in force for the same.
const ONCE: &str = "prescreen_rules_once";

#[derive(Template)]
#[template(path = "admin/prescreen.html")]
struct IndexPage {
    page: Page,
    rules: Vec<Row>,
    may_keep: bool,
}

#[derive(Template)]
#[template(path = "admin/prescreen_rule.html")]
struct RulePage {
    page: Page,
    form: Sheet,
    title: String,
    action: String,
    revision: i32,
    is_new: bool,
    is_general: bool,
    countries: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, String)>,
    offices: Vec<(&'static str, String)>,
}

/// A rule in the list.
struct Row {
    href: String,
    title: String,
    terms: Terms,
}

/// `GET /admin/prescreen`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::read(&actor)?;
    let lang = chrome.lang;
    let rules = prescreen::rules(&mut read, &granted).await?;
    html(
        lang,
        IndexPage {
            page: chrome
                .admin_page()
                .crumb("", say::t(chrome.lang, "nav-prescreen")),
            may_keep: policy::keep(&actor).is_ok(),
            rules: rules
                .into_iter()
                .map(|rule| Row {
                    href: urls::admin_prescreen_rule(rule.id),
                    title: title(lang, &rule.terms),
                    terms: rule.terms,
                })
                .collect(),
        },
    )
}

/// `GET /admin/prescreen/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    let _ = policy::keep(&actor)?;
    page(StatusCode::OK, &chrome, None, Sheet::empty())
}

/// `GET /admin/prescreen/{id}`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read, Path(id): Path<RuleId>) -> Answer {
    let _ = policy::keep(&actor)?;
    let rule = prescreen::find(&mut read, &policy::read(&actor)?, id).await?;
    let form = Sheet::of(filled(&rule.terms));
    page(StatusCode::OK, &chrome, Some(&rule), form)
}

/// `POST /admin/prescreen`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let person = actor.person()?.id;
    let wanted = terms(&sent, None);
    let terms = match rules::narrow(wanted, Terms::is_general, "prescreen-rule-for-whom") {
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
    let written = prescreen::write(&mut tx, &granted, None, &terms).await;
    if let Err(mistakes) = rules::once(written, ONCE, ("host_country", "prescreen-rule-there"))? {
        let form = Sheet::with(form.fields().clone(), mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, None, form);
    }
    db::finish(&mut tx, person, key, urls::ADMIN_PRESCREEN).await?;
    saved(&app, tx).await
}

/// `POST /admin/prescreen/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<RuleId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let rule = prescreen::find(&mut tx, &policy::read(&actor)?, id).await?;
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
        return see(urls::ADMIN_PRESCREEN);
    }
    let written = prescreen::write(&mut tx, &granted, Some(&rule), &terms).await;
    if let Err(mistakes) = rules::once(written, ONCE, ("in_force", "prescreen-rule-there"))? {
        let form = Sheet::with(sent, mistakes);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, Some(&rule), form);
    }
    saved(&app, tx).await
}

async fn saved(app: &App, tx: Tx) -> Answer {
    let committed = tx.commit().await?;
    redirect_with_flash(
        app,
        committed,
        urls::ADMIN_PRESCREEN,
        "flash-prescreen-saved",
    )
}

/// What the form says. Whom a known rule is for does not change.
fn terms(sent: &Fields, known: Option<&Rule>) -> Result<Terms, Mistakes> {
    let mut r = sent.reader();
    let ticked = |name: &str| sent.has(name, YES);
    let number = |text: &str| -> Result<i32, Problem> {
        match digits::to_ascii(text.trim()).parse() {
            Ok(number) if (0..=1_000_000).contains(&number) => Ok(number),
            _ => Err(Problem::BadNumber),
        }
    };
    let (host_country, kind) = match known {
        Some(rule) => (rule.terms.host_country, rule.terms.kind),
        None => (
            r.optional("host_country", Country::parse),
            r.optional("kind", Kind::parse),
        ),
    };
    let least_members = r.optional("least_members", number).unwrap_or(0);
    let least_years = r.optional("least_years", |text| match i16::try_from(number(text)?) {
        Ok(years) if years <= 100 => Ok(years),
        _ => Err(Problem::BadNumber),
    });
    let signers = r.optional("signers", |text| match i16::try_from(number(text)?) {
        Ok(people) if people <= 20 => Ok(people),
        _ => Err(Problem::BadNumber),
    });
    let signing_offices = r.many("signing_offices", SigningOffice::parse);
    if usize::try_from(signers.unwrap_or(0)).is_ok_and(|people| people < signing_offices.len()) {
        r.mistake("signers", "prescreen-fewer-signers-than-offices");
    }
    let words = ["words_en", "words_ru", "words_ar"]
        .map(|field| r.optional(field, |text| Prose::parse(text, WORDS_MAX)));
    r.done()?;
    let mut terms = Terms {
        host_country,
        kind,
        is_open: ticked("is_open"),
        for_profit: ticked("for_profit"),
        least_members,
        least_years: least_years.unwrap_or(0),
        on_record: ticked("on_record"),
        signers: signers.unwrap_or(0),
        signing_offices,
        words,
        in_force: true,
    };
    // A new one is in force, and the one for all always is.
    terms.in_force = known.is_none() || terms.is_general() || ticked("in_force");
    Ok(terms)
}

fn filled(terms: &Terms) -> Fields {
    let mut form = Fields::default();
    for (name, is_so) in [
        ("is_open", terms.is_open),
        ("for_profit", terms.for_profit),
        ("on_record", terms.on_record),
        ("in_force", terms.in_force),
    ] {
        if is_so {
            form.set(name, YES);
        }
    }
    form.set("least_members", terms.least_members.to_string());
    form.set("least_years", terms.least_years.to_string());
    form.set("signers", terms.signers.to_string());
    for office in &terms.signing_offices {
        form.push("signing_offices", office.code());
    }
    for (name, words) in ["words_en", "words_ru", "words_ar"]
        .iter()
        .zip(&terms.words)
    {
        form.set(name, words.as_ref().map_or("", |words| words));
    }
    form
}

/// Whom a rule is for.
fn title(lang: Lang, terms: &Terms) -> String {
    let parts = [
        rules::host(lang, terms.host_country),
        rules::kind(lang, terms.kind),
    ];
    rules::title(lang, parts, "prescreen-rule-for-all")
}

fn page(status: StatusCode, chrome: &Chrome, rule: Option<&Rule>, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let title = match rule {
        Some(rule) => title(lang, &rule.terms),
        None => say::t(lang, "prescreen-rule-new"),
    };
    html_with(
        status,
        lang,
        RulePage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_PRESCREEN, say::t(lang, "prescreen-rules"))
                .crumb("", title.clone()),
            title,
            action: rule.map_or_else(
                || urls::ADMIN_PRESCREEN.to_owned(),
                |rule| urls::admin_prescreen_rule(rule.id),
            ),
            revision: rule.map_or(0, |rule| rule.revision),
            is_new: rule.is_none(),
            is_general: rule.is_some_and(|rule| rule.terms.is_general()),
            form,
            countries: rules::hosts(lang),
            kinds: rules::kinds(lang),
            offices: offices(lang),
        },
    )
}
