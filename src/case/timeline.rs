//! What happened in a case, as far as the reader may know; and that somebody looked at what is personal in it.

use sqlx::PgConnection;

use super::policy::CanRead;
use super::{Case, save};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Entry, Event};
use crate::vault::Vault;

/// What happened, the newest first. The applicant is told what concerns them, not who holds the case or what the
/// board says within itself.
pub async fn timeline(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
) -> Result<Vec<Entry>> {
    let mut entries = history::of_case(conn, vault, granted.case().id).await?;
    if !granted.internal() {
        entries.retain(is_for_applicant);
    }
    Ok(entries)
}

fn is_for_applicant(entry: &Entry) -> bool {
    match entry.act {
        act if act.is_watching() => false,
        Act::CaseHeld
        | Act::CaseReleased
        | Act::CaseTakenOver
        | Act::CaseHoldLapsed
        | Act::CaseGiven
        | Act::MentionGiven
        | Act::PersonalDataViewed
        | Act::DocumentViewed
        | Act::DocumentJudged
        | Act::LikenessJudged
        // The words that it came with are told.
        | Act::AttachmentAdded => false,
        Act::CaseMessageWritten => entry
            .after
            .as_ref()
            .is_some_and(|after| after["internal"] == false),
        _ => true,
    }
}

/// Writes down that somebody looked at the personal data of a case; once for each person and day.
pub async fn note_viewing(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<()> {
    let Some(account) = actor.account() else {
        return Ok(());
    };
    let midnight = tx.today().and_time(chrono::NaiveTime::MIN).and_utc();
    let noted = sqlx::query_scalar!(
        r#"select exists (
            select from history
            where case_id = $1 and account_id = $2 and act = $3 and at >= $4
        ) as "noted!""#,
        case.id as _,
        account as _,
        Act::PersonalDataViewed as _,
        midnight,
    )
    .fetch_one(&mut **tx)
    .await?;
    if noted {
        return Ok(());
    }
    let event = Event::new(Act::PersonalDataViewed, save::subject(case));
    history::record(tx, actor, event).await
}
