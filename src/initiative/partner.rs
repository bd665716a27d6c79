//! Which organizations carry an initiative.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::correct::unled;
use super::create::lock;
use super::policy::CanKeepInitiatives;
use super::{AcceptedBy, proposal, tell};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, AssignmentId, InitiativeId, OrganizationId};
use crate::notice::Letter;
use crate::organization::{self, Mention, team};
use crate::values::{Country, InitiativeRole, LanguageTag, Line, Prose, RegistryNumber, Standing};
use crate::{Error, Result};

/// An organization that carries an initiative.
#[derive(Debug)]
pub struct Partner {
    /// The partnership.
    pub id: AssignmentId,
    /// The organization.
    pub organization: Mention,
    /// What it is to the initiative.
    pub role: InitiativeRole,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Writes down that an organization carries an initiative as it did before anybody was asked: agreed with the board, and not here.
/// The sample comes in this way. Nothing where it carries it already, or is struck off or merged into another.
pub(crate) async fn add(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    initiative: InitiativeId,
    organization: OrganizationId,
    role: InitiativeRole,
) -> Result<Option<AssignmentId>> {
    let found = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    if !found.can_join() {
        return Ok(None);
    }
    let entry = Entry {
        initiative,
        organization,
        role,
        accepted_by: AcceptedBy::Board,
        asked_by: None,
    };
    let Some(id) = enter(tx, &entry).await? else {
        return Ok(None);
    };
    let act = (Act::InitiativePartnerAdded, None);
    record(tx, can.by(), act, (initiative, &found, role)).await?;
    Ok(Some(id))
}

/// How an organization comes to carry an initiative.
pub(super) struct Entry {
    pub(super) initiative: InitiativeId,
    pub(super) organization: OrganizationId,
    pub(super) role: InitiativeRole,
    pub(super) accepted_by: AcceptedBy,
    /// Who asked, and hears of it when the organization leaves.
    pub(super) asked_by: Option<AccountId>,
}

/// Writes it; nothing, if the organization carries the initiative already.
pub(super) async fn enter(tx: &mut Tx, entry: &Entry) -> Result<Option<AssignmentId>> {
    let (id, now) = (AssignmentId::fresh(), tx.now());
    let added = sqlx::query!(
        "insert into initiative_partners (id, initiative_id, organization_id, role, since, accepted_by, asked_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (initiative_id, organization_id) where until is null do nothing",
        id as _,
        entry.initiative as _,
        entry.organization as _,
        entry.role as _,
        now,
        entry.accepted_by as _,
        entry.asked_by as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if added == 0 {
        return Ok(None);
    }
    touch(tx, entry.initiative).await?;
    Ok(Some(id))
}

/// Writes it in the place of a lesser part, if the organization has one; nothing, if it carries as much of it or more already.
pub(super) async fn rise(tx: &mut Tx, entry: &Entry) -> Result<Option<AssignmentId>> {
    lock(tx, entry.initiative).await?;
    let now = tx.now();
    let role = sqlx::query_scalar!(
        "select role from initiative_partners where initiative_id = $1 and organization_id = $2 and until is null",
        entry.initiative as _,
        entry.organization as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    if role.is_some_and(|it| entry.role.outranks(it)) {
        sqlx::query!(
            "update initiative_partners set until = $3 where initiative_id = $1 and organization_id = $2 and until is null",
            entry.initiative as _,
            entry.organization as _,
            now
        )
        .execute(&mut **tx)
        .await?;
    }
    enter(tx, entry).await
}

/// What history says of an organization that comes, or is asked to, or does not want to.
pub(super) async fn record(
    tx: &mut Tx,
    by: &Actor,
    (act, words): (Act, Option<&Prose>),
    (initiative, organization, role): tell::Part<'_>,
) -> Result<()> {
    let title = first_title(tx, initiative).await?;
    let after = json!({ "initiative": title, "organization": organization.number, "role": role });
    let subject = Subject::initiative(initiative).of_organization(organization.id);
    let event = Event::new(act, subject).after(after).reason(words);
    history::record(tx, by, event).await
}

/// A part in an initiative that ended.
pub(super) struct Ended {
    pub(super) initiative: InitiativeId,
    pub(super) organization: Mention,
    pub(super) role: InitiativeRole,
    pub(super) asked_by: Option<AccountId>,
}

/// Ends a partnership. What was so until now can still be read.
///
/// # Errors
///
/// [`Error::Overtaken`] if it ended already.
pub(super) async fn end(
    tx: &mut Tx,
    by: &Actor,
    (act, words): (Act, Option<&Prose>),
    partnership: AssignmentId,
) -> Result<Ended> {
    let now = tx.now();
    let initiative = sqlx::query_scalar!(
        "select initiative_id from initiative_partners where id = $1",
        partnership as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    // Two leads who leave at once leave one after the other: the second is the last.
    lock(tx, initiative).await?;
    let row = sqlx::query!(
        "update initiative_partners set until = $2 where id = $1 and until is null
         returning initiative_id, organization_id, role, asked_by",
        partnership as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    touch(tx, row.initiative_id).await?;
    let organization = organization::mention(tx, row.organization_id)
        .await?
        .ok_or(Error::NotFound)?;
    let title = first_title(tx, row.initiative_id).await?;
    let before =
        json!({ "initiative": title, "organization": organization.number, "role": row.role });
    let subject = Subject::initiative(row.initiative_id).of_organization(organization.id);
    let event = Event::new(act, subject).before(before).reason(words);
    history::record(tx, by, event).await?;
    if row.role == InitiativeRole::Lead {
        // What it wanted to change is not its to change any more, and stands in nobody's way.
        proposal::drop_changes(tx, by, (row.initiative_id, row.organization_id)).await?;
        unled(tx, by, row.initiative_id).await?;
    }
    Ok(Ended {
        initiative: row.initiative_id,
        organization,
        role: row.role,
        asked_by: row.asked_by,
    })
}

/// Takes an organization out of an initiative, and tells its team.
pub async fn remove(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    partnership: AssignmentId,
) -> Result<()> {
    let act = (Act::InitiativePartnerRemoved, None);
    let ended = end(tx, can.by(), act, partnership).await?;
    let part = (ended.initiative, &ended.organization, ended.role);
    let of = tell::of(tx, part, Some(ended.organization.number)).await?;
    let but = can.by().account();
    team::tell(tx, ended.organization.id, but, &Letter::PartnerRemoved(of)).await
}

/// Who carries an initiative is a part of it: whatever is made of it is made anew.
async fn touch(tx: &mut Tx, initiative: InitiativeId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update initiatives set updated_at = $2 where id = $1",
        initiative as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The title that an initiative goes by, for history.
pub(super) async fn first_title(tx: &mut Tx, initiative: InitiativeId) -> Result<Option<Line>> {
    Ok(sqlx::query_scalar!(
        "select title from initiative_texts where initiative_id = $1 order by position limit 1",
        initiative as _
    )
    .fetch_optional(&mut **tx)
    .await?)
}

struct Row {
    partnership: AssignmentId,
    role: InitiativeRole,
    since: DateTime<Utc>,
    id: OrganizationId,
    number: RegistryNumber,
    name: Line,
    name_language: Option<LanguageTag>,
    host_country: Country,
    standing: Standing,
}

/// Whether an organization in whose team somebody is carries an initiative.
pub async fn is_own(conn: &mut PgConnection, actor: &Actor, id: InitiativeId) -> Result<bool> {
    let Some(account) = actor.account() else {
        return Ok(false);
    };
    Ok(sqlx::query_scalar!(
        r#"select exists (select from initiative_partners p join organization_team t on t.organization_id = p.organization_id
            where p.initiative_id = $1 and p.until is null and t.account_id = $2 and t.until is null) as "is!""#,
        id as _,
        account as _
    )
    .fetch_one(conn)
    .await?)
}

/// Those who carry an initiative, the lead first.
pub async fn partners(conn: &mut PgConnection, initiative: InitiativeId) -> Result<Vec<Partner>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select p.id as partnership, p.role, p.since, o.id, o.number, o.name as "name: Line", o.name_language,
                o.host_country, o.standing
           from initiative_partners p join organizations o on o.id = p.organization_id
           where p.initiative_id = $1 and p.until is null
           order by array_position(array['lead', 'partner', 'supporter'], p.role), o.name, o.id"#,
        initiative as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Partner {
            id: row.partnership,
            organization: Mention {
                id: row.id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
            role: row.role,
            since: row.since,
        })
        .collect())
}
