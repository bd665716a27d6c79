//! Which letters somebody wants besides those that they need, and when.

use sqlx::PgConnection;

use super::{LetterKind, LetterState};
use crate::db::Tx;
use crate::ids::AccountId;
use crate::values::codes;

codes! {
    /// When letters come that one can do without.
    pub enum Pace {
        AtOnce = "at_once",
        Daily = "daily",
    }
}

/// What somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The kinds that they do not want.
    pub muted: Vec<LetterKind>,
    /// When the others come.
    pub pace: Pace,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            muted: Vec::new(),
            pace: Pace::AtOnce,
        }
    }
}

impl LetterKind {
    /// The letters that one can do without: they tell what stands on one's own page too, and nothing has to be done.
    pub const CHOICES: [Self; 6] = [
        Self::CaseSubmitted,
        Self::Appealed,
        Self::Message,
        Self::Mentioned,
        Self::SignatureGiven,
        Self::FromBoard,
    ];

    /// Those that the board alone gets besides. A colleague waits: they leave at once, and no digest brings them.
    pub const OF_BOARD: [Self; 1] = [Self::SecondWanted];

    /// Whether one can do without it. Of all others the reader must act, or must know for their safety or their rights.
    pub fn is_choice(self) -> bool {
        Self::CHOICES.contains(&self) || Self::OF_BOARD.contains(&self)
    }

    /// The kinds that are stopped from a letter of this kind: itself, or all that a digest brings. Nothing of one that is needed.
    pub fn stops(self) -> &'static [Self] {
        match self {
            Self::CaseSubmitted => &[Self::CaseSubmitted],
            Self::Appealed => &[Self::Appealed],
            Self::Message => &[Self::Message],
            Self::Mentioned => &[Self::Mentioned],
            Self::SecondWanted => &[Self::SecondWanted],
            Self::SignatureGiven => &[Self::SignatureGiven],
            Self::FromBoard => &[Self::FromBoard],
            Self::Digest => &Self::CHOICES,
            _ => &[],
        }
    }
}

impl Preferences {
    /// The state in which a letter of this kind is written; nothing, where it is not wanted.
    pub(super) fn state_of(&self, kind: LetterKind) -> Option<LetterState> {
        match self.pace {
            _ if !kind.is_choice() => Some(LetterState::Waiting),
            _ if self.muted.contains(&kind) => None,
            _ if LetterKind::OF_BOARD.contains(&kind) => Some(LetterState::Waiting),
            Pace::AtOnce => Some(LetterState::Waiting),
            Pace::Daily => Some(LetterState::Held),
        }
    }
}

/// What an account chose; whoever chose nothing gets everything at once.
pub async fn preferences(
    conn: &mut PgConnection,
    account: AccountId,
) -> crate::Result<Preferences> {
    let row = sqlx::query_as!(
        Preferences,
        "select muted, pace from letter_preferences where account_id = $1",
        account as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.unwrap_or_default())
}

/// The same, held until the transaction ends, so that two changes do not undo each other.
pub async fn lock_preferences(tx: &mut Tx, account: AccountId) -> crate::Result<Preferences> {
    let now = tx.now();
    sqlx::query!(
        "insert into letter_preferences (account_id, changed_at) values ($1, $2) on conflict do nothing",
        account as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(sqlx::query_as!(
        Preferences,
        "select muted, pace from letter_preferences where account_id = $1 for update",
        account as _
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// Keeps what an account chose. What waits for a digest and is not wanted any more is given up; the rest leaves at once,
/// if that is what was chosen.
pub async fn prefer(tx: &mut Tx, account: AccountId, chosen: &Preferences) -> crate::Result<()> {
    let now = tx.now();
    sqlx::query!(
        "insert into letter_preferences (account_id, muted, pace, changed_at) values ($1, $2, $3, $4)
         on conflict (account_id) do update
         set muted = excluded.muted, pace = excluded.pace, changed_at = excluded.changed_at",
        account as _,
        &chosen.muted as _,
        chosen.pace as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update letters set state = 'dropped' where account_id = $1 and state = 'held' and kind = any($2)",
        account as _,
        &chosen.muted as _
    )
    .execute(&mut **tx)
    .await?;
    if chosen.pace == Pace::AtOnce {
        sqlx::query!(
            "update letters set state = 'waiting', next_at = $2 where account_id = $1 and state = 'held'",
            account as _,
            now
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
