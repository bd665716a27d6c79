//! The overlap radar: which initiatives ought to know of each other, why, and what people make of it.

mod by_hand;
mod find;
mod introduction;
mod judge;
pub mod labelled;
mod look;
pub mod policy;
mod profile;
mod score;
mod signs;
mod terms;

pub use by_hand::{NotLinked, is_own, link_by_hand};
pub use find::{
    Filter, Pair, carried, count, find, links_of, list, of_initiative, of_organization,
};
pub use introduction::{
    Introduction, Written, conversation, find_introduction, introduced_over, introductions_of,
    write,
};
pub use judge::{Link, NotIntroduced, dismiss, introduce, link, unlink};
pub use look::{begin_anew, compare_waiting, look, profile_waiting};
pub use profile::{Profile, Spot, Texts, Wants, community_keys};
pub use score::{Features, Overlap, Reason, SUGGESTED, compare, features};
pub use terms::{LinkKind, OverlapState};

#[cfg(test)]
mod quality_test;
