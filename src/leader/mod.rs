//! Leaders: people of authority in a community, their offices and their consents.
//!
//! Their names are sealed. A leader's names stand in the clear only while a consent to a public page is in force,
//! and everybody else's pages look at those alone. What else of them is shown, and to whom, is a consent of its own
//! (docs/decisions/consents.md).

mod address;
mod alike;
mod amend;
mod answered;
mod asked;
mod claim;
mod closing;
mod consent;
mod create;
mod enter;
mod find;
mod handover;
mod invitee;
mod keep;
mod link;
mod list;
mod merged;
mod person;
pub mod policy;
mod profile;
mod public;
mod roll;
mod source;
mod term;

pub use address::{
    AddressAsked, AddressState, AddressWay, Asking, answer_address, follow_address,
    take_back_address, waiting_address,
};
pub use alike::{Alike, doubles, mark, mark_some, say_different};
pub use amend::{amend, fill_in, last_day, leader_of, people_of, registered};
pub use answered::{AskedEntry, EntryAnswer, answer_asked, is_alike, look_at_asked};
pub use asked::{
    NotAsked, OwnAsked, SaidOfOneself, ask_entry, asked_at, asked_by, asked_where, take_back_entry,
    waiting_for,
};
pub use claim::{
    Claim, ClaimAnswer, ClaimMeans, ClaimState, answer, claim, claimed_entry, claims, entries_of,
    give_up, own_entry,
};
pub use closing::close_account;
pub use consent::{
    Agreement, CONSENTS, Consent, ConsentField, ConsentMeans, ConsentPurpose, Given, Past,
    Withdrawn, consents, give_consent, narrow_consents, not_to_be_shown, past, taken_back,
    withdraw_consent,
};
pub use create::{NewLeader, NewOffice, create};
pub use enter::{Entry, Successor, enter};
pub use find::{Found, SoughtPerson, look_at_these, look_for};
pub use handover::{HANDOVER_UNDONE_FOR, Handover, HandoverChanged, handover_to, handovers, undo};
pub use invitee::{Invitee, called, invitees, reach};
pub use keep::{Kept, keep_profile, take_file, tell_of_change, view, write as write_facts};
pub use link::{
    consent_token, follow_link, follow_signed_link, letters_in, renew_link, signed_links, tell,
    tell_later,
};
pub use list::{FullLeader, count, full, look_at, look_at_anybody, look_at_one};
pub use merged::{bring_likenesses, give_way, merged_into, names_of};
pub use person::{Evidence, LeaderName, Office, Term};
pub use profile::{Deed, Facts, Keeper, Known, Reference, Source, known};
pub use public::{PublicLeader, PublicOfficer, offices, public_leader, public_officers};
pub use roll::{ListedLeader, WantedLeaders, look_through};
pub use source::write as write_sources;
pub use term::{
    Succession, TermSaid, Unfit, hold_for_succession, is_of, keep_term, leads_own, succeed,
    term_seen, vacancy, who_lead_own,
};

use crate::db::Tx;
use crate::ids::LeaderId;
use crate::{Error, Result};

/// Nobody else changes an entry until the transaction ends.
pub async fn lock(tx: &mut Tx, leader: LeaderId) -> Result<()> {
    sqlx::query!(
        "select id from leaders where id = $1 for update",
        leader as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(drop)
    .ok_or(Error::NotFound)
}
