//! Documents: the papers that prove what an organization says, what is asked for, and where they lie.

mod attachment;
mod find;
mod incoming;
mod item;
mod judge;
mod kind;
mod name;
pub mod policy;
mod reminder;
mod storage;
mod store;
mod verdict;

pub use attachment::{Attachment, attach, attachment, attachments, find_attachment};
pub use find::{
    Brief, Content, Document, Progress, Slot, content, count, find, missing, of_claims, progress,
    shelf, thumbnail, title,
};
pub use incoming::{Arrived, FILE_MAX, Incoming, IncomingError, Kept, Prepared};
pub use item::{Asks, Item, Scheme, asked_for, item, items, versions, write_item};
pub use judge::{Unfit, small_size};
pub use kind::FileKind;
pub use name::FileName;
pub use policy::Owner;
pub use reminder::remind;
pub use storage::{Storage, StorageError};
pub use store::{MOST, NewDocument, add, hand_over, note_look};
pub use verdict::{Verdict, judge, verdicts};
