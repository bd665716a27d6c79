//! The job that empties the outbox: claim, send, mark.
//!
//! A letter is claimed in a transaction of its own (`for update skip locked`, so that workers do not wait for each
//! other), sent outside of any, and marked as soon as the mail server has said that it has it. A worker that is killed
//! leaves a claim, which expires; the letter is then sent again. So nothing is lost.
//!
//! Between the last line of a letter, which makes the mail server take it, and our mark, nobody can tell whether it has
//! left (the two generals' problem). So a process of its own hands letters over, the postman (`command::postman`): when
//! the server is killed in that moment, it hears the answer and marks the letter. Only when the whole machine stops in it
//! is a letter sent again, rather than lost; both copies then carry the same `Message-ID`, by which mail servers and readers
//! drop the second. Into a folder a letter is written once, always.

use std::future::Future;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::post::{DATA, TO};
use super::transport::{Failure, PostOffice};
use super::{Letter, LetterKind, unsubscribe_path};
use crate::db::{Db, Tx};
use crate::ids::{AccountId, LetterId};
use crate::values::Lang;
use crate::vault::{Sealed, Vault};

/// How long a claim holds: longer than a send may take, and the marking after it.
pub(super) const CLAIM: TimeDelta = TimeDelta::minutes(5);
/// How often the outbox is looked at.
const POLL: Duration = Duration::from_millis(1500);
/// The pause after the outbox itself could not be read.
const OUTAGE: Duration = Duration::from_secs(5);
/// The pauses between tries. After the last, somebody must look.
const PAUSES: [TimeDelta; 8] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(3),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
];

struct Claimed {
    id: LetterId,
    account_id: Option<AccountId>,
    to_sealed: Sealed,
    lang: Lang,
    kind: LetterKind,
    data_sealed: Sealed,
    created_at: DateTime<Utc>,
    attempts: i32,
}

/// Sends letters until `stop` is done. The letter in hand is finished first.
pub async fn deliver_forever(db: Db, office: PostOffice, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let pause = match deliver_one(&db, &office).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => POLL,
            Err(error) => {
                tracing::warn!(what = word(&error), "the outbox cannot be read");
                OUTAGE
            }
        };
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Sends the next letter, if one is due.
pub async fn deliver_one(db: &Db, office: &PostOffice) -> crate::Result<bool> {
    let Some(letter) = claim(db).await? else {
        return Ok(false);
    };
    let sent = match envelope(db.vault(), office, &letter) {
        Ok(message) => office.send(letter.id, message).await,
        Err(failure) => Err(failure),
    };
    if let Err(failure) = &sent {
        tracing::warn!(letter = %letter.id, kind = %letter.kind, code = failure.code, attempt = letter.attempts, "a letter did not leave");
    }
    mark(db, &letter, sent).await?;
    Ok(true)
}

/// Takes the letter that has been due for longest: one that waits, or one whose worker was lost.
async fn claim(db: &Db) -> crate::Result<Option<Claimed>> {
    let mut tx = db.begin().await?;
    let now = tx.now();
    let claimed = sqlx::query_as!(
        Claimed,
        "update letters set state = 'sending', attempts = attempts + 1, claimed_until = $2
         where id = (
            select id from letters
            where state in ('waiting', 'sending') and next_at <= $1 and (claimed_until is null or claimed_until <= $1)
            order by next_at, id limit 1 for update skip locked)
         returning id, account_id, to_sealed, lang, kind, data_sealed, created_at, attempts",
        now,
        now + CLAIM
    )
    .fetch_optional(&mut *tx)
    .await?;
    let _ = tx.commit().await?;
    Ok(claimed)
}

fn envelope(
    vault: &Vault,
    office: &PostOffice,
    claimed: &Claimed,
) -> Result<lettre::Message, Failure> {
    let sealed = |_| Failure::lasting("vault");
    let to = vault
        .open_text(TO, claimed.id, &claimed.to_sealed)
        .map_err(sealed)?;
    let letter: Letter = vault
        .open_json(DATA, claimed.id, &claimed.data_sealed)
        .map_err(sealed)?;
    let stop = claimed
        .account_id
        .and_then(|account| unsubscribe_path(vault, account, claimed.kind));
    let written = letter
        .write_with(claimed.lang, office.url(), stop.as_deref())
        .map_err(|_| Failure::lasting("template"))?;
    office.envelope(claimed.id, &to, claimed.lang, claimed.created_at, written)
}

/// Writes what came of it. A letter that has left must not stay claimed, so this tries again while the claim holds.
async fn mark(db: &Db, letter: &Claimed, sent: Result<(), Failure>) -> crate::Result<()> {
    let mut pause = Duration::from_millis(100);
    loop {
        match mark_once(db, letter, &sent).await {
            Err(crate::Error::Db(_)) if sent.is_ok() && pause < Duration::from_secs(60) => {
                tokio::time::sleep(pause).await;
                pause *= 2;
            }
            other => return other,
        }
    }
}

async fn mark_once(db: &Db, letter: &Claimed, sent: &Result<(), Failure>) -> crate::Result<()> {
    let mut tx = db.begin().await?;
    match sent {
        Ok(()) => mark_sent(&mut tx, letter).await?,
        Err(failure) => mark_failed(&mut tx, letter, failure).await?,
    }
    let _ = tx.commit().await?;
    Ok(())
}

async fn mark_sent(tx: &mut Tx, letter: &Claimed) -> crate::Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update letters set state = 'sent', sent_at = $2, claimed_until = null, last_error = null
         where id = $1 and state <> 'sent'",
        letter.id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn mark_failed(tx: &mut Tx, letter: &Claimed, failure: &Failure) -> crate::Result<()> {
    let tries = usize::try_from(letter.attempts).unwrap_or(usize::MAX);
    let pause = PAUSES
        .get(tries.saturating_sub(1))
        .filter(|_| !failure.is_final);
    let (state, next_at) = match pause {
        Some(pause) => (super::LetterState::Waiting, tx.now() + *pause),
        None => (super::LetterState::Failed, tx.now()),
    };
    // Only our own claim: if it expired, another worker has the letter now.
    sqlx::query!(
        "update letters set state = $3, next_at = $4, claimed_until = null, last_error = $5
         where id = $1 and state = 'sending' and attempts = $2",
        letter.id as _,
        letter.attempts,
        state as _,
        next_at,
        failure.code
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What kind of error it was: its words may hold more than a log should.
fn word(error: &crate::Error) -> &'static str {
    match error {
        crate::Error::Db(sqlx::Error::PoolTimedOut) => "all connections are busy",
        crate::Error::Db(sqlx::Error::Io(_)) => "PostgreSQL is out of reach",
        crate::Error::Db(_) => "PostgreSQL",
        _ => "internal",
    }
}
