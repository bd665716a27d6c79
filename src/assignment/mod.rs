//! Assignments: which coordinator looks after which organization.

mod assign;
mod list;
pub mod policy;

pub use assign::{assign, release};
pub use list::{Assignment, Charge, of_organization, of_organizations, portfolio};
