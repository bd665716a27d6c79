//! Groups of organizations and leaders: councils, federations, working groups and programmes. How they nest and who joins them stands
//! in `docs/decisions/groups.md`.

mod create;
mod ending;
mod invitation;
mod joining;
mod leaving;
mod link;
mod list;
mod member;
mod nest;
mod news;
mod of_leader;
mod place;
pub mod policy;
mod reopening;
mod roles;
mod said;
mod seat;
mod tell;

pub use create::{NotChanged, change, create};
pub use ending::{
    End, Ended, Ending, EndsWith, MISTAKEN_FOR, end, end_due, ending_words, ends_with, goes_on,
};
pub use invitation::{
    Asked, GroupInvitation, answer, asked, count_asked, open_of, waiting_for, withdraw,
};
pub use joining::{Added, Entry, JoinAnswer, NotAdded, Who, add, add_leader};
pub use leaving::{Own, end_terms, leave, memberships, remove};
pub use link::{follow_link, token};
pub use list::{
    Group, Seat, Summary, called, ended_of_organization, find, list, list_ended, names,
    of_organization,
};
pub use member::{LeaderMember, Member, leaders, members, members_among};
pub use nest::{Around, Related, around};
pub use of_leader::of_leader;
pub use place::{Changed, Place, change_place, place};
pub use reopening::reopen;
pub use roles::{roles, roles_of_leaders};
pub use said::{GroupText, Joining, Said};
pub use seat::{BoundSeat, Holder, bound_seats, offices, usual_seat};
