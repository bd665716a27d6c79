//! Cases: what the board must decide, from the first word of a draft to the last word of a chair.

mod agenda;
mod alike;
mod amendment;
mod at_desk;
mod claim;
mod condition;
mod conversation;
mod counts;
mod decision;
mod desk_rules;
mod draft;
mod filter;
mod find;
mod giving;
mod holding;
mod keys;
mod letters;
mod likeness;
mod mine;
mod next;
pub mod numbers;
mod opinion;
mod paper;
pub mod policy;
mod predicate;
mod proposal;
mod queue;
mod reading;
mod redating;
mod renewal;
mod row;
mod save;
mod saved;
mod silence;
pub mod stage;
mod submission;
pub mod team;
mod telling;
mod timeline;
mod turn;
mod typist;
mod wait;
mod way;
mod withdrawal;

pub use agenda::{awaiting_session, hand_to_session, people_of, resolve, tell_off_agenda};
pub use alike::{Alike, alike, alike_in_bulk, is_under_way};
pub use amendment::{
    Meant, base, base_of, meant, open_amendment_of, open_renewal_of, start_change,
};
pub use at_desk::{AtDesk, Waits, at_desk};
pub use claim::{Rival, change_to_joining, open_claim_of, rivals};
pub use condition::{
    Condition, ConditionAnswer, ConditionMark, ConditionState, Judged, Marked, NewCondition,
    answer_condition, conditions, mark_condition,
};
pub use conversation::{Message, messages, spoken_with, write_message, write_note};
pub use counts::{COUNTED_MOST, Counts, Many, count, counts};
pub use decision::{
    Answer, Decision, FieldNote, Outcome, Verdict, decide, decisions, refuse_rivals, settle,
};
pub use desk_rules::{DeskRules, HOLD_MINUTES, desk_rules, keep_desk_rules};
pub use draft::{
    Glimpse, RawForm, Saved, draft, lock_draft, note_doubts, note_like, save_draft, save_section,
    saved_sections, start,
};
pub use filter::{CaseAge, CaseColumn, CaseOrder, CaseState, Filter, Held, Looking, WaitsOn};
pub use find::{Case, find, find_many, find_to_sign};
pub use giving::{Unread, give, give_telling, held_by, unread_of};
pub use holding::{end_idle_holds, note_presence, release, release_all, stand_in, take, take_from};
pub use keys::refresh_keys;
pub use likeness::{
    CaseLikeness, LikeWhat, hand_over_likenesses, judge_cases, judge_organization, likenesses,
    told_apart_from,
};
pub use mine::{Mine, of_applicant};
pub use next::{NextWhy, take_next};
pub use opinion::{Opinion, View, give_opinion, opinions, pass_overdue_posts};
pub use paper::{NewPaper, Paper, paper, revise, take_over, type_in, typed_for};
pub use policy::{Reach, Scope};
pub use predicate::Desk;
pub use proposal::{Ended, Ending, Proposal, confirm, disagree, last_proposal, propose, take_back};
pub use queue::{Cursor, InOrder, Listed, Page, about_organization, beside, few, list};
pub use reading::{last_read, note_reading};
pub use redating::{Moved, change_calendar, would_move};
pub use renewal::{confirm_section, see_section, was_renewed_since};
pub use row::StageCode;
pub use saved::{
    LANES_MAX, Shift, View as SavedView, ViewTerms, add_lane, change_view, find_view, lanes,
    remove_lane, retire_view, save_view, shift_lane, views,
};
pub use silence::{Reminder, expire_silent, remind_silent, revive};
pub use stage::Stage;
pub use submission::{Submission, submissions, submit, submit_with};
pub use telling::{Telling, TellingKind, note_read, tellable, unread, unread_by};
pub use timeline::{note_viewing, timeline};
pub use turn::{Turn, TurnOf, answer_expected};
pub use typist::{BeingTyped, being_typed, type_along};
pub use way::{Way, WayRule, WayTerms, way_rule, way_rules, write_way_rule};
pub use withdrawal::{appeal, withdraw};
