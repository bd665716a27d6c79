//! The rules of how the board decides: for all, for a host country, for a kind of case, for a kind of organization.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, Chrome, Fields, Mistakes, Page, Result, Sheet, filters, html, html_with, say, urls,
};
use super::kept::{self, Kept, YES, options};
use super::rules;
use crate::actor::Actor;
use crate::case::policy::{self, CanKeepWays};
use crate::case::{self, Way, WayRule, WayTerms};
use crate::db::{Read, Tx};
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
    seen: String,
    is_new: bool,
    /// Whether somebody changed it while this was typed.
    overtaken: bool,
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

/// The rules, as their forms keep them.
pub struct Deciding;

impl Kept for Deciding {
    type Id = DecisionRuleId;
    type Entry = WayRule;
    type Terms = WayTerms;
    type CanKeep = CanKeepWays;

    const LIST: &'static str = urls::ADMIN_DECIDING;
    const SAVED: &'static str = "flash-deciding-saved";

    fn keep(actor: &Actor) -> Result<CanKeepWays> {
        Ok(policy::keep_ways(actor)?)
    }

    async fn find(conn: &mut PgConnection, actor: &Actor, id: DecisionRuleId) -> Result<WayRule> {
        Ok(case::way_rule(conn, &policy::read_ways(actor)?, id).await?)
    }

    fn terms(entry: &WayRule) -> &WayTerms {
        &entry.terms
    }

    fn seen(entry: &WayRule) -> String {
        entry.revision.to_string()
    }

    fn filled(terms: &WayTerms) -> Fields {
        let mut form = Fields::default();
        form.set("way", terms.way.code());
        kept::tick(&mut form, [("in_force", terms.in_force)]);
        form
    }

    fn read(sent: &Fields, known: Option<&WayRule>) -> Result<WayTerms, Mistakes> {
        let read = terms(sent, known);
        match known {
            Some(_) => read,
            None => rules::narrow(read, WayTerms::is_general, "deciding-rule-for-what"),
        }
    }

    async fn write(
        tx: &mut Tx,
        granted: &CanKeepWays,
        known: Option<&WayRule>,
        terms: &WayTerms,
    ) -> crate::Result<Result<(), Mistakes>> {
        let written = case::write_way_rule(tx, granted, known, terms).await;
        rules::once(written, ONCE, (known.is_none(), "deciding-rule-there"))
    }

    async fn page(
        status: StatusCode,
        chrome: &Chrome,
        _: &mut PgConnection,
        _: &CanKeepWays,
        rule: Option<&WayRule>,
        form: Sheet,
    ) -> Answer {
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
                seen: rule.map(Self::seen).unwrap_or_default(),
                is_new: rule.is_none(),
                is_general: rule.is_some_and(|rule| rule.terms.is_general()),
                overtaken: status == StatusCode::CONFLICT,
                form,
                countries: rules::hosts(lang),
                case_kinds: options(lang, CaseKind::ALL, |kind| (kind.code(), kind.key())),
                kinds: rules::kinds(lang),
                ways: options(lang, Way::ALL, |way| (way.code(), way.key())),
            },
        )
    }
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
