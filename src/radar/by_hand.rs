//! Linking two initiatives that somebody names, whether or not they are suggested. It is the same pair and the same link.

use sqlx::PgConnection;

use super::judge::{Link, link};
use super::policy::{self, CanLink};
use super::{OverlapState, find};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{InitiativeId, OverlapId};
use crate::values::Prose;
use crate::{Error, Result};

/// Why two were not linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLinked {
    /// It is one and the same.
    Itself,
    /// They are linked already, in this pair.
    Already(OverlapId),
    /// The board said for good that there is nothing between them, in this pair.
    Dismissed(OverlapId),
}

/// Links the two that were named, for a reason: `kind` is what the first is to the second, or with `reversed` the second to the
/// first. Of two who do so at once one lands, and the other is told of it.
pub async fn link_by_hand(
    tx: &mut Tx,
    can: &CanLink,
    said: Link,
    words: &Prose,
) -> Result<std::result::Result<OverlapId, NotLinked>> {
    let (this, other) = can.both();
    if this == other {
        return Ok(Err(NotLinked::Itself));
    }
    let (id, now) = (OverlapId::fresh(), tx.now());
    // Until it is linked, a pair that nobody suggested is like one that is not close any more.
    sqlx::query!(
        "insert into overlap_pairs (id, one_id, other_id, state, score, reasons, found_at)
         values ($1, $2, $3, 'stale', 0, '[]', $4) on conflict (one_id, other_id) do nothing",
        id as _,
        this.min(other) as _,
        this.max(other) as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let id = sqlx::query_scalar!(
        "select id from overlap_pairs where one_id = $1 and other_id = $2 for update",
        this.min(other) as _,
        this.max(other) as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let pair = find(tx, &policy::see(can.by())?, id)
        .await?
        .ok_or(Error::NotFound)?;
    match pair.state {
        OverlapState::Linked => return Ok(Err(NotLinked::Already(id))),
        OverlapState::Dismissed => return Ok(Err(NotLinked::Dismissed(id))),
        OverlapState::Suggested | OverlapState::Stale | OverlapState::Introduced => {}
    }
    let granted = policy::judge(can.by(), &pair, false)?;
    // A pair keeps the smaller id first; what was said was said of the first that was named.
    let said = Link {
        kind: said.kind,
        reversed: said.reversed != (pair.one != this),
    };
    link(tx, &granted, said, words).await?;
    Ok(Ok(id))
}

/// Whether somebody is in a team that carries one of these.
pub async fn is_own(
    conn: &mut PgConnection,
    actor: &Actor,
    initiatives: &[InitiativeId],
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from initiative_partners p join organization_team t on t.organization_id = p.organization_id
            where p.initiative_id = any($1) and p.until is null and t.account_id = $2 and t.until is null) as "is_own!""#,
        initiatives as _,
        actor.account() as _
    )
    .fetch_one(conn)
    .await?)
}
