//! Assignments: which coordinator looks after which organization, how much each has, and whom rules suggest.

mod assign;
mod list;
pub mod policy;
mod rule;
mod suggest;

pub use assign::{assign, release};
pub use list::{Assignment, Charge, of_organization, of_organizations, portfolio};
pub use rule::{AssignmentRule, Ground, NoRule, Reach, end_rule, make_rule, reach, rules};
pub use suggest::{Load, Suggestion, loads, suggest};
