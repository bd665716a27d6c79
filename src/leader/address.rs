//! Addresses that leaders say themselves. Whoever has a leader's link can say one, so it counts only when whoever reads it has
//! confirmed; until then the one before stays in force, and whoever reads that is told and can undo it. Who undoes it ends the
//! link too: it was in hands in which it should not be.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::keep::{self, organization_of};
use super::link::{end_link, is_signed, letters_in, parts, signed};
use super::merged::merged_into;
use super::policy::CanKeepProfile;
use super::profile::{Keeper, Known, known};
use super::{ConsentField, claim, consent, lock, mark, source};
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{LeaderAddressId, LeaderId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::values::{Email, codes};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where the addresses before and after are sealed.
const SAID: &str = "leader_addresses.said";
/// What the signature of the link that confirms is for.
const CONFIRM: &str = "leader_addresses.confirm";
/// What the signature of the one that undoes is for.
const UNDO: &str = "leader_addresses.undo";
/// How long whoever reads an address has to confirm.
const CONFIRM_FOR: TimeDelta = TimeDelta::days(14);
/// How long whoever reads the one before has to undo it.
const UNDO_FOR: TimeDelta = TimeDelta::days(30);
/// How many letters to addresses that nobody confirmed a link sends in a day.
const IN_A_DAY: i64 = 5;

codes! {
    /// How far an address has come that a leader says.
    pub enum AddressState {
        Waiting = "waiting",
        Confirmed = "confirmed",
        Withdrawn = "withdrawn",
        Undone = "undone",
    }
}

/// What became of another address that a leader says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It waits for whoever reads it.
    Waits,
    /// Too many were said in a day: nothing is kept of this one.
    TooMany,
}

/// What a link to an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressWay {
    /// Whoever reads the new address confirms.
    Confirm,
    /// Whoever reads the one before undoes it.
    Undo,
}

/// The address before and the one after, either of which may be none.
#[derive(Serialize, Deserialize)]
struct Said {
    was: Option<Email>,
    is: Option<Email>,
}

/// An address that was said, as whoever follows a link to it may answer it: only the link gives that.
pub struct AddressAsked {
    id: LeaderAddressId,
    leader: LeaderId,
    way: AddressWay,
    state: AddressState,
    is_open: bool,
    asked_at: DateTime<Utc>,
    said: Said,
}

impl AddressAsked {
    /// What the link is for.
    pub const fn way(&self) -> AddressWay {
        self.way
    }

    /// How far it has come.
    pub const fn state(&self) -> AddressState {
        self.state
    }

    /// Whether it can still be answered.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether the link ended without an answer: it is too old, or what it is about was taken back.
    pub const fn has_ended(&self) -> bool {
        match (self.way, self.state) {
            _ if self.is_open => false,
            (_, AddressState::Undone) | (AddressWay::Confirm, AddressState::Confirmed) => false,
            _ => true,
        }
    }

    /// The address that is confirmed. Whoever undoes it is not told to whom it would go.
    pub const fn email(&self) -> Option<&Email> {
        match self.way {
            AddressWay::Confirm => self.said.is.as_ref(),
            AddressWay::Undo => None,
        }
    }
}

/// Asks whoever reads an address whether it is the leader's, and tells whoever reads the one before.
pub(super) async fn ask(tx: &mut Tx, by: &Actor, there: &Known, email: Email) -> Result<Asking> {
    let (vault, now) = (tx.vault(), tx.now());
    let waiting = waiting(tx, &vault, there.id).await?;
    if waiting.is_some_and(|(_, said, _)| said.is.as_ref() == Some(&email)) {
        return Ok(Asking::Waits);
    }
    let said_today = sqlx::query_scalar!(
        r#"select count(*) as "count!" from leader_addresses where leader_id = $1 and asked_at > $2"#,
        there.id as _,
        now - TimeDelta::days(1)
    )
    .fetch_one(&mut **tx)
    .await?;
    if said_today >= IN_A_DAY {
        return Ok(Asking::TooMany);
    }
    withdraw(tx, there.id).await?;
    let id = note(tx, there, Some(email.clone()), AddressState::Waiting).await?;
    record(tx, by, there.id, Act::LeaderAddressAsked, "waiting").await?;
    let letter = LetterToLeader::AddressAsked {
        token: signed(&vault, CONFIRM, id.uuid(), &id.to_string()),
    };
    write_to(tx, there.id, email, letter).await?;
    tell_before(tx, there, id).await?;
    Ok(Asking::Waits)
}

/// Notes that a leader has no address any more, which needs nobody's word, and tells whoever reads the one before.
pub(super) async fn leave(tx: &mut Tx, by: &Actor, there: &Known) -> Result<()> {
    withdraw(tx, there.id).await?;
    let id = note(tx, there, None, AddressState::Confirmed).await?;
    record(tx, by, there.id, Act::LeaderAddressAsked, "none").await?;
    tell_before(tx, there, id).await
}

/// Others said the address, or its reader confirmed it: it counts, and none waits any more.
pub(super) async fn prove(tx: &mut Tx, leader: LeaderId) -> Result<()> {
    sqlx::query!(
        "update leaders set email_unproven = false where id = $1",
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    withdraw(tx, leader).await?;
    Ok(())
}

/// The address of a leader that waits for whoever reads it, and since when.
pub async fn waiting_address(
    conn: &mut PgConnection,
    vault: &Vault,
    leader: LeaderId,
) -> Result<Option<(Email, DateTime<Utc>)>> {
    let found = waiting(conn, vault, leader).await?;
    Ok(found.and_then(|(_, said, at)| said.is.map(|email| (email, at))))
}

/// Takes back an address that waits, as the leader themselves. `Overtaken` if none does any more.
pub async fn take_back_address(tx: &mut Tx, can: &CanKeepProfile, leader: LeaderId) -> Result<()> {
    if can.keeper() != Keeper::Themselves {
        return Err(Denied::Forbidden.into());
    }
    lock(tx, leader).await?;
    if withdraw(tx, leader).await? == 0 {
        return Err(Error::Overtaken);
    }
    record(tx, can.by(), leader, Act::LeaderAddressUndone, "withdrawn").await
}

/// What a link to an address is about; nothing, if it is none of ours.
pub async fn follow_address(
    conn: &mut PgConnection,
    vault: &Vault,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<AddressAsked>> {
    let Some((id, signature)) = parts(token) else {
        return Ok(None);
    };
    let id = LeaderAddressId::from(id);
    let text = id.to_string();
    let way = if is_signed(vault, CONFIRM, &text, &signature) {
        AddressWay::Confirm
    } else if is_signed(vault, UNDO, &text, &signature) {
        AddressWay::Undo
    } else {
        return Ok(None);
    };
    find(conn, vault, now, (id, way)).await
}

async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    now: DateTime<Utc>,
    (id, way): (LeaderAddressId, AddressWay),
) -> Result<Option<AddressAsked>> {
    let row = sqlx::query!(
        r#"select leader_id as "leader: LeaderId", said_sealed as "said: Sealed", asked_at, state as "state: AddressState"
         from leader_addresses where id = $1"#,
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let is_open = match (way, row.state) {
        (AddressWay::Confirm, AddressState::Waiting) => row.asked_at + CONFIRM_FOR > now,
        (AddressWay::Undo, AddressState::Waiting | AddressState::Confirmed) => {
            row.asked_at + UNDO_FOR > now
        }
        _ => false,
    };
    // Of an entry that gave way nothing is changed any more.
    let is_there = merged_into(conn, row.leader).await?.is_none();
    Ok(Some(AddressAsked {
        id,
        leader: row.leader,
        way,
        state: row.state,
        is_open: is_open && is_there,
        asked_at: row.asked_at,
        said: vault.open_json(SAID, id, &row.said)?,
    }))
}

/// Confirms an address, or undoes it. `Overtaken` if that is not open any more.
pub async fn answer_address(tx: &mut Tx, by: &Actor, asked: &AddressAsked) -> Result<()> {
    lock(tx, asked.leader).await?;
    let (vault, now) = (tx.vault(), tx.now());
    let asked = find(tx, &vault, now, (asked.id, asked.way)).await?;
    let asked = asked
        .filter(AddressAsked::is_open)
        .ok_or(Error::Overtaken)?;
    let there = known(tx, &vault, asked.leader).await?;
    let there = there.ok_or(Error::NotFound)?;
    match asked.way {
        AddressWay::Confirm => {
            confirm(tx, asked.id).await?;
            write(tx, &there, asked.said.is).await?;
            record(tx, by, there.id, Act::LeaderAddressConfirmed, "confirmed").await
        }
        AddressWay::Undo => {
            let undone = undo(tx, &vault, &asked).await?;
            let before = asked.said.was.clone();
            // What others said since stays.
            if undone.iter().any(|said| said.is == there.facts.email) {
                write(tx, &there, asked.said.was).await?;
            }
            claim::end_by_address(tx, by, there.id, asked.asked_at).await?;
            record(tx, by, there.id, Act::LeaderAddressUndone, "undone").await?;
            end_link(tx, by, there.id, before).await?;
            Ok(())
        }
    }
}

/// The address on the entry is another, and counts.
async fn write(tx: &mut Tx, there: &Known, email: Option<Email>) -> Result<()> {
    let mut facts = there.facts.clone();
    facts.email = email;
    keep::write(tx, there.id, &facts).await?;
    mark(tx, there.id, &facts).await?;
    source::write(
        tx,
        there.id,
        (Keeper::Themselves, None),
        &[ConsentField::Contact],
    )
    .await?;
    prove(tx, there.id).await
}

async fn note(
    tx: &mut Tx,
    there: &Known,
    email: Option<Email>,
    state: AddressState,
) -> Result<LeaderAddressId> {
    let id = LeaderAddressId::fresh();
    let now = tx.now();
    let said = Said {
        was: there.facts.email.clone(),
        is: email,
    };
    let sealed = tx.vault().seal_json(SAID, id, &said)?;
    let ended_at = (state != AddressState::Waiting).then_some(now);
    sqlx::query!(
        "insert into leader_addresses (id, leader_id, said_sealed, asked_at, state, ended_at) values ($1, $2, $3, $4, $5, $6)",
        id as _,
        there.id as _,
        sealed as _,
        now,
        state as _,
        ended_at
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

async fn waiting(
    conn: &mut PgConnection,
    vault: &Vault,
    leader: LeaderId,
) -> Result<Option<(LeaderAddressId, Said, DateTime<Utc>)>> {
    let row = sqlx::query!(
        r#"select id as "id: LeaderAddressId", said_sealed as "said: Sealed", asked_at from leader_addresses
         where leader_id = $1 and state = 'waiting'"#,
        leader as _
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let said = vault.open_json(SAID, row.id, &row.said)?;
    Ok(Some((row.id, said, row.asked_at)))
}

/// None waits any more. How many did.
pub(super) async fn withdraw(tx: &mut Tx, leader: LeaderId) -> Result<u64> {
    let now = tx.now();
    Ok(sqlx::query!(
        "update leader_addresses set state = 'withdrawn', ended_at = $2 where leader_id = $1 and state = 'waiting'",
        leader as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected())
}

async fn confirm(tx: &mut Tx, id: LeaderAddressId) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_addresses set state = 'confirmed', ended_at = $2 where id = $1",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Undoes an address and all that were said after it, whose links would go to whoever said them. What they were.
async fn undo(tx: &mut Tx, vault: &Vault, asked: &AddressAsked) -> Result<Vec<Said>> {
    let now = tx.now();
    let rows = sqlx::query!(
        r#"update leader_addresses set state = 'undone', ended_at = $3
         where leader_id = $1 and asked_at >= $2 and state in ('waiting', 'confirmed')
         returning id as "id: LeaderAddressId", said_sealed as "said: Sealed""#,
        asked.leader as _,
        asked.asked_at,
        now
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        all.push(vault.open_json(SAID, row.id, &row.said)?);
    }
    Ok(all)
}

async fn record(tx: &mut Tx, by: &Actor, leader: LeaderId, act: Act, what: &str) -> Result<()> {
    let subject = consent::subject(tx, leader).await?;
    // That it changed, and never what it is.
    let event = Event::new(act, subject).after(json!({ "address": what }));
    history::record(tx, by, event).await
}

async fn tell_before(tx: &mut Tx, there: &Known, id: LeaderAddressId) -> Result<()> {
    let Some(email) = there.facts.email.clone() else {
        return Ok(());
    };
    let title = organization_of(tx, there.id).await?;
    let letter = LetterToLeader::AddressChanging {
        token: signed(&tx.vault(), UNDO, id.uuid(), &id.to_string()),
        title: title.map(|it| it.to_string()).unwrap_or_default(),
    };
    write_to(tx, there.id, email, letter).await
}

async fn write_to(
    tx: &mut Tx,
    leader: LeaderId,
    email: Email,
    letter: LetterToLeader,
) -> Result<()> {
    let to = Recipient::Address {
        email,
        lang: letters_in(tx, leader).await?,
        account: None,
    };
    notice::post(tx, to, Letter::Leader(letter)).await
}
