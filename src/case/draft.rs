//! Drafts: the raw form, saved as it is, however incomplete.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::{CanEdit, CanRead, CanStart};
use super::stage::Stage;
use super::turn::{Known, TurnOf};
use super::{Case, typist};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId};
use crate::names::fold;
use crate::organization::{Particulars, Section};
use crate::values::{Area, Country, Kind, LanguageTag};
use crate::vault::Vault;
use crate::{Error, Result};

/// The form as it was typed: every field with its values in order.
pub type RawForm = BTreeMap<String, Vec<String>>;

/// Where drafts are sealed.
pub(super) const DRAFT: &str = "cases.draft";

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

/// Starts a case with an empty form, about an organization if there is one already.
pub async fn start(tx: &mut Tx, granted: CanStart) -> Result<CaseId> {
    let id = CaseId::fresh();
    let now = tx.now();
    let person = granted.by();
    let sealed = tx.vault().seal_json(DRAFT, id, &RawForm::new())?;
    let about = granted.about();
    sqlx::query!(
        "insert into cases (id, kind, stage, stage_since, applicant_id, organization_id, title, title_language,
            host_country, draft_sealed, draft_saved_at, created_at, waits_on, waits_since)
         values ($1, $2, 'draft', $3, $4, $6, $7, $8, $9, $5, $3, $3, $10, $3)",
        id as _,
        granted.kind() as _,
        now,
        person.id as _,
        sealed as _,
        about.map(|about| about.id) as _,
        about.map_or("", |about| about.name.as_str()),
        about.and_then(|about| about.name_language.as_ref()) as _,
        about.map(|about| about.host_country) as _,
        TurnOf::at(Stage::Draft, Known::default()) as _,
    )
    .execute(&mut **tx)
    .await?;
    let mut subject = Subject::case(id, None).of_case(id);
    if let Some(about) = about {
        subject = subject.of_organization(about.id);
    }
    let event =
        Event::new(Act::CaseStarted, subject).after(serde_json::json!({ "kind": granted.kind() }));
    history::record(tx, &Actor::Person(person.clone()), event).await?;
    Ok(id)
}

/// Writes down that somebody went on although an organization of a like name is listed or under way.
pub async fn note_like(tx: &mut Tx, granted: &CanEdit, told: serde_json::Value) -> Result<()> {
    let id = granted.case().id;
    let subject = Subject::case(id, None).of_case(id);
    let event = Event::new(Act::CaseStartedOverLike, subject).after(told);
    history::record(tx, granted.by(), event).await
}

/// Writes down that somebody went on although the rules of the pre-screen advised against it.
pub async fn note_doubts(tx: &mut Tx, granted: &CanEdit, told: serde_json::Value) -> Result<()> {
    let id = granted.case().id;
    let subject = Subject::case(id, None).of_case(id);
    let event = Event::new(Act::CaseStartedAgainstRules, subject).after(told);
    history::record(tx, granted.by(), event).await
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

/// When a section was saved last, and by whom. One that nobody saved yet has the revision 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Counts how often: a page that carries it shows what somebody saw.
    pub revision: i32,
    /// By whom and when.
    pub by: Option<(AccountId, DateTime<Utc>)>,
    /// Whether somebody said that it is still as the registry has it.
    pub confirmed: bool,
}

/// The sections of a form that were saved.
pub async fn saved_sections(
    conn: &mut PgConnection,
    granted: &CanRead,
) -> Result<BTreeMap<Section, Saved>> {
    let rows = sqlx::query!(
        "select section, revision, saved_by, saved_at, confirmed from case_sections where case_id = $1",
        granted.case().id as _
    )
    .fetch_all(conn)
    .await?;
    let saved = rows.into_iter().map(|row| {
        let by = Some((row.saved_by, row.saved_at));
        let saved = Saved {
            revision: row.revision,
            by,
            confirmed: row.confirmed,
        };
        (row.section, saved)
    });
    Ok(saved.collect())
}

/// The form as it is now, and how often its section was saved. Nobody else saves it before this transaction ends; other
/// sections may have been saved since the case was seen.
pub async fn lock_draft(
    tx: &mut Tx,
    granted: &CanEdit,
    section: Section,
) -> Result<(RawForm, Saved)> {
    let case = granted.case();
    let sealed = sqlx::query_scalar!(
        "select draft_sealed from cases where id = $1 and stage = $2 for update",
        case.id as _,
        case.stage.code() as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let saved = sqlx::query!(
        "select revision, saved_by, saved_at, confirmed from case_sections where case_id = $1 and section = $2",
        case.id as _,
        section as _,
    )
    .fetch_optional(&mut **tx)
    .await?
    .map_or_else(Saved::default, |row| Saved {
        revision: row.revision,
        by: Some((row.saved_by, row.saved_at)),
        confirmed: row.confirmed,
    });
    Ok((tx.vault().open_json(DRAFT, case.id, &sealed)?, saved))
}

/// Saves one section of the form, if it was saved as often as `seen` says; `raw` is the whole form. Call [`lock_draft`] before.
pub async fn save_section(
    tx: &mut Tx,
    granted: CanEdit,
    section: Section,
    seen: i32,
    raw: &RawForm,
    glimpse: &Glimpse,
) -> Result<i32> {
    let person = granted.by().person()?.id;
    let case_id = granted.case().id;
    let now = tx.now();
    typist::note_hand(tx, &granted, section).await?;
    let revision = sqlx::query_scalar!(
        "insert into case_sections as s (case_id, section, revision, saved_by, saved_at) values ($1, $2, 1, $4, $5)
         on conflict (case_id, section) do update set revision = s.revision + 1, saved_by = $4, saved_at = $5
            where s.revision = $3
         returning revision",
        case_id as _,
        section as _,
        seen,
        person as _,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?
    .filter(|revision| *revision == seen + 1)
    .ok_or(Error::Overtaken)?;
    // The row is locked: other sections may have moved it on since the case was seen.
    let now_at = sqlx::query_scalar!("select revision from cases where id = $1", case_id as _)
        .fetch_one(&mut **tx)
        .await?;
    save_draft(tx, granted.seen_again(now_at), raw, glimpse).await?;
    Ok(revision)
}
