//! Rows of text into rows of values. A row that lacks what it must have is refused with everything that is wrong with it; of any other, what was wrong is told beside it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::bind::{Bound, BoundSkip, Cells, bind};
use super::columns::ColumnMap;
use super::dates;
use super::field::RosterField as Field;
use super::header::{Header, NoColumn};
use super::items::{self, Languages};
use super::reason::{Reason, Remark};
use super::row::{CITY_MAX, COMMUNITY_MAX, EVIDENCE_MAX, ITEMS_MAX, NAME_MAX, Named, RosterRow};
use super::table::Record;
use crate::organization::{Members, Place};
use crate::values::{
    Area, Country, DateForm, Funding, Identifier, Kind, LanguageTag, Line, NameRole, PartialDate,
    Problem, Prose, RegistryNumber, Related, Script, Standing, WebAddress, digits,
};

/// Reads the rows of one file by one column map.
pub struct RowReader {
    fields: Vec<Vec<Bound>>,
    skips: Vec<BoundSkip>,
    cells: Cells,
    this_year: i32,
    languages: Languages,
}

/// A row that is in, and what of it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The row.
    pub row: RosterRow,
    /// Values that were refused; the row does without them.
    pub remarks: Vec<Remark>,
}

impl RowReader {
    /// Finds the map's columns in the header; `this_year` bounds founding years. All that are missing are told together.
    pub fn new(map: &ColumnMap, header: &Header, this_year: i32) -> Result<Self, Vec<NoColumn>> {
        let (fields, skips) = bind(map, header)?;
        Ok(Self {
            fields,
            skips,
            cells: Cells::new(map),
            this_year,
            languages: Languages::default(),
        })
    }

    /// Whether anything is read from the column at this place.
    pub fn reads(&self, place: usize) -> bool {
        let mut sources = self.fields.iter().flatten();
        sources.any(|source| source.places.contains(&place))
            || self.skips.iter().any(|skip| skip.place == place)
    }

    /// Reads a row; an error holds everything that is wrong with it.
    pub fn read(&mut self, record: &Record) -> Result<Taken, Vec<Remark>> {
        if self.skips.iter().any(|skip| skip.applies(record)) {
            return Err(vec![Remark::row(Reason::LeftOut)]);
        }
        let mut languages = std::mem::take(&mut self.languages);
        let mut reading = Reading {
            reader: self,
            record,
            remarks: Vec::new(),
            refused: false,
        };
        let row = reading.row(&mut languages);
        let Reading {
            remarks, refused, ..
        } = reading;
        self.languages = languages;
        match row {
            Some(row) if !refused => Ok(Taken { row, remarks }),
            _ => Err(remarks),
        }
    }
}

/// What is read of one row.
struct Reading<'a> {
    reader: &'a RowReader,
    record: &'a Record,
    remarks: Vec<Remark>,
    refused: bool,
}

impl<'a> Reading<'a> {
    /// Every field is read, whatever the others were, so that all mistakes are told at once.
    fn row(&mut self, languages: &mut Languages) -> Option<RosterRow> {
        let this_year = self.reader.this_year;
        let names = self.names(languages);
        let host_country = self.one(Field::HostCountry, |_, text| country(text));
        self.need(Field::HostCountry, host_country.is_some());
        // A wrong number would be taken for another organization, and no standing for a good one.
        let number = self.one(Field::Number, |_, text| RegistryNumber::parse(text));
        self.refused |= number.is_none() && self.is_remarked(Field::Number);
        let standing = self.one(Field::Standing, |_, text| Standing::parse(text));
        self.refused |= standing.is_none() && self.is_remarked(Field::Standing);
        let rest = (
            self.one(Field::Kind, |_, text| Kind::parse(text)),
            self.one(Field::City, |_, text| Line::parse(text, CITY_MAX)),
            self.one(Field::Homeland, |_, text| country(text)),
            self.one(Field::Community, |_, text| Line::parse(text, COMMUNITY_MAX)),
            self.one(Field::Founded, |source, text| {
                year_or_day(source, text, this_year)
            }),
            self.one(Field::RegisteredOn, date),
            self.one(Field::RegisteredUntil, date),
            self.one(Field::StandingUntil, date),
            self.one(Field::MergedInto, |_, text| RegistryNumber::parse(text)),
        );
        let lists = (
            self.identifiers(),
            self.many(Field::Areas, |_, text| Ok(Area::parse(text)?)),
            self.many(Field::Languages, |_, text| Ok(languages.read(text)?)),
            self.many(Field::Contacts, items::contact),
        );
        let website = self.one(Field::Website, |_, text| WebAddress::parse(text));
        let about = self.about(languages);
        let host_registered_on = self.one(Field::HostRegisteredOn, |source, text| {
            year_or_day(source, text, this_year)
        });
        let members = self.members(this_year);
        let (places, links, funding, chapters) = (
            self.places(),
            self.many(Field::Links, |_, text| Ok(WebAddress::parse(text)?)),
            self.many(Field::Funding, |_, text| Ok(text.parse::<Funding>()?)),
            self.many(Field::Chapters, |_, text| Ok(Related::parse(text)?)),
        );
        let umbrella = self.one(Field::Umbrella, |_, text| Related::parse(text));
        let successor = self.one(Field::Successor, |_, text| Related::parse(text));
        let (
            kind,
            city,
            homeland,
            community,
            founded,
            registered_on,
            registered_until,
            standing_until,
            merged_into,
        ) = rest;
        let (identifiers, areas, languages, contacts) = lists;
        Some(RosterRow {
            number,
            names,
            kind,
            host_country: host_country?,
            city,
            homeland,
            community,
            founded,
            registered_on,
            registered_until,
            standing,
            standing_until,
            merged_into,
            identifiers,
            areas,
            languages,
            website,
            about,
            contacts,
            host_registered_on,
            places,
            links,
            members,
            funding,
            umbrella,
            chapters,
            successor,
        })
    }

    /// Its numbers in other registers, and who issued them.
    fn identifiers(&mut self) -> Vec<Identifier> {
        let mut identifiers = self.many(Field::Identifiers, items::identifier);
        let issuers = self.many(Field::IdentifierIssuers, |_, text| {
            items::of_item(text, |text| Line::parse(text, Identifier::ISSUER_MAX))
        });
        for (at, issuer) in issuers {
            if let Some(one) = identifiers.get_mut(at) {
                *one = one.clone().with_issuer(Some(issuer));
            }
        }
        identifiers
    }

    /// The places that anybody may know.
    fn places(&mut self) -> Vec<Place> {
        let mut places = self.many(Field::Places, |_, text| items::place(text));
        let cities = self.many(Field::PlaceCities, |_, text| {
            items::of_item(text, |text| Line::parse(text, CITY_MAX))
        });
        for (at, city) in cities {
            if let Some(place) = places.get_mut(at) {
                place.city = Some(city);
            }
        }
        places
    }

    /// How many members there are; a date or a source without a count says nothing.
    fn members(&mut self, this_year: i32) -> Option<Members> {
        let count = self.one(Field::Members, |_, text| count(text));
        let on = self.one(Field::MembersOn, |source, text| {
            year_or_day(source, text, this_year)
        });
        let evidence = self.one(Field::MembersEvidence, |_, text| {
            Line::parse(text, EVIDENCE_MAX)
        });
        count.map(|count| Members {
            count,
            on,
            evidence,
        })
    }

    /// The name it goes by, and all others.
    fn names(&mut self, languages: &mut Languages) -> Vec<Named> {
        let told = self
            .one(Field::NameLanguage, |_, text| languages.read_known(text))
            .flatten();
        let role = self.one(Field::NameRole, |_, text| NameRole::parse(text));
        let name = self.one(Field::Name, |source, text| {
            Ok(Named::new(
                Line::parse(text, NAME_MAX)?,
                told.clone().or_else(|| source.language.clone()),
                role.or(source.rules.role).unwrap_or(NameRole::Legal),
            ))
        });
        self.need(Field::Name, name.is_some());
        let mut names: Vec<Named> = name.into_iter().collect();
        let others = self.many(Field::OtherNames, |source, text| {
            items::other_name(source, text, languages)
        });
        for (other, odd) in others {
            if let Some((text, reason)) = odd {
                self.remark(Field::OtherNames, &text, reason);
            }
            if !names.contains(&other) {
                names.push(other);
            }
        }
        let scripts = self.many(Field::NameScripts, |_, text| {
            items::of_item(text, Script::parse)
        });
        for (at, script) in scripts {
            if let Some(name) = names.get_mut(at) {
                name.script = Some(script);
            }
        }
        for (at, (since, until)) in self.many(Field::NameDates, |_, text| {
            items::of_item(text, items::dates)
        }) {
            if let Some(name) = names.get_mut(at) {
                (name.since, name.until) = (since, until);
            }
        }
        names
    }

    /// Texts about it; those in one language are one.
    fn about(&mut self, languages: &mut Languages) -> Vec<(LanguageTag, Prose)> {
        let mut about = Vec::new();
        let reader = self.reader;
        for source in reader.sources(Field::About) {
            let texts = self.texts(Field::About, source);
            for text in items::about_texts(source, texts) {
                if let Err(reason) = items::add_about(&mut about, source, &text, languages) {
                    self.remark(Field::About, &text, reason);
                }
            }
        }
        self.need_if_required(Field::About, !about.is_empty());
        about
    }

    /// The first value that one of the field's sources has.
    fn one<T>(
        &mut self,
        field: Field,
        mut parse: impl FnMut(&Bound, &str) -> Result<T, Problem>,
    ) -> Option<T> {
        let reader = self.reader;
        let mut found = None;
        'sources: for source in reader.sources(field) {
            for text in self.texts(field, source) {
                match parse(source, &text) {
                    Ok(value) => {
                        found = Some(value);
                        break 'sources;
                    }
                    Err(problem) => self.remark(field, &text, problem.into()),
                }
            }
        }
        self.need_if_required(field, found.is_some());
        found
    }

    /// Every value that the field's sources have, each once.
    fn many<T: PartialEq>(
        &mut self,
        field: Field,
        mut parse: impl FnMut(&Bound, &str) -> Result<T, Reason>,
    ) -> Vec<T> {
        let reader = self.reader;
        let mut found = Vec::new();
        for source in reader.sources(field) {
            for text in self.texts(field, source) {
                match parse(source, &text) {
                    Ok(value) if found.contains(&value) => {}
                    Ok(value) if found.len() < ITEMS_MAX => found.push(value),
                    Ok(_) => self.remark(field, &text, Reason::TooManyItems { max: ITEMS_MAX }),
                    Err(reason) => self.remark(field, &text, reason),
                }
            }
        }
        self.need_if_required(field, !found.is_empty());
        found
    }

    fn texts<'b>(&mut self, field: Field, source: &'b Bound) -> Vec<Cow<'b, str>>
    where
        'a: 'b,
    {
        source.texts(field, self.record, &self.reader.cells, &mut self.remarks)
    }

    fn remark(&mut self, field: Field, text: &str, reason: Reason) {
        self.remarks.push(Remark::on(field, text, reason));
    }

    fn is_remarked(&self, field: Field) -> bool {
        self.remarks
            .iter()
            .any(|remark| remark.field == Some(field))
    }

    fn need_if_required(&mut self, field: Field, is_there: bool) {
        if self
            .reader
            .sources(field)
            .iter()
            .any(|source| source.rules.required)
        {
            self.need(field, is_there);
        }
    }

    /// Refuses a row without this field, for the reason that its text gave if it had any.
    fn need(&mut self, field: Field, is_there: bool) {
        if is_there {
            return;
        }
        self.refused = true;
        if !self.is_remarked(field) {
            self.remark(field, "", Problem::Required.into());
        }
    }
}

impl RowReader {
    fn sources(&self, field: Field) -> &[Bound] {
        self.fields
            .get(field as usize)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

fn country(text: &str) -> Result<Country, Problem> {
    Country::from_name(text.trim()).ok_or(Problem::UnknownCountry)
}

/// A year or a day; in the forms that the map says, where it says any.
fn year_or_day(source: &Bound, text: &str, this_year: i32) -> Result<PartialDate, Problem> {
    if let Ok(day) = dates::read(text, &source.dates) {
        return Ok(PartialDate::Day(day));
    }
    let end = NaiveDate::from_ymd_opt(this_year, 12, 31).ok_or(Problem::BadDate)?;
    PartialDate::parse(text, end)
}

/// How many there are.
fn count(text: &str) -> Result<i32, Problem> {
    let count: i32 = digits::to_ascii(text.trim())
        .parse()
        .map_err(|_| Problem::BadNumber)?;
    if count < 0 {
        return Err(Problem::BadNumber);
    }
    Ok(count)
}

/// A date in the forms that the map says, or ISO 8601.
fn date(source: &Bound, text: &str) -> Result<NaiveDate, Problem> {
    if source.dates.is_empty() {
        dates::read(text, &[dates::Form::Known(DateForm::Iso)])
    } else {
        dates::read(text, &source.dates)
    }
}

#[cfg(test)]
#[path = "read_test.rs"]
mod tests;
