//! The form of an initiative: what it asks for, what it says, and how one that is there fills it in.

use chrono::{Datelike, NaiveDate};

use crate::initiative::{InitiativeText, Place, PlaceSide, Said, Want, WantSide};
use crate::values::{
    Area, Country, Currency, InitiativeStage, Lang, LanguageTag, Money, Need, Problem, Prose,
};
use crate::web::coordination::{choices, countries, languages, line};
use crate::web::{Fields, Mistakes, Reader, areas, dates};

/// In how many languages the form takes a title and a summary.
pub const TEXTS: usize = 4;
/// How many places of a side.
const PLACES: usize = 4;
/// How many things that are needed, and how many that are offered: one of each kind, and some kind twice.
const WANTS: usize = Need::ALL.len() + 2;
/// The most characters of a summary.
pub const SUMMARY_MAX: usize = 2_000;

/// The names of the fields of one row; a kind of row has some of them.
pub struct Row {
    /// Whether it is the first of its kind; the others are folded away.
    pub first: bool,
    pub title: String,
    pub language: String,
    pub summary: String,
    pub outcomes: String,
    pub country: String,
    pub place: String,
    pub words: String,
    pub kind: String,
    pub amount: String,
    pub met: String,
}

fn rows(prefix: &str, count: usize) -> Vec<Row> {
    (0..count)
        .map(|n| {
            let name = |field: &str| format!("{prefix}-{n}-{field}");
            Row {
                first: n == 0,
                title: name("title"),
                language: name("language"),
                summary: name("summary"),
                outcomes: name("outcomes"),
                country: name("country"),
                place: name("place"),
                words: name("words"),
                kind: name("kind"),
                amount: name("amount"),
                met: name("met"),
            }
        })
        .collect()
}

/// What the form offers.
pub struct Lists {
    pub texts: Vec<Row>,
    pub hosts: Vec<Row>,
    pub homes: Vec<Row>,
    needs: Vec<Row>,
    offers: Vec<Row>,
    pub languages: Vec<(String, String)>,
    pub countries: Vec<(&'static str, &'static str)>,
    pub stages: Vec<(&'static str, String)>,
    pub areas: Vec<areas::Group>,
    pub kinds: Vec<(&'static str, String)>,
    pub currencies: Vec<(&'static str, &'static str)>,
}

/// The rows of what is needed, or of what is offered, with the keys of what the form calls them.
pub struct Wants<'a> {
    pub rows: &'a [Row],
    pub legend: &'static str,
    pub more: &'static str,
    pub met: &'static str,
}

impl Lists {
    /// What is needed, then what is offered.
    pub fn wants(&self) -> Vec<Wants<'_>> {
        vec![
            Wants {
                rows: &self.needs,
                legend: "initiatives-needs",
                more: "initiatives-need-more",
                met: "initiatives-need-met",
            },
            Wants {
                rows: &self.offers,
                legend: "initiatives-offers",
                more: "initiatives-offer-more",
                met: "initiatives-offer-met",
            },
        ]
    }

    /// In the reader's language, with the areas that are chosen.
    pub fn new(lang: Lang, fields: &Fields) -> Self {
        let stages = InitiativeStage::ALL;
        Self {
            texts: rows("text", TEXTS),
            hosts: rows("host", PLACES),
            homes: rows("home", PLACES),
            needs: rows("need", WANTS),
            offers: rows("offer", WANTS),
            languages: languages(lang),
            countries: countries(lang),
            stages: choices(lang, stages, InitiativeStage::code, InitiativeStage::key),
            areas: areas::groups(lang, fields, "areas"),
            kinds: choices(lang, Need::ALL, Need::code, Need::key),
            currencies: Currency::all().map(|it| (it.code(), it.code())).collect(),
        }
    }
}

/// An empty form in the reader's language.
pub fn empty(lang: Lang) -> Fields {
    let mut fields = Fields::default();
    fields.set("text-0-language", lang.code());
    fields
}

/// What the form says.
pub fn read(fields: &Fields) -> Result<Said, Mistakes> {
    let mut reader = fields.reader();
    let said = read_with(&mut reader);
    reader.done()?;
    said.ok_or_else(|| Mistakes::one("text-0-title", Problem::Required.key()))
}

/// The same, with a reader that reads other fields too. Nothing where something that is required is missing.
pub fn read_with(reader: &mut Reader<'_>) -> Option<Said> {
    let texts = texts(reader);
    let stage = reader.required("stage", InitiativeStage::parse);
    let mut areas = reader.many("areas", Area::parse);
    // Two codes may stand for one area.
    let mut seen = std::collections::HashSet::new();
    areas.retain(|area| seen.insert(*area));
    let mut places = read_rows(reader, ("host", PLACES), |it, row| {
        place(it, row, PlaceSide::Host)
    });
    places.extend(read_rows(reader, ("home", PLACES), |it, row| {
        place(it, row, PlaceSide::Homeland)
    }));
    let starts_on = dates::optional(reader, "starts_on");
    let ends_on = dates::optional(reader, "ends_on");
    if starts_on.zip(ends_on).is_some_and(|(from, to)| to < from) {
        reader.mistake("ends_on", "initiatives-ends-before-start");
    }
    let mut wants = read_rows(reader, ("need", WANTS), |it, row| {
        want(it, row, WantSide::Need)
    });
    wants.extend(read_rows(reader, ("offer", WANTS), |it, row| {
        want(it, row, WantSide::Offer)
    }));
    let budget = budget(reader);
    Some(Said {
        texts: Some(texts).filter(|texts| !texts.is_empty())?,
        areas,
        places,
        starts_on,
        ends_on,
        stage: stage?,
        wants,
        budget,
    })
}

fn read_rows<T>(
    reader: &mut Reader<'_>,
    (prefix, count): (&str, usize),
    read: impl Fn(&mut Reader<'_>, &Row) -> Option<T>,
) -> Vec<T> {
    rows(prefix, count)
        .iter()
        .filter_map(|row| read(reader, row))
        .collect()
}

/// The texts, each in a language of its own.
fn texts(reader: &mut Reader<'_>) -> Vec<InitiativeText> {
    let mut texts: Vec<InitiativeText> = Vec::new();
    for row in rows("text", TEXTS) {
        let Some(read) = text(reader, &row) else {
            continue;
        };
        if texts.iter().any(|it| it.language == read.language) {
            reader.mistake(row.language.as_str(), "initiatives-language-twice");
        }
        texts.push(read);
    }
    texts
}

/// A title with its language and words. Words without a title are a mistake at the title.
fn text(reader: &mut Reader<'_>, row: &Row) -> Option<InitiativeText> {
    let prose = |text: &str| Prose::parse(text, SUMMARY_MAX);
    let summary = reader.optional(&row.summary, prose);
    let outcomes = reader.optional(&row.outcomes, prose);
    let title = match row.first || summary.is_some() || outcomes.is_some() {
        true => reader.required(&row.title, line),
        false => reader.optional(&row.title, line),
    }?;
    let language = reader.required(&row.language, LanguageTag::parse)?;
    Some(InitiativeText {
        language,
        title,
        summary,
        outcomes,
    })
}

/// A place. Words about it without a country are a mistake at the country.
fn place(reader: &mut Reader<'_>, row: &Row, side: PlaceSide) -> Option<Place> {
    let place = reader.optional(&row.place, line);
    let words = match side {
        PlaceSide::Host => None,
        PlaceSide::Homeland => reader.optional(&row.words, line),
    };
    let field = &row.country;
    let country = match place.is_some() || words.is_some() {
        true => reader.required(field, Country::parse),
        false => reader.optional(field, Country::parse),
    }?;
    Some(Place {
        side,
        country,
        place,
        words,
    })
}

/// Something needed or offered. Words about it without a kind are a mistake at the kind.
fn want(reader: &mut Reader<'_>, row: &Row, side: WantSide) -> Option<Want> {
    let words = reader.optional(&row.words, line);
    let amount = reader.optional(&row.amount, line);
    let field = &row.kind;
    let kind = match words.is_some() || amount.is_some() {
        true => reader.required(field, Need::parse),
        false => reader.optional(field, Need::parse),
    }?;
    Some(Want {
        side,
        kind,
        words,
        amount,
        is_met: reader.fields().has(&row.met, "yes"),
    })
}

fn budget(reader: &mut Reader<'_>) -> Option<Money> {
    if reader.fields().get("budget").trim().is_empty() {
        return None;
    }
    let currency = reader.required("currency", Currency::parse)?;
    match Money::parse(reader.fields().get("budget"), currency) {
        Ok(sum) => Some(sum),
        Err(problem) => {
            match problem {
                Problem::TooGreat => reader.problem("budget", problem),
                _ => reader.mistake("budget", "initiatives-bad-sum"),
            }
            None
        }
    }
}

/// The form as one that is there fills it in.
pub fn fill(said: &Said) -> Fields {
    let mut fields = Fields::default();
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.push(name, value);
        }
    };
    for (row, text) in rows("text", TEXTS).iter().zip(&said.texts) {
        set(&row.title, &text.title);
        set(&row.language, &text.language);
        set(&row.summary, text.summary.as_deref().unwrap_or_default());
        set(&row.outcomes, text.outcomes.as_deref().unwrap_or_default());
    }
    for (prefix, side) in [("host", PlaceSide::Host), ("home", PlaceSide::Homeland)] {
        for (row, place) in rows(prefix, PLACES).iter().zip(said.places_of(side)) {
            set(&row.country, place.country.code());
            set(&row.place, place.place.as_deref().unwrap_or_default());
            set(&row.words, place.words.as_deref().unwrap_or_default());
        }
    }
    for (prefix, side) in [("need", WantSide::Need), ("offer", WantSide::Offer)] {
        for (row, want) in rows(prefix, WANTS).iter().zip(said.wants_of(side)) {
            set(&row.kind, want.kind.code());
            set(&row.words, want.words.as_deref().unwrap_or_default());
            set(&row.amount, want.amount.as_deref().unwrap_or_default());
            set(&row.met, if want.is_met { "yes" } else { "" });
        }
    }
    for area in &said.areas {
        set("areas", area.code());
    }
    set("stage", said.stage.code());
    let mut date = |field: &str, day: Option<NaiveDate>| {
        if let Some(day) = day {
            set(&format!("{field}-day"), &day.day().to_string());
            set(&format!("{field}-month"), &day.month().to_string());
            set(&format!("{field}-year"), &day.year().to_string());
        }
    };
    date("starts_on", said.starts_on);
    date("ends_on", said.ends_on);
    if let Some(budget) = said.budget {
        fields.push("budget", budget.plain());
        fields.push("currency", budget.currency.code());
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        [
            ("text-0-title", "Школа"),
            ("text-0-language", "ru"),
            ("text-0-summary", "По субботам."),
            ("text-1-title", "School"),
            ("text-1-language", "en"),
            ("text-1-outcomes", "Forty pupils."),
            ("stage", "under-way"),
            ("areas", "education"),
            ("host-0-country", "FR"),
            ("host-0-place", "Lyon"),
            ("home-0-country", "AM"),
            ("home-0-place", "Gyumri"),
            ("home-0-words", "Textbooks for two schools"),
            ("need-0-kind", "money"),
            ("need-0-amount", "3000 EUR"),
            ("offer-0-kind", "venue"),
            ("offer-0-words", "A hall on Sundays"),
            ("offer-0-met", "yes"),
            ("starts_on-day", "1"),
            ("starts_on-month", "9"),
            ("starts_on-year", "2026"),
            ("budget", "12 500,50"),
            ("currency", "EUR"),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn what_fills_a_form_is_read_from_it_again() {
        let said = read(&typed()).unwrap();
        assert_eq!(read(&fill(&said)).unwrap(), said);
        assert_eq!(said.places.len(), 2);
        assert_eq!(said.wants.len(), 2);
        assert_eq!(said.budget.map(|it| it.minor), Some(1_250_050));
    }

    #[test]
    fn something_of_each_kind_can_be_needed_and_offered() {
        let mut fields = typed();
        for (n, kind) in Need::ALL.iter().enumerate() {
            fields.set(&format!("need-{n}-kind"), kind.code());
            fields.set(&format!("offer-{n}-kind"), kind.code());
        }
        let said = read(&fields).unwrap();
        for side in [WantSide::Need, WantSide::Offer] {
            let kinds: Vec<Need> = said.wants_of(side).map(|it| it.kind).collect();
            assert_eq!(kinds, Need::ALL);
        }
        assert_eq!(read(&fill(&said)).unwrap(), said);
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let mut fields = typed();
        fields.set("text-1-language", "ru");
        fields.set("home-0-country", "");
        fields.set("need-0-kind", "");
        fields.set("budget", "about ten");
        let mistakes = read(&fields).unwrap_err();
        let at: Vec<&str> = mistakes.iter().map(|it| it.field.as_str()).collect();
        for field in ["text-1-language", "home-0-country", "need-0-kind", "budget"] {
            assert!(at.contains(&field), "{field} in {at:?}");
        }
    }
}
