//! Assignments: which coordinator looks after which organization, whom rules name for it, how much each has, and who is suggested.

mod assign;
mod charge;
mod list;
pub mod policy;
mod rule;
mod suggest;

pub use assign::{assign, release};
pub use charge::{InCharge, Why, covered, in_charge, of_group};
pub use list::{
    Assignment, Charge, Ruled, by_rules, counts_by_rules, of_organization, of_organizations,
    portfolio,
};
pub use rule::{AssignmentRule, Covered, Ground, NoRule, Reach, end_rule, make_rule, reach, rules};
pub use suggest::{Load, Suggestion, loads, suggest};
