//! Initiatives: what one or more organizations do, how far it has come, and what it is short of.

mod create;
mod find;
mod list;
mod partner;
pub mod policy;
pub mod proposal;
mod said;
mod terms;

pub use create::{create, publish};
pub use find::{Initiative, Part, find, find_many, of_organization, texts};
pub use list::{Filter, Summary, count, list};
pub use partner::{NotAdded, Partner, add, partners, remove};
pub use policy::Scope;
pub use proposal::Proposal;
pub use said::{InitiativeText, Place, Said, Want, search_text};
pub use terms::{PlaceSide, ProposalStage, WantSide};
