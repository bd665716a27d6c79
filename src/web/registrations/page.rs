//! The page with the registration form: its rows, what its lists offer, and what the board asks at each field.

use askama::Template;
use sqlx::PgConnection;

use super::asked::{Asked, Note, asked};
use super::fields::{ABOUT, CONTACTS, IDENTIFIERS, LANGUAGES, NAMES, PEOPLE, Section};
use super::form::ABOUT_MAX;
use crate::Result;
use crate::actor::Actor;
use crate::case::Case;
use crate::ids::CaseId;
use crate::organization::Particular;
use crate::say;
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Kind, Lang, LanguageTag, NameRole,
};
use crate::vault::Vault;
use crate::web::{Chrome, Page, Sheet, filters, urls};

/// The form of a case.
#[derive(Template)]
#[template(path = "registrations/form.html")]
pub struct FormPage {
    page: Page,
    case: CaseId,
    form: Sheet,
    revision: i32,
    overtaken: bool,
    again: bool,
    asked: Option<Asked>,
    choices: Choices,
}

/// What the lists of the form offer.
struct Choices {
    kinds: Vec<(&'static str, String)>,
    roles: Vec<(&'static str, String)>,
    countries: Vec<(&'static str, &'static str)>,
    languages: &'static [(LanguageTag, String)],
    areas: Vec<(&'static str, String)>,
    channels: Vec<(&'static str, String)>,
    purposes: Vec<(&'static str, String)>,
}

/// A row of a part of the form.
struct Row {
    section: Section,
    at: usize,
    alone: bool,
}

impl Row {
    /// As people count.
    fn number(&self) -> usize {
        self.at + 1
    }

    /// The name of one of its fields.
    fn field(&self, part: &str) -> String {
        self.section.field(self.at, part)
    }

    /// What the button that takes it away sends.
    fn removal(&self) -> String {
        format!("remove-{}-{}", self.section.name, self.at)
    }
}

impl FormPage {
    /// The page for a case. `overtaken`: somebody else saved it since this reader saw it.
    pub async fn new(
        conn: &mut PgConnection,
        vault: &Vault,
        chrome: &Chrome,
        actor: &Actor,
        case: &Case,
        form: Sheet,
        overtaken: bool,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::HOME, say::t(lang, "home-title"))
            .crumb(urls::case(case.id), super::show::title(lang, case))
            .crumb("", say::t(lang, "registration-form-title"));
        Ok(Self {
            page,
            case: case.id,
            form,
            revision: case.revision,
            overtaken,
            again: case.number.is_some(),
            asked: asked(conn, vault, actor, case, lang).await?,
            choices: Choices::of(lang),
        })
    }

    fn rows(&self, section: Section) -> Vec<Row> {
        let count = self.form.fields().rows(section.name).len().max(1);
        (0..count)
            .map(|at| Row {
                section,
                at,
                alone: count == 1,
            })
            .collect()
    }

    fn has_room(&self, section: Section) -> bool {
        self.form.fields().rows(section.name).len() < section.most
    }

    /// What the board asks at a field.
    fn notes(&self, field: Particular) -> Vec<&Note> {
        self.asked
            .as_ref()
            .map(|asked| asked.at(field))
            .unwrap_or_default()
    }
}

impl Choices {
    fn of(lang: Lang) -> Self {
        Self {
            kinds: named(lang, Kind::ALL, Kind::code, Kind::key),
            roles: named(lang, NameRole::ALL, NameRole::code, NameRole::key),
            countries: Country::sorted(lang)
                .iter()
                .map(|country| (country.code(), country.name(lang)))
                .collect(),
            languages: LanguageTag::sorted(lang),
            areas: named(lang, Area::ALL, Area::code, Area::key),
            channels: named(
                lang,
                ContactChannel::ALL,
                ContactChannel::code,
                ContactChannel::key,
            ),
            purposes: named(
                lang,
                ContactPurpose::ALL,
                ContactPurpose::code,
                ContactPurpose::key,
            ),
        }
    }
}

/// A list of codes with their names.
fn named<T: Copy>(
    lang: Lang,
    all: &[T],
    code: fn(T) -> &'static str,
    key: fn(T) -> &'static str,
) -> Vec<(&'static str, String)> {
    all.iter()
        .map(|one| (code(*one), say::t(lang, key(*one))))
        .collect()
}
