//! Groups of organizations: councils, federations, working groups and programmes.

mod create;
mod list;
mod member;
pub mod policy;
mod seat;

pub use create::{NewGroup, create};
pub use list::{Group, Seat, Summary, find, list, names, of_organization};
pub use member::{Member, NotAdded, add, members, members_among, remove};
pub use seat::{BoundSeat, Holder, bound_seats, offices, usual_seat};
