//! Entering whoever comes into an office: somebody who is known already, in whatever organization, or somebody new.

use super::create::{self, NewLeader, NewOffice, write_office};
use super::link::{tell_entered, tell_later};
use super::lock;
use super::merged::merged_into;
use super::person::{LeaderName, Term};
use super::policy::CanKeepOffices;
use super::profile::Keeper;
use super::term::{Unfit, has_document, is_of};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, OfficeId};
use crate::values::{Email, LanguageTag, Line};
use crate::{Error, Result};

/// Who comes into an office.
pub enum Successor {
    /// Somebody who is known: one person across organizations is one entry.
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

/// An office that somebody holds, and who.
pub struct Entry {
    /// The title.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// The first day in office.
    pub since: Option<chrono::NaiveDate>,
    /// The last.
    pub until: Option<chrono::NaiveDate>,
    /// What else is known of it.
    pub term: Term,
    /// Who holds it.
    pub person: Successor,
}

/// Enters somebody with an office, as the board. They are told by letter, where an address is known.
pub async fn enter(
    tx: &mut Tx,
    can: &CanKeepOffices,
    entry: Entry,
) -> Result<Result<(LeaderId, OfficeId), Unfit>> {
    let days = entry.since.zip(entry.until);
    if days.is_some_and(|(since, until)| until < since) {
        return Ok(Err(Unfit::EndsBeforeItBegins));
    }
    if !has_document(tx, can, entry.term.evidence.as_ref()).await? {
        return Ok(Err(Unfit::NotItsDocument));
    }
    let office = NewOffice {
        organization: can.organization(),
        title: entry.title,
        title_language: entry.title_language,
        other: None,
        since: entry.since,
        until: entry.until,
        signs: false,
        term: entry.term,
    };
    take(tx, can, entry.person, office).await
}

/// Lets somebody come into an office.
pub(super) async fn take(
    tx: &mut Tx,
    can: &CanKeepOffices,
    person: Successor,
    office: NewOffice,
) -> Result<Result<(LeaderId, OfficeId), Unfit>> {
    let leader = match person {
        Successor::Known(leader) => leader,
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
            return Ok(Ok(made));
        }
    };
    match lock(tx, leader).await {
        Ok(()) => {}
        Err(Error::NotFound) => return Ok(Err(Unfit::NotThem)),
        Err(error) => return Err(error),
    }
    if merged_into(tx, leader).await?.is_some() {
        return Ok(Err(Unfit::NotThem));
    }
    if holds(tx, leader, &office).await? {
        return Ok(Err(Unfit::Already));
    }
    let is_new_here = !is_of(tx, leader, can.organization()).await?;
    let taken = write_office(tx, leader, &office).await?;
    let subject = Subject::leader(leader).of_organization(can.organization());
    let after = serde_json::json!({ "title": office.title, "since": office.since });
    history::record(
        tx,
        can.by(),
        Event::new(Act::OfficeTaken, subject).after(after),
    )
    .await?;
    // Another organization names them now.
    if is_new_here {
        tell_entered(tx, leader, can.organization()).await?;
    }
    Ok(Ok((leader, taken)))
}

/// Whether somebody holds the same office there at any time of this term.
async fn holds(tx: &mut Tx, leader: LeaderId, office: &NewOffice) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from leader_offices o where o.leader_id = $1 and o.organization_id = $2
            and o.mistaken_at is null and o.office = coalesce($3, office_of_title($4))
            and (o.office <> 'other' or lower(btrim(o.title)) = lower(btrim($4)))
            and daterange(o.since, o.until, '[]') && daterange($5, $6, '[]')) as "there!""#,
        leader as _,
        office.organization as _,
        office.term.office.map(crate::values::SigningOffice::code),
        office.title.as_str(),
        office.since,
        office.until
    )
    .fetch_one(&mut **tx)
    .await?)
}
