//! Leaders: people of authority in a community, their offices and their consents.
//!
//! Their names are sealed. A leader's names stand in the clear only while a consent to a public page is in force,
//! and everybody else's pages look at those alone. What else of them is shown, and to whom, is a consent of its own
//! (docs/decisions/consents.md).

mod amend;
mod consent;
mod create;
mod invitee;
mod link;
mod list;
mod person;
pub mod policy;
mod public;
mod term;

pub use amend::{amend, fill_in, last_day, leader_of, people_of, registered};
pub use consent::{
    Agreement, Consent, ConsentField, ConsentMeans, ConsentPurpose, Given, Withdrawn, consents,
    give_consent, withdraw_consent,
};
pub use create::{NewLeader, NewOffice, create};
pub use invitee::{Invitee, invitees, reach};
pub use link::{
    consent_token, follow_consent_link, follow_signed_link, signed_link, tell, tell_later,
};
pub use list::{FullLeader, count, full, look_at};
pub use person::{Evidence, LeaderName, Office, Term};
pub use public::{PublicLeader, PublicOfficer, public_leader, public_officers};
pub use term::{Succession, Successor, Unfit, is_of, keep_term, succeed};
