//! Until when an organization is registered: set at its registration, and moved by each renewal.

use chrono::{Months, NaiveDate};
use serde_json::json;
use sqlx::PgConnection;

use super::change::{Cause, Change, put};
use super::terms::years_for;
use super::window::is_renewable;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::OrganizationId;
use crate::organization::Organization;
use crate::organization::find::find;
use crate::values::Standing;
use crate::{Error, Result};

/// Begins the time for which a new organization is registered.
pub async fn begin(tx: &mut Tx, id: OrganizationId) -> Result<NaiveDate> {
    let organization = find(tx, id).await?.ok_or(Error::NotFound)?;
    let from = organization.registered_on.unwrap_or_else(|| tx.today());
    let until = after_term(tx, &organization, from).await?;
    sqlx::query!(
        "update organizations set registered_until = $2, standing_since = $3 where id = $1",
        id as _,
        until,
        from
    )
    .execute(&mut **tx)
    .await?;
    Ok(until)
}

/// Until when a renewal of today would last. Who renews before the end loses none of the time that is left.
pub async fn renewed_until(
    conn: &mut PgConnection,
    organization: &Organization,
    today: NaiveDate,
) -> Result<NaiveDate> {
    let until = registered_until(conn, organization.id).await?;
    let from = until.map_or(today, |until| until.max(today));
    after_term(conn, organization, from).await
}

/// Renews a registration: it is valid until `until`, and the ladder ends at whatever rung it was. A suspension stays:
/// it has another cause, and its end leads back to good standing. Who was struck off or merged cannot be renewed; the
/// chair revives the one, and nobody the other (`Overtaken`). No letter goes out: the case that led here sends its own.
pub async fn renew(tx: &mut Tx, by: &Actor, id: OrganizationId, until: NaiveDate) -> Result<()> {
    lock(tx, id).await?;
    let seen = find(tx, id).await?.ok_or(Error::NotFound)?;
    if !is_renewable(seen.standing) {
        return Err(Error::Overtaken);
    }
    let before = registered_until(tx, id).await?;
    extend(tx, id, until).await?;
    let subject = Subject::organization(id, seen.number);
    let event = Event::new(Act::OrganizationRenewed, subject)
        .before(json!({ "registered_until": before }))
        .after(json!({ "registered_until": until }));
    history::record(tx, by, event).await?;
    if matches!(seen.standing, Standing::Good | Standing::Suspended) {
        return Ok(());
    }
    let seen = find(tx, id).await?.ok_or(Error::NotFound)?;
    let change = Change {
        to: Standing::Good,
        until: None,
        cause: Cause::Renewal,
        said: None,
    };
    put(tx, by, &seen, change).await
}

/// Until when it is registered, where the registry knows that.
pub async fn registered_until(
    conn: &mut PgConnection,
    id: OrganizationId,
) -> Result<Option<NaiveDate>> {
    Ok(sqlx::query_scalar!(
        "select registered_until from organizations where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .flatten())
}

/// Moves the day, and whoever saw the old one is overtaken.
pub(super) async fn extend(tx: &mut Tx, id: OrganizationId, until: NaiveDate) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update organizations set registered_until = $2, updated_at = $3, revision = revision + 1 where id = $1",
        id as _,
        until,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Holds the row until the transaction ends: a renewal, a job and the chair take turns.
pub(super) async fn lock(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    sqlx::query!(
        "select id from organizations where id = $1 for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(())
}

/// So many years later as its country and kind say.
pub(super) async fn after_term(
    conn: &mut PgConnection,
    organization: &Organization,
    from: NaiveDate,
) -> Result<NaiveDate> {
    let years = years_for(conn, organization.host_country, organization.kind).await?;
    let months = Months::new(u32::try_from(years).unwrap_or(1) * 12);
    from.checked_add_months(months)
        .ok_or(Error::Contradiction("a term without end"))
}
