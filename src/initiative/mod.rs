//! Initiatives: what one or more organizations do, how far it has come, and what it is short of.

mod create;
mod find;
mod list;
mod partner;
pub mod policy;

pub use create::{InitiativeText, NewInitiative, create, publish, search_text};
pub use find::{Initiative, Part, find, of_organization};
pub use list::{Filter, Summary, count, list};
pub use partner::{NotAdded, Partner, add, partners, remove};
pub use policy::Scope;
