//! People who sign in: their addresses, passwords, sessions and roles.

mod agent;
mod called;
mod keys;
pub mod policy;
pub mod session;
mod token;

pub use called::called;
pub use keys::opens;
pub use token::Token;

/// Where names are sealed.
pub(crate) const NAME: &str = "accounts.name";
