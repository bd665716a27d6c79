//! People who sign in: their addresses, passwords, sessions and roles.

mod absence;
mod agent;
mod argon2id;
mod attempts;
mod called;
mod change;
mod deputy;
mod keys;
mod letters;
mod link;
mod pace;
mod password;
mod people;
pub mod policy;
mod reset;
mod role;
pub mod session;
mod shortcuts;
mod sign_in;
mod sign_up;
mod token;

pub use absence::{Absence, Deputy, absence, away, come_back, say_away};
pub use attempts::asks_too_often;
pub use called::called;
pub(crate) use change::close;
pub use change::{
    Protected, Proven, ask_for_email, change_email, change_password, prove_own, update,
};
pub use deputy::{Absent, StandIn, absent_of, deputies_for, stand_ins};
pub use keys::opens;
pub use letters::{choose_letters, stop_letters};
pub use link::{Purpose, works};
pub use pace::Paced;
pub use password::{Hash, LONGEST, Password, SHORTEST, Weak};
pub use people::{Account, Wanted, find, index, list, view, with_roles};
pub use reset::{Reset, ask, reset};
pub use role::{Created, Post, change_role, create_by_command};
pub use shortcuts::{keys_are_on, turn_keys};
pub use sign_in::{Attempt, Welcome, sign_in, sign_out};
pub(crate) use sign_up::welcome_invited;
pub use sign_up::{Invited, NewAccount, confirm, may_write_to, sign_up};
pub use token::Token;

/// Where addresses are sealed.
pub(crate) const EMAIL: &str = "accounts.email";
/// Where names are sealed.
pub(crate) const NAME: &str = "accounts.name";
