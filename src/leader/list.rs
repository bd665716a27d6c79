//! The leaders of an organization as the board sees them: with or without consent, and with their addresses.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::person::{Evidence, LeaderName, NAMES, Office, PRIVATE, Private};
use super::policy::CanSeeLeaders;
use super::profile::{Known, known};
use super::{ConsentField, ConsentPurpose, consents};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{DocumentId, LeaderId, OfficeId, OrganizationId};
use crate::organization::Mention;
use crate::values::{Email, LanguageTag, Line, SigningOffice, Wording};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// A leader in an office, with all that the board knows.
pub struct FullLeader {
    /// Their id.
    pub id: LeaderId,
    /// What they are called.
    pub names: Vec<LeaderName>,
    /// The languages they speak.
    pub languages: Vec<LanguageTag>,
    /// Their address.
    pub email: Option<Email>,
    /// The office in this organization.
    pub office: Office,
    /// Whether they sign for the organization.
    pub signs: bool,
    /// What proves that they hold it.
    pub evidence: Option<Evidence>,
    /// Whether a consent to a public page is in force.
    pub is_public: bool,
    /// Whether nobody came after them in the same office.
    pub is_last: bool,
}

struct Row {
    id: LeaderId,
    names_sealed: Sealed,
    private_sealed: Option<Sealed>,
    languages: Vec<LanguageTag>,
    office_id: OfficeId,
    title: Line,
    title_language: Option<LanguageTag>,
    title_other: Option<Line>,
    title_other_language: Option<LanguageTag>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    signs: bool,
    office: SigningOffice,
    acting: bool,
    is_mistaken: bool,
    evidence_document_id: Option<DocumentId>,
    evidence_address: Option<String>,
    is_public: bool,
    is_last: bool,
    shares_contact: bool,
    shares_languages: bool,
}

impl FullLeader {
    /// Whether their office is over and stands empty: it is filled from here.
    pub fn is_vacant(&self, today: NaiveDate) -> bool {
        self.is_last
            && !self.office.is_mistaken
            && self.office.until.is_some_and(|until| until < today)
    }
}

/// The leaders of an organization, those in office first, and last those to whom an office came by mistake; only those in office on a day,
/// if one is named. A post is given those who agreed to be shared with it, and what they agreed to. Where the names are shown to somebody, [`look_at`] writes it down too.
pub async fn full(
    conn: &mut PgConnection,
    vault: &Vault,
    can: &CanSeeLeaders,
    organization: OrganizationId,
    on: Option<NaiveDate>,
) -> Result<Vec<FullLeader>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select l.id, l.names_sealed, l.private_sealed, l.languages, o.id as office_id, o.title, o.title_language,
                o.title_other, o.title_other_language, o.since, o.until, o.signs, o.office, o.acting,
                o.mistaken_at is not null as "is_mistaken!", o.evidence_document_id, o.evidence_address,
                agrees(l.id, 'name', 'public_page') as "is_public!", is_last_term(o.id) as "is_last!",
                not $3 or agrees(l.id, 'contact', 'sharing') as "shares_contact!",
                not $3 or agrees(l.id, 'languages', 'sharing') as "shares_languages!"
           from leader_offices o join leaders l on l.id = o.leader_id
           where o.organization_id = $1 and ($2::date is null or (covers(o.since, o.until, $2) and o.mistaken_at is null))
                and (not $3 or (agrees(l.id, 'name', 'sharing') and agrees(l.id, 'office', 'sharing') and o.mistaken_at is null))
           order by o.mistaken_at is not null, o.until desc nulls first, o.office = 'president' desc, o.since nulls first, o.id"#,
        organization as _,
        on,
        can.sees_shared_only()
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| open(vault, row)).collect()
}

/// The same, and history says who looked.
pub async fn look_at(
    tx: &mut Tx,
    can: &CanSeeLeaders,
    organization: &Mention,
    on: Option<NaiveDate>,
) -> Result<Vec<FullLeader>> {
    let vault = tx.vault();
    let leaders = full(tx, &vault, can, organization.id, on).await?;
    if !leaders.is_empty() {
        let subject = Subject::organization(organization.id, organization.number);
        let after = serde_json::json!({ "leaders": leaders.len() });
        let event = Event::new(Act::PersonalDataViewed, subject).after(after);
        history::record(tx, can.by(), event).await?;
    }
    Ok(leaders)
}

/// One leader of an organization with all that is known of them; a post is given what they agreed to share with it. History
/// says who looked. `NotFound` where they are none of it, or did not agree.
pub async fn look_at_one(
    tx: &mut Tx,
    can: &CanSeeLeaders,
    organization: &Mention,
    id: LeaderId,
) -> Result<Known> {
    let vault = tx.vault();
    let found = full(tx, &vault, can, organization.id, None).await?;
    if !found.iter().any(|it| it.id == id) {
        return Err(Error::NotFound);
    }
    let known = known(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    let shared: Vec<ConsentField> = consents(tx, &[id])
        .await?
        .into_iter()
        .map(|(_, it)| it.agreement)
        .filter(|it| it.purpose == ConsentPurpose::Sharing)
        .map(|it| it.field)
        .collect();
    let subject = Subject::leader(id).of_organization(organization.id);
    let after = serde_json::json!({ "leaders": 1 });
    let event = Event::new(Act::PersonalDataViewed, subject).after(after);
    history::record(tx, can.by(), event).await?;
    let sees = |field| can.sees_everything() || shared.contains(&field);
    Ok(Known {
        facts: known.facts.only(sees),
        ..known
    })
}

/// Anybody with all that is known of them, for those who see everything; history says who looked. Nothing, where there is nobody.
pub async fn look_at_anybody(
    tx: &mut Tx,
    can: &CanSeeLeaders,
    id: LeaderId,
) -> Result<Option<Known>> {
    let vault = tx.vault();
    let found = known(tx, &vault, id).await?;
    if !can.sees_everything() || found.is_none() {
        return Ok(None);
    }
    let after = serde_json::json!({ "leaders": 1 });
    let event = Event::new(Act::PersonalDataViewed, Subject::leader(id)).after(after);
    history::record(tx, can.by(), event).await?;
    Ok(found)
}

/// How many offices leaders have in an organization.
pub async fn count(conn: &mut PgConnection, organization: OrganizationId) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from leader_offices where organization_id = $1"#,
        organization as _
    )
    .fetch_one(conn)
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

fn open(vault: &Vault, row: Row) -> Result<FullLeader> {
    let private: Private = match &row.private_sealed {
        Some(sealed) if row.shares_contact => vault.open_json(PRIVATE, row.id, sealed)?,
        _ => Private::default(),
    };
    Ok(FullLeader {
        id: row.id,
        names: vault.open_json(NAMES, row.id, &row.names_sealed)?,
        languages: match row.shares_languages {
            true => row.languages,
            false => Vec::new(),
        },
        email: private.email,
        office: Office {
            id: row.office_id,
            title: row.title,
            title_language: row.title_language,
            other: wording(row.title_other, row.title_other_language),
            office: row.office,
            acting: row.acting,
            since: row.since,
            until: row.until,
            is_mistaken: row.is_mistaken,
        },
        evidence: Evidence::of_columns(row.evidence_document_id, row.evidence_address.as_deref()),
        signs: row.signs,
        is_public: row.is_public,
        is_last: row.is_last,
    })
}

/// A text and its language, where there are both.
pub(super) fn wording(text: Option<Line>, language: Option<LanguageTag>) -> Option<Wording> {
    let (text, language) = text.zip(language)?;
    Some(Wording { language, text })
}
