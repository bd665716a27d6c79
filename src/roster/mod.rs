//! Rosters: lists of organizations that come into the building as files, or leave it.

mod bind;
pub mod cell;
mod check;
pub mod columns;
pub mod command;
mod dates;
pub mod encoding;
pub mod export;
pub mod field;
pub mod header;
pub mod import;
mod items;
pub mod list;
pub mod matching;
pub mod open;
pub mod own;
pub mod policy;
pub mod read;
pub mod reason;
mod record;
pub mod row;
mod scan;
mod sniff;
pub mod source;
mod stored;
pub mod table;
pub mod write;

#[cfg(test)]
mod catalogue_test;
#[cfg(test)]
mod real_test;
#[cfg(test)]
mod speed_test;

pub use columns::{ColumnMap, MapError};
pub use field::RosterField;
pub use open::{Entry, OpenError, Roster};
pub use read::Taken;
pub use reason::{Reason, Remark};
pub use row::{Named, PublicContact, RosterRow};
pub use write::{CellWriter, RosterWriter};
