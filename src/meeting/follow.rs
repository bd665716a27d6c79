//! Invitations follow whoever is to come: those who act for its member organizations, and the leaders who sit in its seats on the day or are
//! members themselves, as far as they agreed to be invited. Who is new is invited, who is to come no more is told, and everybody hears
//! once of each move. It is asked anew when a meeting is called or moved, and by the worker, whatever changed in between.

use std::collections::{HashMap, HashSet};

use serde_json::json;

use super::find::{Meeting, find, sitting_leaders};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, LeaderId, MeetingId};
use crate::leader;
use crate::notice::{self, Letter, Recipient};
use crate::values::RegistryNumber;
use crate::{Error, Result};

/// How many meetings are looked at in one transaction.
const BATCH: i64 = 20;

/// Somebody who was invited.
struct Invitee {
    account: Option<AccountId>,
    leader: Option<LeaderId>,
    sequence: i32,
}

/// Those who are to come.
struct Wanted {
    /// By the number of the organization that they act for.
    accounts: HashMap<AccountId, RegistryNumber>,
    leaders: HashMap<LeaderId, Recipient>,
}

/// Looks at the meetings to come that nobody looked at after `past`; the last that was looked at, if there may be more.
pub async fn follow_all(tx: &mut Tx, past: Option<MeetingId>) -> Result<Option<MeetingId>> {
    let now = tx.now();
    let ids = sqlx::query_scalar!(
        r#"select id as "id: MeetingId" from group_meetings
         where stage = 'called' and starts_at > $1 and ($2::uuid is null or id > $2) order by id limit $3"#,
        now,
        past as _,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in &ids {
        follow(tx, &Actor::System, *id).await?;
    }
    Ok(ids.last().copied())
}

/// Makes the invitations of a meeting to come what they should be.
pub(super) async fn follow(tx: &mut Tx, by: &Actor, id: MeetingId) -> Result<()> {
    match super::lock(tx, id).await {
        Ok(()) => {}
        // It is over: nobody is invited any more.
        Err(Error::Overtaken) => return Ok(()),
        Err(error) => return Err(error),
    }
    let vault = tx.vault();
    let meeting = find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    if meeting.starts_at <= tx.now() {
        return Ok(());
    }
    let wanted = wanted(tx, &meeting).await?;
    let there = invited(tx, id).await?;
    let accounts: HashMap<AccountId, i32> = there
        .iter()
        .filter_map(|it| Some((it.account?, it.sequence)))
        .collect();
    let leaders: HashMap<LeaderId, i32> = there
        .iter()
        .filter_map(|it| Some((it.leader?, it.sequence)))
        .collect();
    let (mut told, mut gone) = (0_usize, 0_usize);
    for (account, number) in &wanted.accounts {
        let known = accounts.get(account).copied();
        if known == Some(meeting.sequence) {
            continue;
        }
        let letter = letter(&meeting, known.is_some(), Some(*number));
        keep(tx, &meeting, Some(*account), None).await?;
        notice::post(tx, Recipient::Account(*account), letter).await?;
        told += 1;
    }
    for (leader, to) in &wanted.leaders {
        let known = leaders.get(leader).copied();
        if known == Some(meeting.sequence) {
            continue;
        }
        keep(tx, &meeting, None, Some(*leader)).await?;
        notice::post(tx, to.clone(), letter(&meeting, known.is_some(), None)).await?;
        told += 1;
    }
    let off = |number| Letter::MeetingNotYours(meeting.in_letters(number));
    for account in accounts
        .keys()
        .filter(|it| !wanted.accounts.contains_key(*it))
    {
        leave(tx, id, Some(*account), None).await?;
        notice::post(tx, Recipient::Account(*account), off(None)).await?;
        gone += 1;
    }
    let out: Vec<LeaderId> = leaders
        .keys()
        .filter(|it| !wanted.leaders.contains_key(*it))
        .copied()
        .collect();
    // Whoever took their consent back is written to no more.
    let mut reached = leader::reach(tx, &out).await?;
    for leader in out {
        leave(tx, id, None, Some(leader)).await?;
        if let Some(to) = reached.remove(&leader) {
            notice::post(tx, to, off(None)).await?;
        }
        gone += 1;
    }
    if told + gone == 0 {
        return Ok(());
    }
    let event = Event::new(Act::MeetingInvitationsSent, Subject::group(meeting.group))
        .after(json!({ "meeting": id, "told": told, "no_more": gone }));
    history::record(tx, by, event).await
}

fn letter(meeting: &Meeting, knows: bool, number: Option<RegistryNumber>) -> Letter {
    let of = meeting.in_letters(number);
    match knows {
        true => Letter::MeetingMoved(of),
        false => Letter::MeetingCalled(of),
    }
}

/// Tells all who were to come that a meeting is called off.
pub(super) async fn tell_off(tx: &mut Tx, meeting: &Meeting) -> Result<()> {
    let there = invited(tx, meeting.id).await?;
    for account in there.iter().filter_map(|it| it.account) {
        let letter = Letter::MeetingCalledOff(meeting.in_letters(None));
        notice::post(tx, Recipient::Account(account), letter).await?;
    }
    let leaders: Vec<LeaderId> = there.iter().filter_map(|it| it.leader).collect();
    for to in leader::reach(tx, &leaders).await?.into_values() {
        let letter = Letter::MeetingCalledOff(meeting.in_letters(None));
        notice::post(tx, to, letter).await?;
    }
    Ok(())
}

async fn wanted(tx: &mut Tx, meeting: &Meeting) -> Result<Wanted> {
    let rows = sqlx::query!(
        r#"select t.account_id as "account: AccountId", o.number
         from group_members m join organizations o on o.id = m.organization_id
            join organization_team t on t.organization_id = o.id and t.until is null and t.role in ('owner', 'editor')
            join accounts a on a.id = t.account_id and a.closed_at is null
         where m.group_id = $1 and m.until is null and (m.term_until is null or m.term_until >= $2)
         order by o.number desc"#,
        meeting.group as _,
        meeting.starts_local.date()
    )
    .fetch_all(&mut **tx)
    .await?;
    let leaders: HashSet<LeaderId> = sitting_leaders(tx, meeting).await?.into_iter().collect();
    let leaders: Vec<LeaderId> = leaders.into_iter().collect();
    Ok(Wanted {
        accounts: rows
            .into_iter()
            .map(|row| (row.account, row.number))
            .collect(),
        leaders: leader::reach(tx, &leaders).await?,
    })
}

async fn invited(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Invitee>> {
    Ok(sqlx::query_as!(
        Invitee,
        r#"select account_id as account, leader_id as leader, sequence from group_meeting_invitees
         where meeting_id = $1 and gone_at is null order by id"#,
        meeting as _
    )
    .fetch_all(&mut **tx)
    .await?)
}

/// Writes down by which invitation somebody knows the meeting.
async fn keep(
    tx: &mut Tx,
    meeting: &Meeting,
    account: Option<AccountId>,
    leader: Option<LeaderId>,
) -> Result<()> {
    let (id, now) = (crate::ids::EventId::fresh(), tx.now());
    let kept = sqlx::query!(
        "update group_meeting_invitees set sequence = $4, told_at = $5, gone_at = null
         where meeting_id = $1 and (account_id = $2 or leader_id = $3)",
        meeting.id as _,
        account as _,
        leader as _,
        meeting.sequence,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if kept == 1 {
        return Ok(());
    }
    sqlx::query!(
        "insert into group_meeting_invitees (id, meeting_id, account_id, leader_id, sequence, told_at)
         values ($1, $2, $3, $4, $5, $6)",
        id as _,
        meeting.id as _,
        account as _,
        leader as _,
        meeting.sequence,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes down that somebody is to come no more.
async fn leave(
    tx: &mut Tx,
    meeting: MeetingId,
    account: Option<AccountId>,
    leader: Option<LeaderId>,
) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update group_meeting_invitees set gone_at = $4
         where meeting_id = $1 and (account_id = $2 or leader_id = $3) and gone_at is null",
        meeting as _,
        account as _,
        leader as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
