//! Consents as pages show them: what is agreed to, by purpose, and what could be.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::shown;
use crate::leader::{
    Agreement, Consent, ConsentField, ConsentMeans, ConsentPurpose, Facts, Office,
};
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::Reader;
use crate::web::coordination::Spoken;

/// What a form says for all that is not agreed to yet.
const ALL: &str = "all";

/// What is agreed to for a purpose.
pub struct Agreed {
    /// The key of the purpose.
    pub purpose_key: &'static str,
    /// One by one.
    pub rows: Vec<Row>,
}

/// One thing that is agreed to.
pub struct Row {
    /// The key of what of them it is.
    pub field_key: &'static str,
    /// The word that withdraws it.
    pub code: String,
    /// Since when.
    pub on: NaiveDate,
    /// The key of how we know.
    pub means_key: &'static str,
    /// In which version of the words.
    pub words: String,
}

/// What can be agreed to for a purpose and is not yet.
pub struct Open {
    /// The name of the field of a form, which is the purpose's code.
    pub name: &'static str,
    /// The key of the purpose.
    pub purpose_key: &'static str,
    /// What of them.
    pub options: Vec<(&'static str, String)>,
}

/// The key of how we know, said to whoever it is of.
pub const fn means_to_themselves(means: ConsentMeans) -> &'static str {
    match means {
        ConsentMeans::Themselves => "leaders-consent-yourself",
        other => other.key(),
    }
}

/// What is agreed to; purposes for which nothing is are left out. `means_key` says how we know.
pub fn agreed<'a>(
    consents: impl IntoIterator<Item = &'a Consent> + Clone,
    means_key: fn(ConsentMeans) -> &'static str,
) -> Vec<Agreed> {
    let of = |purpose: ConsentPurpose| Agreed {
        purpose_key: purpose.key(),
        rows: consents
            .clone()
            .into_iter()
            .filter(|it| it.agreement.purpose == purpose)
            .map(|it| Row {
                field_key: it.agreement.field.key(),
                code: it.agreement.code(),
                on: it.given_on,
                means_key: means_key(it.means),
                words: it.words.clone(),
            })
            .collect(),
    };
    let all = ConsentPurpose::ALL.iter().copied().map(of);
    all.filter(|it| !it.rows.is_empty()).collect()
}

/// What each thing that can be agreed to would show today; what is not known is left out.
pub fn would_show(
    lang: Lang,
    facts: &Facts,
    offices: &[&Office],
) -> BTreeMap<&'static str, String> {
    let mut all: BTreeMap<&'static str, String> = shown(lang, facts, &BTreeMap::new())
        .into_iter()
        .map(|field| {
            let lines: Vec<String> = field.lines.into_iter().map(|it| it.text.text).collect();
            (field.key, say::list(lang, &lines))
        })
        .collect();
    let titles: Vec<String> = offices
        .iter()
        .map(|office| Spoken::office(office, lang).text)
        .collect();
    if !titles.is_empty() {
        all.insert(ConsentField::Office.key(), say::list(lang, &titles));
    }
    all
}

/// What could be agreed to besides, and beside each what it would show, where the page may say that.
pub fn open(
    lang: Lang,
    consents: &[Consent],
    would_show: Option<&BTreeMap<&'static str, String>>,
) -> Vec<Open> {
    let label = |field: ConsentField| {
        let name = say::t(lang, field.key());
        let Some(known) = would_show else {
            return name;
        };
        let name = ("field", Arg::Text(name));
        match known.get(field.key()) {
            Some(value) => {
                let value = ("value", Arg::Text(value.clone()));
                say::with(lang, "leaders-consent-shows", &[name, value])
            }
            None => say::with(lang, "leaders-consent-shows-nothing", &[name]),
        }
    };
    let every = || (ALL, say::t(lang, "leaders-consent-all"));
    let of = |purpose: ConsentPurpose| Open {
        name: purpose.code(),
        purpose_key: purpose.key(),
        options: {
            let fields: Vec<ConsentField> = missing(consents, purpose).collect();
            let several = (fields.len() > 1).then(every);
            let fields = fields.into_iter().map(|it| (it.code(), label(it)));
            several.into_iter().chain(fields).collect()
        },
    };
    let all = ConsentPurpose::ALL.iter().copied().map(of);
    all.filter(|it| !it.options.is_empty()).collect()
}

/// What is not agreed to for a purpose.
fn missing(consents: &[Consent], purpose: ConsentPurpose) -> impl Iterator<Item = ConsentField> {
    let all = ConsentField::ALL.iter().copied();
    all.filter(move |field| {
        let agreement = Agreement {
            purpose,
            field: *field,
        };
        !is_there(consents, agreement)
    })
}

/// What a form agrees to. Without the name nothing else of somebody is shown, so that it comes first. `none_key` says that nothing was
/// chosen.
pub fn read(
    reader: &mut Reader<'_>,
    consents: &[Consent],
    none_key: &'static str,
) -> Vec<Agreement> {
    let mut all = Vec::new();
    for purpose in ConsentPurpose::ALL.iter().copied() {
        let fields: Vec<ConsentField> = match reader.fields().has(purpose.code(), ALL) {
            true => missing(consents, purpose).collect(),
            false => reader.many(purpose.code(), ConsentField::parse),
        };
        let name = Agreement {
            purpose,
            field: ConsentField::Name,
        };
        let is_named = fields.contains(&ConsentField::Name) || is_there(consents, name);
        if !fields.is_empty() && !is_named {
            reader.mistake(purpose.code(), "leaders-consent-name-first");
        }
        all.extend(fields.into_iter().map(|field| Agreement { purpose, field }));
    }
    if all.is_empty() {
        reader.mistake(ConsentPurpose::ALL[0].code(), none_key);
    }
    all
}

fn is_there(consents: &[Consent], agreement: Agreement) -> bool {
    consents.iter().any(|it| it.agreement == agreement)
}
