//! Which organizations carry an initiative.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanKeepInitiatives;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AssignmentId, InitiativeId, OrganizationId};
use crate::organization::{self, Mention};
use crate::values::{Country, InitiativeRole, LanguageTag, Line, RegistryNumber, Standing};
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

/// Why an organization was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It is a partner already.
    AlreadyIn,
    /// It is struck off or merged into another.
    NotRegistered,
}

/// Adds an organization to an initiative.
pub async fn add(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    initiative: InitiativeId,
    organization: OrganizationId,
    role: InitiativeRole,
) -> Result<Result<AssignmentId, NotAdded>> {
    let organization = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    if !organization.can_join() {
        return Ok(Err(NotAdded::NotRegistered));
    }
    let id = AssignmentId::fresh();
    let now = tx.now();
    let added = sqlx::query!(
        "insert into initiative_partners (id, initiative_id, organization_id, role, since) values ($1, $2, $3, $4, $5)
         on conflict (initiative_id, organization_id) where until is null do nothing",
        id as _,
        initiative as _,
        organization.id as _,
        role as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if added == 0 {
        return Ok(Err(NotAdded::AlreadyIn));
    }
    touch(tx, initiative).await?;
    let title = first_title(tx, initiative).await?;
    let after = json!({ "initiative": title, "organization": organization.number, "role": role });
    let subject = Subject::initiative(initiative).of_organization(organization.id);
    let event = Event::new(Act::InitiativePartnerAdded, subject).after(after);
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Ends a partnership. What was so until now can still be read.
pub async fn remove(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    partnership: AssignmentId,
) -> Result<()> {
    let now = tx.now();
    let ended = sqlx::query!(
        "update initiative_partners p set until = $2 from organizations o
         where p.id = $1 and p.until is null and o.id = p.organization_id
         returning p.initiative_id, p.organization_id, p.role, o.number",
        partnership as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    touch(tx, ended.initiative_id).await?;
    let title = first_title(tx, ended.initiative_id).await?;
    let before = json!({ "initiative": title, "organization": ended.number, "role": ended.role });
    let subject = Subject::initiative(ended.initiative_id).of_organization(ended.organization_id);
    let event = Event::new(Act::InitiativePartnerRemoved, subject).before(before);
    history::record(tx, can.by(), event).await
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
