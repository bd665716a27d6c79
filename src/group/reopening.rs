//! An end of a group that was a mistake, taken back for a while: whoever was in the group when it ended is in it again, and whoever was
//! asked then is asked again.

use serde_json::json;

use super::Group;
use super::ending::happened;
use super::news::{News, tell_asked, tell_members};
use super::policy::CanGroup;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{GroupId, GroupInvitationId, LeaderId};
use crate::{Error, Result, leader};

/// Lets a group go on that was ended by mistake, or whose last day is to come. Whoever was in it when it ended is in it again, unless
/// their term has passed or they take part in nothing any more; whoever was asked is asked again, while there is time to answer. The
/// caller holds its meetings after all in the same transaction. How many are in it again.
///
/// # Errors
///
/// [`Error::Overtaken`] if somebody changed it since it was seen, it goes on, or its end is too long ago.
pub async fn reopen(tx: &mut Tx, can: &CanGroup, seen: &Group) -> Result<u64> {
    let (now, today) = (tx.now(), tx.today());
    if !seen.end.is_open(now) {
        return Err(Error::Overtaken);
    }
    let reopened = sqlx::query!(
        r#"update groups g set ended_on = null, ended_at = null, ending_told_at = null, ending_sealed = null, version = g.version + 1
           from (select id, ending_told_at is not null as knew from groups where id = $1 for update) as before
           where g.id = before.id and g.version = $2
           returning before.knew as "knew!""#,
        seen.id as _,
        seen.version
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let back = sqlx::query!(
        "update group_members m set until = null, ended_with_group = false, version = version + 1
         where group_id = $1 and ended_with_group and (term_until is null or term_until >= $2)
            and (organization_id is null or exists (select from organizations o
                where o.id = m.organization_id and o.standing not in ('struck_off', 'merged')))
            and (leader_id is null or exists (select from leaders l where l.id = m.leader_id and l.merged_into is null))",
        seen.id as _,
        today
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    // Whoever never heard of an end hears nothing of its being taken back.
    if reopened.knew {
        tell_members(tx, seen.id, &News::GoesOn, None).await?;
    }
    let asked = ask_again(tx, seen.id).await?;
    tell_asked(tx, seen.id, &News::AskedAgain, &asked).await?;
    let with = json!({ "back": back, "invitations": asked.len() });
    let event = Event::new(Act::GroupReopened, Subject::group(seen.id))
        .before(json!({ "ended_on": seen.end.on }))
        .after(happened(tx, seen.id, None, with).await?);
    history::record(tx, can.by(), event).await?;
    Ok(back)
}

/// Opens the invitations that the end took back and that could still be answered: of organizations that are registered, and of leaders
/// who can be reached. Which they are.
async fn ask_again(tx: &mut Tx, group: GroupId) -> Result<Vec<GroupInvitationId>> {
    let (now, today) = (tx.now(), tx.today());
    let leaders = sqlx::query_scalar!(
        r#"select i.leader_id as "id!: LeaderId" from group_invitations i join leaders l on l.id = i.leader_id
         where i.group_id = $1 and i.ended_with_group and l.merged_into is null"#,
        group as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let reached: Vec<LeaderId> = leader::reach(tx, &leaders).await?.into_keys().collect();
    Ok(sqlx::query_scalar!(
        r#"update group_invitations i set answer = null, answered_at = null, ended_with_group = false
         where group_id = $1 and ended_with_group and expires_at > $2 and (term_until is null or term_until >= $3)
            and (leader_id is null or leader_id = any($4))
            and (organization_id is null or exists (select from organizations o
                where o.id = i.organization_id and o.standing not in ('struck_off', 'merged')))
         returning id as "id: GroupInvitationId""#,
        group as _,
        now,
        today,
        &reached as _
    )
    .fetch_all(&mut **tx)
    .await?)
}
