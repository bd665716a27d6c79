//! The rules that say who answers for organizations of a country, a community or a group while nobody looks after them by name.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::assignment::{self, AssignmentRule, Ground, NoRule, policy};
use crate::db::{Read, Tx};
use crate::group;
use crate::ids::{AccountId, AssignmentRuleId, GroupId};
use crate::say;
use crate::values::{Arg, Country, Lang, Line, Problem, Wording};
use crate::vault::Vault;
use crate::web::coordination::{Spoken, countries};
use crate::web::desk::{People, colleagues};
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};

/// The longest name of a community.
const COMMUNITY: usize = 300;

#[derive(Template)]
#[template(path = "coordinators/rules.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    rules: Vec<Named>,
    may_keep: bool,
    people: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
    groups: Vec<(String, String)>,
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

/// The groups that these ask for.
pub fn grounds<'a>(all: impl Iterator<Item = &'a Ground>) -> Vec<GroupId> {
    all.filter_map(|it| it.group).collect()
}

/// What a rule asks, in words, with what the groups are called.
pub fn in_words(lang: Lang, of: &Ground, names: &HashMap<GroupId, Vec<Wording>>) -> String {
    let say = |key, name, text: String| say::with(lang, key, &[(name, Arg::Text(text))]);
    let country = |it: Country| it.name(lang).to_owned();
    let group = of.group.map(|it| {
        let names = names.get(&it).map(Vec::as_slice).unwrap_or_default();
        Spoken::of(names, lang).text
    });
    let parts = [
        group.map(|it| say("assignment-rule-group", "group", it)),
        of.community
            .as_ref()
            .map(|it| say("assignment-rule-community", "community", it.to_string())),
        of.host
            .map(|it| say("assignment-rule-host", "country", country(it))),
        of.homeland
            .map(|it| say("assignment-rule-homeland", "country", country(it))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

impl Named {
    /// A rule in words; `may_end`: whether the reader may end it.
    pub fn new(
        lang: Lang,
        (rule, names): (&AssignmentRule, &HashMap<GroupId, Vec<Wording>>),
        who: String,
        may_end: bool,
    ) -> Self {
        let ground = in_words(lang, &rule.ground, names);
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
        let groups = match may_keep {
            true => group::list(conn, None, today).await?,
            false => Vec::new(),
        };
        let asked = grounds(rules.iter().map(|rule| &rule.ground));
        let names = group::names(conn, &asked).await?;
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
                .map(|rule| {
                    let who = people.name_now(lang, rule.account);
                    Named::new(lang, (rule, &names), who, may_keep)
                })
                .collect(),
            may_keep,
            people: match may_keep {
                true => colleagues(conn, vault, lang, today).await?,
                false => Vec::new(),
            },
            countries: countries(lang),
            groups: groups
                .iter()
                .map(|it| (it.id.to_string(), Spoken::of(&it.names, lang).text))
                .collect(),
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
        community: reader.optional("community", |text| Line::parse(text, COMMUNITY)),
        group: reader.optional("group", |text| {
            text.parse::<GroupId>().map_err(|_| Problem::UnknownCode)
        }),
    };
    let group = match ground.group {
        Some(id) => group::find(&mut tx, id).await?.is_some(),
        None => true,
    };
    if !group {
        reader.mistake("group", "assignment-rule-no-group");
    }
    if ["host", "homeland", "community", "group"]
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
        mistakes = match assignment::make_rule(&mut tx, &granted, to, &ground).await? {
            Ok(_) => {
                let done = tx.commit().await?;
                let here = urls::DESK_ASSIGNMENT_RULES;
                return redirect_with_flash(&app, done, here, "flash-assignment-rule-made");
            }
            Err(NoRule::NotBoard) => Mistakes::one("coordinator", "assignments-gone"),
            Err(NoRule::NoCommunity) => Mistakes::one("community", "assignment-rule-no-community"),
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
