//! The digest: what waited for it since the day before, in one letter.
//!
//! The letter, the marks of what it brings and the day of the account are one transaction: a worker that is killed leaves
//! all of it or nothing. Two workers do not wait for each other, and the day stands in the way of a second digest.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::post::{DATA, write};
use super::{Letter, LetterState, Recipient};
use crate::db::{Db, Tx};
use crate::ids::{AccountId, LetterId};
use crate::vault::Sealed;

/// The time of the day, in UTC, from which its digests are written.
const TIME: TimeDelta = TimeDelta::hours(6);
/// The most letters that one digest brings; the rest comes with the next.
const MOST: i64 = 100;

/// The day whose digest is due, and the moment up to which it looks back.
fn edition(now: DateTime<Utc>) -> (NaiveDate, DateTime<Utc>) {
    let day = (now - TIME).date_naive();
    (day, day.and_time(NaiveTime::MIN).and_utc() + TIME)
}

/// Writes every digest that is due; how many there were.
pub async fn write_digests(db: &Db) -> crate::Result<usize> {
    let mut written = 0;
    while let Some(account) = next(db).await? {
        tracing::debug!(%account, "a digest was written");
        written += 1;
    }
    Ok(written)
}

/// The account of the digest that was written, if one was due.
async fn next(db: &Db) -> crate::Result<Option<AccountId>> {
    let mut tx = db.begin().await?;
    let (day, until) = edition(tx.now());
    let due = sqlx::query!(
        r#"select p.account_id, a.closed_at is not null as "closed!"
         from letter_preferences p join accounts a on a.id = p.account_id
         where (p.digested_on is null or p.digested_on < $1)
            and exists (select from letters l where l.account_id = p.account_id and l.state = 'held' and l.created_at < $2)
         order by p.account_id limit 1 for update of p skip locked"#,
        day,
        until
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(due) = due else { return Ok(None) };
    match due.closed {
        true => drop_held(&mut tx, due.account_id).await?,
        false => write_one(&mut tx, due.account_id, until).await?,
    }
    sqlx::query!(
        "update letter_preferences set digested_on = $2 where account_id = $1",
        due.account_id as _,
        day
    )
    .execute(&mut *tx)
    .await?;
    let _ = tx.commit().await?;
    Ok(Some(due.account_id))
}

/// A closed account gets no letters.
async fn drop_held(tx: &mut Tx, account: AccountId) -> crate::Result<()> {
    sqlx::query!(
        "update letters set state = 'dropped' where account_id = $1 and state = 'held'",
        account as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct Held {
    id: LetterId,
    data_sealed: Sealed,
}

async fn write_one(tx: &mut Tx, account: AccountId, until: DateTime<Utc>) -> crate::Result<()> {
    let held = sqlx::query_as!(
        Held,
        "select id, data_sealed from letters
         where account_id = $1 and state = 'held' and created_at < $2
         order by id limit $3 for update",
        account as _,
        until,
        MOST
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    let mut letters: Vec<Letter> = Vec::new();
    for held in &held {
        let letter = vault.open_json(DATA, held.id, &held.data_sealed)?;
        // Three messages about one case are one piece of news.
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let to = Recipient::Account(account);
    let digest = write(tx, to, Letter::Digest { letters }, LetterState::Waiting).await?;
    let ids: Vec<LetterId> = held.iter().map(|held| held.id).collect();
    sqlx::query!(
        "update letters set state = 'bundled', digest_id = $2 where id = any($1)",
        &ids as _,
        digest as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_six() {
        let at = |text: &str| edition(text.parse().unwrap());
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(at("2026-11-24T05:59:59Z").0, day("2026-11-23"));
        let (of, until) = at("2026-11-24T06:00:00Z");
        assert_eq!(of, day("2026-11-24"));
        assert_eq!(until.to_rfc3339(), "2026-11-24T06:00:00+00:00");
    }
}
