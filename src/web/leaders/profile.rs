//! The form of a leader's profile, for whoever keeps it: the board, the team of their organization, or they themselves.

use askama::Template;
use chrono::{NaiveDate, TimeDelta};

use crate::leader::policy::CanKeepProfile;
use crate::leader::{ConsentField, Deed, Facts, Keeper, Known, LeaderName, Reference};
use crate::values::{
    Area, Country, Email, LanguageTag, PartialDate, Phone, Problem, WebAddress, Wording,
};
use crate::web::coordination::{Spoken, countries, languages, line};
use crate::web::{Chrome, Fields, Mistakes, Page, Reader, Sheet, areas, filters};

/// How many rows of a kind the form takes at the most.
const MOST: usize = 40;
/// How many it offers beyond those that are filled in.
const MORE: usize = 2;
/// How far ahead an engagement may lie.
const AHEAD: TimeDelta = TimeDelta::days(3 * 366);

/// The kinds of deeds, with the name of their rows and the key of what is added.
const DEEDS: [(ConsentField, &str, &str); 3] = [
    (ConsentField::Honours, "honour", "leaders-honour-more"),
    (
        ConsentField::Statements,
        "statement",
        "leaders-statement-more",
    ),
    (
        ConsentField::Engagements,
        "engagement",
        "leaders-engagement-more",
    ),
];

/// The page with the form.
#[derive(Template)]
#[template(path = "leaders/profile.html")]
pub struct EditPage {
    page: Page,
    form: Sheet,
    title_key: &'static str,
    /// What the form is about, above its title.
    caption: Spoken,
    action: String,
    back: String,
    /// Whether nothing here is for the reader to change.
    is_closed: bool,
    /// Whether the name stays as it is.
    keeps_name: bool,
    is_board: bool,
    names: Vec<NameRow>,
    languages: Vec<String>,
    countries: Vec<String>,
    deeds: Vec<DeedRows>,
    fields: Vec<ConsentField>,
    all_languages: Vec<(String, String)>,
    all_countries: Vec<(&'static str, &'static str)>,
    areas: Vec<areas::Group>,
}

/// The names of the fields of one name.
struct NameRow {
    first: bool,
    text: String,
    language: String,
    address: String,
}

/// The rows of a kind of deed.
struct DeedRows {
    key: &'static str,
    more_key: &'static str,
    rows: Vec<DeedRow>,
}

/// The names of the fields of one deed.
struct DeedRow {
    first: bool,
    title: String,
    on: String,
    source: String,
}

impl EditPage {
    /// The form, filled in with what was typed.
    pub fn new(
        chrome: &Chrome,
        page: Page,
        (can, known): (&CanKeepProfile, &Known),
        form: Sheet,
        (action, back): (String, String),
    ) -> Self {
        let lang = chrome.lang;
        let fields = changed(can, known);
        let rows = |prefix: &str, least: usize| rows(form.fields(), prefix, least);
        let named = |prefix: &str| rows(prefix, 3).map(|n| format!("{prefix}-{n}")).collect();
        Self {
            title_key: match can.keeper() {
                Keeper::Themselves => "leaders-mine-change",
                _ => "leaders-profile-change",
            },
            caption: Spoken::leader(&known.facts.names, lang),
            action,
            back,
            is_closed: fields.is_empty(),
            keeps_name: can.keeper() == Keeper::Organization,
            is_board: can.keeper() == Keeper::Board,
            names: rows("name", 2)
                .map(|n| NameRow {
                    first: n == 0,
                    text: format!("name-{n}-text"),
                    language: format!("name-{n}-language"),
                    address: format!("name-{n}-address"),
                })
                .collect(),
            languages: named("language"),
            countries: named("country"),
            deeds: DEEDS
                .iter()
                .filter(|(field, ..)| fields.contains(field))
                .map(|(field, prefix, more_key)| DeedRows {
                    key: field.key(),
                    more_key,
                    rows: rows(prefix, 1).map(|n| deed_row(prefix, n)).collect(),
                })
                .collect(),
            all_languages: languages(lang),
            all_countries: countries(lang),
            areas: areas::groups(lang, form.fields(), "areas"),
            fields,
            page,
            form,
        }
    }

    /// Whether the form asks for this.
    fn asks(&self, field: &str) -> bool {
        self.fields.iter().any(|it| it.code() == field)
    }
}

fn deed_row(prefix: &str, n: usize) -> DeedRow {
    DeedRow {
        first: n == 0,
        title: format!("{prefix}-{n}-title"),
        on: format!("{prefix}-{n}-on"),
        source: format!("{prefix}-{n}-source"),
    }
}

/// The numbers of the rows of a kind: those that say something, and some more.
fn rows(fields: &Fields, prefix: &str, least: usize) -> std::ops::Range<usize> {
    let said = fields.iter().filter(|(_, value)| !value.trim().is_empty());
    let said: Fields = said.collect();
    let last = said.rows(prefix).last().map_or(0, |n| n + 1);
    0..(last + MORE).max(least).min(MOST)
}

/// The fields that somebody may change.
fn changed(can: &CanKeepProfile, known: &Known) -> Vec<ConsentField> {
    ConsentField::of_profile()
        .filter(|field| can.changes(*field, known.sources.get(field)))
        .collect()
}

/// The form as it begins.
pub fn fill(known: &Known) -> Fields {
    let facts = &known.facts;
    let mut fields = Fields::default();
    fields.set("seen", known.revision.to_string());
    for (n, name) in facts.names.iter().enumerate() {
        fields.set(&format!("name-{n}-text"), name.text.as_str());
        if let Some(language) = &name.language {
            fields.set(&format!("name-{n}-language"), language.as_str());
            let mut addresses = facts.address.iter();
            if let Some(address) = addresses.find(|it| it.language == *language) {
                fields.set(&format!("name-{n}-address"), address.text.as_str());
            }
        }
    }
    for (n, tag) in facts.languages.iter().enumerate() {
        fields.set(&format!("language-{n}"), tag.as_str());
    }
    for (n, country) in facts.countries.iter().enumerate() {
        fields.set(&format!("country-{n}"), country.code());
    }
    for area in &facts.areas {
        fields.push("areas", area.code());
    }
    if let Some(email) = &facts.email {
        fields.set("email", email.as_str());
    }
    if let Some(phone) = &facts.phone {
        fields.set("phone", phone.as_str());
    }
    for (field, prefix, _) in DEEDS {
        for (n, deed) in deeds_of(facts, field).iter().enumerate() {
            let row = deed_row(prefix, n);
            fields.set(&row.title, deed.title.as_str());
            fields.set(&row.on, deed.on.to_string());
            let source = match &deed.source {
                Reference::Address(page) => page.to_string(),
                Reference::Words(words) => words.to_string(),
            };
            fields.set(&row.source, source);
        }
    }
    fields
}

fn deeds_of(facts: &Facts, field: ConsentField) -> &[Deed] {
    match field {
        ConsentField::Honours => &facts.honours,
        ConsentField::Statements => &facts.statements,
        ConsentField::Engagements => &facts.engagements,
        _ => &[],
    }
}

/// What the form says, with which version it was made of. Fields that are not asked for stay.
pub fn read(
    fields: &Fields,
    today: NaiveDate,
    (can, known): (&CanKeepProfile, &Known),
) -> Result<(i32, Facts), Mistakes> {
    let mut reader = fields.reader();
    let mut facts = known.facts.clone();
    let seen = reader.fields().get("seen").parse().unwrap_or_default();
    for field in changed(can, known) {
        let reader = &mut reader;
        match field {
            ConsentField::Office => {}
            ConsentField::Name => {
                let stays = can.keeper() == Keeper::Organization;
                (facts.names, facts.address) = names(reader, &known.facts.names, stays);
            }
            ConsentField::Languages => {
                facts.languages = several(reader, "language", LanguageTag::parse);
            }
            ConsentField::Contact => {
                facts.email = reader.optional("email", Email::parse);
                facts.phone = reader.optional("phone", Phone::parse);
            }
            ConsentField::Areas => facts.areas = unique(reader.many("areas", Area::parse)),
            ConsentField::Countries => {
                facts.countries = several(reader, "country", Country::parse);
            }
            ConsentField::Honours => facts.honours = deeds(reader, "honour", today),
            ConsentField::Statements => facts.statements = deeds(reader, "statement", today),
            ConsentField::Engagements => {
                facts.engagements = deeds(reader, "engagement", today + AHEAD);
            }
        }
    }
    reader.done()?;
    if facts.names.is_empty() {
        return Err(Mistakes::one("name-0-text", Problem::Required.key()));
    }
    Ok((seen, facts))
}

fn unique<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut once: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// The rows of a kind that somebody sent.
fn sent(reader: &Reader<'_>, prefix: &str) -> Vec<usize> {
    let rows = reader.fields().rows(prefix).into_iter();
    rows.filter(|n| *n < MOST).collect()
}

fn several<T: PartialEq>(
    reader: &mut Reader<'_>,
    prefix: &str,
    parse: impl Fn(&str) -> Result<T, Problem>,
) -> Vec<T> {
    let rows = sent(reader, prefix).into_iter();
    let all = rows.filter_map(|n| reader.optional(&format!("{prefix}-{n}"), &parse));
    unique(all.collect())
}

/// Names and how to address somebody in each of their languages. The first must be there; where it stays, it is not asked for. A name
/// that is known already is taken as it is known, without a language too, so that a form as it begins is accepted.
fn names(
    reader: &mut Reader<'_>,
    known: &[LeaderName],
    stays: bool,
) -> (Vec<LeaderName>, Vec<Wording>) {
    let (mut names, mut addresses): (Vec<LeaderName>, Vec<Wording>) = (Vec::new(), Vec::new());
    let kept = known.first().filter(|_| stays);
    let mut rows = sent(reader, "name");
    if !rows.contains(&0) {
        rows.insert(0, 0);
    }
    for n in rows {
        let [text, language, address] =
            ["text", "language", "address"].map(|part| format!("name-{n}-{part}"));
        let address_said = reader.optional(&address, line);
        let text_said = match (n, kept) {
            (0, Some(kept)) => Some(kept.text.clone()),
            (0, None) => reader.required(&text, line),
            _ if address_said.is_some() => reader.required(&text, line),
            _ => reader.optional(&text, line),
        };
        let Some(text_said) = text_said else { continue };
        // Of the name that somebody goes by the language may be unknown; how to address them is said in one.
        let is_bare = known
            .iter()
            .any(|it| it.text == text_said && it.language.is_none());
        let may_be_bare = (n == 0 || is_bare) && address_said.is_none();
        let tag = match may_be_bare && reader.fields().get(&language).trim().is_empty() {
            true => None,
            false => match reader.required(&language, LanguageTag::parse) {
                Some(tag) => Some(tag),
                None => continue,
            },
        };
        let name = LeaderName {
            text: text_said,
            language: tag,
        };
        let is_twice = |it: &LeaderName| it.language.is_some() && it.language == name.language;
        if names.iter().any(is_twice) && !known.contains(&name) {
            reader.mistake(language.as_str(), "leaders-language-twice");
        }
        addresses.extend(
            address_said
                .zip(name.language.clone())
                .map(|(text, language)| Wording { language, text }),
        );
        names.push(name);
    }
    (names, addresses)
}

/// What somebody was honoured with, said or did: each with a day or a year, and where it can be read.
fn deeds(reader: &mut Reader<'_>, prefix: &str, latest: NaiveDate) -> Vec<Deed> {
    let mut all = Vec::new();
    for n in sent(reader, prefix) {
        let row = deed_row(prefix, n);
        let names = [&row.title, &row.on, &row.source];
        if names
            .iter()
            .all(|name| reader.fields().get(name).trim().is_empty())
        {
            continue;
        }
        let title = reader.required(&row.title, line);
        let on = reader.required(&row.on, |text| PartialDate::parse(text, latest));
        let source = reader.required(&row.source, reference);
        if let (Some(title), Some(on), Some(source)) = (title, on, source) {
            all.push(Deed { on, title, source });
        }
    }
    all
}

/// An address where it is one, and words where it is not.
fn reference(text: &str) -> Result<Reference, Problem> {
    let looks_like_one = ["http://", "https://", "www."];
    let plain = text.trim().to_ascii_lowercase();
    match looks_like_one.iter().any(|start| plain.starts_with(start)) {
        true => WebAddress::parse(text).map(Reference::Address),
        false => line(text).map(Reference::Words),
    }
}
