//! Pairs of organizations that may be one, and what people said of them: what was called different is not asked again.

mod list;
mod record;

pub use list::{
    Likeness, Pair, ToldApart, count_of_import, of_import, of_organization, signs, told_apart,
};
pub use record::{Found, go_over, hundredths, judge, record, sign_keys};

use crate::values::codes;

codes! {
    /// What people said of a pair. Those that are the same are merged.
    pub enum LikenessVerdict {
        /// They are two.
        Different = "different",
        /// Nobody can tell yet.
        Unsure = "unsure",
    }
}
