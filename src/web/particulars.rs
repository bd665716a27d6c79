//! Particulars as pages show them, field by field, in the reader's language. `templates/particulars/shown.html` lays them out.

use chrono::NaiveDate;

use super::{markdown, urls};
use crate::organization::{
    Confirmed, Contact, Members, Name, Particular, Particulars, PersonEntry, Place, Said, Section,
    Text,
};
use crate::say;
use crate::values::{
    ContactChannel, Funding, Lang, LanguageTag, PartialDate, Phone, Related, WebAddress,
};

/// One thing that a field says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its paragraphs; of most things one.
    pub paragraphs: Vec<String>,
    /// The same as HTML that may stand in a page as it is, where it was marked up.
    pub html: String,
    /// The language that they are in.
    pub language: Option<LanguageTag>,
    /// Where it leads.
    pub href: String,
    /// What belongs to it: what kind of name, for whom a contact is.
    pub notes: Vec<String>,
}

/// A field with all it says.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which.
    pub field: Particular,
    /// What it says; nothing, where nothing was given.
    pub said: Vec<Shown>,
}

impl Shown {
    fn plain(text: impl Into<String>) -> Self {
        Self {
            paragraphs: vec![text.into()],
            ..Self::default()
        }
    }

    /// The direction of its lines, as HTML writes it.
    pub fn dir(&self) -> &'static str {
        match &self.language {
            Some(tag) => tag.direction().code(),
            None => "auto",
        }
    }

    /// The language, as HTML writes it; empty where nobody said.
    pub fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or_default()
    }

    /// What belongs to it, on one line.
    pub fn note(&self) -> String {
        self.notes.join(" · ")
    }
}

/// Every field of the particulars, in the order of the form.
pub fn rows(lang: Lang, said: &Particulars) -> Vec<Row> {
    Particular::ALL
        .iter()
        .map(|field| Row {
            field: *field,
            said: shown(lang, &said.said(*field)),
        })
        .collect()
}

/// A section of what the registry has of an organization.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which.
    pub section: Section,
    /// What it says.
    pub rows: Vec<Row>,
    /// When the organization last said that it is so.
    pub confirmed: Option<NaiveDate>,
}

/// What the registry has of an organization, section by section. Its people are leaders, and stand with their consents on
/// their own pages: of them it has no rows here, and when the organization last spoke of them.
pub fn parts(lang: Lang, said: &Particulars, confirmed: &Confirmed) -> Vec<Part> {
    let mut all = rows(lang, said);
    all.retain(|row| row.field != Particular::People);
    Section::ALL
        .iter()
        .copied()
        .map(|section| Part {
            section,
            rows: all
                .iter()
                .filter(|row| Section::of(row.field) == section)
                .cloned()
                .collect(),
            confirmed: confirmed.on(section),
        })
        .collect()
}

/// What a field says.
pub fn shown(lang: Lang, said: &Said) -> Vec<Shown> {
    match said {
        Said::Names(all) => all.iter().map(|one| name(lang, one)).collect(),
        Said::Kind(one) => one
            .iter()
            .map(|one| Shown::plain(say::t(lang, one.key())))
            .collect(),
        Said::Country(one) => one.iter().map(|one| Shown::plain(one.name(lang))).collect(),
        Said::Line(one) => one.iter().map(|one| Shown::plain(one.as_str())).collect(),
        Said::HiddenLine(one) => one
            .iter()
            .map(|one| Shown {
                notes: vec![say::t(lang, "organization-city-hidden")],
                ..Shown::plain(one.as_str())
            })
            .collect(),
        Said::Date(one) => one
            .iter()
            .map(|one| Shown::plain(date(lang, *one)))
            .collect(),
        Said::Places(all) => all.iter().map(|one| place(lang, one)).collect(),
        Said::Links(all) => all.iter().map(link).collect(),
        Said::Members(one) => one.iter().map(|one| members(lang, one)).collect(),
        Said::Funding(all) => all.iter().map(|one| funding(lang, *one)).collect(),
        Said::Related(all) => all.iter().map(related).collect(),
        Said::Identifiers(all) => all
            .iter()
            .map(|one| Shown {
                href: one.link().unwrap_or_default().to_owned(),
                notes: vec![one.register()],
                ..Shown::plain(one.value())
            })
            .collect(),
        Said::Areas(all) => all.iter().map(|one| Shown::plain(one.name(lang))).collect(),
        Said::Languages(all) => all.iter().map(|one| Shown::plain(one.name(lang))).collect(),
        Said::Website(one) => one.iter().map(link).collect(),
        Said::Contacts(all) => all.iter().map(|one| contact(lang, one)).collect(),
        Said::Texts(all) => all.iter().map(|one| text(lang, one)).collect(),
        Said::People(all) => all.iter().map(|one| person(lang, one)).collect(),
    }
}

/// What a field says, on one line without marks: for what is struck out and what replaces it. The line runs as the page does;
/// each text in it, and what belongs to it, runs as its own letters do.
pub fn one_line(lang: Lang, said: &Said) -> String {
    if said.is_empty() {
        return say::t(lang, "organization-nothing");
    }
    let separator = say::t(lang, "organization-list-separator");
    let lines: Vec<String> = shown(lang, said)
        .into_iter()
        .map(|one| {
            let text = apart(&one.paragraphs.join(" "));
            match one.notes.is_empty() {
                true => text,
                false => format!("{text} ({})", apart(&one.note())),
            }
        })
        .collect();
    lines.join(&separator)
}

/// A text whose direction is its own.
fn apart(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

fn name(lang: Lang, name: &Name) -> Shown {
    let mut notes = vec![say::t(lang, name.role.key())];
    notes.extend(name.language.as_ref().map(|tag| tag.name(lang)));
    notes.extend(name.script.as_ref().map(|script| script.name(lang)));
    notes.extend(years(name));
    Shown {
        language: name.language.clone(),
        notes,
        ..Shown::plain(name.text.as_str())
    }
}

/// A contact as anybody may follow it.
pub fn contact(lang: Lang, contact: &Contact) -> Shown {
    let known = if contact.public {
        "organization-contact-public"
    } else {
        "organization-contact-private"
    };
    let href = match contact.channel {
        ContactChannel::Email => format!("mailto:{}", contact.value),
        ContactChannel::Phone => {
            Phone::parse(&contact.value).map_or_else(|_| String::new(), |phone| phone.link())
        }
        ContactChannel::PostalAddress => String::new(),
    };
    Shown {
        href,
        notes: vec![
            say::t(lang, contact.channel.key()),
            say::t(lang, contact.purpose.key()),
            say::t(lang, known),
        ],
        ..Shown::plain(contact.value.as_str())
    }
}

fn text(lang: Lang, text: &Text) -> Shown {
    Shown {
        paragraphs: text.text.paragraphs().map(str::to_owned).collect(),
        html: markdown::to_html(&text.text),
        language: Some(text.language.clone()),
        notes: vec![text.language.name(lang)],
        ..Shown::default()
    }
}

/// A year, or a day in words.
pub fn date(lang: Lang, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Day(day) => say::day(lang, day),
    }
}

/// Since when and until when it went by a name: `1990–2004`.
pub fn years(name: &Name) -> Option<String> {
    let year = |date: Option<PartialDate>| date.map(|it| it.year().to_string());
    match (year(name.since), year(name.until)) {
        (None, None) => None,
        (since, until) => Some(format!(
            "{}–{}",
            since.unwrap_or_default(),
            until.unwrap_or_default()
        )),
    }
}

fn place(lang: Lang, place: &Place) -> Shown {
    let city = place.city.iter().map(|city| city.to_string());
    let address = std::iter::once(place.address.to_string()).chain(city);
    Shown {
        notes: vec![
            say::t(lang, place.role.key()),
            say::t1(
                lang,
                "organization-place-shown",
                "shown",
                say::t(lang, place.shown.key()),
            ),
        ],
        ..Shown::plain(say::list(lang, &address.collect::<Vec<_>>()))
    }
}

fn link(link: &WebAddress) -> Shown {
    Shown {
        href: link.to_string(),
        ..Shown::plain(link.host_label())
    }
}

fn members(lang: Lang, members: &Members) -> Shown {
    let mut notes: Vec<String> = Vec::new();
    notes.extend(members.on.map(|on| date(lang, on)));
    notes.extend(members.evidence.as_ref().map(ToString::to_string));
    Shown {
        notes,
        ..Shown::plain(members.count.to_string())
    }
}

fn funding(lang: Lang, one: Funding) -> Shown {
    Shown {
        notes: vec![one.year.to_string()],
        ..Shown::plain(say::t(lang, one.band.key()))
    }
}

/// Another organization; one of the registry with the way to its page.
pub fn related(one: &Related) -> Shown {
    Shown {
        href: one.number().map(urls::organization).unwrap_or_default(),
        ..Shown::plain(one.to_string())
    }
}

fn person(lang: Lang, person: &PersonEntry) -> Shown {
    let known = if person.consents {
        "organization-person-consents"
    } else {
        "organization-person-private"
    };
    let mut notes = vec![person.title.to_string()];
    let day = |key, day: Option<NaiveDate>| {
        day.map(|day| say::t1(lang, key, "date", say::day(lang, day)))
    };
    notes.extend(day("person-since", person.since));
    notes.extend(day("person-until", person.until));
    notes.extend(person.signs.then(|| say::t(lang, "person-signs")));
    notes.extend(person.email.as_ref().map(|email| email.readable()));
    notes.push(say::t(lang, known));
    Shown {
        notes,
        ..Shown::plain(person.name.as_str())
    }
}
