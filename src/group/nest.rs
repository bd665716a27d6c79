//! Groups within groups: what each is a part of, and that none is a part of itself.

use sqlx::PgConnection;

use super::ending::End;
use super::list::names;
use crate::Result;
use crate::db::Tx;
use crate::ids::GroupId;
use crate::values::{GroupKind, Wording};

/// The advisory lock of whoever puts one group into another: two at once could close a circle that neither sees.
const LOCK: i64 = 0x6E65_7374;

/// A group as another one names it.
#[derive(Debug)]
pub struct Related {
    /// Its id.
    pub id: GroupId,
    /// What it is.
    pub kind: GroupKind,
    /// What it is called.
    pub names: Vec<Wording>,
    /// Its end, as far as it is known.
    pub end: End,
}

/// The groups around a group.
#[derive(Debug, Default)]
pub struct Around {
    /// What it is a part of, the outermost first.
    pub above: Vec<Related>,
    /// Those that are a part of it.
    pub below: Vec<Related>,
}

/// Waits for whoever nests groups now.
pub(super) async fn lock(tx: &mut Tx) -> Result<()> {
    sqlx::query!(r#"select pg_advisory_xact_lock($1)::text as "done""#, LOCK)
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}

/// Whether a group is another one or a part of it, at whatever distance.
pub(super) async fn is_within(tx: &mut Tx, group: GroupId, other: GroupId) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"with recursive up (id) as (
             select $1::uuid union select g.parent_id from up join groups g on g.id = up.id where g.parent_id is not null)
           select exists (select from up where id = $2) as "is_within!""#,
        group as _,
        other as _
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// What a group is a part of, and what is a part of it.
pub async fn around(conn: &mut PgConnection, group: GroupId) -> Result<Around> {
    let rows = sqlx::query!(
        r#"with recursive up (id, steps) as (
             select parent_id, 1 from groups where id = $1 and parent_id is not null
             union all select g.parent_id, up.steps + 1 from up join groups g on g.id = up.id where g.parent_id is not null)
           select g.id as "id!: GroupId", g.kind as "kind!: GroupKind", g.ended_on, g.ended_at, up.steps as "steps?"
           from groups g left join up on up.id = g.id
           where up.id is not null or g.parent_id = $1
           order by up.steps desc nulls last, g.ended_on is not null, g.created_at, g.id"#,
        group as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<GroupId> = rows.iter().map(|row| row.id).collect();
    let mut names = names(conn, &ids).await?;
    let mut around = Around::default();
    for row in rows {
        let related = Related {
            id: row.id,
            kind: row.kind,
            names: names.remove(&row.id).unwrap_or_default(),
            end: End {
                on: row.ended_on,
                at: row.ended_at,
            },
        };
        match row.steps {
            Some(_) => around.above.push(related),
            None => around.below.push(related),
        }
    }
    Ok(around)
}
