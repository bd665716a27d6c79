//! The sample registry: three hundred invented organizations with their leaders, groups, initiatives and cases.
//!
//! It is loaded into a registry that nobody uses yet, with one sign-in for every role. Whoever serves it sees to it that
//! nobody but the machine itself reaches it.

mod bulk;
mod cases;
mod contributions;
mod criteria;
mod days;
mod deciding;
mod files;
mod linking;
mod load;
mod meetings;
mod papers;
mod people;
mod person;
mod pictures;
mod plan;
mod profiles;
mod questions;
mod renewals;
mod row;

use sqlx::PgConnection;

pub use bulk::{BulkError, fill};
pub use load::load;
pub use person::{SignIn, sign_ins};
pub use row::BadCell;

use crate::account;
use crate::actor::Actor;
use crate::values::{Email, LanguageTag};
use crate::vault::Vault;

/// Why the sample cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A cell of a file cannot be used.
    #[error("the sample: {0}")]
    Cell(#[from] BadCell),
    /// The registry refuses something, or is out of reach.
    #[error("the sample: {0}")]
    Registry(#[from] crate::Error),
    /// A paper cannot be kept.
    #[error("the sample: {0}")]
    Paper(#[from] crate::document::IncomingError),
    /// Something that must be there is not, such as an organization that a leader is of.
    #[error("the sample: {0} is missing")]
    Missing(&'static str),
}

/// Whether anybody has an account or any organization is registered: the sample goes only where there is nothing.
pub async fn is_used(conn: &mut PgConnection) -> crate::Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from accounts) or exists (select from organizations) as "used!""#
    )
    .fetch_one(conn)
    .await?)
}

/// Whether the registry is the sample: its chair has an account.
pub async fn is_loaded(conn: &mut PgConnection, vault: &Vault) -> crate::Result<bool> {
    let can = account::policy::list(&Actor::System)?;
    let chair = account::Wanted {
        email: Email::parse(person::CHAIR.email).ok(),
        ..account::Wanted::default()
    };
    let (found, _) = account::list(conn, vault, can, &chair).await?;
    Ok(!found.is_empty())
}

fn english() -> Result<LanguageTag, SampleError> {
    LanguageTag::parse("en").map_err(|_| SampleError::Missing("English"))
}
