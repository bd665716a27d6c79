//! Names across scripts: folding them to something comparable, telling their script, and comparing them. Pure.

mod acronym;
mod against;
mod bridge;
mod compare;
mod concepts;
mod cores;
mod derived;
mod distance;
mod finder;
mod fold;
mod forms;
mod home;
mod index;
mod keys;
mod letter;
mod letters;
mod meaning;
mod mixed;
mod number;
mod pieces;
mod rarity;
mod reason;
mod script;
mod side;
mod slips;
mod sound;
mod stem;
mod tongue;
mod unit;
mod unit_alike;
mod vocabulary;
mod word;

pub use compare::{compare, compare_texts};
pub use concepts::{Concept, Concepts, Said, consonants};
pub use cores::by_all_cores;
pub use finder::{Candidate, Finder};
pub use fold::{fold, words};
pub use home::homes;
pub use index::{Builder, Index};
pub use keys::{KEYS_VERSION, keys, weighed_keys};
pub use meaning::{Meaning, Sense, meanings};
pub use rarity::Rarity;
pub use reason::{Likeness, MATCH, Reason};
pub use script::script_of;
pub use unit::Name;

#[cfg(test)]
mod quality_test;
