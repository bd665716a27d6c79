//! Leaders: people of authority in a community, their offices and their consents.
//!
//! Their names are sealed. A leader's names stand in the clear only while a consent to a public page is in force,
//! and everybody else's pages look at those alone. What else of them is shown, and to whom, is a consent of its own
//! (docs/decisions/consents.md).

mod amend;
mod claim;
mod consent;
mod create;
mod invitee;
mod keep;
mod link;
mod list;
mod person;
pub mod policy;
mod profile;
mod public;
mod source;
mod term;

pub use amend::{amend, fill_in, last_day, leader_of, people_of, registered};
pub use claim::{
    Claim, ClaimAnswer, ClaimMeans, ClaimState, answer, claim, claims, entries_of, give_up,
    own_entry,
};
pub use consent::{
    Agreement, Consent, ConsentField, ConsentMeans, ConsentPurpose, Given, Past, Withdrawn,
    consents, give_consent, past, withdraw_consent,
};
pub use create::{NewLeader, NewOffice, create};
pub use invitee::{Invitee, invitees, reach};
pub use keep::{keep_profile, take_file, view};
pub use link::{
    consent_token, follow_consent_link, follow_signed_link, signed_link, tell, tell_later,
};
pub use list::{FullLeader, count, full, look_at, look_at_one};
pub use person::{Evidence, LeaderName, Office, Term};
pub use profile::{Deed, Facts, Keeper, Known, Reference, Source, known};
pub use public::{PublicLeader, PublicOfficer, offices, public_leader, public_officers};
pub use term::{Succession, Successor, Unfit, is_of, keep_term, succeed};
