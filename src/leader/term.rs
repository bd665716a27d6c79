//! Terms of office: what is known of one, and handing one over. Whoever ends one ends it here or by an amendment; one that
//! nobody ends lapses by itself.

use chrono::NaiveDate;
use serde_json::json;
use sqlx::PgConnection;

use super::create::{self, NewLeader, NewOffice, write_office};
use super::link::tell_later;
use super::list::wording;
use super::person::{Evidence, LeaderName, Office, Term};
use super::policy::CanKeepOffices;
use super::profile::Keeper;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, OfficeId, OrganizationId};
use crate::values::{Email, LanguageTag};
use crate::{Error, Result};

/// Who comes into an office.
pub enum Successor {
    /// Somebody who is or was in an office there.
    Known(LeaderId),
    /// Somebody new.
    New {
        /// What they are called.
        name: LeaderName,
        /// The languages they speak.
        languages: Vec<LanguageTag>,
        /// Their address, for the board alone.
        email: Option<Email>,
    },
}

/// An office that passes from one to another.
pub struct Succession {
    /// The last day of whoever leaves.
    pub last_day: NaiveDate,
    /// The first of whoever comes.
    pub first_day: NaiveDate,
    /// The last day of the new term, if it has one.
    pub until: Option<NaiveDate>,
    /// Who comes.
    pub successor: Successor,
    /// Whether they only act in it.
    pub acting: bool,
    /// What proves it.
    pub evidence: Option<Evidence>,
}

/// Why days or persons do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// Whoever comes begins before whoever leaves has left.
    Overlaps,
    /// The one who comes is the one who leaves, or nobody of this organization.
    NotThem,
    /// The document is none of this organization.
    NotItsDocument,
}

/// An office as it stands, held until the transaction ends.
struct Held {
    leader: LeaderId,
    office: Office,
    signs: bool,
    is_ended: bool,
}

/// Says what is known of an office: which it is, whether it is acted in, its days, and what proves it. `NotFound` if the
/// organization has no such office, `Overtaken` if its days were changed since `seen`.
pub async fn keep_term(
    tx: &mut Tx,
    can: &CanKeepOffices,
    id: OfficeId,
    seen: (Option<NaiveDate>, Option<NaiveDate>),
    (since, until): (Option<NaiveDate>, Option<NaiveDate>),
    term: &Term,
) -> Result<Result<(), Unfit>> {
    let held = held(tx, can, id).await?;
    let was = &held.office;
    if (was.since, was.until) != seen {
        return Err(Error::Overtaken);
    }
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        return Ok(Err(Unfit::EndsBeforeItBegins));
    }
    if !has_document(tx, can, term.evidence.as_ref()).await? {
        return Ok(Err(Unfit::NotItsDocument));
    }
    let (document, address) = Evidence::columns(term.evidence.as_ref());
    let office = term.office.unwrap_or(was.office);
    sqlx::query!(
        "update leader_offices set office = $2, acting = $3, since = $4, until = $5, evidence_document_id = $6,
            evidence_address = $7, ended_at = case when until is not distinct from $5 then ended_at end
         where id = $1",
        id as _,
        office as _,
        term.acting,
        since,
        until,
        document as _,
        address
    )
    .execute(&mut **tx)
    .await?;
    let said = |office, acting, (since, until)| json!({ "title": was.title, "office": office, "acting": acting, "since": since, "until": until });
    let subject = Subject::leader(held.leader).of_organization(can.organization());
    let event = Event::new(Act::OfficeChanged, subject)
        .before(said(was.office, was.acting, seen))
        .after(said(office, term.acting, (since, until)));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(()))
}

/// Ends one term and begins the next, in one act. Seats that are bound to the office follow by themselves. `NotFound` if the
/// organization has no such office, `Overtaken` if somebody ended it meanwhile.
pub async fn succeed(
    tx: &mut Tx,
    can: &CanKeepOffices,
    id: OfficeId,
    new: Succession,
) -> Result<Result<OfficeId, Unfit>> {
    let Held {
        leader: leaving,
        office: was,
        signs,
        is_ended,
    } = held(tx, can, id).await?;
    if is_ended {
        return Err(Error::Overtaken);
    }
    if was.since.is_some_and(|since| new.last_day < since)
        || new.until.is_some_and(|until| until < new.first_day)
    {
        return Ok(Err(Unfit::EndsBeforeItBegins));
    }
    if new.first_day <= new.last_day {
        return Ok(Err(Unfit::Overlaps));
    }
    if !has_document(tx, can, new.evidence.as_ref()).await? {
        return Ok(Err(Unfit::NotItsDocument));
    }
    if let Successor::Known(leader) = new.successor
        && (leader == leaving || !is_of(tx, leader, can.organization()).await?)
    {
        return Ok(Err(Unfit::NotThem));
    }
    let now = tx.now();
    sqlx::query!(
        "update leader_offices set until = $2, ended_at = $3 where id = $1",
        id as _,
        new.last_day,
        now
    )
    .execute(&mut **tx)
    .await?;
    let of = |leader| Subject::leader(leader).of_organization(can.organization());
    let ended = json!({ "title": was.title, "until": new.last_day });
    let event = Event::new(Act::OfficeEnded, of(leaving)).after(ended);
    history::record(tx, can.by(), event).await?;
    let office = NewOffice {
        organization: can.organization(),
        title: was.title.clone(),
        title_language: was.title_language.clone(),
        other: was.other.clone(),
        since: Some(new.first_day),
        until: new.until,
        signs,
        term: Term {
            office: Some(was.office),
            acting: new.acting,
            evidence: new.evidence,
        },
    };
    let (leader, taken) = match new.successor {
        Successor::Known(leader) => {
            let taken = write_office(tx, leader, &office).await?;
            let after = json!({ "title": office.title, "since": office.since });
            let event = Event::new(Act::OfficeTaken, of(leader)).after(after);
            history::record(tx, can.by(), event).await?;
            (leader, taken)
        }
        Successor::New {
            name,
            languages,
            email,
        } => {
            let new = NewLeader {
                names: vec![name],
                languages,
                email,
                office,
                consent: None,
            };
            let made = create::with_office(tx, can.by(), Keeper::Board, new).await?;
            tell_later(tx, made.0).await?;
            made
        }
    };
    let event = Event::new(Act::OfficeHandedOver, of(leader))
        .before(json!({ "leader": leaving, "office": was.office, "until": new.last_day }))
        .after(json!({ "leader": leader, "title": was.title, "office": was.office, "since": new.first_day, "acting": new.acting }));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(taken))
}

async fn held(tx: &mut Tx, can: &CanKeepOffices, id: OfficeId) -> Result<Held> {
    let row = sqlx::query!(
        "select leader_id, title, title_language, title_other, title_other_language, office, acting, since, until, signs,
            ended_at
         from leader_offices where id = $1 and organization_id = $2 for update",
        id as _,
        can.organization() as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(Held {
        leader: row.leader_id,
        office: Office {
            id,
            title: row.title,
            title_language: row.title_language,
            other: wording(row.title_other, row.title_other_language),
            office: row.office,
            acting: row.acting,
            since: row.since,
            until: row.until,
        },
        signs: row.signs,
        is_ended: row.ended_at.is_some(),
    })
}

/// Whether somebody is or was in office at an organization.
pub async fn is_of(
    conn: &mut PgConnection,
    leader: LeaderId,
    organization: OrganizationId,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from leader_offices where leader_id = $1 and organization_id = $2) as "there!""#,
        leader as _,
        organization as _
    )
    .fetch_one(conn)
    .await?)
}

/// Whether a document that proves something is one of this organization; what is no document is fine.
async fn has_document(
    tx: &mut Tx,
    can: &CanKeepOffices,
    evidence: Option<&Evidence>,
) -> Result<bool> {
    let Some(Evidence::Document(id)) = evidence else {
        return Ok(true);
    };
    Ok(sqlx::query_scalar!(
        r#"select exists (select from documents where id = $1 and organization_id = $2) as "there!""#,
        *id as _,
        can.organization() as _
    )
    .fetch_one(&mut **tx)
    .await?)
}
