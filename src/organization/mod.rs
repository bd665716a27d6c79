//! Organizations: particulars, names, standing, team. What a diaspora NGO is to the registry.

mod alike;
mod amend;
mod compare;
mod confirmed;
mod find;
pub mod likeness;
mod mention;
mod merged;
mod particulars;
mod people;
mod place;
pub mod policy;
mod public;
mod roster;
mod search;
mod section;
pub mod standing;
mod store;
pub mod team;
mod writing;

#[cfg(test)]
#[path = "sample_test.rs"]
pub(crate) mod sample;

pub use alike::{
    Alike, Asked, Called, Known, Likelihood, READ, ReadAsked, Sign, Twin, Wanted, Weighed, alike,
    alike_in_bulk, best, keys, marks, names_of, rarity, refresh_keys, refresh_marks, website_host,
    weigh, write_marks,
};
pub use amend::{Amended, amend};
pub use compare::{Change, Particular, Said, as_history, compare};
pub use confirmed::{Confirmed, confirm, confirmed, sections_of};
pub use find::{
    Organization, find, find_by_number, find_many, identifiers, ids_of, names, numbers,
    open_contacts, particulars, seal_contacts, texts,
};
pub use mention::{Mention, mention, mention_by_number, names_by_number};
pub use merged::{gave_way_to, give_way, hold, refresh, still_goes_on, survivor};
pub use particulars::{Contact, Members, Name, Particulars, PersonEntry, Text};
pub use people::{PersonChange, people_changes};
pub use place::{Kept, Place, PublicPlace, open_places, seal_places};
pub use public::{PublicOrganization, find_public};
pub use roster::{Entry, roster_hash};
pub use search::search_text;
pub use section::Section;
pub use store::{Material, edit, register, update};
pub use writing::{Addressees, Written, addressees, write_to};
