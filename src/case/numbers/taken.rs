//! That numbers left the building as a file.

use serde_json::json;

use super::Period;
use super::policy::CanSeeNumbers;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::EventId;

/// Writes down that a table of a period leaves as a file, with how many rows.
pub async fn taken_away(
    tx: &mut Tx,
    granted: &CanSeeNumbers,
    (table, period): (&str, Period),
    rows: usize,
) -> Result<()> {
    let narrowed = format!("table={table}&from={}&to={}", period.first(), period.last());
    let event = Event::new(
        Act::RosterExported,
        Subject::export(EventId::fresh().uuid()),
    )
    .after(json!({ "of": "numbers", "where": narrowed, "count": rows, "format": "csv" }));
    history::record(tx, granted.by(), event).await
}
