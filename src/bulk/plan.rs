//! Planning: what would become of each organization, asked by a few queries for all of them, and kept as it was seen.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;

use super::policy::CanAct;
use super::{BulkAct, BulkFate, BulkOrder, BulkState, MOST, ORDER};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, BulkId, OrganizationId};
use crate::organization::standing::{self, NotAsked};
use crate::organization::{self, Addressees, Organization, team};
use crate::values::{Standing, TeamRole};
use crate::{Result, assignment, flag, group};

/// Why nothing was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlanned {
    /// There is no organization.
    None,
    /// There are more than one act takes.
    TooMany,
}

/// What is known of all of them.
struct Known {
    seats: HashMap<(AccountId, OrganizationId), TeamRole>,
    assigned: HashMap<OrganizationId, assignment::Assignment>,
    members: HashSet<OrganizationId>,
    asked: HashMap<OrganizationId, std::result::Result<(), NotAsked>>,
    addressees: HashMap<OrganizationId, Addressees>,
}

/// Plans an act on these organizations. `list` says where they came from.
pub async fn plan(
    tx: &mut Tx,
    granted: &CanAct,
    order: &BulkOrder,
    ids: &[OrganizationId],
    list: Option<&str>,
) -> Result<std::result::Result<BulkId, NotPlanned>> {
    put(tx, granted, order, ids, (list, None)).await
}

/// Plans the same for those of another act with which it came to nothing.
pub async fn again(
    tx: &mut Tx,
    granted: &CanAct,
    of: &BulkAct,
) -> Result<std::result::Result<BulkId, NotPlanned>> {
    let ids = sqlx::query_scalar!(
        r#"select organization_id as "id: OrganizationId" from bulk_rows
         where bulk_id = $1 and fate is not null and fate not in ('done', 'already') order by position"#,
        of.id as _
    )
    .fetch_all(&mut **tx)
    .await?;
    put(tx, granted, &of.order, &ids, (None, Some(of.id))).await
}

async fn put(
    tx: &mut Tx,
    granted: &CanAct,
    order: &BulkOrder,
    ids: &[OrganizationId],
    (list, again_of): (Option<&str>, Option<BulkId>),
) -> Result<std::result::Result<BulkId, NotPlanned>> {
    match ids.len() {
        0 => return Ok(Err(NotPlanned::None)),
        many if many > MOST => return Ok(Err(NotPlanned::TooMany)),
        _ => {}
    }
    let organizations = organization::find_many(tx, ids).await?;
    let known = known(tx, granted.by(), order, ids).await?;
    let (id, now, vault) = (BulkId::fresh(), tx.now(), tx.vault());
    let sealed = vault.seal_json(ORDER, id, order)?;
    sqlx::query!(
        "insert into bulk_acts (id, kind, order_sealed, by_id, list, again_of, state, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id as _,
        order.kind() as _,
        sealed as _,
        granted.by().person()?.id as _,
        list,
        again_of as _,
        BulkState::Planned as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let mut seen = Vec::with_capacity(organizations.len());
    let mut fates = Vec::with_capacity(organizations.len());
    let mut found = Vec::with_capacity(organizations.len());
    for it in &organizations {
        let (saw, fate) = outlook(granted.by(), order, it, &known);
        found.push(it.id);
        seen.push(saw);
        fates.push(fate);
    }
    sqlx::query!(
        "insert into bulk_rows (bulk_id, position, organization_id, seen, planned)
         select $1, r.position, r.organization_id, r.seen, r.planned
         from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as r (organization_id, seen, planned, position)",
        id as _,
        &found as _,
        &seen,
        &fates as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(Ok(id))
}

/// What the order needs to know of all of them: one query for each thing.
async fn known(
    tx: &mut Tx,
    by: &Actor,
    order: &BulkOrder,
    ids: &[OrganizationId],
) -> Result<Known> {
    let (vault, today, now) = (tx.vault(), tx.today(), tx.now());
    let conn: &mut PgConnection = tx;
    let mut people: Vec<AccountId> = by.account().into_iter().collect();
    let mut known = Known {
        seats: HashMap::new(),
        assigned: HashMap::new(),
        members: HashSet::new(),
        asked: HashMap::new(),
        addressees: HashMap::new(),
    };
    match order {
        BulkOrder::Assign { to } => {
            people.push(*to);
            known.assigned = assignment::of_organizations(conn, ids).await?;
        }
        BulkOrder::Group { group, .. } => {
            known.members = group::members_among(conn, *group, ids, now).await?;
        }
        BulkOrder::Flag { .. } => {}
        BulkOrder::Renewal => known.asked = standing::askable(conn, ids, today).await?,
        BulkOrder::Letter { .. } => {
            known.addressees = organization::addressees(conn, &vault, ids).await?;
        }
    }
    known.seats = team::seats_among(conn, &people, ids).await?;
    Ok(known)
}

/// What would become of one, and what of it may be otherwise by then.
fn outlook(by: &Actor, order: &BulkOrder, it: &Organization, known: &Known) -> (String, BulkFate) {
    let nothing = String::new;
    if it.standing == Standing::Merged {
        return (nothing(), BulkFate::Gone);
    }
    let own = by
        .account()
        .and_then(|me| known.seats.get(&(me, it.id)).copied());
    match order {
        BulkOrder::Assign { to } => {
            let there = known.assigned.get(&it.id);
            let seen = there.map(|it| it.id.to_string()).unwrap_or_default();
            let fate = match there {
                _ if assignment::policy::assign(by).is_err() => BulkFate::NoRight,
                _ if known.seats.contains_key(&(*to, it.id)) => BulkFate::Own,
                Some(there) if there.account == *to => BulkFate::Already,
                _ => BulkFate::Will,
            };
            (seen, fate)
        }
        BulkOrder::Group { .. } => {
            let fate = match it.standing {
                _ if group::policy::group(by).is_err() => BulkFate::NoRight,
                Standing::StruckOff => BulkFate::StruckOff,
                _ if known.members.contains(&it.id) => BulkFate::Already,
                _ => BulkFate::Will,
            };
            (nothing(), fate)
        }
        BulkOrder::Flag { .. } => {
            let fate = match flag::policy::raise(by, it, own) {
                _ if own.is_some() => BulkFate::Own,
                Ok(_) => BulkFate::Will,
                Err(_) => BulkFate::NoRight,
            };
            (nothing(), fate)
        }
        BulkOrder::Renewal => {
            let asked = known.asked.get(&it.id).copied();
            let fate = match organization::policy::write_to(by, it, own) {
                _ if own.is_some() => BulkFate::Own,
                Err(_) => BulkFate::NoRight,
                Ok(_) => match asked {
                    Some(Ok(())) => BulkFate::Will,
                    Some(Err(why)) => not_asked(why),
                    None => BulkFate::Gone,
                },
            };
            (nothing(), fate)
        }
        BulkOrder::Letter { .. } => {
            let fate = match organization::policy::write_to(by, it, own) {
                _ if own.is_some() => BulkFate::Own,
                Err(_) => BulkFate::NoRight,
                Ok(_) => known
                    .addressees
                    .get(&it.id)
                    .map_or(BulkFate::NoAddress, addressed),
            };
            (nothing(), fate)
        }
    }
}

/// Whether somebody there is written to.
pub(super) fn addressed(it: &Addressees) -> BulkFate {
    match (it.count(), it.muted) {
        (0, 0) => BulkFate::NoAddress,
        (0, _) => BulkFate::Unwanted,
        _ => BulkFate::Will,
    }
}

pub(super) const fn not_asked(why: NotAsked) -> BulkFate {
    match why {
        NotAsked::NoOwner => BulkFate::NoAddress,
        NotAsked::TooEarly => BulkFate::TooEarly,
        NotAsked::UnderWay => BulkFate::UnderWay,
        NotAsked::NotRenewable => BulkFate::StruckOff,
    }
}
