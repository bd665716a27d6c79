//! The rules of the pre-screen: for all, for a host country, for a kind, for both.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, Chrome, Fields, Mistakes, Page, Result, Sheet, filters, html, html_with, say, urls,
};
use super::kept::{self, Kept, YES};
use super::rules;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::RuleId;
use crate::prescreen::policy::{self, CanKeepRules};
use crate::prescreen::{self, Rule, Terms};
use crate::values::{Country, Kind, Lang, Problem, Prose, SigningOffice, digits};
use crate::web::registrations::offices;

/// The fields of the words of a rule.
const WORDS: [&str; 3] = ["words_en", "words_ru", "words_ar"];

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
    seen: String,
    is_new: bool,
    /// Whether somebody changed it while this was typed.
    overtaken: bool,
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

/// The rules, as their forms keep them.
pub struct Prescreen;

impl Kept for Prescreen {
    type Id = RuleId;
    type Entry = Rule;
    type Terms = Terms;
    type CanKeep = CanKeepRules;

    const LIST: &'static str = urls::ADMIN_PRESCREEN;
    const SAVED: &'static str = "flash-prescreen-saved";

    fn keep(actor: &Actor) -> Result<CanKeepRules> {
        Ok(policy::keep(actor)?)
    }

    async fn find(conn: &mut PgConnection, actor: &Actor, id: RuleId) -> Result<Rule> {
        Ok(prescreen::find(conn, &policy::read(actor)?, id).await?)
    }

    fn terms(entry: &Rule) -> &Terms {
        &entry.terms
    }

    fn seen(entry: &Rule) -> String {
        entry.revision.to_string()
    }

    fn filled(terms: &Terms) -> Fields {
        let mut form = Fields::default();
        let boxes = [
            ("is_open", terms.is_open),
            ("for_profit", terms.for_profit),
            ("on_record", terms.on_record),
            ("in_force", terms.in_force),
        ];
        kept::tick(&mut form, boxes);
        form.set("least_members", terms.least_members.to_string());
        form.set("least_years", terms.least_years.to_string());
        form.set("signers", terms.signers.to_string());
        for office in &terms.signing_offices {
            form.push("signing_offices", office.code());
        }
        for (name, words) in WORDS.iter().zip(&terms.words) {
            form.set(name, words.as_ref().map_or("", |words| words));
        }
        form
    }

    fn read(sent: &Fields, known: Option<&Rule>) -> Result<Terms, Mistakes> {
        let read = terms(sent, known);
        match known {
            Some(_) => read,
            None => rules::narrow(read, Terms::is_general, "prescreen-rule-for-whom"),
        }
    }

    async fn write(
        tx: &mut Tx,
        granted: &CanKeepRules,
        known: Option<&Rule>,
        terms: &Terms,
    ) -> crate::Result<Result<(), Mistakes>> {
        let written = prescreen::write(tx, granted, known, terms).await;
        rules::once(written, ONCE, (known.is_none(), "prescreen-rule-there"))
    }

    async fn page(
        status: StatusCode,
        chrome: &Chrome,
        _: &mut PgConnection,
        _: &CanKeepRules,
        rule: Option<&Rule>,
        form: Sheet,
    ) -> Answer {
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
                seen: rule.map(Self::seen).unwrap_or_default(),
                is_new: rule.is_none(),
                is_general: rule.is_some_and(|rule| rule.terms.is_general()),
                overtaken: status == StatusCode::CONFLICT,
                form,
                countries: rules::hosts(lang),
                kinds: rules::kinds(lang),
                offices: offices(lang),
            },
        )
    }
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
    let words = WORDS.map(|field| r.optional(field, |text| Prose::parse(text, WORDS_MAX)));
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

/// Whom a rule is for.
fn title(lang: Lang, terms: &Terms) -> String {
    let parts = [
        rules::host(lang, terms.host_country),
        rules::kind(lang, terms.kind),
    ];
    rules::title(lang, parts, "prescreen-rule-for-all")
}
