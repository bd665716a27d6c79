//! Drafts: the raw form, saved as it is, however incomplete.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use super::Case;
use super::policy::{CanEdit, CanRead, CanStart};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::CaseId;
use crate::names::fold;
use crate::organization::Particulars;
use crate::values::{Area, Country, Kind, LanguageTag};
use crate::vault::Vault;
use crate::{Error, Result};

/// The form as it was typed: every field with its values in order.
pub type RawForm = BTreeMap<String, Vec<String>>;

/// Where drafts are sealed.
const DRAFT: &str = "cases.draft";

/// What lists show of a case; nobody is named in it. Of a draft, as much as can be read.
#[derive(Clone, Debug, Default)]
pub struct Glimpse {
    /// The name of the organization.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Where it works.
    pub host_country: Option<Country>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The community they form.
    pub community: Option<String>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// What it is.
    pub kind: Option<Kind>,
}

impl From<&Particulars> for Glimpse {
    fn from(particulars: &Particulars) -> Self {
        let name = particulars.main_name();
        Self {
            title: name.map(|name| name.text.to_string()).unwrap_or_default(),
            title_language: name.and_then(|name| name.language.clone()),
            host_country: Some(particulars.host_country),
            homeland: particulars.homeland,
            community: particulars.community.as_ref().map(ToString::to_string),
            areas: particulars.areas.clone(),
            kind: particulars.kind,
        }
    }
}

/// Starts a case with an empty form.
pub async fn start(tx: &mut Tx, granted: CanStart) -> Result<CaseId> {
    let id = CaseId::fresh();
    let now = tx.now();
    let person = granted.by();
    let sealed = tx.vault().seal_json(DRAFT, id, &RawForm::new())?;
    sqlx::query!(
        "insert into cases (id, kind, stage, stage_since, applicant_id, draft_sealed, draft_saved_at, created_at)
         values ($1, $2, 'draft', $3, $4, $5, $3, $3)",
        id as _,
        granted.kind() as _,
        now,
        person.id as _,
        sealed as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::CaseStarted, Subject::case(id, None).of_case(id))
        .after(serde_json::json!({ "kind": granted.kind() }));
    history::record(tx, &Actor::Person(person.clone()), event).await?;
    Ok(id)
}

/// Saves the form as it is. Saving is not an act of its own: history begins to speak at the submission.
pub async fn save_draft(
    tx: &mut Tx,
    granted: CanEdit,
    raw: &RawForm,
    glimpse: &Glimpse,
) -> Result<()> {
    let case = granted.case();
    let now = tx.now();
    let sealed = tx.vault().seal_json(DRAFT, case.id, raw)?;
    // After a submission lists go on showing what was submitted.
    let saved = if case.number.is_some() {
        sqlx::query!(
            "update cases set draft_sealed = $4, draft_saved_at = $5, revision = revision + 1
             where id = $1 and stage = $2 and revision = $3",
            case.id as _,
            case.stage.code() as _,
            case.revision,
            sealed as _,
            now,
        )
        .execute(&mut **tx)
        .await?
    } else {
        sqlx::query!(
            "update cases set draft_sealed = $4, draft_saved_at = $5, title = $6, title_language = $7,
                host_country = $8, homeland = $9, community = $10, areas = $11, search = $12,
                organization_kind = $13, revision = revision + 1
             where id = $1 and stage = $2 and revision = $3",
            case.id as _,
            case.stage.code() as _,
            case.revision,
            sealed as _,
            now,
            glimpse.title,
            glimpse.title_language as _,
            glimpse.host_country as _,
            glimpse.homeland as _,
            glimpse.community,
            &glimpse.areas as _,
            fold(&glimpse.title),
            glimpse.kind as _,
        )
        .execute(&mut **tx)
        .await?
    };
    if saved.rows_affected() == 1 {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

/// The form as it was last saved. The desk reads submissions, not forms.
pub async fn draft(conn: &mut PgConnection, vault: &Vault, granted: &CanRead) -> Result<RawForm> {
    let case: &Case = granted.case();
    let sealed = sqlx::query_scalar!("select draft_sealed from cases where id = $1", case.id as _)
        .fetch_one(conn)
        .await?;
    Ok(vault.open_json(DRAFT, case.id, &sealed)?)
}
