//! Pictures and documents of initiatives: they come with what a team proposes, and anybody sees them once the board has accepted it.

mod erase;
mod find;
mod keep;
mod list;
mod publish;

pub use erase::erase;
pub use find::{SeenFile, Sought, content, find, small};
pub use keep::{Full, NewFile, Way, add, describe, remove, shift, take_down};
pub use list::{InitiativeFile, Listed, of_initiative, of_proposal};
pub(super) use publish::{drop_of, publish};

/// Where keys of files are sealed.
const KEY: &str = "initiative_files.key";
/// Where the lists of proposals are sealed.
pub(super) const LIST: &str = "initiative_proposals.files";
