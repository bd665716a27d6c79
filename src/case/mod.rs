//! Cases: what the board must decide, from the first word of a draft to the last word of a chair.

mod amendment;
mod claim;
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
pub mod team;
mod timeline;
mod withdrawal;

pub use amendment::{base, base_of, open_amendment_of, start_amendment};
pub use claim::{change_to_joining, open_claim_of, rivals};
pub use conversation::{Message, messages, write_message};
pub use decision::{Answer, Decision, FieldNote, Outcome, Verdict, decide, decisions, settle};
pub use draft::{
    Glimpse, RawForm, Saved, draft, lock_draft, save_draft, save_section, saved_sections, start,
};
pub use find::{Case, find};
pub use holding::{release, take, take_next};
pub use opinion::{Opinion, View, give_opinion, opinions, pass_overdue_posts};
pub use policy::{Reach, Scope};
pub use queue::{
    Cursor, Filter, Held, Listed, Page, about_organization, count_by_stage, held_by, list,
    of_applicant,
};
pub use row::StageCode;
pub use stage::Stage;
pub use submission::{Submission, submissions, submit, submit_with};
pub use timeline::{note_viewing, timeline};
pub use withdrawal::{appeal, withdraw};
