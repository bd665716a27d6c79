//! Items of lists that are more than one word: names, identifiers, texts and contacts.

use std::borrow::Cow;
use std::collections::HashMap;

use super::bind::Bound;
use super::list::{unnumber, untag};
use super::reason::Reason;
use super::row::{ABOUT_MAX, ADDRESS_MAX, NAME_MAX, Named, PublicContact};
use crate::organization::Place;
use crate::values::column::Written as _;
use crate::values::{
    ContactChannel, ContactPurpose, Identifier, LanguageTag, Line, NameRole, PartialDate,
    PlaceRole, PlaceShown, Problem, Prose,
};

/// Language tags that were read before: a file repeats a few of them a million times.
#[derive(Default)]
pub(super) struct Languages(HashMap<String, Result<LanguageTag, Problem>>);

impl Languages {
    /// More different tags than that are no tags.
    const MOST: usize = 10_000;

    /// Reads a tag, or the name of a language.
    pub fn read(&mut self, text: &str) -> Result<LanguageTag, Problem> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let read = match LanguageTag::parse(text) {
            Err(Problem::UnknownLanguage) => {
                LanguageTag::from_name(text).ok_or(Problem::UnknownLanguage)
            }
            other => other,
        };
        if self.0.len() < Self::MOST {
            self.0.insert(text.to_owned(), read.clone());
        }
        read
    }

    /// The same, where the codes of ISO 639 for no language and an unknown one say just that.
    pub fn read_known(&mut self, text: &str) -> Result<Option<LanguageTag>, Problem> {
        match text.trim() {
            "" | "und" | "mul" | "mis" | "zxx" => Ok(None),
            tag => self.read(tag).map(Some),
        }
    }
}

/// A further name, and what of its tags could not be read: a name is worth having without its language.
pub(super) type OtherName = (Named, Option<(String, Reason)>);

/// Reads a further name: `lang:role:text` or `lang:text` where the map says that there are tags, or the bare text.
pub(super) fn other_name(
    source: &Bound,
    item: &str,
    languages: &mut Languages,
) -> Result<OtherName, Reason> {
    let rules = &source.rules;
    let named = |text: &str, language, role: Option<NameRole>| -> Result<Named, Reason> {
        Ok(Named::new(
            Line::parse(text, NAME_MAX)?,
            language,
            role.or(rules.role).unwrap_or(NameRole::Other),
        ))
    };
    let tags = untag::<1>(item).filter(|([tag], _)| rules.tagged && looks_like_a_tag(tag));
    let Some(([tag], rest)) = tags else {
        if rules.listed && rules.tagged {
            return Err(Reason::NotTagged);
        }
        return Ok((named(item, source.language.clone(), None)?, None));
    };
    let role = |word: &str| {
        rules
            .roles
            .get(word)
            .copied()
            .or_else(|| NameRole::from_code(word))
    };
    // A colon in a name is no tag: what stands before it must be a word for what a name is.
    let (role, text) = match untag::<1>(rest) {
        Some(([word], text)) => match role(word) {
            Some(role) => (Some(role), text),
            None => (None, rest),
        },
        None => (None, rest),
    };
    if rules.listed && role.is_none() {
        return Err(Reason::NotTagged);
    }
    match languages.read_known(tag) {
        Ok(language) => Ok((named(text, language, role)?, None)),
        Err(problem) => Ok((
            named(text, None, role)?,
            Some((item.to_owned(), problem.into())),
        )),
    }
}

/// Two or three small letters and perhaps more behind a dash, or nothing: `USA: Friends` has no tag.
fn looks_like_a_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let letters = language.bytes().all(|b| b.is_ascii_lowercase());
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    letters && rest && matches!(language.len(), 0 | 2 | 3)
}

/// Reads an identifier that the registry takes over: `scheme:value`, or the value in the map's scheme.
pub(super) fn identifier(source: &Bound, item: &str) -> Result<Identifier, Reason> {
    read_identifier(source, item, Identifier::listed)
}

/// The same where it is only looked for, as it is written: it may have come in so before check digits were looked at.
pub(super) fn identifier_as_it_is(source: &Bound, item: &str) -> Result<Identifier, Reason> {
    read_identifier(source, item, Identifier::parse)
}

fn read_identifier(
    source: &Bound,
    item: &str,
    read: fn(&str, &str) -> Result<Identifier, Problem>,
) -> Result<Identifier, Reason> {
    match (&source.rules.scheme, source.rules.tagged) {
        (_, true) => {
            let ([scheme], value) = untag::<1>(item).ok_or(Reason::NotTagged)?;
            Ok(read(scheme, value)?)
        }
        (Some(scheme), false) => Ok(read(scheme, item)?),
        (None, false) => Err(Reason::NotTagged),
    }
}

/// Reads a contact: `channel:purpose:value`, or the value for the map's channel.
pub(super) fn contact(source: &Bound, item: &str) -> Result<PublicContact, Reason> {
    let rules = &source.rules;
    if rules.tagged {
        let ([channel, purpose], value) = untag::<2>(item).ok_or(Reason::NotTagged)?;
        let channel = ContactChannel::parse(channel)?;
        return Ok(PublicContact::parse(
            channel,
            ContactPurpose::parse(purpose)?,
            value,
        )?);
    }
    let channel = rules.channel.ok_or(Reason::NotTagged)?;
    let purpose = rules.purpose.unwrap_or(ContactPurpose::General);
    Ok(PublicContact::parse(channel, purpose, item)?)
}

/// Something that is said of one item of another list: `2:Latn`.
pub(super) fn of_item<T>(
    item: &str,
    read: impl FnOnce(&str) -> Result<T, Problem>,
) -> Result<(usize, T), Reason> {
    let (at, said) = unnumber(item).ok_or(Reason::NotTagged)?;
    Ok((at, read(said)?))
}

/// Since when and until when: `1990/2004`, either may be missing.
pub(super) type Dates = (Option<PartialDate>, Option<PartialDate>);

/// Reads dates of a name.
pub(super) fn dates(text: &str) -> Result<Dates, Problem> {
    let (since, until) = text.split_once('/').ok_or(Problem::BadDate)?;
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => PartialDate::read(text).map(Some),
    };
    Ok((read(since)?, read(until)?))
}

/// Reads a place that anybody may know: `role:address`.
pub(super) fn place(item: &str) -> Result<Place, Reason> {
    let ([role], address) = untag::<1>(item).ok_or(Reason::NotTagged)?;
    Ok(Place {
        role: PlaceRole::parse(role)?,
        address: Line::parse(address, ADDRESS_MAX)?,
        city: None,
        shown: PlaceShown::Exact,
    })
}

/// The texts of one source about the organization: tagged ones each for itself, a list as one sentence behind its label.
pub(super) fn about_texts<'a>(source: &Bound, texts: Vec<Cow<'a, str>>) -> Vec<Cow<'a, str>> {
    if source.rules.tagged || texts.is_empty() || texts.len() == 1 && source.rules.label.is_none() {
        return texts;
    }
    let text = texts.join("; ");
    vec![Cow::Owned(match &source.rules.label {
        Some(label) => format!("{label}: {text}"),
        None => text,
    })]
}

/// Adds a text, behind the one that is there in the same language.
pub(super) fn add_about(
    about: &mut Vec<(LanguageTag, Prose)>,
    source: &Bound,
    item: &str,
    languages: &mut Languages,
) -> Result<(), Reason> {
    let (language, text) = if source.rules.tagged {
        let ([tag], text) = untag::<1>(item).ok_or(Reason::NotTagged)?;
        (languages.read(tag)?, text)
    } else {
        (source.language.clone().ok_or(Reason::NotTagged)?, item)
    };
    match about.iter_mut().find(|(known, _)| *known == language) {
        Some((_, before)) => *before = Prose::parse(&format!("{before}\n\n{text}"), ABOUT_MAX)?,
        None => about.push((language, Prose::parse(text, ABOUT_MAX)?)),
    }
    Ok(())
}
