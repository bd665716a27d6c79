//! Certificates: papers that say an organization is registered, each with a code by which anybody learns what is true today.

mod code;
mod issue;
pub mod policy;

pub use code::Code;
pub use issue::{Certificate, Standing, find, issue, of_organization, verify};
