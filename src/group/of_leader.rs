//! The groups that a leader is in.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::names;
use crate::Result;
use crate::ids::{GroupId, LeaderId};
use crate::values::Wording;

/// The groups that a leader is a member of on a day, and what each is called. Who may know it is the caller's to say.
pub async fn of_leader(
    conn: &mut PgConnection,
    leader: LeaderId,
    today: NaiveDate,
) -> Result<Vec<(GroupId, Vec<Wording>)>> {
    let ids = sqlx::query_scalar!(
        r#"select m.group_id as "id: GroupId" from group_members m join groups g on g.id = m.group_id
         where m.leader_id = $1 and m.until is null and (g.ended_on is null or g.ended_on >= $2)
         order by m.since, m.id"#,
        leader as _,
        today
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut called = names(conn, &ids).await?;
    let all = ids.into_iter();
    Ok(all
        .map(|id| (id, called.remove(&id).unwrap_or_default()))
        .collect())
}
