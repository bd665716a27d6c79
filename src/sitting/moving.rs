//! Moving a session to another day, time or place. Its members, its agenda and what was voted stay; calendars get the same meeting, a
//! step further.

use serde_json::json;

use super::call::{moment, of};
use super::policy::CanKeep;
use super::{Appointment, NotCalled, Sitting, lock, subject};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::notice::{self, Letter, OfSession, Recipient};
use crate::{Error, Result};

/// Moves a session that is to come, if nobody moved it since it was seen. Its members are told. Whether anything changed.
pub async fn move_to(
    tx: &mut Tx,
    granted: &CanKeep,
    to: &Appointment,
) -> Result<std::result::Result<bool, NotCalled>> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    if is_at(sitting, to) {
        return Ok(Ok(false));
    }
    let starts_at = match moment(tx, to).await? {
        Ok(at) => at,
        Err(not) => return Ok(Err(not)),
    };
    let moved = sqlx::query!(
        "update sittings set starts_local = $3, zone = $4, starts_at = $5, lasts_minutes = $6, place = $7, sequence = sequence + 1
         where id = $1 and sequence = $2",
        sitting.id as _,
        sitting.sequence,
        to.starts_local,
        to.zone,
        starts_at,
        to.lasts_minutes,
        to.place.as_str(),
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if moved == 0 {
        return Err(Error::Overtaken);
    }
    // Where one takes part may be a secret address: that it is another is all that history keeps.
    let event = Event::new(Act::SessionMoved, subject(sitting))
        .before(json!({ "starts_at": sitting.starts_at, "minutes": sitting.lasts_minutes }))
        .after(json!({
            "starts_at": starts_at,
            "minutes": to.lasts_minutes,
            "another_place": sitting.place != to.place.as_str(),
        }));
    history::record(tx, granted.by(), event).await?;
    let told = OfSession {
        starts_at,
        starts_local: to.starts_local,
        zone: to.zone.clone(),
        lasts_minutes: to.lasts_minutes,
        place: to.place.to_string(),
        ..of(sitting, sitting.sequence + 1)
    };
    for member in &sitting.members {
        let letter = Letter::SessionMoved(told.clone());
        notice::post(tx, Recipient::Account(member.account), letter).await?;
    }
    Ok(Ok(true))
}

fn is_at(sitting: &Sitting, to: &Appointment) -> bool {
    sitting.starts_local == to.starts_local
        && sitting.zone == to.zone
        && sitting.lasts_minutes == to.lasts_minutes
        && sitting.place == to.place.as_str()
}
