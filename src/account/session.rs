//! Sign-ins that last (the real ones replace this file).

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::actor::Person;
use crate::vault::Vault;

/// Who holds this token.
pub async fn find(
    _: &mut PgConnection,
    _: &Vault,
    _: &str,
    _: DateTime<Utc>,
) -> crate::Result<Option<Person>> {
    Ok(None)
}
