//! Neighbours: who works with whom. What is near an organization, an initiative, a group or a country, and what ties them.

mod find;
pub mod policy;
mod read;

pub use find::{Near, Neighbour, Of, Sort, Thing, Tie, neighbours};
