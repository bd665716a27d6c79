//! Slow-down: whoever fails often waits, ever longer, and is never locked out. Kept in PostgreSQL, so that guessing slows
//! down on every server alike, and by keyed hashes, so that the table names nobody.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::db::Tx;
use crate::vault::BlindIndex;

/// After so long without another try, all is forgotten.
const FORGOTTEN: TimeDelta = TimeDelta::hours(24);
/// Nobody waits longer.
const LONGEST: i64 = 15 * 60;

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Gate {
    /// Wrong passwords for one account, whether or not it exists.
    Account,
    /// Wrong passwords from one network address.
    Remote,
    /// Forms from one network address that make us write letters.
    Forms,
    /// Letters to one e-mail address that somebody else may have asked for.
    Letters,
    /// Questions whether a registration under some name is under way.
    Names,
}

impl Gate {
    const fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Remote => "remote",
            Self::Forms => "forms",
            Self::Letters => "letters",
            Self::Names => "names",
        }
    }

    /// How many tries cost nothing. Behind one network address there may be a whole office.
    const fn free(self) -> i32 {
        match self {
            Self::Account => 5,
            Self::Remote => 30,
            Self::Forms => 20,
            Self::Letters => 3,
            Self::Names => 20,
        }
    }

    /// How long to wait after so many tries.
    fn wait(self, tries: i32) -> TimeDelta {
        match u32::try_from(tries - self.free()) {
            Ok(over @ 1..) => TimeDelta::seconds((1_i64 << over.min(20)).min(LONGEST)),
            _ => TimeDelta::zero(),
        }
    }

    /// The key of something that is counted.
    pub fn key(self, tx: &Tx, text: &str) -> BlindIndex {
        tx.vault().index(&format!("attempts.{}", self.code()), text)
    }
}

struct Row {
    failures: i32,
    last_at: DateTime<Utc>,
    open_at: DateTime<Utc>,
}

/// Counts a try before it is made, so that many at once do not slip by; or says how long to wait. A try that is turned
/// away does not count. To be committed before the slow work begins.
pub(super) async fn knock(tx: &mut Tx, gate: Gate, text: &str) -> crate::Result<Option<Duration>> {
    let (now, key) = (tx.now(), gate.key(tx, text));
    sqlx::query!(
        "insert into attempts (kind, key, failures, last_at, open_at) values ($1, $2, 0, $3, $3) on conflict do nothing",
        gate.code(),
        key.clone() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let row = sqlx::query_as!(
        Row,
        "select failures, last_at, open_at from attempts where kind = $1 and key = $2 for update",
        gate.code(),
        key.clone() as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if row.open_at > now {
        let wait = (row.open_at - now).to_std().unwrap_or_default();
        return Ok(Some(wait));
    }
    let before = if now - row.last_at >= FORGOTTEN {
        0
    } else {
        row.failures
    };
    let tries = before.saturating_add(1);
    sqlx::query!(
        "update attempts set failures = $3, last_at = $4, open_at = $5 where kind = $1 and key = $2",
        gate.code(),
        key as _,
        tries,
        now,
        now + gate.wait(tries)
    )
    .execute(&mut **tx)
    .await?;
    Ok(None)
}

/// Counts a question whether some registration is under way, of an account or a network address, and says whether it asks too often.
pub async fn asks_too_often(tx: &mut Tx, who: &str) -> crate::Result<bool> {
    Ok(knock(tx, Gate::Names, who).await?.is_some())
}

/// Forgets the tries of somebody who turned out to be right.
pub(super) async fn forget(tx: &mut Tx, gate: Gate, text: &str) -> crate::Result<()> {
    let key = gate.key(tx, text);
    sqlx::query!(
        "delete from attempts where kind = $1 and key = $2",
        gate.code(),
        key as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes one try back: an office of people who sign in is not slowed down. It is one and not all, so that whoever has
/// an account cannot wash away their guesses at others.
pub(super) async fn take_back(tx: &mut Tx, gate: Gate, text: &str) -> crate::Result<()> {
    let (now, key) = (tx.now(), gate.key(tx, text));
    sqlx::query!(
        "update attempts set failures = greatest(failures - 1, 0),
            open_at = case when failures <= $3 + 1 then $4 else open_at end
         where kind = $1 and key = $2",
        gate.code(),
        key as _,
        gate.free(),
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Drops what would be forgotten anyway.
pub(super) async fn tidy(tx: &mut Tx) -> crate::Result<()> {
    let before = tx.now() - FORGOTTEN;
    sqlx::query!("delete from attempts where last_at < $1", before)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
        let waits: Vec<_> = (1..=17)
            .map(|tries| Gate::Account.wait(tries).num_seconds())
            .collect();
        assert_eq!(
            waits,
            [
                0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900
            ]
        );
        assert_eq!(Gate::Account.wait(i32::MAX).num_seconds(), LONGEST);
        assert_eq!(Gate::Remote.wait(30).num_seconds(), 0);
    }
}
