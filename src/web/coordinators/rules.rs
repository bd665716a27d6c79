//! The rules by which a coordinator is suggested for an organization: a host country, a homeland, or both, and whom they name.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::assignment::{self, AssignmentRule, Ground, NoRule, policy};
use crate::db::{Read, Tx};
use crate::ids::{AccountId, AssignmentRuleId};
use crate::say;
use crate::values::{Arg, Country, Lang, Problem};
use crate::vault::Vault;
use crate::web::coordination::countries;
use crate::web::desk::{People, colleagues};
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "coordinators/rules.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    rules: Vec<Named>,
    may_keep: bool,
    people: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
}

/// A rule in words.
pub struct Named {
    /// For which organizations.
    pub ground: String,
    /// Whom it names.
    pub who: String,
    /// Where it is ended; empty for those who may not.
    pub ending: String,
}

impl Named {
    /// A rule in words; `may_end`: whether the reader may end it.
    pub fn new(lang: Lang, rule: &AssignmentRule, who: String, may_end: bool) -> Self {
        let name = |country: Country| Arg::Text(country.name(lang).to_owned());
        let ground = match (rule.ground.host, rule.ground.homeland) {
            (Some(host), Some(homeland)) => {
                let args = [("host", name(host)), ("homeland", name(homeland))];
                say::with(lang, "assignment-rule-both", &args)
            }
            (Some(host), None) => {
                say::with(lang, "assignment-rule-host", &[("country", name(host))])
            }
            (None, homeland) => {
                let name = homeland.map_or_else(|| Arg::Text(String::new()), name);
                say::with(lang, "assignment-rule-homeland", &[("country", name)])
            }
        };
        Self {
            ground,
            who,
            ending: match may_end {
                true => urls::desk_assignment_rule_ending(rule.id),
                false => String::new(),
            },
        }
    }
}

impl IndexPage {
    async fn load(
        conn: &mut PgConnection,
        (vault, today): (&Vault, NaiveDate),
        actor: &Actor,
        chrome: &Chrome,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let may_keep = policy::keep_rules(actor).is_ok();
        let rules = assignment::rules(conn).await?;
        let people = People::of(conn, vault, rules.iter().map(|it| it.account))
            .await?
            .and_absences(conn, vault, today)
            .await?;
        let page = chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "nav-desk"))
            .crumb(urls::DESK_WORKBENCH, say::t(lang, "workbench-title"))
            .crumb("", say::t(lang, "assignment-rules-title"));
        Ok(Self {
            page,
            form,
            rules: rules
                .iter()
                .map(|rule| Named::new(lang, rule, people.name_now(lang, rule.account), may_keep))
                .collect(),
            may_keep,
            people: match may_keep {
                true => colleagues(conn, vault, lang, today).await?,
                false => Vec::new(),
            },
            countries: countries(lang),
        })
    }
}

/// `GET /desk/assignment-rules`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    policy::see(&actor)?;
    let (vault, today) = (read.vault(), read.today());
    let form = Sheet::empty();
    let page = IndexPage::load(&mut read, (&vault, today), &actor, &chrome, form).await?;
    html(chrome.lang, page)
}

/// `POST /desk/assignment-rules`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::keep_rules(&actor)?;
    let mut reader = fields.reader();
    let ground = Ground {
        host: reader.optional("host", Country::parse),
        homeland: reader.optional("homeland", Country::parse),
    };
    if ["host", "homeland"]
        .iter()
        .all(|it| fields.get(it).trim().is_empty())
    {
        reader.mistake("host", "assignment-rule-empty");
    }
    let to = reader.required("coordinator", |text| {
        text.parse::<AccountId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(to), true) = (to, mistakes.is_empty()) {
        mistakes = match assignment::make_rule(&mut tx, &granted, to, ground).await? {
            Ok(_) => {
                let done = tx.commit().await?;
                let here = urls::DESK_ASSIGNMENT_RULES;
                return redirect_with_flash(&app, done, here, "flash-assignment-rule-made");
            }
            Err(NoRule::NotBoard) => Mistakes::one("coordinator", "assignments-gone"),
            Err(NoRule::AlreadyThere) => Mistakes::one("coordinator", "assignment-rule-there"),
        };
    }
    let (vault, today, form) = (tx.vault(), tx.today(), Sheet::with(fields, mistakes));
    let page = IndexPage::load(&mut tx, (&vault, today), &actor, &chrome, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /desk/assignment-rules/{id}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<AssignmentRuleId>,
) -> Answer {
    let granted = policy::keep_rules(&actor)?;
    assignment::end_rule(&mut tx, &granted, id).await?;
    let (done, to) = (tx.commit().await?, urls::DESK_ASSIGNMENT_RULES);
    redirect_with_flash(&app, done, to, "flash-assignment-rule-ended")
}
