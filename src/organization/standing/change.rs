//! The change of a standing: the organization, the row that says why, and history, together.

use chrono::NaiveDate;
use serde_json::json;

use super::order::{has_end, may_follow};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::StandingId;
use crate::organization::Organization;
use crate::organization::policy::CanChangeStanding;
use crate::organization::store::rehash;
use crate::values::{Prose, Standing, codes};
use crate::{Error, Result};

/// Where reasons are sealed.
pub(super) const REASON: &str = "organization_standings.reason";

codes! {
    /// Why a standing changed.
    pub enum Cause {
        /// The day had come.
        Date = "date",
        /// The board decided it.
        Board = "board",
        /// A suspension was over.
        End = "end",
        /// It was renewed.
        Renewal = "renewal",
    }

    /// Who may read the reason that the board gives.
    pub enum ReasonReach {
        /// The board alone.
        Board = "board",
        /// The board and the organization's team.
        Team = "team",
        /// Everybody: it stands on the public page.
        Public = "public",
    }
}

/// What the board says of a change, and to whom.
#[derive(Clone, Debug)]
pub struct Said {
    /// Why.
    pub reason: Prose,
    /// Who may read it.
    pub reach: ReasonReach,
}

/// A change that is about to be made.
pub(super) struct Change<'a> {
    pub(super) to: Standing,
    /// Counts for a notice or a suspension.
    pub(super) until: Option<NaiveDate>,
    pub(super) cause: Cause,
    pub(super) said: Option<&'a Said>,
}

/// Changes where an organization stands, if it still stands where it was seen, and tells nobody: for what happened
/// before this registry was there. `until` counts for a notice or suspension.
pub async fn change(
    tx: &mut Tx,
    granted: CanChangeStanding,
    to: Standing,
    until: Option<NaiveDate>,
    reason: &Prose,
) -> Result<()> {
    let said = Said {
        reason: reason.clone(),
        reach: ReasonReach::Team,
    };
    let change = Change {
        to,
        until,
        cause: Cause::Board,
        said: Some(&said),
    };
    put(tx, granted.actor(), granted.organization(), change).await
}

/// The change itself. Who may make it is asked by the acts above it.
pub(super) async fn put(
    tx: &mut Tx,
    by: &Actor,
    seen: &Organization,
    change: Change<'_>,
) -> Result<()> {
    let Change {
        to, cause, said, ..
    } = change;
    if !may_follow(seen.standing, to) {
        return Err(Error::Overtaken);
    }
    let until = change.until.filter(|_| has_end(to));
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
    let reach = said.map_or(ReasonReach::Board, |said| said.reach);
    let (id, vault) = (StandingId::fresh(), tx.vault());
    let sealed = said
        .map(|said| vault.seal_text(REASON, id, &said.reason))
        .transpose()?;
    sqlx::query!(
        "insert into organization_standings (id, organization_id, before, standing, until, cause, account_id, at,
            reason_sealed, reach)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id as _,
        seen.id as _,
        seen.standing as _,
        to as _,
        until,
        cause as _,
        by.account() as _,
        now,
        sealed as _,
        reach as _,
    )
    .execute(&mut **tx)
    .await?;
    let subject = Subject::organization(seen.id, seen.number);
    let event = Event::new(Act::OrganizationStandingChanged, subject)
        .before(json!({ "standing": seen.standing, "until": seen.standing_until }))
        .after(json!({ "standing": to, "until": until, "cause": cause, "reach": reach }))
        .reason(said.map(|said| &said.reason));
    history::record(tx, by, event).await
}
