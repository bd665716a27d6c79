//! Finding groups.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::ending::End;
use super::said::{GroupText, Said};
use crate::Result;
use crate::ids::{GroupId, MembershipId, OrganizationId};
use crate::values::{Country, GroupKind, GroupRole, LanguageTag, SigningOffice, Wording};

/// A group.
#[derive(Debug)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What the board says of it.
    pub said: Said,
    /// Counts its changes.
    pub version: i32,
    /// Its end, as far as it is known.
    pub end: End,
}

/// A group in a list.
#[derive(Debug)]
pub struct Summary {
    /// Its id.
    pub id: GroupId,
    /// What it is.
    pub kind: GroupKind,
    /// What it is called.
    pub names: Vec<Wording>,
    /// What it is a part of.
    pub parent: Option<GroupId>,
    /// The countries it works in; none where it works everywhere.
    pub host_countries: Vec<Country>,
    /// How many organizations and leaders are in it, or were when it ended; not those that are struck off.
    pub members: i64,
    /// Its end, as far as it is known.
    pub end: End,
}

/// A group that an organization is in.
#[derive(Debug)]
pub struct Seat {
    /// The membership.
    pub id: MembershipId,
    /// The group.
    pub group: GroupId,
    /// What the group is.
    pub kind: GroupKind,
    /// What it is called.
    pub names: Vec<Wording>,
    /// What the organization is in it.
    pub role: GroupRole,
    /// The office that its seat is bound to.
    pub seat: Option<SigningOffice>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// The end of the group, as far as it is known.
    pub end: End,
}

/// The group with this id.
pub async fn find(conn: &mut PgConnection, id: GroupId) -> Result<Option<Group>> {
    let row = sqlx::query!(
        "select kind, parent_id, areas, host_countries, joining, started_on, ended_on, ended_at, version from groups where id = $1",
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let texts = sqlx::query_as!(
        GroupText,
        "select language, purpose, terms from group_texts where group_id = $1 order by language",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    Ok(Some(Group {
        id,
        said: Said {
            kind: row.kind,
            names: names(conn, &[id]).await?.remove(&id).unwrap_or_default(),
            texts,
            parent: row.parent_id,
            areas: row.areas,
            host_countries: row.host_countries,
            joining: row.joining,
            started_on: row.started_on,
            ended_on: row.ended_on,
        },
        version: row.version,
        end: End {
            on: row.ended_on,
            at: row.ended_at,
        },
    }))
}

/// The groups that go on on a day, of one kind or of all, by kind and then as they were created.
pub async fn list(
    conn: &mut PgConnection,
    kind: Option<GroupKind>,
    today: NaiveDate,
) -> Result<Vec<Summary>> {
    summaries(conn, kind, today, false).await
}

/// The groups that are over on a day, the last to end first.
pub async fn list_ended(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Summary>> {
    summaries(conn, None, today, true).await
}

async fn summaries(
    conn: &mut PgConnection,
    kind: Option<GroupKind>,
    today: NaiveDate,
    over: bool,
) -> Result<Vec<Summary>> {
    let rows = sqlx::query!(
        r#"select g.id, g.kind, g.parent_id, g.host_countries, g.ended_on, g.ended_at,
                (select count(*) from group_members m
                    where m.group_id = g.id and (m.until is null or m.ended_with_group)
                        and not exists (select from organizations o where o.id = m.organization_id and o.standing = 'struck_off')) as "members!"
           from groups g
           where group_is_over(g.ended_on, g.ended_at, $2) = $3 and ($1::text is null or g.kind = $1)
           order by case when $3 then g.ended_on end desc,
            array_position(array['council', 'federation', 'working-group', 'programme'], g.kind), g.created_at, g.id"#,
        kind as _,
        today,
        over
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<GroupId> = rows.iter().map(|row| row.id).collect();
    let mut names = names(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Summary {
            id: row.id,
            kind: row.kind,
            names: names.remove(&row.id).unwrap_or_default(),
            parent: row.parent_id,
            host_countries: row.host_countries,
            members: row.members,
            end: End {
                on: row.ended_on,
                at: row.ended_at,
            },
        })
        .collect())
}

/// The groups that an organization is in.
pub async fn of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Seat>> {
    seats(conn, organization, false).await
}

/// The groups that an organization was in when they ended.
pub async fn ended_of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<Seat>> {
    seats(conn, organization, true).await
}

async fn seats(
    conn: &mut PgConnection,
    organization: OrganizationId,
    ended: bool,
) -> Result<Vec<Seat>> {
    let rows = sqlx::query!(
        "select m.id, m.group_id, g.kind, m.role, m.seat, m.since, g.ended_on, g.ended_at
         from group_members m join groups g on g.id = m.group_id
         where m.organization_id = $1 and case when $2 then m.ended_with_group else m.until is null end
         order by m.since, m.id",
        organization as _,
        ended
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<GroupId> = rows.iter().map(|row| row.group_id).collect();
    let mut names = names(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Seat {
            id: row.id,
            group: row.group_id,
            kind: row.kind,
            names: names.remove(&row.group_id).unwrap_or_default(),
            role: row.role,
            seat: row.seat,
            since: row.since,
            end: End {
                on: row.ended_on,
                at: row.ended_at,
            },
        })
        .collect())
}

/// What a group is called.
pub async fn called(conn: &mut PgConnection, group: GroupId) -> Result<Vec<Wording>> {
    Ok(names(conn, &[group])
        .await?
        .remove(&group)
        .unwrap_or_default())
}

/// What each of these groups is called, the first name first.
pub async fn names(
    conn: &mut PgConnection,
    groups: &[GroupId],
) -> Result<HashMap<GroupId, Vec<Wording>>> {
    struct Row {
        group_id: GroupId,
        language: LanguageTag,
        text: crate::values::Line,
    }
    let ids: Vec<_> = groups.iter().map(|id| id.uuid()).collect();
    let rows = sqlx::query_as!(
        Row,
        "select group_id, language, text from group_names where group_id = any($1) order by group_id, position",
        &ids
    )
    .fetch_all(conn)
    .await?;
    let mut all: HashMap<GroupId, Vec<Wording>> = HashMap::new();
    for Row {
        group_id,
        language,
        text,
    } in rows
    {
        all.entry(group_id)
            .or_default()
            .push(Wording { language, text });
    }
    Ok(all)
}
