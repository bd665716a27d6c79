//! Of a section of a renewal: what the registry says, and that it is still true.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::edit::{mistakes_of, next};
use super::fields::{field_of_all, of_section, put_section, same_section};
use super::filled::fill;
use super::form::glimpse;
use super::own::registered;
use super::page::SectionPage;
use super::status::{SectionState, of_case};
use crate::Result;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::organization::{self, Particulars, Section};
use crate::signing::Digest;
use crate::values::{CaseKind, Lang};
use crate::vault::Vault;
use crate::web::particulars::{Row, rows};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Path, Sheet, html_with,
    redirect_with_flash, urls,
};

/// What is asked of a section of a renewal.
pub struct Still {
    /// Where it is said that it is still true.
    pub action: String,
    /// What the registry says.
    pub rows: Vec<Row>,
    /// What stands for what the registry says there: what somebody saw.
    pub registry: Digest,
    /// How far the section is.
    pub state: SectionState,
    /// When the organization last said that it is so.
    pub confirmed: Option<NaiveDate>,
}

impl Still {
    /// What is asked, if the case is a renewal.
    pub async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        (lang, today): (Lang, NaiveDate),
        actor: &Actor,
        case: &Case,
        section: Section,
    ) -> Result<Option<Self>> {
        let (CaseKind::Renewal, Some(id)) = (case.kind, case.organization) else {
            return Ok(None);
        };
        let Some(said) = registered(conn, vault, today, case).await? else {
            return Ok(None);
        };
        let granted = policy::read(actor, case)?;
        let draft = Fields::from_map(case::draft(conn, vault, &granted).await?);
        let base = case::base(conn, vault, &granted).await?;
        let saved = case::saved_sections(conn, &granted).await?;
        let is_same = base.is_some_and(|base| same_section(&fill(&base), &draft, section));
        let state = match saved.get(&section) {
            _ if !is_same => SectionState::Changed,
            Some(saved) if saved.confirmed => SectionState::Confirmed,
            _ => SectionState::ToConfirm,
        };
        let confirmed = organization::confirmed(conn, id).await?;
        Ok(Some(Self {
            action: urls::case_section_confirmation(case.id, section),
            rows: rows(lang, &said)
                .into_iter()
                .filter(|row| Section::of(row.field) == section)
                .collect(),
            registry: seen(case.id, section, &said)?,
            state,
            confirmed: confirmed.on(section),
        }))
    }
}

/// What stands for what the registry says in a section: another one, once somebody changes it there.
pub fn seen(case: CaseId, section: Section, now: &Particulars) -> Result<Digest> {
    let mut said = Particulars::of(now.host_country);
    for field in section.particulars() {
        said.take(*field, now);
    }
    Digest::of(case, &said)
}

/// Says that a section is still as the registry has it. What was changed in it is taken back; what is asked today and the
/// registry does not have must be said first.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, section)): Path<(CaseId, Section)>,
    Form(sent): Form,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::edit(&actor, &case)?;
    let (vault, today) = (tx.vault(), tx.today());
    if case.kind != CaseKind::Renewal {
        return Err(Error::NotFound);
    }
    let (raw, saved) = case::lock_draft(&mut tx, &granted, section).await?;
    let now = registered(&mut tx, &vault, today, &case)
        .await?
        .ok_or(Error::NotFound)?;
    let mut draft = Fields::from_map(raw);
    let first = field_of_all(section);
    // What somebody says is true is what they saw: neither a colleague's words nor a change of the registry since.
    let is_seen = sent.get("revision").parse() == Ok(saved.revision)
        && sent.get("registry") == seen(id, section, &now)?.to_string();
    if !is_seen {
        let form = Sheet::with(
            of_section(&draft, section),
            Mistakes::one(first, "renewal-overtaken"),
        );
        let page = SectionPage::new(
            &mut tx,
            &chrome,
            (&actor, &case),
            section,
            form,
            saved.revision,
        )
        .await?;
        return html_with(StatusCode::CONFLICT, chrome.lang, page);
    }
    let own = of_section(&fill(&now), section);
    put_section(&mut draft, section, &own);
    let mistakes = mistakes_of(&actor, &case, &draft, today, section);
    if !mistakes.is_empty() {
        let form = Sheet::with(own, mistakes);
        let page = SectionPage::new(
            &mut tx,
            &chrome,
            (&actor, &case),
            section,
            form,
            saved.revision,
        )
        .await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let (raw, glimpse) = (draft.to_map(), glimpse(&draft));
    case::confirm_section(
        &mut tx,
        granted,
        (section, saved.revision),
        (&raw, &glimpse),
        &now,
    )
    .await?;
    let may_read = policy::read(&actor, &case)?;
    let all = of_case(&mut tx, &vault, &may_read, &case, (&draft, today)).await?;
    let to = next(&actor, &case, all, section);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-renewal-confirmed")
}
