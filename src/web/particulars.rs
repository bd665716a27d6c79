//! Particulars as pages show them, field by field, in the reader's language. `templates/particulars/shown.html` lays them out.

use crate::organization::{Contact, Name, Particular, Particulars, PersonEntry, Said, Text};
use crate::say;
use crate::values::{ContactChannel, Lang, LanguageTag, Phone};

/// One thing that a field says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its paragraphs; of most things one.
    pub paragraphs: Vec<String>,
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
        Said::Year(one) => one
            .iter()
            .map(|one| Shown::plain(one.to_string()))
            .collect(),
        Said::Identifiers(all) => all
            .iter()
            .map(|one| Shown {
                href: one.link().unwrap_or_default().to_owned(),
                notes: vec![one.scheme().to_owned()],
                ..Shown::plain(one.value())
            })
            .collect(),
        Said::Areas(all) => all
            .iter()
            .map(|one| Shown::plain(say::t(lang, one.key())))
            .collect(),
        Said::Languages(all) => all.iter().map(|one| Shown::plain(one.name(lang))).collect(),
        Said::Website(one) => one
            .iter()
            .map(|one| Shown {
                href: one.to_string(),
                ..Shown::plain(one.host_label())
            })
            .collect(),
        Said::Contacts(all) => all.iter().map(|one| contact(lang, one)).collect(),
        Said::Texts(all) => all.iter().map(|one| text(lang, one)).collect(),
        Said::People(all) => all.iter().map(|one| person(lang, one)).collect(),
    }
}

/// What a field says, on one line without marks: for what is struck out and what replaces it.
pub fn one_line(lang: Lang, said: &Said) -> String {
    if said.is_empty() {
        return say::t(lang, "organization-nothing");
    }
    let separator = say::t(lang, "organization-list-separator");
    let lines: Vec<String> = shown(lang, said)
        .into_iter()
        .map(|one| {
            let text = one.paragraphs.join(" ");
            match one.notes.is_empty() {
                true => text,
                false => format!("{text} ({})", one.note()),
            }
        })
        .collect();
    lines.join(&separator)
}

fn name(lang: Lang, name: &Name) -> Shown {
    let mut notes = vec![say::t(lang, name.role.key())];
    notes.extend(name.language.as_ref().map(|tag| tag.name(lang)));
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
        language: Some(text.language.clone()),
        notes: vec![text.language.name(lang)],
        ..Shown::default()
    }
}

fn person(lang: Lang, person: &PersonEntry) -> Shown {
    let known = if person.consents {
        "organization-person-consents"
    } else {
        "organization-person-private"
    };
    let mut notes = vec![person.title.to_string()];
    notes.extend(person.email.as_ref().map(|email| email.readable()));
    notes.push(say::t(lang, known));
    Shown {
        notes,
        ..Shown::plain(person.name.as_str())
    }
}
