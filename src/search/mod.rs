//! The directory: which organizations somebody looks for, found, counted and put in order.
//!
//! Each server keeps an index in memory, as current as the database at every search; docs/decisions/directory-search.md
//! says why. Where the index is not read yet, one predicate of SQL serves the list, its count and the counts of its
//! filters; a roster leaves by the same predicate, with the words already looked for.

mod candidates;
mod cities;
mod directory;
mod facets;
mod filter;
mod index;
mod list;
mod memory;
mod predicate;
mod read;
mod same;
mod text;
mod totals;

pub use candidates::{Candidate, Sought};
pub use directory::{Directory, Question, Results};
pub use facets::{Bucket, Facets};
pub use filter::{Facet, Filter, WhereError};
pub use index::Index;
pub(crate) use list::count;
pub use list::{Cursor, Hit, Listed, Sort, ids};
pub use predicate::Query;
pub(crate) use predicate::push_where;
pub use same::Same;
pub use text::{WORDS_MAX, Wanted};
pub use totals::{Totals, in_force, parts};
