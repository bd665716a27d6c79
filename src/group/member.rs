//! Who is in a group, and as what.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::Result;
use crate::ids::{GroupId, LeaderId, MembershipId, OrganizationId};
use crate::leader::LeaderName;
use crate::organization::Mention;
use crate::values::{Country, GroupRole, LanguageTag, Line, RegistryNumber, Standing};

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
    /// The last day of its term, if one was said.
    pub term_until: Option<NaiveDate>,
}

/// A leader in a group, for themselves and not for an organization.
pub struct LeaderMember {
    /// The membership.
    pub id: MembershipId,
    /// Who.
    pub leader: LeaderId,
    /// What they are called, if anybody may know.
    pub names: Option<Vec<LeaderName>>,
    /// An organization that they hold an office in, for the desk.
    pub of: Option<RegistryNumber>,
    /// What they are there.
    pub role: GroupRole,
    /// The last day of their term, if one was said.
    pub term_until: Option<NaiveDate>,
}

/// Which of these organizations are in a group, or asked to be.
pub async fn members_among(
    conn: &mut PgConnection,
    group: GroupId,
    organizations: &[OrganizationId],
    now: DateTime<Utc>,
) -> Result<HashSet<OrganizationId>> {
    let ids = sqlx::query_scalar!(
        r#"select organization_id as "id!: OrganizationId" from group_members
         where group_id = $1 and organization_id = any($2) and until is null
         union
         select organization_id from group_invitations
         where group_id = $1 and organization_id = any($2) and answer is null and expires_at > $3"#,
        group as _,
        organizations as _,
        now
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().collect())
}

struct Row {
    membership: MembershipId,
    role: GroupRole,
    since: DateTime<Utc>,
    term_until: Option<NaiveDate>,
    id: OrganizationId,
    number: RegistryNumber,
    name: Line,
    name_language: Option<LanguageTag>,
    host_country: Country,
    standing: Standing,
}

/// The organizations in a group, or in it when it ended, the chair first.
pub async fn members(conn: &mut PgConnection, group: GroupId) -> Result<Vec<Member>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select m.id as membership, m.role, m.since, m.term_until, o.id, o.number, o.name as "name: Line", o.name_language,
                o.host_country, o.standing
           from group_members m join organizations o on o.id = m.organization_id
           where m.group_id = $1 and (m.until is null or m.ended_with_group)
           order by group_role_order(m.role), o.name, o.id"#,
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
            term_until: row.term_until,
        })
        .collect())
}

/// The leaders in a group, or in it when it ended, the chair first. Each is named only if they agree to that.
pub async fn leaders(conn: &mut PgConnection, group: GroupId) -> Result<Vec<LeaderMember>> {
    let rows = sqlx::query!(
        r#"select m.id, m.leader_id as "leader!: LeaderId", m.role, m.term_until,
            case when agrees(l.id, 'name', 'public_page') then l.public_names end as "names?: Json<Vec<LeaderName>>",
            (select o.number from leader_offices f join organizations o on o.id = f.organization_id
                where f.leader_id = l.id order by f.mistaken_at is not null, f.until desc nulls first, f.id limit 1) as "of?: RegistryNumber"
         from group_members m join leaders l on l.id = m.leader_id
         where m.group_id = $1 and (m.until is null or m.ended_with_group)
         order by group_role_order(m.role), m.since, m.id"#,
        group as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| LeaderMember {
            id: row.id,
            leader: row.leader,
            names: row.names.map(|names| names.0),
            of: row.of,
            role: row.role,
            term_until: row.term_until,
        })
        .collect())
}
