//! For how many years a registration is valid, by host country and kind.

use serde_json::json;
use sqlx::PgConnection;

use super::rules::{Rule, amounts};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::TermId;
use crate::organization::policy::CanKeepRules;
use crate::values::{Country, Kind};
use crate::{Error, Result};

/// Where a registration is valid for another number of years.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// For organizations that work here; everywhere, where none is named.
    pub host_country: Option<Country>,
    /// For organizations of this kind; of any, where none is named.
    pub kind: Option<Kind>,
    /// How many years.
    pub years: i32,
}

/// All that are in force.
pub async fn terms(conn: &mut PgConnection) -> Result<Vec<Term>> {
    Ok(sqlx::query_as!(
        Term,
        "select id, host_country, kind, years from standing_terms where until is null
         order by host_country nulls last, kind nulls last, id"
    )
    .fetch_all(conn)
    .await?)
}

/// For how many years an organization is registered: what is said of both its country and its kind counts more than
/// what is said of its country, and that more than what is said of its kind.
pub async fn years_for(conn: &mut PgConnection, host: Country, kind: Option<Kind>) -> Result<i32> {
    let own = sqlx::query_scalar!(
        "select years from standing_terms
         where until is null and (host_country is null or host_country = $1) and (kind is null or kind = $2)
         order by host_country is null, kind is null limit 1",
        host as _,
        kind as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    match own {
        Some(years) => Ok(years),
        None => Ok(amounts(conn).await?.get(Rule::ValidityYears)),
    }
}

/// Says for how many years; what was said before of the same country and kind ends.
pub async fn add_term(
    tx: &mut Tx,
    granted: &CanKeepRules,
    (host, kind): (Option<Country>, Option<Kind>),
    years: i32,
) -> Result<TermId> {
    let now = tx.now();
    // Two admins at once: the second waits here and then ends what the first has said.
    sqlx::query!("lock table standing_terms in share row exclusive mode")
        .execute(&mut **tx)
        .await?;
    let before = sqlx::query_scalar!(
        "update standing_terms set until = $3
         where until is null and host_country is not distinct from $1 and kind is not distinct from $2
         returning years",
        host as _,
        kind as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    let id = TermId::fresh();
    sqlx::query!(
        "insert into standing_terms (id, host_country, kind, years, since) values ($1, $2, $3, $4, $5)",
        id as _,
        host as _,
        kind as _,
        years,
        now
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::StandingTermSet, Subject::setting(id.uuid()))
        .before(json!({ "years": before }))
        .after(json!({ "host_country": host, "kind": kind, "years": years }));
    history::record(tx, granted.actor(), event).await?;
    Ok(id)
}

/// Ends what was said of a country and kind.
pub async fn end_term(tx: &mut Tx, granted: &CanKeepRules, id: TermId) -> Result<()> {
    let now = tx.now();
    let ended = sqlx::query!(
        "update standing_terms set until = $2 where id = $1 and until is null returning host_country, kind, years",
        id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let event = Event::new(Act::StandingTermEnded, Subject::setting(id.uuid())).before(json!({
        "host_country": ended.host_country,
        "kind": ended.kind,
        "years": ended.years,
    }));
    history::record(tx, granted.actor(), event).await
}
