//! What the board finds of a criterion in a case: an outcome, a note, and what it rests on. The last version stands, and all stay.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::edition::{Criterion, CriterionTerms};
use super::policy::CanAssess;
use crate::case::policy::CanRead;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CriterionId, DocumentId, FindingId};
use crate::organization::Particular;
use crate::values::{CaseKind, InEveryLanguage, Prose, WebAddress, codes};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where notes are sealed.
const NOTE: &str = "case_findings.note";
/// Where addresses in the web are sealed.
const LINKS: &str = "case_findings.links";

codes! {
    /// What the board finds of a criterion.
    pub enum FindingOutcome {
        Met = "met",
        NotMet = "not_met",
        NotApplicable = "not_applicable",
        Open = "open",
    }
}

/// What somebody finds.
#[derive(Clone, Debug)]
pub struct Found {
    /// How it is.
    pub outcome: FindingOutcome,
    /// In which words.
    pub note: Option<Prose>,
    /// The documents of the case that it rests on.
    pub documents: Vec<DocumentId>,
    /// What of the submission it rests on.
    pub fields: Vec<Particular>,
    /// The addresses in the web that it rests on.
    pub links: Vec<WebAddress>,
}

/// What stands.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What was found.
    pub found: Found,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: DateTime<Utc>,
}

/// A criterion of a case, and what stands of it.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The criterion, as the edition of the case says it.
    pub criterion: Criterion,
    /// Counts what was found; nothing was yet, while it is zero.
    pub version: i32,
    /// What was found last.
    pub finding: Option<Finding>,
}

impl FindingOutcome {
    /// Whether a case can be accepted with it, no questions asked.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::NotApplicable)
    }
}

impl Assessed {
    /// How it is.
    pub fn outcome(&self) -> FindingOutcome {
        let finding = self.finding.as_ref();
        finding.map_or(FindingOutcome::Open, |it| it.found.outcome)
    }

    /// Whether accepting the case asks for a reason because of it.
    pub fn hinders(&self) -> bool {
        self.criterion.terms.required && !self.outcome().is_settled()
    }
}

struct Row {
    criterion_id: CriterionId,
    edition: i32,
    position: i16,
    title_en: String,
    title_ru: String,
    title_ar: String,
    hint_en: String,
    hint_ru: String,
    hint_ar: String,
    required: bool,
    case_kinds: Vec<CaseKind>,
    id: Option<FindingId>,
    version: Option<i32>,
    outcome: Option<FindingOutcome>,
    note_sealed: Option<Sealed>,
    links_sealed: Option<Sealed>,
    documents: Option<Vec<DocumentId>>,
    fields: Option<Vec<Particular>>,
    found_by: Option<AccountId>,
    found_at: Option<DateTime<Utc>>,
}

/// The criteria of a case with what stands of each, in their order; none for whoever reads only what is meant for the applicant.
pub async fn assessed(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Assessed>> {
    if !granted.internal() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query_as!(
        Row,
        r#"select k.id as "criterion_id: CriterionId", k.edition, k.position, k.title_en, k.title_ru, k.title_ar,
            k.hint_en, k.hint_ru, k.hint_ar, k.required, k.case_kinds as "case_kinds: Vec<CaseKind>",
            f.id as "id?: FindingId", f.version as "version?", f.outcome as "outcome?: FindingOutcome",
            f.note_sealed as "note_sealed?: Sealed", f.links_sealed as "links_sealed?: Sealed",
            f.documents as "documents?: Vec<DocumentId>", f.fields as "fields?: Vec<Particular>",
            f.found_by as "found_by?: AccountId", f.found_at as "found_at?"
         from cases c
         join criteria k on k.edition = c.criteria_edition
         left join lateral (select * from case_findings
            where case_id = c.id and criterion_id = k.id order by version desc limit 1) f on true
         where c.id = $1 and not k.withdrawn and (k.case_kinds = '{}' or c.kind = any(k.case_kinds))
         order by k.position, k.id"#,
        granted.id() as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| row.open(vault)).collect()
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Assessed> {
        let finding = match (self.id, self.outcome, self.found_by, self.found_at) {
            (Some(id), Some(outcome), Some(by), Some(at)) => Some(Finding {
                found: Found {
                    outcome,
                    note: self
                        .note_sealed
                        .map(|sealed| note(vault, id, &sealed))
                        .transpose()?,
                    links: match self.links_sealed {
                        Some(sealed) => vault.open_json(LINKS, id, &sealed)?,
                        None => Vec::new(),
                    },
                    documents: self.documents.unwrap_or_default(),
                    fields: self.fields.unwrap_or_default(),
                },
                by,
                at,
            }),
            _ => None,
        };
        Ok(Assessed {
            criterion: Criterion {
                id: self.criterion_id,
                edition: self.edition,
                revision: 1,
                terms: CriterionTerms {
                    position: self.position,
                    title: InEveryLanguage {
                        en: self.title_en,
                        ru: self.title_ru,
                        ar: self.title_ar,
                    },
                    hint: InEveryLanguage {
                        en: self.hint_en,
                        ru: self.hint_ru,
                        ar: self.hint_ar,
                    },
                    required: self.required,
                    case_kinds: self.case_kinds,
                    withdrawn: false,
                },
            },
            version: self.version.unwrap_or(0),
            finding,
        })
    }
}

fn note(vault: &Vault, id: FindingId, sealed: &Sealed) -> Result<Prose> {
    Prose::parse(&vault.open_text(NOTE, id, sealed)?, Prose::CEILING)
        .map_err(|_| Error::Contradiction("a sealed note that is no prose"))
}

/// Says what one finds of a criterion that one saw as it stood. [`Error::Overtaken`] where a colleague said something meanwhile, or
/// the case went on.
pub async fn record(
    tx: &mut Tx,
    granted: &CanAssess,
    seen: &Assessed,
    found: &Found,
) -> Result<FindingId> {
    let case = granted.case();
    // Whoever decides waits for this, or this for them.
    let stage = sqlx::query_scalar!(
        "select stage from cases where id = $1 for share",
        case.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if stage != case.stage.code() {
        return Err(Error::Overtaken);
    }
    let (id, now, vault) = (FindingId::fresh(), tx.now(), tx.vault());
    let note = found
        .note
        .as_ref()
        .map(|note| vault.seal_text(NOTE, id, note))
        .transpose()?;
    let links = match found.links.is_empty() {
        true => None,
        false => Some(vault.seal_json(LINKS, id, &found.links)?),
    };
    let version = seen.version + 1;
    let written = sqlx::query!(
        "insert into case_findings (id, case_id, criterion_id, version, outcome, note_sealed, links_sealed, documents,
            fields, found_by, found_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict on constraint case_findings_once do nothing",
        id as _,
        case.id as _,
        seen.criterion.id as _,
        version,
        found.outcome as _,
        note as _,
        links as _,
        &found.documents as _,
        &found.fields as _,
        granted.by().account() as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    let title = &seen.criterion.terms.title;
    let subject = Subject::criterion(seen.criterion.id).of_case(case.id);
    let event = Event::new(Act::CaseCriterionJudged, subject)
        .before(json!({ "outcome": seen.outcome() }))
        .after(json!({
            "version": version,
            "edition": seen.criterion.edition,
            "outcome": found.outcome,
            "title": { "en": title.en, "ru": title.ru, "ar": title.ar },
            "documents": found.documents,
            "fields": found.fields,
            "links": found.links.len(),
        }))
        .reason(found.note.as_ref());
    history::record(tx, granted.by(), event).await?;
    Ok(id)
}
