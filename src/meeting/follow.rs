//! Invitations follow whoever is to come: those who act for its member organizations, and the leaders who sit in its seats on the day or are
//! members themselves, as far as they agreed to be invited. Who is new is invited, who is to come no more is told, and everybody hears
//! once of each move. It is asked anew when a meeting is called or moved, and by the worker, whatever changed in between.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde_json::json;

use super::find::{Meeting, find, sitting_leaders};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, EventId, GroupId, LeaderId, MeetingId};
use crate::notice::{self, Letter, OfMeeting, Recipient};
use crate::values::RegistryNumber;
use crate::vault::BlindIndex;
use crate::{Error, Result};
use crate::{account, leader};

/// How many meetings are looked at in one transaction.
const BATCH: i64 = 20;

/// Somebody who was invited.
struct Invitee {
    account: Option<AccountId>,
    leader: Option<LeaderId>,
    sequence: i32,
}

/// Those who are to come.
pub(super) struct Wanted {
    /// With the number of the organization that they act for.
    pub(super) accounts: HashMap<AccountId, RegistryNumber>,
    /// With where they are reached.
    pub(super) leaders: HashMap<LeaderId, Recipient>,
    /// Leaders who hear of it as somebody of a team, with their accounts: one person is invited once.
    same: HashMap<LeaderId, AccountId>,
}

/// Those who are written to.
#[derive(Default)]
struct Told {
    accounts: Vec<AccountId>,
    leaders: Vec<LeaderId>,
}

impl Told {
    const fn count(&self) -> usize {
        self.accounts.len() + self.leaders.len()
    }

    /// One row each: an account or a leader.
    fn columns(&self) -> (Vec<Option<AccountId>>, Vec<Option<LeaderId>>) {
        let accounts = self.accounts.iter().copied().map(Some);
        let leaders = self.leaders.iter().copied().map(Some);
        (
            accounts
                .clone()
                .chain(leaders.clone().map(|_| None))
                .collect(),
            accounts.map(|_| None).chain(leaders).collect(),
        )
    }
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
    invite(tx, by, id, Letter::MeetingMoved).await
}

/// The same of a meeting that was called off and is held after all: whoever was told of the one is told of the other.
pub(super) async fn hold(tx: &mut Tx, by: &Actor, id: MeetingId) -> Result<()> {
    invite(tx, by, id, Letter::MeetingHeldAfterAll).await
}

/// Whoever knows the meeting otherwise than it is gets this letter.
async fn invite(
    tx: &mut Tx,
    by: &Actor,
    id: MeetingId,
    again: fn(OfMeeting) -> Letter,
) -> Result<()> {
    match super::lock(tx, id).await {
        Ok(_) => {}
        // It is over: nobody is invited any more.
        Err(Error::Overtaken) => return Ok(()),
        Err(error) => return Err(error),
    }
    let vault = tx.vault();
    let meeting = find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    if meeting.starts_at <= tx.now() {
        return Ok(());
    }
    let wanted = wanted(tx, meeting.group, meeting.starts_local.date()).await?;
    let there = invited(tx, id).await?;
    let accounts: HashMap<AccountId, i32> = there
        .iter()
        .filter_map(|it| Some((it.account?, it.sequence)))
        .collect();
    let leaders: HashMap<LeaderId, i32> = there
        .iter()
        .filter_map(|it| Some((it.leader?, it.sequence)))
        .collect();
    // Whoever knows the meeting as it is hears nothing.
    let is_new = |known: Option<i32>| known != Some(meeting.sequence);
    let (mut told, mut gone, mut knew) = (Told::default(), Told::default(), Told::default());
    for (account, number) in &wanted.accounts {
        let mut known = accounts.get(account).copied();
        if known.is_none() {
            // Whoever was told as a leader comes as somebody of a team now, and knows.
            let before = wanted.same.iter().filter(|(_, it)| *it == account);
            known = before.filter_map(|(it, _)| leaders.get(it)).max().copied();
            if known == Some(meeting.sequence) {
                knew.accounts.push(*account);
            }
        }
        if is_new(known) {
            told.accounts.push(*account);
            let letter = letter(&meeting, known.map(|_| again), Some(*number));
            notice::post(tx, Recipient::Account(*account), letter).await?;
        }
    }
    for (leader, to) in &wanted.leaders {
        let known = leaders.get(leader).copied();
        if is_new(known) {
            told.leaders.push(*leader);
            let letter = letter(&meeting, known.map(|_| again), None);
            notice::post(tx, to.clone(), letter).await?;
        }
    }
    let off = || Letter::MeetingNotYours(meeting.in_letters(None));
    gone.accounts = accounts.into_keys().collect();
    gone.accounts.retain(|it| !wanted.accounts.contains_key(it));
    let still = addresses(tx, &gone.accounts, &wanted.leaders).await?;
    for account in &gone.accounts {
        // Out of the team, and invited as a leader at the same address: what leaves a calendar would leave it for good.
        if !still.contains(account) {
            notice::post(tx, Recipient::Account(*account), off()).await?;
        }
    }
    gone.leaders = leaders.into_keys().collect();
    gone.leaders.retain(|it| !wanted.leaders.contains_key(it));
    let mut out = gone.leaders.clone();
    out.retain(|it| !wanted.same.contains_key(it));
    // Whoever took their consent back is written to no more.
    for to in leader::reach(tx, &out).await?.into_values() {
        notice::post(tx, to, off()).await?;
    }
    keep(tx, &meeting, &knew).await?;
    if told.count() + gone.count() == 0 {
        return Ok(());
    }
    keep(tx, &meeting, &told).await?;
    leave(tx, id, &gone).await?;
    let event = Event::new(Act::MeetingInvitationsSent, Subject::group(meeting.group))
        .after(json!({ "meeting": id, "told": told.count(), "no_more": gone.count() }));
    history::record(tx, by, event).await
}

fn letter(
    meeting: &Meeting,
    again: Option<fn(OfMeeting) -> Letter>,
    number: Option<RegistryNumber>,
) -> Letter {
    let of = meeting.in_letters(number);
    match again {
        Some(again) => again(of),
        None => Letter::MeetingCalled(of),
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

/// Those who are to come to what a group does on a day.
pub(super) async fn wanted(tx: &mut Tx, group: GroupId, day: NaiveDate) -> Result<Wanted> {
    let rows = sqlx::query!(
        r#"select t.account_id as "account: AccountId", o.number, a.email_index
         from group_members m join organizations o on o.id = m.organization_id
            join organization_team t on t.organization_id = o.id and t.until is null and t.role in ('owner', 'editor')
            join accounts a on a.id = t.account_id and a.closed_at is null
         where m.group_id = $1 and m.until is null and (m.term_until is null or m.term_until >= $2)
            and not struck_off_on(o.id, $2)
         order by o.number desc"#,
        group as _,
        day
    )
    .fetch_all(&mut **tx)
    .await?;
    let leaders = sitting_leaders(tx, group, day).await?;
    let mut leaders = leader::reach(tx, &leaders).await?;
    let addresses: HashMap<BlindIndex, AccountId> = rows
        .iter()
        .map(|row| (row.email_index.clone(), row.account))
        .collect();
    let accounts: HashMap<AccountId, RegistryNumber> = rows
        .into_iter()
        .map(|row| (row.account, row.number))
        .collect();
    let same = same(tx, (&accounts, &addresses), &leaders).await?;
    leaders.retain(|it, _| !same.contains_key(it));
    Ok(Wanted {
        accounts,
        leaders,
        same,
    })
}

/// The leaders who have one of these accounts: the entry is theirs, or they are reached at its address.
async fn same(
    tx: &mut Tx,
    (accounts, addresses): (
        &HashMap<AccountId, RegistryNumber>,
        &HashMap<BlindIndex, AccountId>,
    ),
    leaders: &HashMap<LeaderId, Recipient>,
) -> Result<HashMap<LeaderId, AccountId>> {
    let vault = tx.vault();
    let ids: Vec<LeaderId> = leaders.keys().copied().collect();
    let theirs: Vec<AccountId> = accounts.keys().copied().collect();
    let claimed = sqlx::query!(
        r#"select leader_id as "leader: LeaderId", account_id as "account: AccountId" from leader_claims
         where state = 'confirmed' and leader_id = any($1) and account_id = any($2)"#,
        &ids as _,
        &theirs as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let by_address = leaders.iter().filter_map(|(leader, to)| {
        let Recipient::Address { email, .. } = to else {
            return None;
        };
        let account = addresses.get(&account::index(&vault, email))?;
        Some((*leader, *account))
    });
    let mut same: HashMap<LeaderId, AccountId> = by_address.collect();
    same.extend(claimed.into_iter().map(|row| (row.leader, row.account)));
    Ok(same)
}

/// Which of these accounts have the address at which one of these leaders is reached.
async fn addresses(
    tx: &mut Tx,
    accounts: &[AccountId],
    leaders: &HashMap<LeaderId, Recipient>,
) -> Result<HashSet<AccountId>> {
    if accounts.is_empty() || leaders.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = sqlx::query!(
        r#"select id as "id: AccountId", email_index from accounts where id = any($1)"#,
        accounts as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let reached: HashSet<BlindIndex> = leaders
        .values()
        .filter_map(|to| match to {
            Recipient::Address { email, .. } => Some(account::index(&vault, email)),
            Recipient::Account(_) => None,
        })
        .collect();
    let still = rows
        .into_iter()
        .filter(|row| reached.contains(&row.email_index));
    Ok(still.map(|row| row.id).collect())
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

/// Writes down by which invitation these know the meeting.
async fn keep(tx: &mut Tx, meeting: &Meeting, told: &Told) -> Result<()> {
    let now = tx.now();
    let ids: Vec<EventId> = (0..told.count()).map(|_| EventId::fresh()).collect();
    let (accounts, leaders) = told.columns();
    sqlx::query!(
        "with told (id, account_id, leader_id) as (select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])),
            again as (update group_meeting_invitees i set sequence = $5, told_at = $6, gone_at = null
                from told t where i.meeting_id = $4 and (i.account_id = t.account_id or i.leader_id = t.leader_id)
                returning t.id)
         insert into group_meeting_invitees (id, meeting_id, account_id, leader_id, sequence, told_at)
         select t.id, $4, t.account_id, t.leader_id, $5, $6 from told t where t.id not in (select id from again)",
        ids as _,
        accounts as _,
        leaders as _,
        meeting.id as _,
        meeting.sequence,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes down that these are to come no more.
async fn leave(tx: &mut Tx, meeting: MeetingId, gone: &Told) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update group_meeting_invitees set gone_at = $4
         where meeting_id = $1 and (account_id = any($2) or leader_id = any($3)) and gone_at is null",
        meeting as _,
        &gone.accounts as _,
        &gone.leaders as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
