//! Invitations: mailed links that let people into the team of an organization, or of a registration that is being written.

mod answer;
mod find;
pub mod policy;
mod store;

pub use answer::{Joined, Newcomer, SignedUp, accept, decline, sign_up};
pub use find::{Invitation, Place, find, of_place};
pub use store::{NotInvited, invite, move_to_organization, resend, withdraw};

/// Where addresses are sealed.
const EMAIL: &str = "invitations.email";
