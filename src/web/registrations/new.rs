//! Before the form: a few plain questions, their answer in words, what is like the name, and the start of a draft.

use askama::Template;
use axum::http::StatusCode;
use serde_json::json;

use super::fields::NAMES;
use super::form::{NAME_MAX, glimpse};
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::{self, Tx};
use crate::prescreen::{self, Answers, Doubt, Like, Rule};
use crate::say;
use crate::values::{
    Arg, CaseKind, Country, Kind, Lang, Line, NameRole, PartialDate, Problem, digits,
};
use crate::web::{
    Answer, Chrome, Fields, Form, Mistakes, Page, Query, Remote, Result, Sheet, filters, html,
    html_with, redirect, see, urls,
};

/// What is asked.
const ASKED: [&str; 7] = [
    "name",
    "host_country",
    "kind",
    "for_profit",
    "members",
    "founded",
    "on_record",
];

#[derive(Template)]
#[template(path = "registrations/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    countries: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, String)>,
    yes_no: Vec<(&'static str, String)>,
    told: Option<Told>,
}

/// What the answers come to.
struct Told {
    /// Why it is not to be expected to succeed, as sentences; nothing, if it is.
    doubts: Vec<String>,
    /// What the board says besides.
    words: Vec<String>,
    like: Vec<LikeRow>,
    under_way: bool,
    asks_too_often: bool,
    again: Vec<(String, String)>,
    /// The form on paper, with what is asked for there.
    blank: String,
}

/// A listed organization of a like name, and what one can do there.
struct LikeRow {
    href: String,
    name: String,
    lang: String,
    dir: &'static str,
    facts: String,
    offer: String,
    offer_key: &'static str,
}

/// What somebody answered, and the name.
struct Asked {
    name: Line,
    answers: Answers,
}

/// The questions; and once they are answered, what follows from it.
pub async fn new(
    actor: Result<Actor>,
    chrome: Chrome,
    remote: Remote,
    mut tx: Tx,
    Query(fields): Query,
) -> Answer {
    let today = tx.today();
    if !ASKED.iter().any(|name| fields.sent(name)) {
        let page = page(&chrome, Sheet::empty(), None);
        return html(chrome.lang, page);
    }
    let asked = match asked(&fields, today) {
        Ok(asked) => asked,
        Err(mistakes) => {
            let page = page(&chrome, Sheet::with(fields, mistakes), None);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let actor = actor.unwrap_or(Actor::Visitor);
    let weighed = weigh(&mut tx, &actor, remote, &asked, today).await?;
    // That it was asked counts also when the page then fails.
    let _ = tx.commit().await?;
    let told = told(chrome.lang, &weighed, &fields);
    let page = page(&chrome, Sheet::of(fields), Some(told));
    html(chrome.lang, page)
}

/// Starts a draft with what was answered; pressing twice starts one. That somebody goes on in spite of what they were told is
/// allowed, and on record.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    remote: Remote,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::start(&actor, CaseKind::Registration)?;
    let person = actor.person()?.id;
    let today = tx.today();
    let asked = match asked(&fields, today) {
        Ok(asked) => asked,
        Err(mistakes) => {
            let page = page(&chrome, Sheet::with(fields, mistakes), None);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let draft = draft(&fields, &asked);
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let weighed = weigh(&mut tx, &actor, remote, &asked, today).await?;
    let id = case::start(&mut tx, granted).await?;
    let case = case::find(&mut tx, &actor, id).await?;
    let may_edit = policy::edit(&actor, &case)?;
    if !weighed.doubts.is_empty() {
        let doubts: Vec<&str> = weighed.doubts.iter().map(|it| it.code()).collect();
        let told = json!({ "doubts": doubts });
        case::note_doubts(&mut tx, &may_edit, told).await?;
    }
    let under_way = weighed.under_way == Some(true);
    if !weighed.like.is_empty() || under_way {
        let like: Vec<_> = weighed
            .like
            .iter()
            .map(|it| it.organization.number)
            .collect();
        let told = json!({ "like": like, "under_way": under_way });
        case::note_like(&mut tx, &may_edit, told).await?;
    }
    case::save_draft(&mut tx, may_edit, &draft.to_map(), &glimpse(&draft)).await?;
    let to = urls::case_form(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}

/// What follows from the answers.
struct Weighed {
    rule: Rule,
    doubts: Vec<Doubt>,
    like: Vec<Like>,
    /// Nothing, where somebody asked too often to be told.
    under_way: Option<bool>,
}

async fn weigh(
    tx: &mut Tx,
    actor: &Actor,
    remote: Remote,
    asked: &Asked,
    today: chrono::NaiveDate,
) -> Result<Weighed> {
    let Asked { name, answers } = asked;
    let rule = prescreen::rule_for(tx, answers.host_country, answers.kind).await?;
    Ok(Weighed {
        doubts: prescreen::judge(&rule, answers, today),
        like: prescreen::like(tx, name, answers.host_country).await?,
        under_way: prescreen::under_way(
            tx,
            (name, answers.host_country),
            actor.account(),
            &remote.key(),
        )
        .await?,
        rule,
    })
}

/// Reads the answers.
fn asked(fields: &Fields, today: chrono::NaiveDate) -> std::result::Result<Asked, Mistakes> {
    let mut r = fields.reader();
    let name = r.required("name", |text| Line::parse(text, NAME_MAX));
    let host = r.required("host_country", Country::parse);
    let kind = r.required("kind", Kind::parse);
    let for_profit = r.required("for_profit", yes_or_no);
    let members = r.optional("members", |text| {
        let count: i32 = digits::to_ascii(text.trim())
            .parse()
            .map_err(|_| Problem::BadNumber)?;
        if count >= 0 {
            Ok(count)
        } else {
            Err(Problem::BadNumber)
        }
    });
    let founded = r.optional("founded", |text| PartialDate::parse(text, today));
    let on_record = r.optional("on_record", yes_or_no);
    r.done()?;
    match (name, host, kind, for_profit) {
        (Some(name), Some(host_country), Some(kind), Some(for_profit)) => Ok(Asked {
            name,
            answers: Answers {
                host_country,
                kind,
                for_profit,
                members,
                founded,
                on_record: on_record.unwrap_or(false),
            },
        }),
        // Where nothing was wrong, whatever is needed is there.
        _ => Err(Mistakes::one("name", "problem-required")),
    }
}

fn yes_or_no(text: &str) -> std::result::Result<bool, Problem> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        "" => Err(Problem::Required),
        _ => Err(Problem::UnknownCode),
    }
}

/// The form with what is known already: nobody types it twice.
fn draft(fields: &Fields, asked: &Asked) -> Fields {
    let mut draft = begun(fields.get("name"), asked.answers.host_country.code());
    draft.set("kind", asked.answers.kind.code());
    for name in ["founded", "members"] {
        if !fields.get(name).trim().is_empty() {
            draft.set(name, fields.get(name));
        }
    }
    draft
}

/// A form of which the name and the host country are known.
pub fn begun(name: &str, host: &str) -> Fields {
    let mut draft = Fields::default();
    draft.set(&NAMES.field(0, "text"), name);
    draft.set(&NAMES.field(0, "role"), NameRole::Legal.code());
    draft.set("host_country", host);
    draft
}

fn page(chrome: &Chrome, form: Sheet, told: Option<Told>) -> NewPage {
    let lang = chrome.lang;
    NewPage {
        page: chrome.page(),
        form,
        countries: Country::sorted(lang)
            .iter()
            .map(|country| (country.code(), country.name(lang)))
            .collect(),
        kinds: Kind::ALL
            .iter()
            .map(|kind| (kind.code(), say::t(lang, kind.key())))
            .collect(),
        yes_no: [("yes", "prescreen-yes"), ("no", "prescreen-no")]
            .map(|(value, key)| (value, say::t(lang, key)))
            .to_vec(),
        told,
    }
}

fn told(lang: Lang, weighed: &Weighed, fields: &Fields) -> Told {
    let terms = &weighed.rule.terms;
    let sentence = |doubt: &Doubt| {
        let count = match doubt {
            Doubt::FewMembers => i64::from(terms.least_members),
            Doubt::Young => i64::from(terms.least_years),
            _ => 0,
        };
        match doubt {
            Doubt::FewMembers | Doubt::Young => {
                say::with(lang, doubt.key(), &[("count", Arg::Number(count))])
            }
            _ => say::t(lang, doubt.key()),
        }
    };
    Told {
        doubts: weighed.doubts.iter().map(sentence).collect(),
        words: terms
            .words_for(lang)
            .into_iter()
            .flat_map(|words| words.paragraphs())
            .map(str::to_owned)
            .collect(),
        like: weighed
            .like
            .iter()
            .map(|like| like_row(lang, like))
            .collect(),
        under_way: weighed.under_way == Some(true),
        asks_too_often: weighed.under_way.is_none(),
        blank: urls::blank_form_for(lang, fields.get("host_country"), fields.get("kind")),
        again: ASKED
            .iter()
            .map(|name| ((*name).to_owned(), fields.get(name).to_owned()))
            .collect(),
    }
}

fn like_row(lang: Lang, like: &Like) -> LikeRow {
    let it = &like.organization;
    let (offer, offer_key) = match like.has_owner {
        true => (urls::join(it.number), "prescreen-like-join"),
        false => (urls::claim(it.number), "prescreen-like-claim"),
    };
    let mut facts = vec![it.number.to_string()];
    facts.extend(it.city.clone());
    facts.push(it.host_country.name(lang).to_owned());
    facts.push(say::t(lang, it.standing.key()));
    LikeRow {
        href: urls::organization(it.number),
        name: it.name.clone(),
        lang: it
            .name_language
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        dir: it
            .name_language
            .as_ref()
            .map_or("auto", |tag| tag.direction().code()),
        facts: facts.join(" · "),
        offer,
        offer_key,
    }
}
