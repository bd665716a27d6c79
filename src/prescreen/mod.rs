//! Before any form: a few plain questions, the rules that admins keep for their answers, and what is like the name that was typed.

mod judge;
mod like;
pub mod policy;
mod rule;

pub use judge::{Answers, Doubt, judge};
pub use like::{Like, like, under_way};
pub use rule::{Rule, Terms, find, rule_for, rules, write};
