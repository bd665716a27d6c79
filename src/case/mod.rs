//! Cases: what the board must decide, from the first word of a draft to the last word of a chair.

mod alike;
mod conversation;
mod decision;
mod draft;
mod find;
mod holding;
mod letters;
mod opinion;
pub mod policy;
mod queue;
mod row;
mod save;
pub mod stage;
mod submission;
mod timeline;
mod withdrawal;

pub use alike::{Alike, alike, refresh_keys};
pub use conversation::{Message, messages, write_message};
pub use decision::{Answer, Decision, FieldNote, Outcome, Verdict, decide, decisions, settle};
pub use draft::{Glimpse, RawForm, draft, save_draft, start};
pub use find::{Case, find};
pub use holding::{release, take, take_next};
pub use opinion::{Opinion, View, give_opinion, opinions, pass_overdue_posts};
pub use policy::{Reach, Scope};
pub use queue::{
    Filter, Held, Listed, Page, about_organization, count_by_stage, held_by, list, of_applicant,
};
pub use row::StageCode;
pub use stage::Stage;
pub use submission::{Submission, submissions, submit};
pub use timeline::{note_viewing, timeline};
pub use withdrawal::{appeal, withdraw};
