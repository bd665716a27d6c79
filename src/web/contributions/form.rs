//! The form of a contribution: what it asks for, what it says, and how one that is there fills it in.

use chrono::{Datelike, NaiveDate};

use crate::contribution::{ContributionKind, Evidence, Given};
use crate::ids::InitiativeId;
use crate::values::{Amount, Country, Currency, Lang, Measure, Problem, Prose, Unit};
use crate::web::coordination::{choices, countries};
use crate::web::{Fields, Mistakes, Reader, dates};

/// The most characters of what it was, and of what shows it.
pub const WORDS_MAX: usize = 500;

/// What the form offers.
pub struct Lists {
    pub kinds: Vec<(&'static str, String)>,
    pub currencies: Vec<(&'static str, &'static str)>,
    pub units: Vec<(&'static str, String)>,
    pub initiatives: Vec<(String, String)>,
    pub countries: Vec<(&'static str, &'static str)>,
}

impl Lists {
    /// In the reader's language, with the initiatives that the organization carries.
    pub fn new(lang: Lang, initiatives: Vec<(String, String)>) -> Self {
        Self {
            kinds: choices(
                lang,
                ContributionKind::ALL,
                ContributionKind::code,
                ContributionKind::key,
            ),
            currencies: Currency::all().map(|it| (it.code(), it.code())).collect(),
            units: choices(lang, Unit::ALL, Unit::code, Unit::key),
            initiatives,
            countries: countries(lang),
        }
    }
}

/// What the form says. `carried` are the initiatives that it may name.
pub fn read(
    fields: &Fields,
    today: NaiveDate,
    carried: &[(String, String)],
) -> Result<Given, Mistakes> {
    let mut reader = fields.reader();
    let kind = reader.required("kind", ContributionKind::parse);
    let amount = amount(&mut reader, kind);
    let initiative = reader.optional("initiative", |text| {
        let known = carried.iter().any(|(id, _)| id == text);
        let id = text.parse::<InitiativeId>().ok().filter(|_| known);
        id.ok_or(Problem::UnknownCode)
    });
    let homeland = reader.optional("homeland", Country::parse);
    if ["initiative", "homeland"]
        .iter()
        .all(|it| fields.get(it).trim().is_empty())
    {
        reader.mistake("homeland", "contributions-to-what");
    }
    let given_on = day(&mut reader, today);
    let words = reader.optional("words", |text| Prose::parse(text, WORDS_MAX));
    let proof = reader.optional("proof", |text| Prose::parse(text, WORDS_MAX));
    reader.done()?;
    match (kind, amount, given_on) {
        (Some(kind), Some(amount), Some(given_on)) => Ok(Given {
            initiative,
            homeland,
            kind,
            amount,
            given_on,
            evidence: match proof {
                Some(_) => Evidence::Documented,
                None => Evidence::Stated,
            },
            words,
            proof,
            file: None,
            is_for_public: fields.has("public", "yes"),
        }),
        _ => Err(Mistakes::one("kind", Problem::Required.key())),
    }
}

/// How much: of a currency where it is money, else of a unit that goes with the kind.
fn amount(reader: &mut Reader<'_>, kind: Option<ContributionKind>) -> Option<Amount> {
    let measure = kind.and_then(|kind| match kind.units() {
        [] => reader
            .required("currency", Currency::parse)
            .map(Measure::Money),
        [only] => Some(Measure::Unit(*only)),
        units => {
            let unit = reader.required("unit", Unit::parse)?;
            if !units.contains(&unit) {
                reader.mistake("unit", "contributions-other-unit");
                return None;
            }
            Some(Measure::Unit(unit))
        }
    });
    let text = reader.fields().get("amount");
    if text.trim().is_empty() {
        reader.problem("amount", Problem::Required);
        return None;
    }
    match Amount::parse(text, measure?) {
        Ok(amount) => Some(amount),
        Err(problem) => {
            match problem {
                Problem::TooGreat => reader.problem("amount", problem),
                _ => reader.mistake("amount", "contributions-bad-amount"),
            }
            None
        }
    }
}

/// The day, which has come.
fn day(reader: &mut Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let is_empty = ["day", "month", "year"].iter().all(|part| {
        let field = format!("given_on-{part}");
        reader.fields().get(&field).trim().is_empty()
    });
    if is_empty {
        reader.problem("given_on", Problem::Required);
    }
    let day = dates::optional(reader, "given_on");
    if day.is_some_and(|day| day > today) {
        reader.mistake("given_on", "contributions-day-to-come");
    }
    day
}

/// The form as one that is there fills it in.
pub fn fill(given: &Given) -> Fields {
    let mut fields = Fields::default();
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.push(name, value);
        }
    };
    set("kind", given.kind.code());
    set("amount", &given.amount.plain());
    let measure = given.amount.measure;
    set("currency", measure.currency().map_or("", Currency::code));
    set("unit", measure.unit().map_or("", Unit::code));
    if let Some(initiative) = given.initiative {
        set("initiative", &initiative.to_string());
    }
    set("homeland", given.homeland.map_or("", |it| it.code()));
    set("given_on-day", &given.given_on.day().to_string());
    set("given_on-month", &given.given_on.month().to_string());
    set("given_on-year", &given.given_on.year().to_string());
    set("words", given.words.as_deref().unwrap_or_default());
    set("proof", given.proof.as_deref().unwrap_or_default());
    set("public", if given.is_for_public { "yes" } else { "" });
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        [
            ("kind", "money"),
            ("amount", "12 500,50"),
            ("currency", "EUR"),
            ("unit", ""),
            ("homeland", "AM"),
            ("given_on-day", "3"),
            ("given_on-month", "3"),
            ("given_on-year", "2026"),
            ("words", "For chairs"),
            ("proof", "Receipt 12"),
            ("public", "yes"),
        ]
        .into_iter()
        .collect()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
    }

    #[test]
    fn what_fills_a_form_is_read_from_it_again() {
        let given = read(&typed(), today(), &[]).unwrap();
        assert_eq!(read(&fill(&given), today(), &[]).unwrap(), given);
        assert_eq!(given.amount.minor, 1_250_050);
        assert_eq!(given.evidence, Evidence::Documented);
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let mut fields = typed();
        fields.set("currency", "");
        fields.set("homeland", "");
        fields.set("given_on-year", "2027");
        let mistakes = read(&fields, today(), &[]).unwrap_err();
        let at: Vec<&str> = mistakes.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(at, ["currency", "homeland", "given_on"]);
        let mut fields = typed();
        fields.set("kind", "knowledge");
        fields.set("unit", "hours");
        fields.set("initiative", "0192f000-0000-7000-8000-000000000000");
        let mistakes = read(&fields, today(), &[]).unwrap_err();
        let at: Vec<&str> = mistakes.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(at, ["unit", "initiative"]);
    }
}
