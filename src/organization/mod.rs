//! Organizations: particulars, names, standing, team. What a diaspora NGO is to the registry.

mod particulars;
mod search;

pub use particulars::{Contact, Name, Particulars, PersonEntry, Text};
pub use search::search_text;
