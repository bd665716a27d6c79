//! Cases: what the board must decide, from the first word of a draft to the last word of a chair.

mod agenda;
mod alike;
mod amendment;
mod at_desk;
mod claim;
mod clock;
mod condition;
mod conversation;
mod decision;
mod draft;
mod find;
mod holding;
mod letters;
mod mine;
mod opinion;
mod paper;
pub mod policy;
mod proposal;
mod queue;
mod reading;
mod renewal;
mod row;
mod save;
pub mod stage;
mod submission;
pub mod team;
mod timeline;
mod way;
mod withdrawal;

pub use agenda::{awaiting_session, hand_to_session, people_of, resolve};
pub use alike::{Alike, alike, refresh_keys};
pub use amendment::{
    Meant, base, base_of, meant, open_amendment_of, open_renewal_of, start_change,
};
pub use at_desk::{AtDesk, Waits, at_desk};
pub use claim::{Rival, change_to_joining, open_claim_of, rivals};
pub use clock::ServiceStandard;
pub use condition::{
    Condition, ConditionAnswer, ConditionMark, ConditionState, Judged, Marked, NewCondition,
    answer_condition, conditions, mark_condition,
};
pub use conversation::{Message, messages, write_message};
pub use decision::{
    Answer, Decision, FieldNote, Outcome, Verdict, decide, decisions, refuse_rivals, settle,
};
pub use draft::{
    Glimpse, RawForm, Saved, draft, lock_draft, note_doubts, note_like, save_draft, save_section,
    saved_sections, start,
};
pub use find::{Case, find, find_to_sign};
pub use holding::{release, take, take_next};
pub use mine::{Mine, of_applicant};
pub use opinion::{Opinion, View, give_opinion, opinions, pass_overdue_posts};
pub use paper::{NewPaper, Paper, paper, revise, take_over, type_in, typed_for};
pub use policy::{Reach, Scope};
pub use proposal::{Ended, Ending, Proposal, confirm, disagree, last_proposal, propose, take_back};
pub use queue::{
    Cursor, Filter, Held, Listed, Page, about_organization, count_by_stage, held_by, list,
    overdue_conditions,
};
pub use reading::{last_read, note_reading};
pub use renewal::{confirm_section, see_section, was_renewed_since};
pub use row::StageCode;
pub use stage::Stage;
pub use submission::{Submission, is_under_way, submissions, submit, submit_with};
pub use timeline::{note_viewing, timeline};
pub use way::{Way, WayRule, WayTerms, way_rule, way_rules, write_way_rule};
pub use withdrawal::{appeal, withdraw};
