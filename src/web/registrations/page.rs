//! The page with a section of the form: its rows, what its lists offer, and what the board asks at each field.

use askama::Template;

use super::asked::{Asked, Note, asked};
use super::confirmation::Still;
use super::fields::{
    ABOUT, AREAS, CHAPTERS, CONTACTS, FUNDING, IDENTIFIERS, LANGUAGES, LINKS, NAMES, PEOPLE,
    PLACES, Part, section_of,
};
use super::form::{ABOUT_MAX, registers};
use super::words::key_of;
use crate::Result;
use crate::actor::Actor;
use crate::case::Case;
use crate::db::Dated;
use crate::ids::CaseId;
use crate::organization::{Organization, Particular, Section};
use crate::say;
use crate::values::{
    ContactChannel, ContactPurpose, Country, FundingBand, Kind, Lang, LanguageTag, NameRole,
    PlaceRole, PlaceShown, Scheme, Script,
};
use crate::web::{Chrome, Fields, Page, Sheet, areas, filters, urls};

/// A section of the form of a case.
#[derive(Template)]
#[template(path = "registrations/section.html")]
pub struct SectionPage {
    page: Page,
    /// Where it is sent.
    action: String,
    /// Whether a script saves while somebody types: a draft, not what is public at once.
    autosaves: bool,
    section: Section,
    form: Sheet,
    revision: i32,
    asked: Option<Asked>,
    /// Of a renewal: what the registry says, to be confirmed.
    still: Option<Still>,
    choices: Choices,
}

/// What the lists of the form offer.
struct Choices {
    lang: Lang,
    kinds: Vec<(&'static str, String)>,
    roles: Vec<(&'static str, String)>,
    countries: Vec<(&'static str, &'static str)>,
    languages: &'static [(LanguageTag, String)],
    areas: Vec<areas::Group>,
    channels: Vec<(&'static str, String)>,
    purposes: Vec<(&'static str, String)>,
    place_roles: Vec<(&'static str, String)>,
    shown: Vec<(&'static str, String)>,
    bands: Vec<(&'static str, String)>,
}

/// A row of a part of the form.
struct Row {
    part: Part,
    at: usize,
    alone: bool,
}

impl Row {
    /// As people count.
    fn number(&self) -> usize {
        self.at + 1
    }

    /// The name of one of its fields.
    fn field(&self, field: &str) -> String {
        self.part.field(self.at, field)
    }

    /// What the button that takes it away sends.
    fn removal(&self) -> String {
        format!("remove-{}-{}", self.part.name, self.at)
    }
}

impl SectionPage {
    /// The page for a section, which was saved `revision` times.
    pub async fn new(
        conn: &mut impl Dated,
        chrome: &Chrome,
        (actor, case): (&Actor, &Case),
        section: Section,
        form: Sheet,
        revision: i32,
    ) -> Result<Self> {
        let (lang, vault, today) = (chrome.lang, conn.vault(), conn.today());
        let page = chrome
            .page()
            .crumb(urls::HOME, say::t(lang, "home-title"))
            .crumb(urls::case(case.id), super::show::title(lang, case))
            .crumb(
                urls::case_form(case.id),
                say::t(lang, &key_of(case.kind, "registration-form-title")),
            )
            .crumb("", say::t(lang, section.key()));
        Ok(Self {
            page,
            action: urls::case_section(case.id, section),
            autosaves: true,
            section,
            revision,
            asked: asked(conn, &vault, actor, case, lang).await?,
            still: Still::of(conn, &vault, (lang, today), actor, case, section).await?,
            choices: Choices::of(lang, form.fields()),
            form,
        })
    }

    /// The page for a section of what an organization says now; what is sent counts at once.
    pub fn of_organization(
        chrome: &Chrome,
        organization: &Organization,
        section: Section,
        form: Sheet,
    ) -> Self {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::HOME, say::t(lang, "home-title"))
            .crumb(
                urls::my_organization(organization.number),
                organization.name.clone(),
            )
            .crumb(
                urls::my_particulars(organization.number),
                say::t(lang, "amendment-title"),
            )
            .crumb("", say::t(lang, section.key()));
        Self {
            page,
            action: urls::my_section(organization.number, section),
            autosaves: false,
            section,
            revision: organization.revision,
            asked: None,
            still: None,
            choices: Choices::of(lang, form.fields()),
            form,
        }
    }

    fn rows(&self, part: Part) -> Vec<Row> {
        let count = self.form.fields().rows(part.name).len().max(1);
        (0..count)
            .map(|at| Row {
                part,
                at,
                alone: count == 1,
            })
            .collect()
    }

    fn has_room(&self, part: Part) -> bool {
        self.form.fields().rows(part.name).len() < part.most
    }

    /// Whether fields that only few need are open: somebody used them, or something is wrong there.
    fn is_open(&self, fields: &[String]) -> bool {
        fields.iter().any(|field| {
            !self.form.get(field).trim().is_empty() || self.form.mistake(field).is_some()
        })
    }

    /// What the board asks at a field.
    fn notes(&self, field: Particular) -> Vec<&Note> {
        self.asked
            .as_ref()
            .map(|asked| asked.at(field))
            .unwrap_or_default()
    }

    /// The key of what this section is for.
    fn lead_key(&self) -> String {
        format!("registration-lead-{}", self.section)
    }

    /// The registers to choose from; one that an older draft names stays.
    fn schemes(&self, field: &str) -> Vec<(String, String)> {
        let typed = self.form.get(field).trim();
        let mut all: Vec<(String, String)> = registers(self.choices.lang);
        if !typed.is_empty() && Scheme::find(typed).is_none() && !all.iter().any(|it| it.0 == typed)
        {
            all.push((typed.to_owned(), typed.to_owned()));
        }
        all
    }
}

impl Choices {
    fn scripts(&self) -> Vec<(&'static str, String)> {
        Script::sorted(self.lang)
    }

    fn of(lang: Lang, form: &Fields) -> Self {
        Self {
            lang,
            kinds: named(lang, Kind::ALL, Kind::code, Kind::key),
            roles: named(lang, NameRole::ALL, NameRole::code, NameRole::key),
            countries: Country::sorted(lang)
                .iter()
                .map(|country| (country.code(), country.name(lang)))
                .collect(),
            languages: LanguageTag::sorted(lang),
            areas: areas::groups(lang, form, AREAS),
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
            place_roles: named(lang, PlaceRole::ALL, PlaceRole::code, PlaceRole::key),
            shown: named(lang, PlaceShown::ALL, PlaceShown::code, PlaceShown::key),
            bands: named(lang, FundingBand::ALL, FundingBand::code, FundingBand::key),
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

impl Note {
    /// The section in which it is answered.
    pub fn section(&self) -> Section {
        section_of(&self.anchor())
    }

    /// Where it is answered.
    pub fn href(&self, case: &CaseId) -> String {
        format!(
            "{}#{}",
            urls::case_section(*case, self.section()),
            self.anchor()
        )
    }
}
