//! Entries that somebody with an account says are theirs: confirmed by the address that stands on the entry, by the
//! organization or by the board, they are reached by whoever is signed in.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::consent;
use super::keep::{is_theirs, organization_of, tell_of_change};
use super::lock;
use super::policy::{CanClaim, CanKeepConsents, CanKeepProfile, by_themselves};
use super::profile::{Keeper, known};
use crate::account;
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, ClaimId, LeaderId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization::{self, team};
use crate::values::codes;
use crate::{Error, Result};

codes! {
    /// How far a claim has come.
    pub enum ClaimState {
        Waiting = "waiting",
        Confirmed = "confirmed",
        Refused = "refused",
        Ended = "ended",
    }

    /// What shows that an entry is somebody's.
    pub enum ClaimMeans {
        Address = "address",
        Organization = "organization",
        Board = "board",
    }
}

/// A claim that waits for an answer, or was confirmed.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Whose entry it is about.
    pub leader: LeaderId,
    /// Who says that it is theirs.
    pub account: AccountId,
    /// How far it has come.
    pub state: ClaimState,
}

/// The answer to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimAnswer {
    /// It is theirs.
    Confirm,
    /// It is not.
    Refuse,
    /// It is not any more.
    End,
}

/// The claims of some leaders that wait or were confirmed.
pub async fn claims(conn: &mut PgConnection, leaders: &[LeaderId]) -> Result<Vec<Claim>> {
    Ok(sqlx::query_as!(
        Claim,
        r#"select id as "id: ClaimId", leader_id as "leader!: LeaderId", account_id as "account: AccountId",
            state as "state: ClaimState"
         from leader_claims where leader_id = any($1) and state in ('waiting', 'confirmed') order by id"#,
        leaders as _
    )
    .fetch_all(conn)
    .await?)
}

/// The entries that are confirmed to be an account's.
pub async fn entries_of(conn: &mut PgConnection, account: AccountId) -> Result<Vec<LeaderId>> {
    Ok(sqlx::query_scalar!(
        r#"select leader_id as "id!: LeaderId" from leader_claims
         where account_id = $1 and state = 'confirmed' order by id"#,
        account as _
    )
    .fetch_all(conn)
    .await?)
}

/// Whose entry a claim is about, wherever that entry is today; nothing, where it is not there yet.
pub async fn claimed_entry(conn: &mut PgConnection, claim: ClaimId) -> Result<Option<LeaderId>> {
    Ok(sqlx::query_scalar!(
        r#"select leader_id as "id!: LeaderId" from leader_claims where id = $1 and leader_id is not null"#,
        claim as _
    )
    .fetch_optional(conn)
    .await?)
}

/// What somebody may do with an entry that is confirmed to be theirs; nothing, if it is not.
pub async fn own_entry(
    conn: &mut PgConnection,
    actor: &Actor,
    leader: LeaderId,
) -> Result<Option<CanKeepConsents>> {
    let Some(account) = actor.account() else {
        return Ok(None);
    };
    let entries = entries_of(conn, account).await?;
    Ok(entries.contains(&leader).then(|| by_themselves(actor)))
}

/// Says that an entry is one's own. It is at once where the account has the address that stands on the entry; else it waits
/// for somebody who knows. How far it has come.
pub async fn claim(tx: &mut Tx, can: &CanClaim, leader: LeaderId) -> Result<ClaimState> {
    lock(tx, leader).await?;
    let (now, account) = (tx.now(), can.account());
    let there = claims(tx, &[leader]).await?;
    if let Some(own) = there.iter().find(|it| it.account == account) {
        return Ok(own.state);
    }
    let is_theirs = has_address(tx, account, leader).await?;
    if is_theirs {
        for other in there.iter().filter(|it| it.state == ClaimState::Confirmed) {
            settle(tx, can.by(), other, (ClaimState::Ended, None)).await?;
        }
    }
    let id = ClaimId::fresh();
    let (state, means) = match is_theirs {
        true => (ClaimState::Confirmed, Some(ClaimMeans::Address)),
        false => (ClaimState::Waiting, None),
    };
    sqlx::query!(
        "insert into leader_claims (id, leader_id, account_id, state, means, made_at, answered_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        leader as _,
        account as _,
        state as _,
        means as _,
        now,
        means.map(|_| now)
    )
    .execute(&mut **tx)
    .await?;
    let subject = consent::subject(tx, leader).await?;
    let act = match is_theirs {
        true => Act::LeaderClaimConfirmed,
        false => Act::LeaderClaimed,
    };
    let after = json!({ "account": account, "means": means });
    history::record(tx, can.by(), Event::new(act, subject).after(after)).await?;
    if !is_theirs {
        ask_owners(tx, leader, account).await?;
    }
    Ok(state)
}

/// Answers a claim, as the team or the board. Nobody answers their own, and one that was confirmed is put aside or ended by
/// the board alone. `Overtaken` if somebody answered it meanwhile.
pub async fn answer(
    tx: &mut Tx,
    can: &CanKeepProfile,
    leader: LeaderId,
    id: ClaimId,
    answer: ClaimAnswer,
) -> Result<()> {
    if !is_theirs(tx, can, leader).await? {
        return Err(Error::NotFound);
    }
    lock(tx, leader).await?;
    let there = claims(tx, &[leader]).await?;
    let claim = there
        .iter()
        .find(|it| it.id == id)
        .ok_or(Error::Overtaken)?;
    let wanted = match answer {
        ClaimAnswer::End => ClaimState::Confirmed,
        _ => ClaimState::Waiting,
    };
    if claim.state != wanted {
        return Err(Error::Overtaken);
    }
    let other = there.iter().find(|it| it.state == ClaimState::Confirmed);
    let is_of_board = can.keeper() == Keeper::Board;
    // A team neither puts aside what was confirmed nor ends it.
    if can.by().account() == Some(claim.account) || (other.is_some() && !is_of_board) {
        return Err(Denied::Forbidden.into());
    }
    let means = match is_of_board {
        true => ClaimMeans::Board,
        false => ClaimMeans::Organization,
    };
    match answer {
        ClaimAnswer::Confirm => {
            if let Some(other) = other {
                settle(tx, can.by(), other, (ClaimState::Ended, None)).await?;
            }
            settle(tx, can.by(), claim, (ClaimState::Confirmed, Some(means))).await?;
            // Whoever has the address on the entry learns that an account reaches it now.
            let vault = tx.vault();
            let known = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
            tell_of_change(tx, &known).await?;
        }
        ClaimAnswer::Refuse => {
            settle(tx, can.by(), claim, (ClaimState::Refused, None)).await?;
        }
        ClaimAnswer::End => settle(tx, can.by(), claim, (ClaimState::Ended, None)).await?,
    }
    tell_claimant(tx, claim, answer).await
}

/// Gives up an entry that is one's own. `Overtaken` if it is not any more.
pub async fn give_up(tx: &mut Tx, can: &CanClaim, leader: LeaderId) -> Result<()> {
    lock(tx, leader).await?;
    let there = claims(tx, &[leader]).await?;
    let own = there.iter().find(|it| it.account == can.account());
    let own = own.ok_or(Error::Overtaken)?;
    settle(tx, can.by(), own, (ClaimState::Ended, None)).await
}

/// Ends what accounts reach since a moment by the address that stood on an entry: that was not the leader's.
pub(super) async fn end_by_address(
    tx: &mut Tx,
    by: &Actor,
    leader: LeaderId,
    since: DateTime<Utc>,
) -> Result<()> {
    let theirs = sqlx::query_scalar!(
        r#"select id as "id: ClaimId" from leader_claims
         where leader_id = $1 and state = 'confirmed' and means = 'address' and answered_at >= $2"#,
        leader as _,
        since
    )
    .fetch_all(&mut **tx)
    .await?;
    for claim in claims(tx, &[leader]).await? {
        if theirs.contains(&claim.id) {
            settle(tx, by, &claim, (ClaimState::Ended, None)).await?;
        }
    }
    Ok(())
}

pub(super) async fn settle(
    tx: &mut Tx,
    by: &Actor,
    claim: &Claim,
    (state, means): (ClaimState, Option<ClaimMeans>),
) -> Result<()> {
    let (now, answered_by) = (tx.now(), by.account());
    sqlx::query!(
        "update leader_claims set state = $2, means = coalesce($3, means), answered_by = $4, answered_at = $5 where id = $1",
        claim.id as _,
        state as _,
        means as _,
        answered_by as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let act = match state {
        ClaimState::Waiting => Act::LeaderClaimed,
        ClaimState::Confirmed => Act::LeaderClaimConfirmed,
        ClaimState::Refused => Act::LeaderClaimRefused,
        ClaimState::Ended => Act::LeaderClaimEnded,
    };
    let subject = consent::subject(tx, claim.leader).await?;
    let after = json!({ "account": claim.account, "means": means });
    history::record(tx, by, Event::new(act, subject).after(after)).await
}

/// Whether the confirmed address of an account is the one that stands on the entry.
async fn has_address(tx: &mut Tx, account: AccountId, leader: LeaderId) -> Result<bool> {
    let vault = tx.vault();
    let known = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let Some(email) = known.facts.email.filter(|_| known.is_proven) else {
        return Ok(false);
    };
    let account = account::find(tx, &vault, account).await?;
    Ok(account.is_some_and(|it| {
        let is_open = it.confirmed_at.is_some() && it.closed_at.is_none();
        is_open && it.email.lookup_key() == email.lookup_key()
    }))
}

/// Tells the owners of the organizations where somebody is in office that a claim waits for them.
async fn ask_owners(tx: &mut Tx, leader: LeaderId, claimant: AccountId) -> Result<()> {
    let today = tx.today();
    let organizations = sqlx::query_scalar!(
        r#"select distinct organization_id as "id!: OrganizationId" from leader_offices
         where leader_id = $1 and (until is null or until >= $2) and mistaken_at is null"#,
        leader as _,
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    // Of one person there are few.
    for id in organizations {
        let Some(organization) = organization::find(tx, id).await? else {
            continue;
        };
        for owner in team::owners(tx, id).await? {
            if owner != claimant {
                let letter = LetterToLeader::ClaimAsked(team::in_letters(&organization));
                notice::post(tx, Recipient::Account(owner), Letter::Leader(letter)).await?;
            }
        }
    }
    Ok(())
}

pub(super) async fn tell_claimant(tx: &mut Tx, claim: &Claim, answer: ClaimAnswer) -> Result<()> {
    let title = organization_of(tx, claim.leader).await?;
    let title = title.map(|it| it.to_string()).unwrap_or_default();
    let letter = match answer {
        ClaimAnswer::Confirm => LetterToLeader::ClaimConfirmed {
            leader: claim.leader,
            title,
        },
        ClaimAnswer::Refuse | ClaimAnswer::End => LetterToLeader::ClaimRefused { title },
    };
    notice::post(
        tx,
        Recipient::Account(claim.account),
        Letter::Leader(letter),
    )
    .await
}
