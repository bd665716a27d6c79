//! Letting one record give way to another: looked at before and after, so that the journal has every row that changed.

use serde_json::json;
use sqlx::PgConnection;

use super::combine::{Choices, combine};
use super::journal::{self, difference};
use super::obstacle::Obstacle;
use super::policy::CanMerge;
use super::tables::images;
use super::{MergerKind, REASON};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId, MergerId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::{self, Organization, team};
use crate::values::{CaseKind, Prose, Standing, TeamRole, TrackingNumber};
use crate::{Error, Result};

/// What whoever merges decided.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Which values survive.
    pub choices: Choices,
    /// Who of the other's team gets a place in the survivor's, and as what; nobody who is not named.
    pub seats: Vec<(AccountId, TeamRole)>,
    /// Why.
    pub reason: Prose,
    /// The revisions of the survivor and of the other that were seen.
    pub seen: (i32, i32),
}

/// What stands in the way of letting `other` give way to `survivor`.
pub async fn in_the_way(
    conn: &mut PgConnection,
    survivor: &Organization,
    other: &Organization,
) -> Result<Vec<Obstacle>> {
    let mut found = Vec::new();
    if survivor.id == other.id {
        return Ok(vec![Obstacle::Same]);
    }
    for one in [survivor, other] {
        found.extend(gave_way(conn, one).await?);
    }
    if survivor.standing == Standing::StruckOff {
        found.push(Obstacle::StruckOff(survivor.number));
    }
    if survivor.host_country != other.host_country {
        found.push(Obstacle::Countries);
    }
    found.extend(open_cases(conn, other.id).await?);
    if has_rescue(conn, other.id).await? {
        found.push(Obstacle::Rescue(other.number));
    }
    Ok(found)
}

/// Where it gave way already.
pub(super) async fn gave_way(
    conn: &mut PgConnection,
    one: &Organization,
) -> Result<Option<Obstacle>> {
    let Some(into) = one.merged_into else {
        return Ok(None);
    };
    let to = organization::numbers(conn, &[into]).await?.remove(&into);
    Ok(to.map(|to| Obstacle::GaveWay {
        number: one.number,
        to,
    }))
}

/// Cases about it that the board has not answered: they are about this one, and are decided before it gives way.
async fn open_cases(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Obstacle>> {
    let rows = sqlx::query!(
        r#"select id as "id: CaseId", kind as "kind: CaseKind", number as "number!: TrackingNumber" from cases
           where organization_id = $1 and number is not null
                and stage in ('submitted', 'at_post', 'in_review', 'changes_requested', 'appealed')
           order by submitted_at, id limit 20"#,
        id as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Obstacle::OpenCase {
            id: row.id,
            kind: row.kind,
            number: row.number,
        })
        .collect())
}

pub(super) async fn has_rescue(conn: &mut PgConnection, id: OrganizationId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from rescues where organization_id = $1 and stage = 'cooling') as "there!""#,
        id as _
    )
    .fetch_one(conn)
    .await?)
}

/// Lets the other give way, in one transaction. What stands in the way is told, and nothing is done.
pub async fn merge(
    tx: &mut Tx,
    granted: &CanMerge,
    wanted: &Merging,
) -> Result<Result<MergerId, Vec<Obstacle>>> {
    let ids = (granted.survivor().id, granted.other().id);
    if ids.0 == ids.1 {
        return Ok(Err(vec![Obstacle::Same]));
    }
    let mut held = organization::hold(tx, &[ids.0, ids.1]).await?;
    let mut take = |id| {
        let at = held
            .iter()
            .position(|it| it.id == id)
            .ok_or(Error::NotFound)?;
        Ok::<_, Error>(held.swap_remove(at))
    };
    let (survivor, other) = (take(ids.0)?, take(ids.1)?);
    let mut obstacles = in_the_way(tx, &survivor, &other).await?;
    if obstacles.is_empty() && wanted.seen != (survivor.revision, other.revision) {
        obstacles.push(Obstacle::Changed);
    }
    if !obstacles.is_empty() {
        return Ok(Err(obstacles));
    }

    let vault = tx.vault();
    let find = async |tx: &mut Tx, id| {
        let said = organization::particulars(tx, &vault, id).await?;
        said.ok_or(Error::NotFound)
    };
    let (own, others) = (find(tx, survivor.id).await?, find(tx, other.id).await?);
    let mut concerned = vec![survivor.id, other.id];
    concerned.extend(
        organization::gave_way_to(tx, other.id)
            .await?
            .iter()
            .map(|it| it.id),
    );
    let before = images(tx, &concerned).await?;

    organization::give_way(tx, &other, survivor.id).await?;
    let said = combine(&own, &others.for_strangers(), &wanted.choices);
    organization::update(tx, granted.actor(), &survivor, &said).await?;
    bring_along(tx, survivor.id, other.id).await?;
    let told = team::of_organization(tx, other.id).await?;
    for seat in &told {
        let wished = wanted
            .seats
            .iter()
            .find(|(account, _)| *account == seat.account);
        if let Some((_, role)) = wished {
            // Nobody becomes more than they were.
            let role = narrower(*role, seat.role);
            let of = (survivor.id, survivor.number);
            team::join(tx, granted.actor(), of, seat.account, role).await?;
        }
    }

    let after = images(tx, &concerned).await?;
    let moved = difference(before, after);
    let what = (MergerKind::Merge, survivor.id, other.id);
    let id = keep(tx, granted.actor(), what, &wanted.reason).await?;
    journal::keep(tx, id, &moved).await?;
    for (one, before, after) in [
        (
            &survivor,
            json!({}),
            json!({ "took_in": other.number, "merger": id }),
        ),
        (
            &other,
            json!({ "standing": other.standing }),
            json!({ "gave_way_to": survivor.number, "merger": id }),
        ),
    ] {
        let event = Event::new(
            Act::OrganizationsMerged,
            Subject::organization(one.id, one.number),
        )
        .before(before)
        .after(after)
        .reason(Some(&wanted.reason));
        history::record(tx, granted.actor(), event).await?;
    }
    for seat in told {
        let letter = Letter::OrganizationMerged {
            of: team::in_letters(&other),
            into: survivor.number,
        };
        notice::post(tx, Recipient::Account(seat.account), letter).await?;
    }
    Ok(Ok(id))
}

/// The lesser of two roles.
const fn narrower(one: TeamRole, other: TeamRole) -> TeamRole {
    match (one, other) {
        (TeamRole::Reader, _) | (_, TeamRole::Reader) => TeamRole::Reader,
        (TeamRole::Editor, _) | (_, TeamRole::Editor) => TeamRole::Editor,
        (TeamRole::Owner, TeamRole::Owner) => TeamRole::Owner,
    }
}

/// What is so now of people, groups, initiatives and coordinators goes over. Where both have a place, the survivor's stays, as the
/// higher of both: who chairs a group or leads an initiative still does, and a seat that only one of them had bound to an office stays
/// bound to it; what ended before stays with the other, whose past it is.
async fn bring_along(tx: &mut Tx, survivor: OrganizationId, other: OrganizationId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_offices set organization_id = $1 where organization_id = $2",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_members s set seat = coalesce(s.seat, m.seat),
            role = case when array_position(array['chair', 'vice', 'member', 'observer'], m.role)
                < array_position(array['chair', 'vice', 'member', 'observer'], s.role) then m.role else s.role end
         from group_members m
         where s.organization_id = $1 and s.until is null and m.organization_id = $2 and m.until is null
            and m.group_id = s.group_id",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_members m set until = $3 where m.organization_id = $2 and m.until is null
            and exists (select from group_members s where s.group_id = m.group_id and s.organization_id = $1
                and s.until is null)",
        survivor as _,
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update group_members set organization_id = $1 where organization_id = $2 and until is null",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_partners s set role = p.role from initiative_partners p
         where s.organization_id = $1 and s.until is null and p.organization_id = $2 and p.until is null
            and p.initiative_id = s.initiative_id
            and array_position(array['lead', 'partner', 'supporter'], p.role)
                < array_position(array['lead', 'partner', 'supporter'], s.role)",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_partners p set until = $3 where p.organization_id = $2 and p.until is null
            and exists (select from initiative_partners s where s.initiative_id = p.initiative_id
                and s.organization_id = $1 and s.until is null)",
        survivor as _,
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_partners set organization_id = $1 where organization_id = $2 and until is null",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update organization_coordinators c set until = $3 where c.organization_id = $2 and c.until is null
            and exists (select from organization_coordinators s where s.organization_id = $1 and s.until is null)",
        survivor as _,
        other as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update organization_coordinators set organization_id = $1 where organization_id = $2 and until is null",
        survivor as _,
        other as _
    )
    .execute(&mut **tx)
    .await?;
    organization::likeness::go_over(tx, survivor, other).await
}

/// Writes that it was done.
pub(super) async fn keep(
    tx: &mut Tx,
    by: &Actor,
    (kind, survivor, other): (MergerKind, OrganizationId, OrganizationId),
    reason: &Prose,
) -> Result<MergerId> {
    let id = MergerId::fresh();
    let (now, vault) = (tx.now(), tx.vault());
    let by = by.person()?.id;
    let sealed = vault.seal_text(REASON, id, reason)?;
    sqlx::query!(
        "insert into mergers (id, kind, survivor_id, other_id, made_by, made_at, reason_sealed)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        kind as _,
        survivor as _,
        other as _,
        by as _,
        now,
        sealed as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}
