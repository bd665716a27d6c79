//! Groups of organizations and leaders: councils, federations, working groups and programmes. How they nest and who joins them stands
//! in `docs/decisions/groups.md`.

mod create;
mod invitation;
mod joining;
mod leaving;
mod link;
mod list;
mod member;
mod nest;
mod of_leader;
pub mod policy;
mod said;
mod seat;
mod tell;

pub use create::{change, create};
pub use invitation::{Asked, GroupInvitation, answer, asked, open_of, withdraw};
pub use joining::{Added, Entry, JoinAnswer, NotAdded, Who, add, add_leader};
pub use leaving::{Own, end_terms, leave, memberships, remove};
pub use link::follow_link;
pub use list::{Group, Seat, Summary, called, find, list, names, of_organization};
pub use member::{LeaderMember, Member, leaders, members, members_among};
pub use nest::{Around, Circle, Related, around};
pub use of_leader::of_leader;
pub use said::{GroupText, Joining, Said};
pub use seat::{BoundSeat, Holder, bound_seats, offices, usual_seat};
