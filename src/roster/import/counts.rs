//! What became of the rows of a file, counted.

use std::collections::BTreeMap;

use crate::roster::{Remark, RosterField};

/// What became of the rows of a file. Every row is one of: in, updated, unchanged, refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that were read.
    pub total: u64,
    /// Organizations that the registry did not have.
    pub added: u64,
    /// Organizations of which the file says something new.
    pub updated: u64,
    /// Organizations of which it says nothing new.
    pub unchanged: u64,
    /// Rows that are not in.
    pub refused: u64,
    /// How often each reason was given.
    pub reasons: BTreeMap<Why, u64>,
}

/// A reason, and what it was given against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Why {
    /// Whether the row is out; otherwise it is in without a value.
    pub refused: bool,
    /// The field, unless the row as a whole is meant.
    pub field: Option<RosterField>,
    /// The key of the reason in the catalogues.
    pub key: String,
}

impl Counts {
    /// Counts reasons against a row.
    pub(super) fn remarked(&mut self, refused: bool, remarks: &[Remark]) {
        for remark in remarks {
            let why = Why {
                refused,
                field: remark.field,
                key: remark.reason.key().to_owned(),
            };
            *self.reasons.entry(why).or_insert(0) += 1;
        }
    }

    /// Adds the counts of a further part of the file.
    pub(super) fn add(&mut self, other: Self) {
        self.total += other.total;
        self.added += other.added;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.refused += other.refused;
        for (why, times) in other.reasons {
            *self.reasons.entry(why).or_insert(0) += times;
        }
    }

    /// Whether every row is accounted for.
    pub const fn add_up(&self) -> bool {
        self.total == self.added + self.updated + self.unchanged + self.refused
    }
}
