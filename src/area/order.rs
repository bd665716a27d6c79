//! The order in which areas are offered.

use serde_json::json;

use super::change::unchanged;
use super::list::{Kept, locked};
use super::policy::CanKeepAreas;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::values::{Area, codes};

codes! {
    /// Which way an area moves among those beside it.
    pub enum Way {
        Up = "up",
        Down = "down",
    }
}

/// Lets an area change places with its neighbour; one at the end stays where it is.
pub async fn place(tx: &mut Tx, granted: &CanKeepAreas, seen: &Kept, way: Way) -> Result<()> {
    let tree = locked(tx).await?;
    unchanged(&tree, seen)?;
    let mut order: Vec<Area> = tree.siblings(seen).iter().map(|one| one.area).collect();
    let at = order.iter().position(|area| *area == seen.area);
    let to = at.and_then(|at| match way {
        Way::Up => at.checked_sub(1),
        Way::Down => Some(at + 1).filter(|to| *to < order.len()),
    });
    let (Some(at), Some(to)) = (at, to) else {
        return Ok(());
    };
    order.swap(at, to);
    // All beside it are numbered anew: two may have come to one place by a move.
    sqlx::query!(
        "update areas a set position = said.place, revision = revision + (a.code = any($2))::int
         from unnest($1::text[]) with ordinality as said (code, place)
         where a.code = said.code and (a.position <> said.place or a.code = any($2))",
        &order as _,
        &[order[at], order[to]] as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::AreaPlaced, Subject::area(seen.id, seen.area))
        .before(json!({ "place": at + 1 }))
        .after(json!({ "place": to + 1 }));
    history::record(tx, granted.by(), event).await
}
