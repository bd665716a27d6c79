//! What can be wrong with the entries of a column map before any file is there.

use super::dates;
use super::field::RosterField;
use super::source::Source;
use crate::values::{Area, Country, Identifier, Kind, LanguageTag, NameRole, Standing};

/// Looks through the sources of a field; the answer is a sentence for whoever wrote the map.
pub fn sources(field: RosterField, sources: &[Source]) -> Result<(), String> {
    if sources.is_empty() {
        return Err("the list is empty".to_owned());
    }
    for source in sources {
        origin(source)?;
        keys(field, source)?;
        words(field, source)?;
    }
    Ok(())
}

fn origin(source: &Source) -> Result<(), String> {
    match (source.column.0.is_empty(), &source.constant) {
        (true, None) => Err("say a `column` or a `constant`".to_owned()),
        (false, Some(_)) => Err("`column` and `constant` exclude each other".to_owned()),
        _ if source.split.as_deref() == Some("") => Err("`split` is empty".to_owned()),
        _ if source.tight && source.split.is_none() => Err("`tight` needs `split`".to_owned()),
        _ if source.otherwise.is_some() && source.values.is_empty() => {
            Err("`otherwise` needs `values`".to_owned())
        }
        _ => Ok(()),
    }
}

/// Keys that mean nothing for this field, and those it cannot do without.
fn keys(field: RosterField, source: &Source) -> Result<(), String> {
    use RosterField::{
        About, Contacts, Founded, HostRegisteredOn, Identifiers, MembersOn, Name, OtherNames,
        RegisteredOn, RegisteredUntil, StandingUntil,
    };
    let known: &[&str] = match field {
        Founded | RegisteredOn | RegisteredUntil | StandingUntil | HostRegisteredOn | MembersOn => {
            &["dates"]
        }
        Identifiers => &["scheme", "numbers", "tagged"],
        Name => &["language", "role"],
        OtherNames => &["language", "role", "tagged", "roles"],
        About => &["language", "tagged", "label"],
        Contacts => &["channel", "purpose", "tagged"],
        _ => &[],
    };
    if let Some(key) = source
        .special_keys()
        .into_iter()
        .find(|key| !known.contains(key))
    {
        return Err(format!("`{key}` means nothing here"));
    }
    let needed = match field {
        Identifiers => Some(("scheme", source.scheme.is_some())),
        About => Some(("language", source.language.is_some())),
        Contacts => Some(("channel", source.channel.is_some())),
        _ => None,
    };
    match needed {
        Some((key, false)) if !source.tagged => Err(format!("say the `{key}`, or `tagged = true`")),
        _ => Ok(()),
    }
}

/// Words that the map writes for texts must be ones that the field takes.
fn words<'a>(field: RosterField, source: &'a Source) -> Result<(), String> {
    let list = |constant: &'a String| match source.split.as_deref() {
        Some(sign) => constant.split(sign).collect::<Vec<_>>(),
        None => vec![constant.as_str()],
    };
    let constants = source
        .constant
        .iter()
        .filter(|_| source.values.is_empty())
        .flat_map(list);
    let written = source
        .values
        .values()
        .chain(&source.otherwise)
        .map(String::as_str);
    for word in written
        .chain(constants)
        .filter(|word| !word.trim().is_empty())
    {
        let taken = match field {
            RosterField::Kind => Kind::parse(word).is_ok(),
            RosterField::Standing => Standing::parse(word).is_ok(),
            RosterField::Areas => Area::parse(word).is_ok(),
            RosterField::NameRole => NameRole::parse(word).is_ok(),
            RosterField::HostCountry | RosterField::Homeland => Country::from_name(word).is_some(),
            RosterField::Languages | RosterField::NameLanguage => {
                LanguageTag::from_name(word).is_some()
            }
            _ => true,
        };
        if !taken {
            return Err(format!("“{word}” is not a word for this field"));
        }
    }
    if let Some(tag) = source
        .language
        .as_ref()
        .filter(|tag| LanguageTag::parse(tag).is_err())
    {
        return Err(format!("“{tag}” is no language of BCP 47"));
    }
    let is_scheme = |scheme: &&String| {
        scheme.eq_ignore_ascii_case(Identifier::ROR) || Identifier::parse(scheme, "1").is_ok()
    };
    if let Some(scheme) = source.scheme.as_ref().filter(|scheme| !is_scheme(scheme)) {
        return Err(format!("“{scheme}” is no list code of org-id.guide"));
    }
    source
        .dates
        .iter()
        .try_for_each(|form| dates::Form::parse(form).map(drop))
}
