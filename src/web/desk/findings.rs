//! The criteria of a case as its pages show them: what was found of each, what it rests on, and what is still open.

use super::view::{People, When, paragraphs};
use crate::actor::Actor;
use crate::case::Case;
use crate::criterion::{Assessed, Excuse, FindingOutcome, policy};
use crate::document::Slot;
use crate::ids::{AccountId, CriterionId, DocumentId};
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::urls;

/// The criteria of a case.
pub struct Findings {
    /// Each, in its order.
    pub rows: Vec<Finding>,
    /// How many stand open or are not met, in a sentence.
    pub open: String,
    /// The edition that they are of.
    pub edition: i32,
    /// Why something open did not stand in the way.
    pub excuses: Vec<Excused>,
}

/// A criterion with what was found.
pub struct Finding {
    /// Which.
    pub criterion: CriterionId,
    /// By which the page leads to it.
    pub id: String,
    /// What must be so.
    pub title: String,
    /// How one knows.
    pub hint: String,
    /// Whether accepting without it asks for a reason.
    pub required: bool,
    /// How it is.
    pub outcome: FindingOutcome,
    /// Who found it, and when.
    pub by: Option<(String, When)>,
    /// In which words.
    pub note: Vec<String>,
    /// The papers that it rests on: where they are, and what they are called.
    pub documents: Vec<(String, String)>,
    /// The keys of the answers that it rests on.
    pub fields: Vec<&'static str>,
    /// The addresses that it rests on.
    pub links: Vec<String>,
    /// Where one says what one finds; empty for whoever may not.
    pub href: String,
}

/// Why something open did not stand in the way.
pub struct Excused {
    /// Who says so.
    pub who: String,
    /// When.
    pub when: When,
    /// The words.
    pub words: Vec<String>,
    /// What it was about.
    pub titles: String,
}

/// Everybody who is named there.
pub fn accounts(assessed: &[Assessed], excuses: &[Excuse]) -> Vec<AccountId> {
    let found = assessed.iter().filter_map(|it| it.finding.as_ref());
    found
        .map(|it| it.by)
        .chain(excuses.iter().map(|it| it.by))
        .collect()
}

/// By which the page of a case leads to a criterion.
pub fn row_id(criterion: CriterionId) -> String {
    format!("criterion-{criterion}")
}

/// The tone of an outcome.
pub const fn tone(outcome: FindingOutcome) -> &'static str {
    match outcome {
        FindingOutcome::Met => "green",
        FindingOutcome::NotMet => "red",
        FindingOutcome::NotApplicable => "quiet",
        FindingOutcome::Open => "amber",
    }
}

/// How many of these stand open or are not met, in a sentence.
pub fn open(lang: Lang, assessed: &[Assessed]) -> String {
    let of = assessed.len();
    let open = assessed.iter().filter(|it| !it.outcome().is_settled());
    let count = |it: usize| Arg::Number(i64::try_from(it).unwrap_or(i64::MAX));
    say::with(
        lang,
        "criteria-open",
        &[("count", count(open.count())), ("of", count(of))],
    )
}

impl Findings {
    /// What the page shows; nothing where a case is judged by no criteria.
    pub fn of(
        lang: Lang,
        people: &People,
        (actor, case): (&Actor, &Case),
        (assessed, excuses): (&[Assessed], &[Excuse]),
        slots: &[Slot],
    ) -> Option<Self> {
        let edition = assessed.first()?.criterion.edition;
        let may = policy::assess(actor, case).is_ok();
        Some(Self {
            open: open(lang, assessed),
            edition,
            rows: assessed
                .iter()
                .map(|it| Finding::of(lang, people, it, slots, may.then_some(case)))
                .collect(),
            excuses: excuses
                .iter()
                .map(|it| Excused {
                    who: people.name(it.by),
                    when: When::moment(lang, it.at),
                    words: paragraphs(Some(&it.words)),
                    titles: assessed
                        .iter()
                        .filter(|one| it.criteria.contains(&one.criterion.id))
                        .map(|one| one.criterion.terms.title.of(lang))
                        .collect::<Vec<_>>()
                        .join("; "),
                })
                .collect(),
        })
    }
}

impl Finding {
    /// A criterion; `case` where this person may say what they find.
    pub fn of(
        lang: Lang,
        people: &People,
        assessed: &Assessed,
        slots: &[Slot],
        case: Option<&Case>,
    ) -> Self {
        let terms = &assessed.criterion.terms;
        let finding = assessed.finding.as_ref();
        let found = finding.map(|it| &it.found);
        let id = assessed.criterion.id;
        Self {
            criterion: id,
            id: row_id(id),
            title: terms.title.of(lang).to_owned(),
            hint: terms.hint.of(lang).to_owned(),
            required: terms.required,
            outcome: assessed.outcome(),
            by: finding.map(|it| (people.name(it.by), When::moment(lang, it.at))),
            note: paragraphs(found.and_then(|it| it.note.as_ref())),
            documents: found
                .into_iter()
                .flat_map(|it| &it.documents)
                .filter_map(|id| named(slots, *id))
                .collect(),
            fields: found
                .into_iter()
                .flat_map(|it| &it.fields)
                .map(|field| field.key())
                .collect(),
            links: found
                .into_iter()
                .flat_map(|it| &it.links)
                .map(ToString::to_string)
                .collect(),
            href: case.map_or_else(String::new, |case| urls::desk_case_criterion(case.id, id)),
        }
    }

    /// The tone of what was found.
    pub const fn tone(&self) -> &'static str {
        tone(self.outcome)
    }

    /// Whether it rests on something.
    pub fn has_evidence(&self) -> bool {
        !(self.documents.is_empty() && self.fields.is_empty() && self.links.is_empty())
    }
}

/// A paper of the case, former ones too: where it is, and what it is called.
fn named(slots: &[Slot], id: DocumentId) -> Option<(String, String)> {
    slots
        .iter()
        .flat_map(|slot| slot.current.iter().chain(&slot.former))
        .find(|document| document.id == id)
        .map(|document| (urls::desk_document(id), document.shown_name()))
}
