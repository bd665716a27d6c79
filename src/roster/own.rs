//! Concord's own format: fixed columns, lists joined by bars, cells made safe for spreadsheets. A file with these headers needs no column map.

use std::collections::BTreeMap;

use super::columns::ColumnMap;
use super::field::RosterField;
use super::header::Header;
use super::list::{join, numbered, tag};
use super::row::RosterRow;
use super::source::Source;
use super::table::Layout;
use crate::values::NameRole;

/// Whether a file has Concord's own headers: only such, and those that a row cannot do without. Order does not matter.
pub fn is_own(header: &Header) -> bool {
    let own = |name: &String| name.is_empty() || RosterField::from_code(name).is_some();
    let has = |field: RosterField| header.names().iter().any(|name| name == field.code());
    header.names().iter().all(own) && has(RosterField::Name) && has(RosterField::HostCountry)
}

/// The column map of Concord's own format, as far as the file has its columns.
pub fn map(header: &Header) -> ColumnMap {
    let has = |field: &RosterField| header.names().iter().any(|name| name == field.code());
    let fields: BTreeMap<_, _> = RosterField::ALL
        .iter()
        .copied()
        .filter(has)
        .map(|field| (field, vec![source(field)]))
        .collect();
    ColumnMap {
        title: None,
        encoding: None,
        layout: Layout::default(),
        empty: Vec::new(),
        protected: true,
        skip: Vec::new(),
        fields,
    }
}

fn source(field: RosterField) -> Source {
    use RosterField::{
        About, Areas, Chapters, Contacts, Funding, IdentifierIssuers, Identifiers, Languages,
        Links, NameDates, NameScripts, OtherNames, PlaceCities, Places,
    };
    Source {
        listed: matches!(
            field,
            OtherNames
                | Identifiers
                | Areas
                | Languages
                | About
                | Contacts
                | NameScripts
                | NameDates
                | IdentifierIssuers
                | Places
                | PlaceCities
                | Links
                | Funding
                | Chapters
        ),
        tagged: matches!(field, OtherNames | Identifiers | About | Contacts),
        ..Source::of_column(field.code())
    }
}

/// The cells of a row, in the order of [`RosterField::ALL`], not yet made safe.
pub fn cells(row: &RosterRow) -> Vec<String> {
    RosterField::ALL
        .iter()
        .map(|field| cell(row, *field))
        .collect()
}

fn cell(row: &RosterRow, field: RosterField) -> String {
    fn text(value: Option<impl ToString>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    match field {
        RosterField::Number => text(row.number),
        RosterField::Name => text(row.name().map(|name| &name.text)),
        RosterField::NameLanguage => text(row.name().and_then(|name| name.language.as_ref())),
        RosterField::NameRole => text(
            row.name()
                .map(|name| name.role)
                .filter(|role| *role != NameRole::Legal),
        ),
        RosterField::OtherNames => join(row.names.iter().skip(1).map(|name| {
            let language = name
                .language
                .as_ref()
                .map_or("und", |language| language.as_str());
            tag([language, name.role.code()], &name.text)
        })),
        RosterField::Kind => text(row.kind),
        RosterField::HostCountry => row.host_country.to_string(),
        RosterField::City => text(row.city.as_ref()),
        RosterField::Homeland => text(row.homeland),
        RosterField::Community => text(row.community.as_ref()),
        RosterField::Founded => text(row.founded),
        RosterField::RegisteredOn => text(row.registered_on),
        RosterField::RegisteredUntil => text(row.registered_until),
        RosterField::Standing => text(row.standing),
        RosterField::StandingUntil => text(row.standing_until),
        RosterField::MergedInto => text(row.merged_into),
        RosterField::Identifiers => join(
            row.identifiers
                .iter()
                .map(|one| tag([one.scheme()], one.value())),
        ),
        RosterField::Areas => join(row.areas.iter().map(|area| area.code())),
        RosterField::Languages => join(row.languages.iter().map(|language| language.as_str())),
        RosterField::Website => text(row.website.as_ref()),
        RosterField::About => join(
            row.about
                .iter()
                .map(|(language, text)| tag([language.as_str()], text)),
        ),
        RosterField::Contacts => join(
            row.contacts
                .iter()
                .map(|one| tag([one.channel.code(), one.purpose.code()], &one.value)),
        ),
        RosterField::NameScripts => join(numbered(&row.names, |name| {
            name.script.as_ref().map(ToString::to_string)
        })),
        RosterField::NameDates => join(numbered(&row.names, |name| {
            let is_said = name.since.is_some() || name.until.is_some();
            is_said.then(|| format!("{}/{}", text(name.since), text(name.until)))
        })),
        RosterField::IdentifierIssuers => join(numbered(&row.identifiers, |one| {
            one.issuer().map(ToString::to_string)
        })),
        RosterField::HostRegisteredOn => text(row.host_registered_on),
        RosterField::Places => join(
            row.places
                .iter()
                .map(|place| tag([place.role.code()], &place.address)),
        ),
        RosterField::PlaceCities => join(numbered(&row.places, |place| {
            place.city.as_ref().map(ToString::to_string)
        })),
        RosterField::Links => join(row.links.iter().map(|link| link.as_str())),
        RosterField::Members => text(row.members.as_ref().map(|members| members.count)),
        RosterField::MembersOn => text(row.members.as_ref().and_then(|members| members.on)),
        RosterField::MembersEvidence => {
            text(row.members.as_ref().and_then(|it| it.evidence.as_ref()))
        }
        RosterField::Funding => join(row.funding.iter().map(ToString::to_string)),
        RosterField::Umbrella => text(row.umbrella.as_ref()),
        RosterField::Chapters => join(row.chapters.iter().map(ToString::to_string)),
        RosterField::Successor => text(row.successor.as_ref()),
    }
}
