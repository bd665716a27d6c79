//! Names across scripts: folding them to something comparable, and telling their script. Pure.

mod fold;
mod letters;
mod script;

pub use fold::{fold, words};
pub use script::script_of;
