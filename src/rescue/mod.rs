//! Rescue: somebody asks to become the owner of an organization whose owners are gone. They are told, any of them stops
//! it, and after a while a post or the board decides.

mod ask;
mod decide;
mod find;
pub mod policy;
pub mod stage;

pub use ask::{ask, stop, withdraw};
pub use decide::{accept, refuse};
pub use find::{Rescue, against, find, of_link, open_of, refused, waiting};
pub use stage::{Stage, StageCode};

/// Where evidence is sealed.
const EVIDENCE: &str = "rescues.evidence";
/// Where reasons are sealed.
const REASON: &str = "rescues.reason";
