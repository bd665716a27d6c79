//! What pages say of a standing: since when, until when, why as far as the reader may know, and what it was before.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::change::{Cause, REASON, ReasonReach};
use crate::ids::{AccountId, OrganizationId, StandingId};
use crate::values::{Prose, Standing};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// The most changes that one page shows.
const MOST: i64 = 100;

/// What is said of the standing of today.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The last day of the registration, as the registry keeps it.
    pub registered_until: Option<NaiveDate>,
    /// The same, where it says until when something is in force or was: not of one that the board has suspended or
    /// struck off before that day.
    pub valid_until: Option<NaiveDate>,
    /// Since when it stands where it stands.
    pub since: Option<NaiveDate>,
    /// Why, if that is for the reader.
    pub reason: Option<Prose>,
}

/// A change of standing.
#[derive(Clone, Debug)]
pub struct Past {
    /// From which.
    pub before: Standing,
    /// To which.
    pub standing: Standing,
    /// Until when it was to last.
    pub until: Option<NaiveDate>,
    /// Why it changed.
    pub cause: Cause,
    /// Who changed it.
    pub account: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
    /// In which words.
    pub reason: Option<Prose>,
    /// Who may read them.
    pub reach: ReasonReach,
}

/// What may be said of an organization's standing to everybody, to its team, or to the board.
pub async fn shown(
    conn: &mut PgConnection,
    vault: &Vault,
    id: OrganizationId,
    to: ReasonReach,
) -> Result<Shown> {
    let Some(row) = sqlx::query!(
        "select registered_until, standing_since, standing from organizations where id = $1",
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?
    else {
        return Ok(Shown::default());
    };
    let last = rows(conn, id, 1).await?.pop();
    let reason = match last {
        Some(last) if last.standing == row.standing && last.reach >= to => open(vault, &last)?,
        _ => None,
    };
    let is_cut = matches!(
        row.standing,
        Standing::Suspended | Standing::StruckOff | Standing::Merged
    );
    Ok(Shown {
        valid_until: row.registered_until.filter(|_| !is_cut),
        registered_until: row.registered_until,
        since: row.standing_since,
        reason,
    })
}

/// What it was before, the newest first, with every reason: for the board.
pub async fn past(conn: &mut PgConnection, vault: &Vault, id: OrganizationId) -> Result<Vec<Past>> {
    rows(conn, id, MOST)
        .await?
        .into_iter()
        .map(|row| {
            Ok(Past {
                reason: open(vault, &row)?,
                before: row.before,
                standing: row.standing,
                until: row.until,
                cause: row.cause,
                account: row.account_id,
                at: row.at,
                reach: row.reach,
            })
        })
        .collect()
}

struct Row {
    id: StandingId,
    before: Standing,
    standing: Standing,
    until: Option<NaiveDate>,
    cause: Cause,
    account_id: Option<AccountId>,
    at: DateTime<Utc>,
    reason_sealed: Option<Sealed>,
    reach: ReasonReach,
}

async fn rows(conn: &mut PgConnection, id: OrganizationId, most: i64) -> Result<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        "select id, before, standing, until, cause, account_id, at, reason_sealed, reach from organization_standings
         where organization_id = $1 order by id desc limit $2",
        id as _,
        most
    )
    .fetch_all(conn)
    .await?)
}

fn open(vault: &Vault, row: &Row) -> Result<Option<Prose>> {
    let Some(sealed) = &row.reason_sealed else {
        return Ok(None);
    };
    let text = vault.open_text(REASON, row.id, sealed)?;
    let prose = Prose::parse(&text, Prose::CEILING);
    prose
        .map(Some)
        .map_err(|_| Error::Contradiction("a reason that is no text"))
}
