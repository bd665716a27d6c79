//! Initiatives: what one or more organizations do, how far it has come, and what it is short of.

mod answer;
mod asked;
mod asking;
mod correct;
mod create;
pub mod files;
mod find;
mod list;
mod needs;
mod partner;
pub mod policy;
pub mod proposal;
mod said;
mod tell;
mod terms;

pub use answer::{answer, leave};
pub use asked::{Asked, Carried, Invitation, asked, carried, invitations, waiting_for};
pub use asking::{NotAsked, ask, withdraw};
pub use correct::{NotCorrected, correct, is_the_boards, unpublish, version};
pub use create::{NobodyLeads, create, publish};
pub use find::{Initiative, Part, find, find_many, of_organization, texts};
pub use list::{Filter, Summary, count, list, published};
pub use needs::{NotSettled, Offer, offers, settle};
pub(crate) use partner::add;
pub use partner::{Partner, is_own, partners, remove};
pub use policy::Scope;
pub use proposal::Proposal;
pub use said::{InitiativeText, Place, Said, Want, search_text};
pub use terms::{AcceptedBy, FileUse, PlaceSide, ProposalStage, WantSide};
