//! Cities of the world: which one a spelling means in a country, what it is called, and where it stands on the map. Pure.
//!
//! The table is packed into the program and looked up where it lies; see docs/decisions/cities.md. A program that was built
//! without its assets knows no cities.

mod city;
mod fold;
mod reader;
mod table;

pub use city::City;
pub use reader::Reader;
