//! Concord: a registry of diaspora organizations and a coordination portal.

pub mod names;
pub mod roster;
pub mod values;
