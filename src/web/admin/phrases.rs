//! What the board says often: the list, a new one, changing and retiring one.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html,
    html_with, redirect_with_flash, say, see, urls,
};
use super::checklists::{options, position, words};
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::ids::PhraseId;
use crate::phrase::{self, Phrase, PhraseTerms, PhraseUse, Placeholder, policy};
use crate::values::{InEveryLanguage, Lang, Line, Prose};

/// The longest name and the longest text.
const NAME_MAX: usize = 80;
const TEXT_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "admin/phrases.html")]
struct IndexPage {
    page: Page,
    uses: Vec<Used>,
    may_keep: bool,
}

/// What is offered in one place.
struct Used {
    used_for: PhraseUse,
    rows: Vec<Row>,
}

/// A phrase in the list.
struct Row {
    /// Where it is changed; empty for whoever may not.
    href: String,
    name: String,
    text: String,
    retired: bool,
}

#[derive(Template)]
#[template(path = "admin/phrase.html")]
struct PhrasePage {
    page: Page,
    form: Sheet,
    title: String,
    action: String,
    revision: i32,
    is_new: bool,
    uses: Vec<(&'static str, String)>,
    placeholders: Vec<(String, &'static str)>,
}

/// `GET /admin/phrases`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::read(&actor)?;
    let (lang, may_keep) = (chrome.lang, policy::keep(&actor).is_ok());
    let all = phrase::phrases(&mut read, &granted).await?;
    let row = |it: &Phrase| Row {
        href: match may_keep {
            true => urls::admin_phrase(it.id),
            false => String::new(),
        },
        name: it.terms.name.of(lang).to_owned(),
        text: it.terms.text.of(lang).to_owned(),
        retired: it.terms.retired,
    };
    html(
        lang,
        IndexPage {
            page: chrome.admin_page().crumb("", say::t(lang, "phrases-title")),
            uses: PhraseUse::ALL
                .iter()
                .map(|&used_for| Used {
                    used_for,
                    rows: all
                        .iter()
                        .filter(|it| it.terms.used_for == used_for)
                        .map(row)
                        .collect(),
                })
                .collect(),
            may_keep,
        },
    )
}

/// `GET /admin/phrases/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    let _ = policy::keep(&actor)?;
    let mut fields = Fields::default();
    fields.set("position", "100");
    page(StatusCode::OK, &chrome, None, Sheet::of(fields))
}

/// `GET /admin/phrases/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<PhraseId>,
) -> Answer {
    let _ = policy::keep(&actor)?;
    let seen = phrase::phrase(&mut read, &policy::read(&actor)?, id).await?;
    let form = Sheet::of(filled(&seen.terms));
    page(StatusCode::OK, &chrome, Some(&seen), form)
}

/// `POST /admin/phrases`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let person = actor.person()?.id;
    let terms = match terms(&sent) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, None, form);
        }
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    phrase::write(&mut tx, &granted, None, &terms).await?;
    db::finish(&mut tx, person, key, urls::ADMIN_PHRASES).await?;
    saved(&app, tx).await
}

/// `POST /admin/phrases/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<PhraseId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let seen = phrase::phrase(&mut tx, &policy::read(&actor)?, id).await?;
    let terms = match terms(&sent) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, Some(&seen), form);
        }
    };
    if sent.get("revision").parse() != Ok(seen.revision) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    if terms == seen.terms {
        return see(urls::ADMIN_PHRASES);
    }
    phrase::write(&mut tx, &granted, Some(&seen), &terms).await?;
    saved(&app, tx).await
}

async fn saved(app: &App, tx: Tx) -> Answer {
    let committed = tx.commit().await?;
    redirect_with_flash(app, committed, urls::ADMIN_PHRASES, "flash-phrase-saved")
}

/// What the form says. A placeholder that nobody knows is told with its name.
fn terms(sent: &Fields) -> Result<PhraseTerms, Mistakes> {
    let mut reader = sent.reader();
    let used_for = reader.required("used_for", PhraseUse::parse);
    let name = words(&mut reader, "name", |reader, field| {
        reader.required(field, |text| Line::parse(text, NAME_MAX))
    });
    let mut strangers = Mistakes::default();
    let mut text = |lang: &str| {
        let field = format!("text_{lang}");
        let read = reader.required(&field, |text| Prose::parse(text, TEXT_MAX));
        let read = read.map(|it| it.to_string()).unwrap_or_default();
        if let Some(stranger) = PhraseTerms::stranger(&read) {
            let mentions = vec![("placeholder", crate::values::Arg::Text(stranger.to_owned()))];
            strangers.add_with(field, "phrase-stranger", mentions);
        }
        read
    };
    let text = InEveryLanguage {
        en: text("en"),
        ru: text("ru"),
        ar: text("ar"),
    };
    let position = position(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    mistakes.append(strangers);
    match (used_for, position) {
        (Some(used_for), Some(position)) if mistakes.is_empty() => Ok(PhraseTerms {
            used_for,
            position,
            name,
            text,
            retired: sent.has("retired", "yes"),
        }),
        _ => Err(mistakes),
    }
}

/// The form for what a phrase says now.
fn filled(terms: &PhraseTerms) -> Fields {
    let mut fields = Fields::default();
    fields.set("used_for", terms.used_for.code());
    fields.set("position", terms.position.to_string());
    for lang in Lang::ALL {
        fields.set(&format!("name_{}", lang.code()), terms.name.of(*lang));
        fields.set(&format!("text_{}", lang.code()), terms.text.of(*lang));
    }
    if terms.retired {
        fields.set("retired", "yes");
    }
    fields
}

fn page(status: StatusCode, chrome: &Chrome, seen: Option<&Phrase>, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let title = match seen {
        Some(seen) => seen.terms.name.of(lang).to_owned(),
        None => say::t(lang, "phrase-new"),
    };
    html_with(
        status,
        lang,
        PhrasePage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_PHRASES, say::t(lang, "phrases-title"))
                .crumb("", title.clone()),
            action: seen.map_or_else(
                || urls::ADMIN_PHRASES.to_owned(),
                |seen| urls::admin_phrase(seen.id),
            ),
            revision: seen.map_or(0, |seen| seen.revision),
            is_new: seen.is_none(),
            uses: options(lang, PhraseUse::ALL, |it| (it.code(), it.key())),
            placeholders: Placeholder::ALL
                .iter()
                .map(|it| (it.written(), it.key()))
                .collect(),
            title,
            form,
        },
    )
}
