//! Down the ladder: what passes by its day, and what a chair approves.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::change::{Cause, Change, put};
use super::ladder::Rung;
use super::letters::tell_owners;
use super::rules::{Rule, Rules, amounts};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{AccountId, OrganizationId};
use crate::notice::Letter;
use crate::organization::Organization;
use crate::organization::find::find_many;
use crate::organization::policy::{self, CanApprove};
use crate::values::TeamRole;

/// How many organizations one transaction of the job takes.
const BATCH: i64 = 50;

/// A row of the list as the chair saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenRow {
    /// Which organization.
    pub id: OrganizationId,
    /// How often it had been changed.
    pub revision: i32,
}

/// What became of an approval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// Organizations that are one rung lower now.
    pub done: usize,
    /// Those that had changed since they were seen, or are the chair's own: they stay as they are.
    pub left: usize,
}

struct Ready {
    id: OrganizationId,
    rung: Rung,
    own: Option<TeamRole>,
}

/// Takes those a rung down whose day has come, as far as no chair needs to see them: due, and lapsed. How many there
/// were; one call takes at most fifty. Organizations that another transaction holds are passed over.
pub async fn advance(tx: &mut Tx) -> Result<usize> {
    let today = tx.today();
    let ids = sqlx::query_scalar!(
        r#"select o.id from standing_ladder l join organizations o on o.id = l.id
         where standing_falls(l.registered_until, l.falls_on, l.renewing, $1) and l.rung in ('due', 'lapsed')
         order by l.falls_on, o.id limit $2 for update of o skip locked"#,
        today,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let ready = ready(tx, today, &ids, None).await?;
    let rules = amounts(tx).await?;
    let organizations = by_id(tx, &ids).await?;
    for row in ready.iter().filter(|row| !row.rung.needs_chair()) {
        if let Some(seen) = organizations.get(&row.id) {
            let granted = policy::change_standing(&Actor::System, seen, None)?;
            descend(tx, granted.actor(), seen, row.rung, &rules).await?;
        }
    }
    Ok(ids.len())
}

/// Takes those a rung down whom the chair has seen, as far as they are still as they were seen.
pub async fn approve(
    tx: &mut Tx,
    granted: &CanApprove,
    rung: Rung,
    rows: &[SeenRow],
) -> Result<Approved> {
    let today = tx.today();
    let wanted: Vec<OrganizationId> = rows.iter().map(|row| row.id).collect();
    // Always in the same order: two chairs with the same list wait for each other and do not stand in each other's way.
    let ids = sqlx::query_scalar!(
        "select id from organizations where id = any($1) order by id for update",
        &wanted as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let ready = ready(tx, today, &ids, granted.actor().account()).await?;
    let rules = amounts(tx).await?;
    let organizations = by_id(tx, &ids).await?;
    let mut done = 0;
    for row in ready.iter().filter(|row| row.rung == rung) {
        let Some(seen) = organizations.get(&row.id) else {
            continue;
        };
        let as_seen = SeenRow {
            id: seen.id,
            revision: seen.revision,
        };
        if !rows.contains(&as_seen) {
            continue;
        }
        if let Ok(granted) = policy::change_standing(granted.actor(), seen, row.own) {
            descend(tx, granted.actor(), seen, rung, &rules).await?;
            done += 1;
        }
    }
    Ok(Approved {
        done,
        left: wanted.len() - done,
    })
}

/// Which of these are to go down now, asked again once nobody else can change them.
async fn ready(
    tx: &mut Tx,
    today: NaiveDate,
    ids: &[OrganizationId],
    actor: Option<AccountId>,
) -> Result<Vec<Ready>> {
    Ok(sqlx::query_as!(
        Ready,
        r#"select l.id as "id!: OrganizationId", l.rung as "rung!: Rung",
            (select t.role from organization_team t where t.organization_id = l.id and t.account_id = $3 and t.until is null)
                as "own: TeamRole"
         from standing_ladder l where l.id = any($2) and standing_falls(l.registered_until, l.falls_on, l.renewing, $1) order by l.falls_on, l.id"#,
        today,
        ids as _,
        actor as _
    )
    .fetch_all(&mut **tx)
    .await?)
}

async fn by_id(
    tx: &mut Tx,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Organization>> {
    let found = find_many(tx, ids).await?;
    Ok(found.into_iter().map(|it| (it.id, it)).collect())
}

/// One rung down, with the letter that says so.
async fn descend(
    tx: &mut Tx,
    by: &Actor,
    seen: &Organization,
    rung: Rung,
    rules: &Rules,
) -> Result<()> {
    let until = (rung == Rung::Notice).then(|| tx.today() + rules.days(Rule::NoticeRuns));
    let change = Change {
        to: rung.standing(),
        until,
        cause: if rung.needs_chair() {
            Cause::Board
        } else {
            Cause::Date
        },
        said: None,
    };
    put(tx, by, seen, change).await?;
    let lapses = tx.today() + rules.days(Rule::LapseAfter);
    tell_owners(tx, seen, |of| match (rung, until) {
        (Rung::Due, _) => Letter::RenewalDue { of, until: lapses },
        (Rung::Notice, Some(until)) => Letter::NoticeGiven { of, until },
        (Rung::StruckOff, _) => Letter::StruckOff(of),
        (Rung::Lapsed | Rung::Notice, _) => Letter::RegistrationLapsed(of),
    })
    .await
}
