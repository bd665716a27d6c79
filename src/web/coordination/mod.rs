//! What pages of groups, initiatives, leaders and their organizations share. `templates/coordination/parts.html` lays it out.

mod list;
mod past;
mod spoken;

pub use list::{Named, choices, countries, languages, line, organization_of, term};
pub use past::{Happened, happened, happened_here};
pub use spoken::Spoken;
