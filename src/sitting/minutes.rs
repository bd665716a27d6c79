//! Minutes: what a session did, as it was when it was closed. They never change; their digest shows it.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::PgConnection;

use super::policy::{CanClose, CanSee};
use super::{ItemResult, MINUTES, OffHow, RecusalCause, Sitting, Vote, find};
use crate::account;
use crate::case::Answer;
use crate::db::Tx;
use crate::ids::{AccountId, CaseId};
use crate::values::{CaseKind, LanguageTag, Prose, TrackingNumber};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// What a session did.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Minutes {
    /// What people call it by.
    pub number: i32,
    /// When it began, as clocks said it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// Where it was held.
    pub place: String,
    /// How many members a decision needed.
    pub quorum: i16,
    /// Who presided.
    pub chair: String,
    /// Who could vote.
    pub members: Vec<MinutesMember>,
    /// The cases, in order.
    pub items: Vec<MinutesItem>,
    /// Who closed it.
    pub closed_by: String,
    /// When.
    pub closed_at: DateTime<Utc>,
}

/// Somebody who could vote.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MinutesMember {
    /// What they are called.
    pub name: String,
    /// Whether they were there.
    pub present: bool,
}

/// What was done about a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MinutesItem {
    /// The case.
    pub case: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What was to be decided.
    pub kind: CaseKind,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// How it left the agenda, if it did.
    pub off: Option<OffHow>,
    /// How many members were there and took part.
    pub present: usize,
    /// Who took no part, why, and what they declared.
    pub recused: Vec<(String, RecusalCause, Option<Prose>)>,
    /// Who voted for what, and why.
    pub votes: Vec<(String, Vote, Prose)>,
    /// How the chair broke a tie.
    pub casting: Option<Vote>,
    /// What it came to.
    pub result: Option<ItemResult>,
    /// The words and conditions of the answer.
    pub answer: Option<Answer>,
}

impl Minutes {
    fn of(
        sitting: &Sitting,
        name: impl Fn(AccountId) -> String,
        by: AccountId,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            number: sitting.number,
            starts_local: sitting.starts_local,
            zone: sitting.zone.clone(),
            place: sitting.place.clone(),
            quorum: sitting.quorum,
            chair: name(sitting.chair),
            members: sitting
                .members
                .iter()
                .map(|it| MinutesMember {
                    name: name(it.account),
                    present: it.present,
                })
                .collect(),
            items: sitting
                .items
                .iter()
                .map(|it| MinutesItem {
                    case: it.case,
                    number: it.number,
                    kind: it.kind,
                    title: it.title.clone(),
                    title_language: it.title_language.clone(),
                    off: it.off,
                    present: sitting.tally(it).present,
                    recused: it
                        .recused
                        .iter()
                        .map(|it| (name(it.account), it.cause, it.words.clone()))
                        .collect(),
                    // A vote of somebody who was recused or had left did not count.
                    votes: it
                        .ballots
                        .iter()
                        .filter(|vote| {
                            sitting.is_present(vote.account) && !it.is_recused(vote.account)
                        })
                        .map(|vote| (name(vote.account), vote.vote, vote.reason.clone()))
                        .collect(),
                    casting: it.casting,
                    result: it.result,
                    answer: it.answer.clone(),
                })
                .collect(),
            closed_by: name(by),
            closed_at: at,
        }
    }
}

/// Freezes the minutes with the session itself; their digest.
pub(super) async fn freeze(tx: &mut Tx, granted: &CanClose, see: &CanSee) -> Result<Vec<u8>> {
    let (now, vault) = (tx.now(), tx.vault());
    let id = granted.sitting().id;
    let by = granted.by().person()?.id;
    // Whoever closes keeps the record of all of it, also of what they take no part in.
    let sitting = find(tx, &vault, &see.for_the_record(), id).await?;
    let sitting = sitting.ok_or(Error::NotFound)?;
    let accounts: Vec<AccountId> = sitting
        .members
        .iter()
        .map(|it| it.account)
        .chain([by, sitting.chair])
        .collect();
    let names = account::called(tx, &vault, &accounts).await?;
    let name = |account: AccountId| names.get(&account).cloned().unwrap_or_default();
    let minutes = Minutes::of(&sitting, name, by, now);
    let digest = digest(&minutes)?;
    sqlx::query!(
        "update sittings set stage = 'closed', ended_by = $2, ended_at = $3, minutes_sealed = $4, digest = $5
         where id = $1 and stage = 'called'",
        id as _,
        by as _,
        now,
        vault.seal_json(MINUTES, id, &minutes)? as _,
        digest,
    )
    .execute(&mut **tx)
    .await?;
    Ok(digest)
}

/// The minutes of a session that is closed, as they were frozen. Of their own cases people read nothing but the result.
pub async fn minutes(
    conn: &mut PgConnection,
    vault: &Vault,
    _: &CanSee,
    sitting: &Sitting,
) -> Result<Minutes> {
    let row = sqlx::query!(
        r#"select minutes_sealed as "minutes?: Sealed", digest from sittings where id = $1"#,
        sitting.id as _
    )
    .fetch_one(conn)
    .await?;
    let sealed = row.minutes.ok_or(Error::NotFound)?;
    let mut minutes: Minutes = vault.open_json(MINUTES, sitting.id, &sealed)?;
    if row.digest != Some(digest(&minutes)?) {
        return Err(Error::Contradiction("minutes and their digest"));
    }
    for item in &mut minutes.items {
        let is_own = sitting
            .items
            .iter()
            .any(|it| it.case == item.case && it.is_own);
        if is_own {
            item.votes.clear();
            item.recused.clear();
            item.casting = None;
            item.answer = None;
        }
    }
    Ok(minutes)
}

/// The SHA-256 of minutes as they are kept: JSON in the order of its fields.
pub fn digest(minutes: &impl Serialize) -> Result<Vec<u8>> {
    let bytes = serde_json::to_vec(minutes)
        .map_err(|_| Error::Contradiction("minutes that cannot be written"))?;
    Ok(Sha256::digest(&bytes).to_vec())
}
