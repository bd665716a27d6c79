//! The form of a group: what it asks for, what it says, and how one that is there fills it in.

use chrono::{Datelike, NaiveDate};
use sqlx::PgConnection;

use super::days;
use crate::group::{self, Group, GroupText, Joining, Said};
use crate::ids::GroupId;
use crate::values::{Area, Country, GroupKind, Lang, LanguageTag, Problem, Prose, Wording};
use crate::web::coordination::{Spoken, choices, countries, languages, line};
use crate::web::{Fields, Mistakes, Reader, Result, areas};

/// In how many languages the form takes what a group says, at the least.
const TEXTS: usize = 3;
/// How many host countries it takes.
const HOSTS: usize = 8;
/// The most characters of a purpose.
const PURPOSE_MAX: usize = 2_000;
/// The most characters of terms of reference.
const TERMS_MAX: usize = 10_000;

/// The fields of one language.
pub struct Row {
    pub first: bool,
    pub text: String,
    pub language: String,
    pub purpose: String,
    pub terms: String,
}

/// What the form offers.
pub struct Lists {
    pub rows: Vec<Row>,
    pub hosts: Vec<String>,
    pub kinds: Vec<(&'static str, String)>,
    pub joinings: Vec<(&'static str, String)>,
    pub parents: Vec<(String, String)>,
    pub areas: Vec<areas::Group>,
    pub languages: Vec<(String, String)>,
    pub countries: Vec<(&'static str, &'static str)>,
    /// Whether the form is of a new group: then it asks for its last day, too.
    pub is_new: bool,
}

impl Lists {
    /// In the reader's language, with what is chosen. A group is not offered to be a part of itself.
    pub async fn new(
        conn: &mut PgConnection,
        (lang, today): (Lang, NaiveDate),
        fields: &Fields,
        own: Option<&Group>,
    ) -> Result<Self> {
        let mut parents: Vec<(String, String)> = group::list(conn, None, today)
            .await?
            .iter()
            .filter(|it| own.is_none_or(|own| own.id != it.id))
            .map(|it| (it.id.to_string(), Spoken::of(&it.names, lang).text))
            .collect();
        // What it is a part of may be over, and is offered all the same.
        if let Some(parent) = own.and_then(|own| own.said.parent)
            && !parents.iter().any(|(id, _)| *id == parent.to_string())
            && let Some(parent) = group::find(conn, parent).await?
        {
            let name = Spoken::of(&parent.said.names, lang).text;
            parents.push((parent.id.to_string(), name));
        }
        Ok(Self {
            rows: rows(count(fields)),
            hosts: (0..HOSTS).map(|n| format!("host-{n}")).collect(),
            kinds: choices(lang, GroupKind::ALL, GroupKind::code, GroupKind::key),
            joinings: choices(lang, Joining::ALL, Joining::code, Joining::key),
            parents,
            areas: areas::groups(lang, fields, "areas"),
            languages: languages(lang),
            countries: countries(lang),
            is_new: own.is_none(),
        })
    }
}

fn rows(count: usize) -> Vec<Row> {
    (0..count)
        .map(|n| Row {
            first: n == 0,
            text: format!("name-{n}-text"),
            language: format!("name-{n}-language"),
            purpose: format!("name-{n}-purpose"),
            terms: format!("name-{n}-terms"),
        })
        .collect()
}

/// How many languages a form has; never more than could be meant.
fn count(fields: &Fields) -> usize {
    let last = fields.rows("name").into_iter().max();
    last.map_or(TEXTS, |last| last.saturating_add(1).clamp(TEXTS, 12))
}

/// An empty form in the reader's language.
pub fn empty(lang: Lang) -> Fields {
    let mut fields = Fields::default();
    fields.set("name-0-language", lang.code());
    fields.set("joining", Joining::Notice.code());
    fields
}

/// What is there, for the form that changes it.
pub fn fill(group: &Group) -> Fields {
    let mut fields = Fields::default();
    let said = &group.said;
    fields.set("version", group.version.to_string());
    fields.set("kind", said.kind.code());
    fields.set("joining", said.joining.code());
    let parent = said.parent.map(|it| it.to_string());
    fields.set("parent", parent.unwrap_or_default());
    let mut texts: Vec<&GroupText> = said.texts.iter().collect();
    let mut n = 0;
    let mut row = |language: &LanguageTag, name: &str, text: Option<&GroupText>| {
        let mut set = |field: &str, value: &str| fields.set(&format!("name-{n}-{field}"), value);
        set("language", language.as_str());
        set("text", name);
        let purpose = text.and_then(|it| it.purpose.as_deref());
        set("purpose", purpose.unwrap_or_default());
        let terms = text.and_then(|it| it.terms.as_deref());
        set("terms", terms.unwrap_or_default());
        n += 1;
    };
    for name in &said.names {
        let at = texts.iter().position(|it| it.language == name.language);
        row(&name.language, &name.text, at.map(|at| texts.remove(at)));
    }
    for text in texts {
        row(&text.language, "", Some(text));
    }
    for area in &said.areas {
        fields.push("areas", area.to_string());
    }
    for (n, country) in said.host_countries.iter().enumerate() {
        fields.set(&format!("host-{n}"), country.code());
    }
    let day = said.started_on;
    fields.set("started_on-day", day.day().to_string());
    fields.set("started_on-month", day.month().to_string());
    fields.set("started_on-year", day.year().to_string());
    fields
}

/// What the form says; a group begins today, or when it did, unless it says another day. When one that is there ends is another act.
pub fn read(
    fields: &Fields,
    lists: &Lists,
    today: NaiveDate,
    own: Option<&Group>,
) -> std::result::Result<Said, Mistakes> {
    let mut reader = fields.reader();
    let kind = reader.required("kind", GroupKind::parse);
    let joining = reader.required("joining", Joining::parse);
    let (names, texts) = texts(&mut reader, count(fields));
    let parent = reader.optional("parent", |text| {
        let is_offered = lists.parents.iter().any(|(id, _)| id == text);
        let id = text.parse::<GroupId>().ok().filter(|_| is_offered);
        id.ok_or(Problem::UnknownCode)
    });
    let mut areas = reader.many("areas", Area::parse);
    areas.sort_unstable();
    areas.dedup();
    let mut host_countries: Vec<Country> = Vec::new();
    for n in 0..HOSTS {
        let host = reader.optional(&format!("host-{n}"), Country::parse);
        if let Some(host) = host.filter(|it| !host_countries.contains(it)) {
            host_countries.push(host);
        }
    }
    let started_on = days::within(&mut reader, "started_on", days::of_groups(today));
    let started_on = started_on.unwrap_or(own.map_or(today, |own| own.said.started_on));
    let (field, ended_on) = match own {
        Some(own) => ("started_on", own.said.ended_on),
        None => {
            let last = days::within(&mut reader, "ended_on", days::of_groups(today));
            ("ended_on", last)
        }
    };
    if ended_on.is_some_and(|day| day < started_on) {
        reader.mistake(field, "groups-ends-before-start");
    }
    reader.done()?;
    // Both were required above, so neither is missing here.
    let (Some(kind), Some(joining)) = (kind, joining) else {
        return Err(Mistakes::one("kind", Problem::Required.key()));
    };
    Ok(Said {
        kind,
        names,
        texts,
        parent,
        areas,
        host_countries,
        joining,
        started_on,
        ended_on,
    })
}

/// Names and texts, language by language; the first name must be there.
fn texts(reader: &mut Reader<'_>, count: usize) -> (Vec<Wording>, Vec<GroupText>) {
    let (mut names, mut texts): (Vec<Wording>, Vec<GroupText>) = (Vec::new(), Vec::new());
    for row in rows(count) {
        let name = match row.first {
            true => reader.required(&row.text, line),
            false => reader.optional(&row.text, line),
        };
        let purpose = reader.optional(&row.purpose, |text| Prose::parse(text, PURPOSE_MAX));
        let terms = reader.optional(&row.terms, |text| Prose::parse(text, TERMS_MAX));
        if name.is_none() && purpose.is_none() && terms.is_none() && !row.first {
            continue;
        }
        let Some(language) = reader.required(&row.language, LanguageTag::parse) else {
            continue;
        };
        if purpose.is_some() || terms.is_some() {
            if texts.iter().any(|it| it.language == language) {
                reader.mistake(&row.language, "groups-language-twice");
            }
            texts.push(GroupText {
                language: language.clone(),
                purpose,
                terms,
            });
        }
        if let Some(text) = name {
            names.push(Wording { language, text });
        }
    }
    (names, texts)
}
