//! Making one area of two: records say the one that stays, and the code of the other leads to it for good.

use serde_json::json;
use sqlx::PgConnection;

use super::change::unchanged;
use super::list::{Kept, Tree, locked};
use super::policy::{CanKeepAreas, CanReadAreas};
use super::refusal::Refusal;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::values::Area;

/// How many records say an area themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Organizations of the registry.
    pub organizations: i64,
    /// Cases, drafts among them.
    pub cases: i64,
    /// Initiatives.
    pub initiatives: i64,
}

/// Counts the records that say an area.
pub async fn uses(conn: &mut PgConnection, _: &CanReadAreas, area: Area) -> Result<Uses> {
    let row = sqlx::query!(
        r#"select (select count(*) from organizations where areas @> array[$1::text]) as "organizations!",
            (select count(*) from cases where areas @> array[$1::text]) as "cases!",
            (select count(*) from initiatives where areas @> array[$1::text]) as "initiatives!""#,
        area as _,
    )
    .fetch_one(conn)
    .await?;
    Ok(Uses {
        organizations: row.organizations,
        cases: row.cases,
        initiatives: row.initiatives,
    })
}

impl Tree {
    /// Whether one may be merged into the other.
    pub fn allows_merger(&self, from: &Kept, into: Area) -> Result<(), Refusal> {
        let target = self
            .find(into)
            .filter(|target| target.is_offered() && target.area != from.area)
            .ok_or(Refusal::NoTarget)?;
        if target.parent.is_some() && self.children(from.area).next().is_some() {
            return Err(Refusal::TargetTooLow);
        }
        Ok(())
    }
}

/// Merges an area into another. What is beneath it moves too.
pub async fn merge(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    seen: &Kept,
    into: Area,
) -> Result<Result<Uses, Refusal>> {
    let tree = locked(tx).await?;
    unchanged(&tree, seen)?;
    if let Err(refusal) = tree.allows_merger(seen, into) {
        return Ok(Err(refusal));
    }
    let last = tree.last(Some(into));
    sqlx::query!(
        "update areas set parent = $2, position = position + $3, revision = revision + 1 where parent = $1",
        seen.area as _,
        into as _,
        last,
    )
    .execute(&mut **tx)
    .await?;
    // What was merged into it before goes on to the same.
    sqlx::query!(
        "update areas set merged_into = $2 where merged_into = $1",
        seen.area as _,
        into as _
    )
    .execute(&mut **tx)
    .await?;
    let today = tx.today();
    sqlx::query!(
        "update areas set merged_into = $2, parent = null, retired_on = coalesce(retired_on, $3), revision = revision + 1
         where code = $1",
        seen.area as _,
        into as _,
        today,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update area_names set is_merged = true where area_code = $1",
        seen.area as _
    )
    .execute(&mut **tx)
    .await?;
    let moved = move_records(tx, seen.area).await?;
    let event = Event::new(Act::AreaMerged, Subject::area(seen.id, seen.area))
        .before(json!({ "names": seen.names, "parent": seen.parent }))
        .after(json!({
            "merged_into": into,
            "organizations": moved.organizations,
            "cases": moved.cases,
            "initiatives": moved.initiatives,
        }));
    history::record(tx, granted.by(), event).await?;
    Ok(Ok(moved))
}

/// Lets every record say what the area is now: writing the same again is enough, since a record names areas as the list
/// has them (`areas_as_listed`).
async fn move_records(tx: &mut Tx, from: Area) -> Result<Uses> {
    let now = tx.now();
    let organizations = sqlx::query!(
        "with moved as (update organizations set areas = areas where areas @> array[$1::text] returning id)
         insert into area_moves select $1, 'organization', id, $2 from moved",
        from as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let cases = sqlx::query!(
        "with moved as (update cases set areas = areas where areas @> array[$1::text] returning id)
         insert into area_moves select $1, 'case', id, $2 from moved",
        from as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let initiatives = sqlx::query!(
        "with moved as (update initiatives set areas = areas where areas @> array[$1::text] returning id)
         insert into area_moves select $1, 'initiative', id, $2 from moved",
        from as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let count = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(Uses {
        organizations: count(organizations.rows_affected()),
        cases: count(cases.rows_affected()),
        initiatives: count(initiatives.rows_affected()),
    })
}
