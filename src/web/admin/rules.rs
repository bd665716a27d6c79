//! What the rules that admins keep have in common, of which the narrowest counts: what each is for, what a form offers for that, and
//! that there is one rule in force for the same.

use super::kept::options;
use crate::say;
use crate::values::{Country, Kind, Lang};
use crate::web::Mistakes;

/// What a rule is for: the parts that it names, or all.
pub fn title(
    lang: Lang,
    parts: impl IntoIterator<Item = Option<String>>,
    all: &'static str,
) -> String {
    let named: Vec<String> = parts.into_iter().flatten().collect();
    match named.is_empty() {
        true => say::t(lang, all),
        false => named.join(" · "),
    }
}

/// The name of a host country, if a rule names one.
pub fn host(lang: Lang, host: Option<Country>) -> Option<String> {
    host.map(|host| host.name(lang).to_owned())
}

/// The name of a kind of organization, if a rule names one.
pub fn kind(lang: Lang, kind: Option<Kind>) -> Option<String> {
    kind.map(|kind| say::t(lang, kind.key()))
}

/// The host countries that a form offers.
pub fn hosts(lang: Lang) -> Vec<(&'static str, &'static str)> {
    Country::sorted(lang)
        .iter()
        .map(|country| (country.code(), country.name(lang)))
        .collect()
}

/// The kinds of organizations that a form offers.
pub fn kinds(lang: Lang) -> Vec<(&'static str, String)> {
    options(lang, Kind::ALL, |kind| (kind.code(), kind.key()))
}

/// A new rule is for something: the one for all is there already.
pub fn narrow<T>(
    terms: Result<T, Mistakes>,
    is_general: impl FnOnce(&T) -> bool,
    sentence: &'static str,
) -> Result<T, Mistakes> {
    match terms {
        Ok(terms) if is_general(&terms) => Err(Mistakes::one("host_country", sentence)),
        other => other,
    }
}

/// Whether it was written; or the mistake, where a rule for the same is in force, as the constraint says: at what a new rule is
/// for, or at whether a known one is in force. Any other error as it is.
pub fn once<T>(
    written: crate::Result<T>,
    constraint: &str,
    (is_new, sentence): (bool, &'static str),
) -> crate::Result<Result<(), Mistakes>> {
    match written {
        Ok(_) => Ok(Ok(())),
        Err(error) if error.constraint() == Some(constraint) => {
            let field = if is_new { "host_country" } else { "in_force" };
            Ok(Err(Mistakes::one(field, sentence)))
        }
        Err(error) => Err(error),
    }
}
