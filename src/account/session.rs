//! Sign-ins that last: rows with an idle and an absolute end, known by the hash of their token alone.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgConnection;

use super::policy::Own;
use super::token::Token;
use crate::actor::{Actor, Person};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, SessionId};
use crate::values::{Country, Role};
use crate::vault::{Sealed, Vault};

/// How often it is noted that a session is used.
const NOTE: TimeDelta = TimeDelta::minutes(5);

/// A sign-in, as its owner sees it.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The browser and the system: `Firefox, Linux`.
    pub agent: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to within five minutes.
    pub seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

/// How long a session lasts without being used. Whoever decides about others is signed out sooner.
const fn idle(role: Role) -> TimeDelta {
    match role {
        Role::Coordinator | Role::Chair | Role::Admin => TimeDelta::hours(2),
        Role::Member | Role::PostOfficer | Role::Auditor => TimeDelta::hours(12),
    }
}

/// How long a session lasts at most.
const fn longest(role: Role) -> TimeDelta {
    match role {
        Role::Member => TimeDelta::days(14),
        _ => TimeDelta::hours(24),
    }
}

/// Who holds this token.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    token: &str,
    now: DateTime<Utc>,
) -> crate::Result<Option<Person>> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let row = sqlx::query!(
        "select s.id, s.seen_at, s.account_id, a.name_sealed, a.role, a.hosts
         from sessions s join accounts a on a.id = s.account_id
         where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and a.closed_at is null",
        token.hash(),
        now
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row.filter(|row| now - row.seen_at < idle(row.role)) else {
        return Ok(None);
    };
    if now - row.seen_at >= NOTE {
        sqlx::query!(
            "update sessions set seen_at = $2 where id = $1 and seen_at < $2",
            row.id as _,
            now
        )
        .execute(conn)
        .await?;
    }
    let name = vault.open_text(super::NAME, row.account_id, &row.name_sealed)?;
    Ok(Some(person(
        row.id,
        row.account_id,
        name,
        row.role,
        row.hosts,
    )))
}

fn person(
    session: SessionId,
    id: AccountId,
    name: String,
    role: Role,
    hosts: Vec<Country>,
) -> Person {
    Person {
        id,
        session,
        name,
        role,
        hosts,
    }
}

/// Begins a session. The caller has made sure that it is this person.
pub(super) async fn start(
    tx: &mut Tx,
    account: AccountId,
    agent: &str,
) -> crate::Result<(Token, Person)> {
    let (id, token, now) = (SessionId::fresh(), Token::fresh()?, tx.now());
    let row = sqlx::query!(
        "select name_sealed as \"name_sealed: Sealed\", role, hosts from accounts where id = $1 and closed_at is null",
        account as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(crate::Error::NotFound)?;
    sqlx::query!(
        "insert into sessions (id, account_id, token_hash, agent, created_at, seen_at, ends_at)
         values ($1, $2, $3, $4, $5, $5, $6)",
        id as _,
        account as _,
        token.hash(),
        super::agent::describe(agent),
        now,
        now + longest(row.role),
    )
    .execute(&mut **tx)
    .await?;
    let name = tx
        .vault()
        .open_text(super::NAME, account, &row.name_sealed)?;
    Ok((token, person(id, account, name, row.role, row.hosts)))
}

/// The sessions of one's own that are open, the last used first.
pub async fn list(
    conn: &mut PgConnection,
    own: &Own,
    now: DateTime<Utc>,
) -> crate::Result<Vec<Session>> {
    let person = own.person();
    let rows = sqlx::query!(
        "select id, agent, created_at, seen_at from sessions
         where account_id = $1 and ended_at is null and ends_at > $2 and seen_at > $3
         order by seen_at desc, id desc",
        person.id as _,
        now,
        now - idle(person.role)
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Session {
            is_current: row.id == person.session,
            id: row.id,
            agent: row.agent,
            created_at: row.created_at,
            seen_at: row.seen_at,
        })
        .collect())
}

/// Ends one of one's own sessions.
pub async fn end(tx: &mut Tx, own: &Own, session: SessionId) -> crate::Result<()> {
    let now = tx.now();
    let ended = sqlx::query!(
        "update sessions set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null",
        session as _,
        own.person().id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if ended == 0 {
        return Err(crate::Error::NotFound);
    }
    let act = if session == own.person().session {
        Act::AccountSignedOut
    } else {
        Act::AccountSessionEnded
    };
    let event = Event::new(act, Subject::account(own.person().id));
    history::record(tx, &own.by(), event).await
}

/// Ends the session that somebody signed in over, if the token is one of theirs or of anybody at the same browser.
pub(super) async fn replace(tx: &mut Tx, token: &str) -> crate::Result<()> {
    let Some(token) = Token::parse(token) else {
        return Ok(());
    };
    let now = tx.now();
    sqlx::query!(
        "update sessions set ended_at = $2 where token_hash = $1 and ended_at is null",
        token.hash(),
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends every session of an account, and says how many there were. Its rights, or what proves that it is them, have changed.
pub(super) async fn end_all(
    tx: &mut Tx,
    account: AccountId,
    except: Option<SessionId>,
) -> crate::Result<u64> {
    let now = tx.now();
    let ended = sqlx::query!(
        "update sessions set ended_at = $2
         where account_id = $1 and ended_at is null and id is distinct from $3",
        account as _,
        now,
        except as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok(ended)
}

/// Ends all sessions and begins a new one for whoever made the change: the token that was there before is worth nothing.
pub(super) async fn rotate(tx: &mut Tx, own: &Own) -> crate::Result<(Token, Person)> {
    let agent = sqlx::query_scalar!(
        "select agent from sessions where id = $1",
        own.person().session as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .unwrap_or_default();
    end_all(tx, own.person().id, None).await?;
    start(tx, own.person().id, &agent).await
}

/// Writes that somebody signed in.
pub(super) async fn welcome(tx: &mut Tx, person: &Person) -> crate::Result<()> {
    let event = Event::new(Act::AccountSignedIn, Subject::account(person.id));
    history::record(tx, &Actor::Person(person.clone()), event).await
}
