//! The sample registry: loaded once, and shown with one sign-in per role.

use super::{Store, Trouble};
use crate::config::{ServeConfig, StoreConfig};

/// Loads the sample if it was asked for and is not there; gives what to print about it.
pub async fn prepare(
    _store: &Store,
    _config: &StoreConfig,
    _serve: &ServeConfig,
) -> Result<String, Trouble> {
    Ok(String::new())
}
