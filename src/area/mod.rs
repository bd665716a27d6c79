//! The list of areas, as admins keep it: added, named, moved, retired, merged. What an area is stands in `values::area`.

mod change;
mod list;
mod merge;
mod order;
pub mod policy;
mod refusal;

pub use change::{Terms, add, bring_back, retire, write};
pub use list::{Kept, Tree, tree};
pub use merge::{Uses, merge, uses};
pub use order::{Way, place};
pub use refusal::Refusal;
