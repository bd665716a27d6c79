//! What the board says often: the list, and what one of it says.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, Chrome, Fields, Mistakes, Page, Result, Sheet, filters, html, html_with, say, urls,
};
use super::kept::{self, Kept, YES, fill, options, position, words};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::PhraseId;
use crate::phrase::policy::{self, CanKeepPhrases};
use crate::phrase::{self, Phrase, PhraseTerms, PhraseUse, Placeholder};
use crate::values::{InEveryLanguage, Line, Prose};

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
    seen: String,
    is_new: bool,
    /// Whether somebody changed it while this was typed.
    overtaken: bool,
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

/// The list, as its forms keep it.
pub struct Phrases;

impl Kept for Phrases {
    type Id = PhraseId;
    type Entry = Phrase;
    type Terms = PhraseTerms;
    type CanKeep = CanKeepPhrases;

    const LIST: &'static str = urls::ADMIN_PHRASES;
    const SAVED: &'static str = "flash-phrase-saved";

    fn keep(actor: &Actor) -> Result<CanKeepPhrases> {
        Ok(policy::keep(actor)?)
    }

    async fn find(conn: &mut PgConnection, actor: &Actor, id: PhraseId) -> Result<Phrase> {
        Ok(phrase::phrase(conn, &policy::read(actor)?, id).await?)
    }

    fn terms(entry: &Phrase) -> &PhraseTerms {
        &entry.terms
    }

    fn seen(entry: &Phrase) -> String {
        entry.revision.to_string()
    }

    fn fresh() -> Fields {
        kept::placed()
    }

    fn filled(terms: &PhraseTerms) -> Fields {
        let mut fields = Fields::default();
        fields.set("used_for", terms.used_for.code());
        fields.set("position", terms.position.to_string());
        fill(&mut fields, "name", &terms.name);
        fill(&mut fields, "text", &terms.text);
        kept::tick(&mut fields, [("retired", terms.retired)]);
        fields
    }

    fn read(sent: &Fields, _: Option<&Phrase>) -> Result<PhraseTerms, Mistakes> {
        terms(sent)
    }

    async fn write(
        tx: &mut Tx,
        granted: &CanKeepPhrases,
        known: Option<&Phrase>,
        terms: &PhraseTerms,
    ) -> crate::Result<Result<(), Mistakes>> {
        phrase::write(tx, granted, known, terms).await?;
        Ok(Ok(()))
    }

    async fn page(
        status: StatusCode,
        chrome: &Chrome,
        _: &mut PgConnection,
        _: &CanKeepPhrases,
        entry: Option<&Phrase>,
        form: Sheet,
    ) -> Answer {
        let lang = chrome.lang;
        let title = match entry {
            Some(entry) => entry.terms.name.of(lang).to_owned(),
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
                action: entry.map_or_else(
                    || urls::ADMIN_PHRASES.to_owned(),
                    |entry| urls::admin_phrase(entry.id),
                ),
                seen: entry.map(Self::seen).unwrap_or_default(),
                is_new: entry.is_none(),
                overtaken: status == StatusCode::CONFLICT,
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
            retired: sent.has("retired", YES),
        }),
        _ => Err(mistakes),
    }
}
