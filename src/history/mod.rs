//! History: the append-only account of who did what. Every act writes its row in the transaction that does it.

mod act;
mod list;
mod record;

pub use act::{Act, SubjectKind};
pub use list::{Entry, of_case, of_organization, of_organizations, of_subject};
pub use record::{Event, Subject, record, record_all};
