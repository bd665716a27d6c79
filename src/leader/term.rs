//! Terms of office: what is known of one, and handing one over. Whoever ends one ends it here or by an amendment; one that
//! nobody ends lapses by itself.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::create::NewOffice;
use super::enter::{Successor, take};
use super::handover;
use super::list::wording;
use super::person::{Evidence, Office, Term};
use super::policy::CanKeepOffices;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, MembershipId, OfficeId, OrganizationId};
use crate::values::{LanguageTag, Line, SigningOffice};
use crate::{Error, Result};

/// An office that passes from one to another.
pub struct Succession {
    /// The last day of whoever leaves; an office that nobody holds any more has been left already.
    pub last_day: Option<NaiveDate>,
    /// The first of whoever comes; where none is said, the day after.
    pub first_day: Option<NaiveDate>,
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
    /// It is not said when whoever leaves does.
    NoLastDay,
    /// The one who comes is the one who leaves, or nobody who is known.
    NotThem,
    /// They hold the same office there already.
    Already,
    /// The document is none of this organization.
    NotItsDocument,
}

/// An office as it stands, held until the transaction ends.
struct Held {
    leader: LeaderId,
    office: Office,
    signs: bool,
    ended_at: Option<DateTime<Utc>>,
    evidence: Option<Evidence>,
    /// Whether it is over, and nobody came after.
    is_vacant: bool,
}

/// What is said of a term.
pub struct TermSaid {
    /// The title.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last.
    pub until: Option<NaiveDate>,
    /// What else is known of it.
    pub term: Term,
}

/// All that a form of an office begins with, as one word: whoever saw something else is told.
pub fn term_seen(office: &Office, evidence: Option<&Evidence>) -> String {
    let (document, address) = Evidence::columns(evidence);
    let said = json!([
        office.title,
        office.title_language,
        office.office,
        office.acting,
        office.since,
        office.until,
        document,
        address
    ]);
    said.to_string()
}

/// Says what is known of an office: its title, which it is, whether it is acted in, its days, and what proves it. `NotFound` if the
/// organization has no such office, `Overtaken` if anything of it was changed since `seen`.
pub async fn keep_term(
    tx: &mut Tx,
    can: &CanKeepOffices,
    id: OfficeId,
    seen: &str,
    said: &TermSaid,
) -> Result<Result<(), Unfit>> {
    let held = held(tx, can, id).await?;
    let was = &held.office;
    if term_seen(was, held.evidence.as_ref()) != seen {
        return Err(Error::Overtaken);
    }
    let (since, until, term) = (said.since, said.until, &said.term);
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        return Ok(Err(Unfit::EndsBeforeItBegins));
    }
    if !has_document(tx, can, term.evidence.as_ref()).await? {
        return Ok(Err(Unfit::NotItsDocument));
    }
    let (document, address) = Evidence::columns(term.evidence.as_ref());
    let office = term.office.unwrap_or(was.office);
    // The same title in another language is of the old one.
    sqlx::query!(
        "update leader_offices set office = $2, acting = $3, since = $4, until = $5, evidence_document_id = $6,
            evidence_address = $7, ended_at = case when until is not distinct from $5 then ended_at end,
            title = $8, title_language = $9, title_other = case when title = $8 then title_other end,
            title_other_language = case when title = $8 then title_other_language end
         where id = $1",
        id as _,
        office as _,
        term.acting,
        since,
        until,
        document as _,
        address,
        said.title.as_str(),
        said.title_language.as_ref() as _
    )
    .execute(&mut **tx)
    .await?;
    let words = |title: &Line, office, acting, (since, until)| json!({ "title": title, "office": office, "acting": acting, "since": since, "until": until });
    let subject = Subject::leader(held.leader).of_organization(can.organization());
    let event = Event::new(Act::OfficeChanged, subject)
        .before(words(
            &was.title,
            was.office,
            was.acting,
            (was.since, was.until),
        ))
        .after(words(&said.title, office, term.acting, (since, until)));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(()))
}

/// Holds an office that is to be handed over. `Overtaken` where somebody handed it over meanwhile, before anybody is asked whom they mean.
pub async fn hold_for_succession(
    tx: &mut Tx,
    can: &CanKeepOffices,
    id: OfficeId,
) -> crate::Result<()> {
    let there = held(tx, can, id).await?;
    match there.ended_at.is_some() && !there.is_vacant {
        true => Err(Error::Overtaken),
        false => Ok(()),
    }
}

/// Ends one term and begins the next, in one act; of an office that nobody holds any more only the next begins. Seats that are
/// bound to the office follow by themselves. `NotFound` if the organization has no such office, `Overtaken` if somebody ended it
/// meanwhile, or came after.
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
        ended_at,
        is_vacant,
        ..
    } = held(tx, can, id).await?;
    let is_ended = ended_at.is_some();
    if is_ended && !is_vacant {
        return Err(Error::Overtaken);
    }
    let last_day = match is_vacant {
        true => was.until,
        false => new.last_day,
    };
    let Some(last_day) = last_day else {
        return Ok(Err(Unfit::NoLastDay));
    };
    let next = last_day.succ_opt().unwrap_or(last_day);
    let first_day = new.first_day.unwrap_or(next);
    if was.since.is_some_and(|since| last_day < since)
        || new.until.is_some_and(|until| until < first_day)
    {
        return Ok(Err(Unfit::EndsBeforeItBegins));
    }
    if first_day <= last_day {
        return Ok(Err(Unfit::Overlaps));
    }
    if !has_document(tx, can, new.evidence.as_ref()).await? {
        return Ok(Err(Unfit::NotItsDocument));
    }
    // Whoever held an office that stands empty may come back into it.
    if let Successor::Known(leader) = new.successor
        && leader == leaving
        && !is_vacant
    {
        return Ok(Err(Unfit::NotThem));
    }
    let of = |leader| Subject::leader(leader).of_organization(can.organization());
    // Whoever is known here already is not told once more.
    let tells = match new.successor {
        Successor::Known(leader) => !is_of(tx, leader, can.organization()).await?,
        Successor::New { .. } => true,
    };
    if !is_ended {
        let now = tx.now();
        sqlx::query!(
            "update leader_offices set until = $2, ended_at = $3 where id = $1",
            id as _,
            last_day,
            now
        )
        .execute(&mut **tx)
        .await?;
        let ended = json!({ "title": was.title, "until": last_day });
        let event = Event::new(Act::OfficeEnded, of(leaving)).after(ended);
        history::record(tx, can.by(), event).await?;
    }
    let office = NewOffice {
        organization: can.organization(),
        title: was.title.clone(),
        title_language: was.title_language.clone(),
        other: was.other.clone(),
        since: Some(first_day),
        until: new.until,
        signs,
        term: Term {
            office: Some(was.office),
            acting: new.acting,
            evidence: new.evidence,
        },
    };
    let (leader, taken) = match take(tx, can, new.successor, office).await? {
        Ok(taken) => taken,
        Err(why) => return Ok(Err(why)),
    };
    let event = Event::new(Act::OfficeHandedOver, of(leader))
        .before(json!({ "leader": leaving, "office": was.office, "until": last_day }))
        .after(json!({ "leader": leader, "title": was.title, "office": was.office, "since": first_day, "acting": new.acting }));
    history::record(tx, can.by(), event).await?;
    handover::keep(tx, (id, taken), (was.until, ended_at), tells).await?;
    Ok(Ok(taken))
}

/// The term from which an empty seat is filled, and the office that it follows; nothing, where somebody sits in it. An office that
/// nobody ever held has no term.
pub async fn vacancy(
    conn: &mut PgConnection,
    seat: MembershipId,
    today: NaiveDate,
) -> Result<Option<(SigningOffice, Option<OfficeId>)>> {
    let row = sqlx::query!(
        r#"select seat as "office!: SigningOffice", vacant_term(organization_id, seat, $2) as "term: OfficeId"
         from group_members where id = $1 and seat is not null and until is null
            and seat_holder(organization_id, seat, $2) is null"#,
        seat as _,
        today
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.office, row.term)))
}

async fn held(tx: &mut Tx, can: &CanKeepOffices, id: OfficeId) -> Result<Held> {
    let today = tx.today();
    let row = sqlx::query!(
        r#"select leader_id, title, title_language, title_other, title_other_language, office, acting, since, until, signs,
            ended_at, mistaken_at, evidence_document_id, evidence_address, until is not null and until < $3 and is_last_term(id) as "is_vacant!"
         from leader_offices where id = $1 and organization_id = $2 for update"#,
        id as _,
        can.organization() as _,
        today
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    // Nothing is done any more with what was a mistake.
    if row.mistaken_at.is_some() {
        return Err(Error::Overtaken);
    }
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
            is_mistaken: false,
        },
        signs: row.signs,
        ended_at: row.ended_at,
        evidence: Evidence::of_columns(row.evidence_document_id, row.evidence_address.as_deref()),
        is_vacant: row.is_vacant,
    })
}

/// Whether a leader is or was in office at an organization in whose team somebody is.
pub async fn leads_own(conn: &mut PgConnection, actor: &Actor, leader: LeaderId) -> Result<bool> {
    Ok(!who_lead_own(conn, actor, &[leader]).await?.is_empty())
}

/// Those of some leaders who are or were in office at an organization in whose team somebody is.
pub async fn who_lead_own(
    conn: &mut PgConnection,
    actor: &Actor,
    leaders: &[LeaderId],
) -> Result<HashSet<LeaderId>> {
    let Some(account) = actor.account() else {
        return Ok(HashSet::new());
    };
    let ids = sqlx::query_scalar!(
        r#"select distinct o.leader_id as "id: LeaderId" from leader_offices o
            join organization_team t on t.organization_id = o.organization_id
         where o.leader_id = any($1) and o.mistaken_at is null and t.account_id = $2 and t.until is null"#,
        leaders as _,
        account as _
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().collect())
}

/// Whether somebody is or was in office at an organization, and not by mistake.
pub async fn is_of(
    conn: &mut PgConnection,
    leader: LeaderId,
    organization: OrganizationId,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from leader_offices where leader_id = $1 and organization_id = $2
            and mistaken_at is null) as "there!""#,
        leader as _,
        organization as _
    )
    .fetch_one(conn)
    .await?)
}

/// Whether a document that proves something is one of this organization; what is no document is fine.
pub(super) async fn has_document(
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
