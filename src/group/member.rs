//! Who is in a group, and as what.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::CanGroup;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, MembershipId, OrganizationId};
use crate::organization::{self, Mention};
use crate::values::{
    Country, GroupRole, LanguageTag, Line, RegistryNumber, SigningOffice, Standing,
};
use crate::{Error, Result};

/// An organization in a group.
#[derive(Debug)]
pub struct Member {
    /// The membership.
    pub id: MembershipId,
    /// The organization.
    pub organization: Mention,
    /// What it is there.
    pub role: GroupRole,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Why an organization was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It is in the group already.
    AlreadyIn,
    /// It is struck off or merged into another.
    NotRegistered,
}

/// Adds an organization to a group; into a seat that is bound to an office of it, if one is named.
pub async fn add(
    tx: &mut Tx,
    can: &CanGroup,
    group: GroupId,
    organization: OrganizationId,
    role: GroupRole,
    seat: Option<SigningOffice>,
) -> Result<Result<MembershipId, NotAdded>> {
    let organization = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    if !organization.can_join() {
        return Ok(Err(NotAdded::NotRegistered));
    }
    let id = MembershipId::fresh();
    let now = tx.now();
    let added = sqlx::query!(
        "insert into group_members (id, group_id, organization_id, role, since, seat) values ($1, $2, $3, $4, $5, $6)
         on conflict (group_id, organization_id) where until is null do nothing",
        id as _,
        group as _,
        organization.id as _,
        role as _,
        now,
        seat as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if added == 0 {
        return Ok(Err(NotAdded::AlreadyIn));
    }
    let name = first_name(tx, group).await?;
    let after =
        json!({ "group": name, "organization": organization.number, "role": role, "seat": seat });
    let subject = Subject::group(group).of_organization(organization.id);
    let event = Event::new(Act::GroupMemberAdded, subject).after(after);
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Which of these organizations are in a group.
pub async fn members_among(
    conn: &mut PgConnection,
    group: GroupId,
    organizations: &[OrganizationId],
) -> Result<HashSet<OrganizationId>> {
    let ids = sqlx::query_scalar!(
        r#"select organization_id as "id: OrganizationId" from group_members
         where group_id = $1 and organization_id = any($2) and until is null"#,
        group as _,
        organizations as _
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().collect())
}

/// Ends a membership. What was so until now can still be read.
pub async fn remove(tx: &mut Tx, can: &CanGroup, membership: MembershipId) -> Result<()> {
    let now = tx.now();
    let ended = sqlx::query!(
        "update group_members m set until = $2 from organizations o
         where m.id = $1 and m.until is null and o.id = m.organization_id
         returning m.group_id, m.organization_id, m.role, o.number",
        membership as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let name = first_name(tx, ended.group_id).await?;
    let before = json!({ "group": name, "organization": ended.number, "role": ended.role });
    let subject = Subject::group(ended.group_id).of_organization(ended.organization_id);
    let event = Event::new(Act::GroupMemberRemoved, subject).before(before);
    history::record(tx, can.by(), event).await
}

/// The name that a group goes by, for history.
async fn first_name(tx: &mut Tx, group: GroupId) -> Result<Option<Line>> {
    Ok(sqlx::query_scalar!(
        "select text from group_names where group_id = $1 order by position limit 1",
        group as _
    )
    .fetch_optional(&mut **tx)
    .await?)
}

struct Row {
    membership: MembershipId,
    role: GroupRole,
    since: DateTime<Utc>,
    id: OrganizationId,
    number: RegistryNumber,
    name: Line,
    name_language: Option<LanguageTag>,
    host_country: Country,
    standing: Standing,
}

/// Those in a group, the chair first.
pub async fn members(conn: &mut PgConnection, group: GroupId) -> Result<Vec<Member>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select m.id as membership, m.role, m.since, o.id, o.number, o.name as "name: Line", o.name_language,
                o.host_country, o.standing
           from group_members m join organizations o on o.id = m.organization_id
           where m.group_id = $1 and m.until is null
           order by array_position(array['chair', 'vice', 'member', 'observer'], m.role), o.name, o.id"#,
        group as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Member {
            id: row.membership,
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
