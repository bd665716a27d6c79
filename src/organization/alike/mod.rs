//! Organizations that may be the one that applies: a name like theirs in any script, a number of theirs in another
//! register, their website. It finds candidates and says why; a person decides.

mod asked;
mod bulk;
mod contact;
mod find;
pub mod keys;
mod read;
mod refresh;
mod sign;
mod wanted;
mod weigh;

pub use asked::{Asked, host as website_host};
pub use bulk::{Twin, alike_in_bulk};
pub use contact::{marks, refresh_marks, write_marks};
pub use find::{Alike, alike, best, names_of};
pub use keys::rarity;
pub use read::{Called, ReadAsked};
pub use refresh::refresh_keys;
pub use sign::Sign;
pub use wanted::{READ, Wanted};
pub use weigh::{Known, Likelihood, Weighed, weigh};

#[cfg(test)]
#[path = "alike_test.rs"]
mod tests;
