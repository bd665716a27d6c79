//! The form of an initiative: what it asks for, and the initiative that it says.

use crate::initiative::{InitiativeText, NewInitiative};
use crate::values::{
    Area, Country, InitiativeStage, LanguageTag, Need, Problem, Prose, RegistryNumber,
};
use crate::web::coordination::line;
use crate::web::{Fields, Mistakes, Reader, dates};

/// In how many languages the form takes a title and a summary.
pub const TEXTS: usize = 3;
/// The most characters of a summary.
pub const SUMMARY_MAX: usize = 2_000;

/// The names of the fields of one text.
pub struct TextRow {
    /// Of the title.
    pub title: String,
    /// Of its language.
    pub language: String,
    /// Of the summary.
    pub summary: String,
    /// Whether it must be filled in.
    pub first: bool,
}

/// The texts that the form takes.
pub fn text_rows() -> Vec<TextRow> {
    (0..TEXTS)
        .map(|n| TextRow {
            title: format!("text-{n}-title"),
            language: format!("text-{n}-language"),
            summary: format!("text-{n}-summary"),
            first: n == 0,
        })
        .collect()
}

/// The initiative that the form says, and the number of the organization that leads it.
pub fn read(fields: &Fields) -> Result<(NewInitiative, RegistryNumber), Mistakes> {
    let mut reader = fields.reader();
    let texts: Vec<InitiativeText> = text_rows()
        .iter()
        .filter_map(|row| text(&mut reader, row))
        .collect();
    let lead = reader.required("lead", RegistryNumber::parse);
    let stage = reader.required("stage", InitiativeStage::parse);
    let mut areas = reader.many("areas", Area::parse);
    // Two codes may stand for one area.
    let mut seen = std::collections::HashSet::new();
    areas.retain(|area| seen.insert(*area));
    let host_country = reader.optional("host_country", Country::parse);
    let city = reader.optional("city", line);
    let homeland = reader.optional("homeland", Country::parse);
    let starts_on = dates::optional(&mut reader, "starts_on");
    let ends_on = dates::optional(&mut reader, "ends_on");
    if starts_on.zip(ends_on).is_some_and(|(from, to)| to < from) {
        reader.mistake("ends_on", "initiatives-ends-before-start");
    }
    let needs = reader.many("needs", Need::parse);
    reader.done()?;
    // All were required above, so none is missing here.
    match (stage, lead, texts.is_empty()) {
        (Some(stage), Some(lead), false) => Ok((
            NewInitiative {
                texts,
                areas,
                host_country,
                city,
                homeland,
                starts_on,
                ends_on,
                stage,
                needs,
            },
            lead,
        )),
        _ => Err(Mistakes::one("text-0-title", Problem::Required.key())),
    }
}

/// A title with its language and summary. A summary without a title is a mistake at the title.
fn text(reader: &mut Reader<'_>, row: &TextRow) -> Option<InitiativeText> {
    let summary = reader.optional(&row.summary, |text| Prose::parse(text, SUMMARY_MAX));
    let title = match row.first || summary.is_some() {
        true => reader.required(&row.title, line),
        false => reader.optional(&row.title, line),
    }?;
    let language = reader.required(&row.language, LanguageTag::parse)?;
    Some(InitiativeText {
        language,
        title,
        summary,
    })
}
