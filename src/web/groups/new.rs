//! Creating a group.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::group::{self, NewGroup, policy};
use crate::organization::Text;
use crate::say;
use crate::values::{Country, GroupKind, LanguageTag, Problem, Prose, Wording};
use crate::web::coordination::{choices, countries, languages, line};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Reader, Sheet, filters, html, html_with,
    redirect_with_flash, see, urls,
};

/// In how many languages the form takes a name.
const NAMES: usize = 3;

#[derive(Template)]
#[template(path = "groups/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    kinds: Vec<(&'static str, String)>,
    languages: Vec<(String, String)>,
    countries: Vec<(&'static str, &'static str)>,
    names: Vec<NameRow>,
}

/// The fields of one name.
struct NameRow {
    text: String,
    language: String,
    first: bool,
}

impl NewPage {
    fn new(chrome: &Chrome, form: Sheet) -> Self {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
            .crumb("", say::t(lang, "groups-new-title"));
        Self {
            page,
            form,
            kinds: choices(lang, GroupKind::ALL, GroupKind::code, GroupKind::key),
            languages: languages(lang),
            countries: countries(lang),
            names: (0..NAMES)
                .map(|n| NameRow {
                    text: format!("name-{n}-text"),
                    language: format!("name-{n}-language"),
                    first: n == 0,
                })
                .collect(),
        }
    }
}

/// `GET /desk/groups/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    policy::group(&actor)?;
    let mut fields = Fields::default();
    fields.set("name-0-language", chrome.lang.code());
    html(chrome.lang, NewPage::new(&chrome, Sheet::of(fields)))
}

/// `POST /desk/groups`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::group(&actor)?;
    let new = match read(&fields, tx.today()) {
        Ok(new) => new,
        Err(mistakes) => {
            let page = NewPage::new(&chrome, Sheet::with(fields, mistakes));
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let person = actor.person()?.id;
    let key = Sheet::of(fields).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let to = urls::desk_group(group::create(&mut tx, &granted, new).await?);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-group-created")
}

fn read(fields: &Fields, today: NaiveDate) -> Result<NewGroup, Mistakes> {
    let mut reader = fields.reader();
    let names: Vec<Wording> = (0..NAMES).filter_map(|n| name(&mut reader, n)).collect();
    let kind = reader.required("kind", GroupKind::parse);
    let host_country = reader.optional("host_country", Country::parse);
    let purpose = reader.optional("purpose", |text| Prose::parse(text, 2_000));
    let language = reader.optional("purpose_language", LanguageTag::parse);
    reader.done()?;
    // Both were required above, so neither is missing here.
    let (Some(kind), Some(first)) = (kind, names.first()) else {
        return Err(Mistakes::one("name-0-text", Problem::Required.key()));
    };
    let language = language.unwrap_or_else(|| first.language.clone());
    Ok(NewGroup {
        kind,
        purpose: purpose.map(|text| Text { language, text }),
        names,
        host_country,
        started_on: today,
    })
}

/// A name and its language; the first must be there.
fn name(reader: &mut Reader<'_>, n: usize) -> Option<Wording> {
    let (text, language) = (format!("name-{n}-text"), format!("name-{n}-language"));
    let text = match n {
        0 => reader.required(&text, line),
        _ => reader.optional(&text, line),
    }?;
    let language = reader.required(&language, LanguageTag::parse)?;
    Some(Wording { language, text })
}
