//! Two people wrote in one section: both versions, field by field, and the choice between them.

use askama::Template;
use sqlx::PgConnection;

use super::fields::{Part, part_of, same_unit, take_unit, units};
use super::form::{named, registers};
use crate::Result;
use crate::account;
use crate::case::{Case, Saved};
use crate::ids::CaseId;
use crate::organization::{Particular, Section};
use crate::say;
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, FundingBand, Kind, Lang, LanguageTag, NameRole,
    PlaceRole, PlaceShown, Script,
};
use crate::vault::Vault;
use crate::web::{Chrome, Fields, Page, filters, urls};

/// What is chosen for the words of the other.
const THEIRS: &str = "theirs";

/// Both versions of a section.
#[derive(Template)]
#[template(path = "registrations/conflict.html")]
pub struct ConflictPage {
    page: Page,
    case: CaseId,
    section: Section,
    revision: i32,
    /// What the other is called, and when they saved.
    who: String,
    when: String,
    mine: Fields,
    units: Vec<Unit>,
}

/// A field, or all rows of a part, that say something else in each version.
struct Unit {
    choice: String,
    key: &'static str,
    mine: Vec<String>,
    theirs: Vec<String>,
}

impl ConflictPage {
    /// The page; `theirs` is what is saved now.
    #[expect(
        clippy::too_many_arguments,
        reason = "what a page of a case is made of"
    )]
    pub async fn new(
        conn: &mut PgConnection,
        vault: &Vault,
        chrome: &Chrome,
        case: &Case,
        section: Section,
        mine: Fields,
        theirs: &Fields,
        saved: Saved,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let (who, when) = match saved.by {
            Some((by, at)) => {
                let called = account::called(conn, vault, &[by]).await?;
                (
                    called.get(&by).cloned().unwrap_or_default(),
                    say::moment(lang, at),
                )
            }
            None => (String::new(), String::new()),
        };
        let units = units(section)
            .into_iter()
            .filter(|unit| !same_unit(&mine, theirs, section, unit))
            .map(|unit| Unit {
                choice: format!("keep-{unit}"),
                key: key_of(section, unit),
                mine: lines(lang, &mine, section, unit),
                theirs: lines(lang, theirs, section, unit),
            })
            .collect();
        Ok(Self {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::case_form(case.id), super::show::title(lang, case))
                .crumb("", say::t(lang, section.key())),
            case: case.id,
            section,
            revision: saved.revision,
            who,
            when,
            mine,
            units,
        })
    }
}

/// Takes over from what is saved whatever somebody chose of it.
pub fn settle(sent: &Fields, theirs: &Fields, mine: &mut Fields, section: Section) {
    for unit in units(section) {
        if sent.has(&format!("keep-{unit}"), THEIRS) {
            take_unit(theirs, mine, section, unit);
        }
    }
}

/// What a unit is called: by the particular that it says.
fn key_of(section: Section, unit: &str) -> &'static str {
    if let Some(part) = part_of(section, unit) {
        return part.particular.key();
    }
    let particular = match unit {
        "members_on" | "members_evidence" => Some(Particular::Members),
        unit => Particular::from_code(unit),
    };
    particular.map_or("section-names", Particular::key)
}

/// What a unit says, a line for each row, codes by their names.
fn lines(lang: Lang, fields: &Fields, section: Section, unit: &str) -> Vec<String> {
    match part_of(section, unit) {
        Some(part) => part
            .filled(fields)
            .into_iter()
            .map(|row| row_line(lang, fields, part, row))
            .collect(),
        None => fields
            .all(unit)
            .filter(|value| !value.trim().is_empty())
            .map(|value| spoken(lang, unit, value))
            .collect(),
    }
}

fn row_line(lang: Lang, fields: &Fields, part: Part, row: usize) -> String {
    let said: Vec<String> = part
        .fields
        .iter()
        // Which office it is tells nobody anything.
        .filter(|field| **field != "office")
        .map(|field| (field, fields.get(&part.field(row, field)).trim().to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| spoken(lang, field, &value))
        .collect();
    said.join(" · ")
}

/// A value as people read it: what a list offers by its name, what somebody typed as it is.
fn spoken(lang: Lang, field: &str, value: &str) -> String {
    let name = match field {
        "kind" => Kind::from_code(value).map(|it| say::t(lang, it.key())),
        "areas" => Area::from_code(value).map(|it| it.name(lang)),
        "role" => NameRole::from_code(value)
            .map(NameRole::key)
            .or(PlaceRole::from_code(value).map(PlaceRole::key))
            .map(|key| say::t(lang, key)),
        "shown" => PlaceShown::from_code(value).map(|it| say::t(lang, it.key())),
        "channel" => ContactChannel::from_code(value).map(|it| say::t(lang, it.key())),
        "purpose" => ContactPurpose::from_code(value).map(|it| say::t(lang, it.key())),
        "band" => FundingBand::from_code(value).map(|it| say::t(lang, it.key())),
        "host_country" | "homeland" => Country::parse(value)
            .ok()
            .map(|it| it.name(lang).to_owned()),
        "language" | "tag" => LanguageTag::parse(value).ok().map(|it| it.name(lang)),
        "script" => Script::parse(value).ok().map(|it| it.name(lang)),
        "scheme" => named(&registers(lang), value),
        "public" => Some(say::t(lang, "organization-contact-public")),
        "signs" => Some(say::t(lang, "person-signs")),
        "consents" => Some(say::t(lang, "organization-person-consents")),
        _ => None,
    };
    name.unwrap_or_else(|| value.to_owned())
}
