//! What the desk is kept by: how long a case stays in somebody's hands without an act or a look of theirs.

use serde_json::json;
use sqlx::PgConnection;

use crate::calendar::policy::CanKeepCalendar;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::EventId;
use crate::{Error, Result};

/// The fewest and the most minutes that a hold lasts: five minutes, and a week.
pub const HOLD_MINUTES: std::ops::RangeInclusive<i32> = 5..=10_080;

/// How the desk is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskRules {
    /// How many minutes a hold lasts.
    pub hold_minutes: i32,
    /// Counts its changes: a form that carries it shows what somebody saw.
    pub revision: i32,
}

/// The rules as they stand.
pub async fn desk_rules(conn: &mut PgConnection) -> Result<DeskRules> {
    Ok(
        sqlx::query_as!(DeskRules, "select hold_minutes, revision from desk_rules")
            .fetch_one(conn)
            .await?,
    )
}

/// Changes how long a hold lasts, if that is still as it was seen. What is held now keeps its time until its holder next looks or
/// acts. Nothing is written where nothing changes.
pub async fn keep_desk_rules(
    tx: &mut Tx,
    granted: &CanKeepCalendar,
    seen: i32,
    hold_minutes: i32,
) -> Result<()> {
    let before = sqlx::query_as!(
        DeskRules,
        "select hold_minutes, revision from desk_rules for update"
    )
    .fetch_one(&mut **tx)
    .await?;
    if before.revision != seen {
        return Err(Error::Overtaken);
    }
    if before.hold_minutes == hold_minutes {
        return Ok(());
    }
    sqlx::query!(
        "update desk_rules set hold_minutes = $1, revision = revision + 1",
        hold_minutes
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(
        Act::DeskRulesChanged,
        Subject::setting(EventId::fresh().uuid()),
    )
    .before(json!({ "hold_minutes": before.hold_minutes }))
    .after(json!({ "hold_minutes": hold_minutes }));
    history::record(tx, granted.by(), event).await
}
