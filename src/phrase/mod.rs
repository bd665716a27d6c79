//! Phrases: what the board says often, with placeholders, in every language. Admins keep them; whoever writes puts one in and then
//! changes it.

mod fill;
mod keep;
pub mod policy;

pub use fill::{Filling, Placeholder, fill};
pub use keep::{Phrase, PhraseTerms, PhraseUse, offered, phrase, phrases, write};
