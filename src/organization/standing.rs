//! Where an organization stands with the board: what may follow what, and the change with its history.

use chrono::NaiveDate;
use serde_json::json;

use super::policy::CanChangeStanding;
use super::store::rehash;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::values::{Prose, Standing};
use crate::{Error, Result};

/// Whether a standing may follow another. A renewal stops the ladder at any rung; a merger is another act, and final.
pub const fn may_follow(from: Standing, to: Standing) -> bool {
    use Standing::{Due, Good, Lapsed, Merged, Notice, Revived, StruckOff, Suspended};
    match (from, to) {
        (Merged, _) | (_, Merged) => false,
        (Good | Revived, Due | Suspended | StruckOff) => true,
        (Due, Good | Lapsed | Suspended | StruckOff) => true,
        (Lapsed, Good | Notice | Suspended | StruckOff) => true,
        (Notice, Good | Suspended | StruckOff) => true,
        (Suspended, Good | Due | Lapsed | Notice | StruckOff) => true,
        (StruckOff, Revived) => true,
        _ => false,
    }
}

/// Whether a standing ends on a day.
pub const fn has_end(standing: Standing) -> bool {
    matches!(standing, Standing::Notice | Standing::Suspended)
}

/// Changes where an organization stands, if it still stands where it was seen. `until` counts for a notice or suspension.
pub async fn change(
    tx: &mut Tx,
    granted: CanChangeStanding,
    to: Standing,
    until: Option<NaiveDate>,
    reason: &Prose,
) -> Result<()> {
    let seen = granted.organization();
    if !may_follow(seen.standing, to) {
        return Err(Error::Overtaken);
    }
    let until = until.filter(|_| has_end(to));
    let now = tx.now();
    let changed = sqlx::query!(
        "update organizations set standing = $3, standing_until = $4, updated_at = $5, revision = revision + 1
         where id = $1 and revision = $2",
        seen.id as _,
        seen.revision,
        to as _,
        until,
        now
    )
    .execute(&mut **tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    rehash(tx, seen.id).await?;
    let subject = Subject::organization(seen.id, seen.number);
    let event = Event::new(Act::OrganizationStandingChanged, subject)
        .before(json!({ "standing": seen.standing, "until": seen.standing_until }))
        .after(json!({ "standing": to, "until": until }))
        .reason(Some(reason));
    history::record(tx, granted.actor(), event).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_follows_a_merger_and_nothing_becomes_one_here() {
        for standing in Standing::ALL {
            assert!(!may_follow(Standing::Merged, *standing), "{standing}");
            assert!(!may_follow(*standing, Standing::Merged), "{standing}");
            assert!(!may_follow(*standing, *standing), "{standing}");
        }
    }

    #[test]
    fn a_renewal_stops_the_ladder_at_any_rung() {
        for rung in [Standing::Due, Standing::Lapsed, Standing::Notice] {
            assert!(may_follow(rung, Standing::Good), "{rung}");
        }
        assert!(!may_follow(Standing::StruckOff, Standing::Good));
        assert!(may_follow(Standing::StruckOff, Standing::Revived));
    }

    #[test]
    fn the_ladder_is_gone_down_rung_by_rung() {
        assert!(may_follow(Standing::Good, Standing::Due));
        assert!(!may_follow(Standing::Good, Standing::Lapsed));
        assert!(!may_follow(Standing::Due, Standing::Notice));
    }
}
