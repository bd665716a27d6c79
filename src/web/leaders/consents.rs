//! Consents as pages show them: what is agreed to, by purpose, and what could be.

use chrono::NaiveDate;

use crate::leader::{Agreement, Consent, ConsentField, ConsentPurpose};
use crate::say;
use crate::values::Lang;
use crate::web::Reader;

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

/// What is agreed to; purposes for which nothing is are left out.
pub fn agreed<'a>(consents: impl IntoIterator<Item = &'a Consent> + Clone) -> Vec<Agreed> {
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
                means_key: it.means.key(),
                words: it.words.clone(),
            })
            .collect(),
    };
    let all = ConsentPurpose::ALL.iter().copied().map(of);
    all.filter(|it| !it.rows.is_empty()).collect()
}

/// What could be agreed to besides.
pub fn open(lang: Lang, consents: &[Consent]) -> Vec<Open> {
    let of = |purpose: ConsentPurpose| Open {
        name: purpose.code(),
        purpose_key: purpose.key(),
        options: ConsentField::ALL
            .iter()
            .copied()
            .filter(|field| {
                !is_there(
                    consents,
                    Agreement {
                        purpose,
                        field: *field,
                    },
                )
            })
            .map(|field| (field.code(), say::t(lang, field.key())))
            .collect(),
    };
    let all = ConsentPurpose::ALL.iter().copied().map(of);
    all.filter(|it| !it.options.is_empty()).collect()
}

/// What a form agrees to. Without the name nothing else of somebody is shown, so that it comes first.
pub fn read(reader: &mut Reader<'_>, consents: &[Consent]) -> Vec<Agreement> {
    let mut all = Vec::new();
    for purpose in ConsentPurpose::ALL.iter().copied() {
        let fields = reader.many(purpose.code(), ConsentField::parse);
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
        reader.mistake(ConsentPurpose::ALL[0].code(), "leaders-consent-none");
    }
    all
}

fn is_there(consents: &[Consent], agreement: Agreement) -> bool {
    consents.iter().any(|it| it.agreement == agreement)
}
