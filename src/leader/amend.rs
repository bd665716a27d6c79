//! Changing who is in office at an organization, as its amendment or renewal says and the board accepted.

use chrono::NaiveDate;
use serde_json::json;
use sqlx::PgConnection;

use super::consent::{self, ConsentMeans, ConsentPurpose, Withdrawn};
use super::create::{self, NewLeader, NewOffice, write_office};
use super::link::tell_later;
use super::person::{LeaderName, NAMES, PRIVATE, Private, Term};
use super::profile::{Facts, Keeper, known};
use super::{ConsentField, address, keep, lock, mark, source};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, OfficeId, OrganizationId};
use crate::names::fold;
use crate::organization::{self, Organization, Particulars, PersonChange, PersonEntry};
use crate::values::Email;
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Those in office at an organization today, as its own people say them in a form. The addresses that the board has are
/// not among it: the form keeps them where it says none.
pub async fn people_of(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
    today: NaiveDate,
) -> Result<Vec<PersonEntry>> {
    let rows = sqlx::query!(
        r#"select o.id, l.id as leader_id, l.names_sealed, o.title, o.since, o.until, o.signs,
            agrees(l.id, 'name', 'public_page') as "consents!"
         from leader_offices o join leaders l on l.id = o.leader_id
         where o.organization_id = $1 and (o.until is null or o.until >= $2) and o.mistaken_at is null
         order by o.since nulls first, o.id"#,
        organization as _,
        today
    )
    .fetch_all(conn)
    .await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        let names: Vec<LeaderName> = vault.open_json(NAMES, row.leader_id, &row.names_sealed)?;
        let Some(name) = names.into_iter().next() else {
            continue;
        };
        people.push(PersonEntry {
            office: Some(row.id),
            since: row.since,
            until: row.until,
            signs: row.signs,
            ..PersonEntry::new(name.text, row.title, None, row.consents)
        });
    }
    Ok(people)
}

/// What the registry says of an organization today, those in office there among it.
pub async fn registered(
    conn: &mut PgConnection,
    vault: &Vault,
    id: OrganizationId,
    today: NaiveDate,
) -> Result<Option<Particulars>> {
    let Some(said) = organization::particulars(conn, vault, id).await? else {
        return Ok(None);
    };
    let people = people_of(conn, vault, id, today).await?;
    Ok(Some(Particulars { people, ..said }))
}

/// The same people for a form that begins with them, and history says who looked.
pub async fn fill_in(
    tx: &mut Tx,
    by: &Actor,
    organization: &Organization,
) -> Result<Vec<PersonEntry>> {
    let (vault, today) = (tx.vault(), tx.today());
    let people = people_of(tx, &vault, organization.id, today).await?;
    if !people.is_empty() {
        let subject = Subject::organization(organization.id, organization.number);
        let event =
            Event::new(Act::PersonalDataViewed, subject).after(json!({ "leaders": people.len() }));
        history::record(tx, by, event).await?;
    }
    Ok(people)
}

/// Does what an accepted amendment or renewal meant to change: offices end, people join, and what is said of an office
/// changes. A consent changes only where it says something else of it than it began with.
pub async fn amend(
    tx: &mut Tx,
    by: &Actor,
    organization: OrganizationId,
    changes: &[PersonChange],
) -> Result<()> {
    for change in changes {
        match change {
            PersonChange::Joins(person) => join(tx, by, organization, person).await?,
            PersonChange::Leaves(was) => {
                let last = last_day(tx.today());
                let Some((leader, office)) = held(tx, organization, was).await? else {
                    continue;
                };
                end(tx, by, (organization, leader, office), last).await?;
            }
            PersonChange::Changes { was, is } => {
                // An office that is not there any more was moved or ended by others: nothing is undone.
                let Some((leader, office)) = held(tx, organization, was).await? else {
                    continue;
                };
                rewrite(tx, by, (organization, leader, office), (was, is)).await?;
            }
        }
    }
    Ok(())
}

/// The last day of an office of which none is named: the one before the board accepted that it ends, so that nobody is shown
/// in office who is out of it.
pub fn last_day(today: NaiveDate) -> NaiveDate {
    today.pred_opt().unwrap_or(today)
}

/// The leader in an office of this organization, held until the transaction ends.
async fn held(
    tx: &mut Tx,
    organization: OrganizationId,
    person: &PersonEntry,
) -> Result<Option<(LeaderId, OfficeId)>> {
    let Some(office) = person.office else {
        return Ok(None);
    };
    let leader = sqlx::query_scalar!(
        "select leader_id from leader_offices where id = $1 and organization_id = $2 and mistaken_at is null for update",
        office as _,
        organization as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(leader.map(|leader| (leader, office)))
}

/// A person of the particulars, as a leader with one office there.
pub fn leader_of(organization: OrganizationId, person: &PersonEntry) -> NewLeader {
    NewLeader {
        names: vec![LeaderName {
            text: person.name.clone(),
            language: None,
        }],
        languages: Vec::new(),
        email: person.email.clone(),
        office: NewOffice {
            organization,
            title: person.title.clone(),
            title_language: None,
            other: None,
            since: person.since,
            until: person.until,
            signs: person.signs,
            term: Term::default(),
        },
        consent: person.consents.then_some(ConsentMeans::Registration),
    }
}

async fn join(
    tx: &mut Tx,
    by: &Actor,
    organization: OrganizationId,
    person: &PersonEntry,
) -> Result<()> {
    let new = leader_of(organization, person);
    let Some(leader) = named(tx, organization, person).await? else {
        let leader = create::create(tx, by, new).await?;
        return tell_later(tx, leader).await;
    };
    // Another case may have said the same meanwhile: nobody is the same thing twice.
    if let Some(was) = in_seat(tx, organization, leader, person).await?
        && let Some(office) = was.office
    {
        let is = was.joined_by(person);
        return rewrite(tx, by, (organization, leader, office), (&was, &is)).await;
    }
    write_office(tx, leader, &new.office).await?;
    let subject = Subject::leader(leader).of_organization(organization);
    let after = json!({ "title": new.office.title, "since": new.office.since });
    history::record(tx, by, Event::new(Act::OfficeTaken, subject).after(after)).await?;
    write_email(tx, (organization, leader), person.email.as_ref()).await?;
    if new.consent.is_some() {
        consent::write_shown_again(tx, by, leader).await?;
    }
    Ok(())
}

/// The office that a leader holds there today, if it is the one that somebody says they take.
async fn in_seat(
    tx: &mut Tx,
    organization: OrganizationId,
    leader: LeaderId,
    person: &PersonEntry,
) -> Result<Option<PersonEntry>> {
    let today = tx.today();
    let rows = sqlx::query!(
        r#"select o.id, o.title, o.since, o.until, o.signs,
            agrees(o.leader_id, 'name', 'public_page') as "consents!"
         from leader_offices o
         where o.leader_id = $1 and o.organization_id = $2 and (o.until is null or o.until >= $3) and o.mistaken_at is null
         order by o.id for update of o"#,
        leader as _,
        organization as _,
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    let seats = rows.into_iter().map(|row| PersonEntry {
        office: Some(row.id),
        since: row.since,
        until: row.until,
        signs: row.signs,
        ..PersonEntry::new(person.name.clone(), row.title, None, row.consents)
    });
    let mut seats = seats.filter(|seat| seat.is_same_seat(person));
    Ok(seats.next())
}

/// Somebody who is or was in office there under this name, and of whom no other address is known.
async fn named(
    tx: &mut Tx,
    organization: OrganizationId,
    person: &PersonEntry,
) -> Result<Option<LeaderId>> {
    let rows = sqlx::query!(
        "select l.id, l.names_sealed, l.private_sealed from leaders l
         where exists (select from leader_offices o where o.leader_id = l.id and o.organization_id = $1)
         order by l.id for update",
        organization as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let (vault, name) = (tx.vault(), fold(&person.name));
    for row in rows {
        let names: Vec<LeaderName> = vault.open_json(NAMES, row.id, &row.names_sealed)?;
        let private = open_private(&vault, row.id, row.private_sealed.as_ref())?;
        let same_address = match (&private.email, &person.email) {
            (Some(one), Some(other)) => one.lookup_key() == other.lookup_key(),
            _ => true,
        };
        if same_address && names.iter().any(|it| fold(&it.text) == name) {
            return Ok(Some(row.id));
        }
    }
    Ok(None)
}

async fn end(
    tx: &mut Tx,
    by: &Actor,
    (organization, leader, office): (OrganizationId, LeaderId, OfficeId),
    on: NaiveDate,
) -> Result<()> {
    let now = tx.now();
    // A term that has not begun ends on its first day, and one that has ended stays as it was.
    let ended = sqlx::query!(
        "update leader_offices set until = greatest($2, since), ended_at = $3 where id = $1 and (until is null or until > $2)
         returning title, until",
        office as _,
        on,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(ended) = ended else {
        return Ok(());
    };
    let subject = Subject::leader(leader).of_organization(organization);
    let after = json!({ "title": ended.title, "until": ended.until });
    history::record(tx, by, Event::new(Act::OfficeEnded, subject).after(after)).await
}

async fn rewrite(
    tx: &mut Tx,
    by: &Actor,
    (organization, leader, office): (OrganizationId, LeaderId, OfficeId),
    (was, is): (&PersonEntry, &PersonEntry),
) -> Result<()> {
    // Another title is in nobody knows which language, and its translation is of the old one.
    sqlx::query!(
        "update leader_offices set since = $2, until = $3, signs = $4, title = $5,
            office = case when title = $5 then office else office_of_title($5) end,
            ended_at = case when until is not distinct from $3 then ended_at end,
            title_language = case when title = $5 then title_language end,
            title_other = case when title = $5 then title_other end,
            title_other_language = case when title = $5 then title_other_language end
         where id = $1",
        office as _,
        is.since,
        is.until,
        is.signs,
        is.title.as_str(),
    )
    .execute(&mut **tx)
    .await?;
    write_email(tx, (organization, leader), is.email.as_ref()).await?;
    let said = |it: &PersonEntry| json!({ "title": it.title, "since": it.since, "until": it.until, "signs": it.signs });
    let act = match was.until.is_none() && is.until.is_some() {
        true => Act::OfficeEnded,
        false => Act::OfficeChanged,
    };
    let subject = Subject::leader(leader).of_organization(organization);
    let event = Event::new(act, subject).before(said(was)).after(said(is));
    history::record(tx, by, event).await?;
    match (was.consents, is.consents) {
        (false, true) => {
            consent::write_shown_again(tx, by, leader).await?;
        }
        (true, false) => {
            let what = Withdrawn::Purpose(ConsentPurpose::PublicPage);
            consent::end(tx, (by, false), leader, what).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Keeps an address where one is given and is another; where none is, the one that the board has stays, and so does one that the leader
/// said themselves. Whoever is reached at the one before is told.
async fn write_email(
    tx: &mut Tx,
    (organization, leader): (OrganizationId, LeaderId),
    email: Option<&Email>,
) -> Result<()> {
    let Some(email) = email else {
        return Ok(());
    };
    lock(tx, leader).await?;
    let vault = tx.vault();
    let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let source = there.sources.get(&ConsentField::Contact);
    let is_theirs = source.is_some_and(|it| it.keeper == Keeper::Themselves);
    let known_as = there.facts.email.as_ref().map(Email::lookup_key);
    if is_theirs || known_as == Some(email.lookup_key()) {
        return Ok(());
    }
    let facts = Facts {
        email: Some(email.clone()),
        ..there.facts.clone()
    };
    keep::write(tx, leader, &facts).await?;
    address::prove(tx, leader).await?;
    mark(tx, leader, &facts).await?;
    let by = (Keeper::Organization, Some(organization));
    source::write(tx, leader, by, &[ConsentField::Contact]).await?;
    keep::tell_of_change(tx, &there).await?;
    if there.facts.email.is_none() {
        tell_later(tx, leader).await?;
    }
    Ok(())
}

fn open_private(vault: &Vault, leader: LeaderId, sealed: Option<&Sealed>) -> Result<Private> {
    match sealed {
        Some(sealed) => Ok(vault.open_json(PRIVATE, leader, sealed)?),
        None => Ok(Private::default()),
    }
}
