//! The directory: which organizations somebody looks for, found, counted and put in order.
//!
//! One predicate serves the list, its count, the counts of its filters and the roster that leaves by it.

mod facets;
mod filter;
mod list;
mod predicate;
mod totals;

pub use facets::{Bucket, Facets, facets};
pub use filter::{Facet, Filter, WhereError};
pub use list::{Cursor, Hit, Listed, Sort, count, list};
pub(crate) use predicate::push_where;
pub use predicate::{Query, resolve};
pub use totals::{Totals, hosts, in_force, totals};
