//! Writing a leader down.

use chrono::NaiveDate;
use serde_json::json;

use super::consent::{self, ConsentMeans};
use super::person::{Evidence, LeaderName, NAMES, PRIVATE, Private, Term};
use super::profile::Keeper;
use super::{ConsentField, source};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, OfficeId, OrganizationId};
use crate::values::{Email, LanguageTag, Line, SigningOffice, Wording};

/// A leader to write down.
pub struct NewLeader {
    /// What they are called; the first is the name they go by.
    pub names: Vec<LeaderName>,
    /// The languages they speak.
    pub languages: Vec<LanguageTag>,
    /// Their address, for the board alone.
    pub email: Option<Email>,
    /// The office by which they are known here.
    pub office: NewOffice,
    /// How they consented to a public page, if they did.
    pub consent: Option<ConsentMeans>,
}

/// An office to write down.
pub struct NewOffice {
    /// Where.
    pub organization: OrganizationId,
    /// The title.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// The same title in another language.
    pub other: Option<Wording>,
    /// The first day in office.
    pub since: Option<NaiveDate>,
    /// The last.
    pub until: Option<NaiveDate>,
    /// Whether whoever holds it signs for the organization.
    pub signs: bool,
    /// What else is known of it.
    pub term: Term,
}

/// Writes a leader down with their office, as their organization names them, and with their consent where they gave one.
/// Whoever accepted the particulars that name them was allowed to.
pub async fn create(tx: &mut Tx, by: &Actor, new: NewLeader) -> crate::Result<LeaderId> {
    Ok(with_office(tx, by, Keeper::Organization, new).await?.0)
}

/// The same, and which office that became. `keeper` is who names them.
pub(super) async fn with_office(
    tx: &mut Tx,
    by: &Actor,
    keeper: Keeper,
    new: NewLeader,
) -> crate::Result<(LeaderId, OfficeId)> {
    let id = LeaderId::fresh();
    let (vault, now) = (tx.vault(), tx.now());
    let names = vault.seal_json(NAMES, id, &new.names)?;
    let speaks = !new.languages.is_empty();
    let said = [
        Some(ConsentField::Name),
        speaks.then_some(ConsentField::Languages),
        new.email.as_ref().map(|_| ConsentField::Contact),
    ];
    let private = Private {
        email: new.email,
        ..Private::default()
    };
    let private = vault.seal_json(PRIVATE, id, &private)?;
    sqlx::query!(
        "insert into leaders (id, names_sealed, private_sealed, languages, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)",
        id as _,
        names as _,
        private as _,
        new.languages as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let fields: Vec<ConsentField> = said.into_iter().flatten().collect();
    source::write(tx, id, (keeper, Some(new.office.organization)), &fields).await?;
    let office = write_office(tx, id, &new.office).await?;
    let subject = Subject::leader(id).of_organization(new.office.organization);
    let after = json!({ "title": new.office.title, "since": new.office.since });
    history::record(tx, by, Event::new(Act::LeaderCreated, subject).after(after)).await?;
    if let Some(means) = new.consent {
        consent::write_shown(tx, by, id, means, speaks).await?;
    }
    Ok((id, office))
}

/// Writes an office of a leader.
pub(super) async fn write_office(
    tx: &mut Tx,
    leader: LeaderId,
    office: &NewOffice,
) -> crate::Result<OfficeId> {
    let id = OfficeId::fresh();
    let (document, address) = Evidence::columns(office.term.evidence.as_ref());
    let (other, other_language) = match &office.other {
        Some(other) => (Some(&other.text), Some(&other.language)),
        None => (None, None),
    };
    sqlx::query!(
        "insert into leader_offices (id, leader_id, organization_id, title, title_language, title_other,
            title_other_language, since, until, signs, office, acting, evidence_document_id, evidence_address)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, office_of_title($4)), $12, $13, $14)",
        id as _,
        leader as _,
        office.organization as _,
        office.title.as_str(),
        office.title_language.as_ref() as _,
        other as _,
        other_language as _,
        office.since,
        office.until,
        office.signs,
        office.term.office.map(SigningOffice::code),
        office.term.acting,
        document as _,
        address
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}
