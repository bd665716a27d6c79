//! What is near what, as the database says it. Whoever is struck off or merged into another is near nobody.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::find::{Rows, Tie};
use super::policy::CanSee;
use crate::Result;
use crate::ids::{GroupId, InitiativeId, OrganizationId};
use crate::radar::LinkKind;
use crate::values::Country;

/// A kind of tie that has a number, and how many there are.
type Numbered = (fn(i64) -> Tie, i64);

/// Ties by number; those of which there are none are none.
fn counted(ties: &[Numbered]) -> Vec<Tie> {
    let there = ties.iter().filter(|(_, count)| *count > 0);
    there.map(|(tie, count)| tie(*count)).collect()
}

/// Organizations that share initiatives, leaders or groups with an organization.
pub(super) async fn around_organization(
    conn: &mut PgConnection,
    can: CanSee,
    (id, today): (OrganizationId, NaiveDate),
    most: i64,
) -> Result<Rows<OrganizationId>> {
    let rows = sqlx::query!(
        r#"with ties as (
            select b.organization_id as id, a.initiative_id as initiative, null::uuid as grouping, null::uuid as leader
            from initiative_partners a join initiatives i on i.id = a.initiative_id and ($2 or exists (select from public_initiatives v where v.id = i.id))
                join initiative_partners b on b.initiative_id = a.initiative_id and b.until is null
            where a.organization_id = $1 and a.until is null
            union all
            select b.organization_id, null, a.group_id, null
            from group_members a join groups g on g.id = a.group_id and (g.ended_on is null or g.ended_on >= $4)
                join group_members b on b.group_id = a.group_id and b.until is null
            where a.organization_id = $1 and a.until is null
            union all
            select b.organization_id, null, null, a.leader_id
            from leader_offices a join leader_offices b on b.leader_id = a.leader_id
            where a.organization_id = $1 and covers(a.since, a.until, $4) and covers(b.since, b.until, $4)
                and a.mistaken_at is null and b.mistaken_at is null
                and ($3 or agrees(a.leader_id, 'name', 'public_page') and agrees(a.leader_id, 'office', 'public_page'))
         )
         select t.id as "id!: OrganizationId", count(distinct t.initiative) as "initiatives!", count(distinct t.grouping) as "groups!",
            count(distinct t.leader) as "leaders!", count(*) over () as "total!"
         from ties t join organizations o on o.id = t.id
         where t.id <> $1 and o.standing not in ('struck_off', 'merged')
         group by t.id
         order by 3 * count(distinct t.initiative) + 2 * count(distinct t.leader) + count(distinct t.grouping) desc, t.id
         limit $5"#,
        id as _,
        can.scope().unpublished(),
        can.all_leaders(),
        today,
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let ties = |row: (i64, i64, i64)| {
        counted(&[
            (Tie::Initiatives, row.0),
            (Tie::Leaders, row.1),
            (Tie::Groups, row.2),
        ])
    };
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.id, ties((row.initiatives, row.leaders, row.groups))));
    Ok((rows.collect(), total))
}

/// Initiatives that an organization carries.
pub(super) async fn carried(
    conn: &mut PgConnection,
    can: CanSee,
    id: OrganizationId,
    most: i64,
) -> Result<Rows<InitiativeId>> {
    let rows = sqlx::query!(
        r#"select p.initiative_id, p.role, count(*) over () as "total!"
         from initiative_partners p join initiatives i on i.id = p.initiative_id
         where p.organization_id = $1 and p.until is null and ($2 or exists (select from public_initiatives v where v.id = i.id))
         order by array_position(array['lead', 'partner', 'supporter'], p.role), p.initiative_id limit $3"#,
        id as _,
        can.scope().unpublished(),
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.initiative_id, vec![Tie::Carries(row.role)]));
    Ok((rows.collect(), total))
}

/// Groups that an organization is in.
pub(super) async fn groups_of(
    conn: &mut PgConnection,
    (id, today): (OrganizationId, NaiveDate),
    most: i64,
) -> Result<Rows<GroupId>> {
    let rows = sqlx::query!(
        r#"select m.group_id, m.role, count(*) over () as "total!"
         from group_members m join groups g on g.id = m.group_id
         where m.organization_id = $1 and m.until is null and (g.ended_on is null or g.ended_on >= $3)
         order by array_position(array['chair', 'vice', 'member', 'observer'], m.role), m.group_id limit $2"#,
        id as _,
        most,
        today
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.group_id, vec![Tie::Member(row.role)]));
    Ok((rows.collect(), total))
}

/// Organizations that carry an initiative.
pub(super) async fn carrying(
    conn: &mut PgConnection,
    id: InitiativeId,
    most: i64,
) -> Result<Rows<OrganizationId>> {
    let rows = sqlx::query!(
        r#"select p.organization_id, p.role, count(*) over () as "total!"
         from initiative_partners p join organizations o on o.id = p.organization_id
         where p.initiative_id = $1 and p.until is null and o.standing not in ('struck_off', 'merged')
         order by array_position(array['lead', 'partner', 'supporter'], p.role), p.organization_id limit $2"#,
        id as _,
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.organization_id, vec![Tie::Carries(row.role)]));
    Ok((rows.collect(), total))
}

/// Initiatives that are linked to an initiative, and those that the same organizations carry.
pub(super) async fn around_initiative(
    conn: &mut PgConnection,
    can: CanSee,
    id: InitiativeId,
    most: i64,
) -> Result<Rows<InitiativeId>> {
    let rows = sqlx::query!(
        r#"with ties as (
            select case when p.one_id = $1 then p.other_id else p.one_id end as id, p.link,
                (p.one_id = $1) <> p.reversed as is_from, null::uuid as organization
            from overlap_pairs p where p.state = 'linked' and (p.one_id = $1 or p.other_id = $1)
            union all
            select b.initiative_id, null, null, a.organization_id
            from initiative_partners a join initiative_partners b on b.organization_id = a.organization_id and b.until is null
                join organizations o on o.id = a.organization_id and o.standing not in ('struck_off', 'merged')
            where a.initiative_id = $1 and a.until is null
         )
         select t.id as "id!: InitiativeId", max(t.link) as "link: LinkKind", bool_or(t.is_from) as is_from,
            count(distinct t.organization) as "organizations!", count(*) over () as "total!"
         from ties t join initiatives i on i.id = t.id
         where t.id <> $1 and ($2 or exists (select from public_initiatives v where v.id = i.id))
         group by t.id
         order by max(t.link) is null, count(distinct t.organization) desc, t.id limit $3"#,
        id as _,
        can.scope().unpublished(),
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter().map(|row| {
        let link = row
            .link
            .map(|kind| Tie::Linked(kind, row.is_from == Some(true)));
        let shared = counted(&[(Tie::Organizations, row.organizations)]);
        (row.id, link.into_iter().chain(shared).collect())
    });
    Ok((rows.collect(), total))
}

/// Organizations that are in a group.
pub(super) async fn members(
    conn: &mut PgConnection,
    id: GroupId,
    most: i64,
) -> Result<Rows<OrganizationId>> {
    let rows = sqlx::query!(
        r#"select m.organization_id as "organization_id!: OrganizationId", m.role, count(*) over () as "total!"
         from group_members m join organizations o on o.id = m.organization_id
         where m.group_id = $1 and m.until is null and o.standing not in ('struck_off', 'merged')
         order by array_position(array['chair', 'vice', 'member', 'observer'], m.role), m.organization_id limit $2"#,
        id as _,
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.organization_id, vec![Tie::Member(row.role)]));
    Ok((rows.collect(), total))
}

/// Groups that share members with a group.
pub(super) async fn around_group(
    conn: &mut PgConnection,
    (id, today): (GroupId, NaiveDate),
    most: i64,
) -> Result<Rows<GroupId>> {
    let rows = sqlx::query!(
        r#"select b.group_id, count(*) as "organizations!", count(*) over () as "total!"
         from group_members a join group_members b on b.organization_id = a.organization_id and b.until is null
            join groups g on g.id = b.group_id and (g.ended_on is null or g.ended_on >= $3)
            join organizations o on o.id = a.organization_id and o.standing not in ('struck_off', 'merged')
         where a.group_id = $1 and a.until is null and b.group_id <> $1
         group by b.group_id order by count(*) desc, b.group_id limit $2"#,
        id as _,
        most,
        today
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.group_id, vec![Tie::Organizations(row.organizations)]));
    Ok((rows.collect(), total))
}

/// Initiatives that members of a group carry.
pub(super) async fn initiatives_of_members(
    conn: &mut PgConnection,
    can: CanSee,
    id: GroupId,
    most: i64,
) -> Result<Rows<InitiativeId>> {
    let rows = sqlx::query!(
        r#"select p.initiative_id, count(*) as "organizations!", count(*) over () as "total!"
         from group_members m join initiative_partners p on p.organization_id = m.organization_id and p.until is null
            join initiatives i on i.id = p.initiative_id and ($2 or exists (select from public_initiatives v where v.id = i.id))
            join organizations o on o.id = m.organization_id and o.standing not in ('struck_off', 'merged')
         where m.group_id = $1 and m.until is null
         group by p.initiative_id order by count(*) desc, p.initiative_id limit $3"#,
        id as _,
        can.scope().unpublished(),
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| {
        (
            row.initiative_id,
            vec![Tie::Organizations(row.organizations)],
        )
    });
    Ok((rows.collect(), total))
}

/// Countries whose organizations share initiatives and groups with those of a country.
pub(super) async fn around_country(
    conn: &mut PgConnection,
    can: CanSee,
    (country, today): (Country, NaiveDate),
    most: i64,
) -> Result<Rows<Country>> {
    let rows = sqlx::query!(
        r#"with ties as (
            select y.host_country as id, a.initiative_id as initiative, null::uuid as grouping
            from initiative_partners a join organizations x on x.id = a.organization_id and x.host_country = $1
                    and x.standing not in ('struck_off', 'merged')
                join initiatives i on i.id = a.initiative_id and ($2 or exists (select from public_initiatives v where v.id = i.id))
                join initiative_partners b on b.initiative_id = a.initiative_id and b.until is null
                join organizations y on y.id = b.organization_id and y.standing not in ('struck_off', 'merged')
            where a.until is null
            union all
            select y.host_country, null, a.group_id
            from group_members a join organizations x on x.id = a.organization_id and x.host_country = $1
                    and x.standing not in ('struck_off', 'merged')
                join groups g on g.id = a.group_id and (g.ended_on is null or g.ended_on >= $4)
                join group_members b on b.group_id = a.group_id and b.until is null
                join organizations y on y.id = b.organization_id and y.standing not in ('struck_off', 'merged')
            where a.until is null
         )
         select t.id as "id!: Country", count(distinct t.initiative) as "initiatives!", count(distinct t.grouping) as "groups!",
            count(*) over () as "total!"
         from ties t where t.id <> $1 group by t.id
         order by 2 * count(distinct t.initiative) + count(distinct t.grouping) desc, t.id limit $3"#,
        country as _,
        can.scope().unpublished(),
        most,
        today
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter().map(|row| {
        let ties = [
            (Tie::Initiatives as fn(i64) -> Tie, row.initiatives),
            (Tie::Groups, row.groups),
        ];
        (row.id, counted(&ties))
    });
    Ok((rows.collect(), total))
}

/// Groups with members in a country.
pub(super) async fn groups_in(
    conn: &mut PgConnection,
    (country, today): (Country, NaiveDate),
    most: i64,
) -> Result<Rows<GroupId>> {
    let rows = sqlx::query!(
        r#"select m.group_id, count(*) as "organizations!", count(*) over () as "total!"
         from group_members m join organizations o on o.id = m.organization_id join groups g on g.id = m.group_id
         where o.host_country = $1 and o.standing not in ('struck_off', 'merged') and m.until is null
            and (g.ended_on is null or g.ended_on >= $3)
         group by m.group_id order by count(*) desc, m.group_id limit $2"#,
        country as _,
        most,
        today
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| (row.group_id, vec![Tie::Organizations(row.organizations)]));
    Ok((rows.collect(), total))
}

/// Initiatives that organizations of a country carry.
pub(super) async fn initiatives_in(
    conn: &mut PgConnection,
    can: CanSee,
    country: Country,
    most: i64,
) -> Result<Rows<InitiativeId>> {
    let rows = sqlx::query!(
        r#"select p.initiative_id, count(*) as "organizations!", count(*) over () as "total!"
         from initiative_partners p join organizations o on o.id = p.organization_id
            join initiatives i on i.id = p.initiative_id and ($2 or exists (select from public_initiatives v where v.id = i.id))
         where o.host_country = $1 and o.standing not in ('struck_off', 'merged') and p.until is null
         group by p.initiative_id order by count(*) desc, p.initiative_id limit $3"#,
        country as _,
        can.scope().unpublished(),
        most
    )
    .fetch_all(conn)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let rows = rows.into_iter();
    let rows = rows.map(|row| {
        (
            row.initiative_id,
            vec![Tie::Organizations(row.organizations)],
        )
    });
    Ok((rows.collect(), total))
}
