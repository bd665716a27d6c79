//! Sessions of the board: called with members, a quorum and an agenda; recusals and votes; minutes. Sittings here, since sessions
//! are also what people sign in for. The rules of voting stand in `docs/decisions/sessions.md`.

mod addendum;
mod agenda;
mod attendance;
mod call;
mod chair;
mod close;
mod find;
mod minutes;
mod moving;
pub mod policy;
mod recusal;
mod tally;
mod vote;

pub use addendum::{Addendum, addenda, write_addendum};
pub use agenda::{NotAdded, add, remove, shift};
pub use attendance::note_attendance;
pub use call::{Appointment, NewSitting, NotCalled, call, call_off, moment, zones};
pub use chair::{ToChair, chaired_by, give_chair};
pub use close::{Resolved, begin, decided, finish, is_still_on};
pub use find::{
    Ballot, Brief, Item, Member, OffHow, Recused, Sitting, SittingStage, find, list, prose,
};
pub use minutes::{Minutes, MinutesItem, MinutesMember, digest, minutes};
pub use moving::move_to;
pub use recusal::{RecusalCause, declare};
pub use tally::{ItemResult, Tally, Vote};
pub use vote::{Counted, cast, count, reopen};

use crate::Result;
use crate::db::Tx;
use crate::history::Subject;
use crate::ids::{AccountId, CaseId, SittingId};
use crate::values::TrackingNumber;

/// Where reasons of votes are sealed.
const REASON: &str = "sitting_votes.reason";
/// Where declared interests are sealed.
const INTEREST: &str = "sitting_recusals.words";
/// Where answers that wait for the end of a session are sealed.
const ANSWER: &str = "sitting_items.answer";
/// Where minutes are sealed.
const MINUTES: &str = "sittings.minutes";
/// Where it is sealed why a session was called off.
const WORDS: &str = "sittings.words";

/// Where something of one member is sealed: copied to another's, it does not open.
fn of(context: &str, account: AccountId) -> String {
    format!("{context}.{account}")
}

/// What history calls a case on an agenda: what was done shows on the page of the case.
fn of_case(case: CaseId, number: Option<TrackingNumber>) -> Subject {
    Subject::case(case, number).of_case(case)
}

/// What history calls a session.
fn subject(sitting: &Sitting) -> Subject {
    Subject::sitting(sitting.id, sitting.number)
}

/// Bytes as people write a digest.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Waits for whoever works on this session now, and refuses if it is over.
async fn lock(tx: &mut Tx, id: SittingId) -> Result<()> {
    sqlx::query_scalar!(
        "select id from sittings where id = $1 and stage = 'called' for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|_: SittingId| ())
    .ok_or(crate::Error::Overtaken)
}
