//! Consents: what a leader agreed to, in which words, by what means. Given or withdrawn, they work at once.

use serde_json::json;

use super::person::{LeaderName, NAMES};
use super::policy::CanKeepConsents;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ConsentId, LeaderId};
use crate::values::codes;
use crate::{Error, Result};

codes! {
    /// What a leader agrees to.
    pub enum ConsentPurpose {
        PublicPage = "public_page",
        Invitations = "invitations",
        Sharing = "sharing",
    }

    /// How we know that they agreed.
    pub enum ConsentMeans {
        Registration = "registration",
        Letter = "letter",
        InPerson = "in-person",
    }
}

/// The version of the words that leaders agree to today.
const WORDS: &str = "2026-11";

/// Records a consent. False if it was in force already.
pub async fn give_consent(
    tx: &mut Tx,
    can: &CanKeepConsents,
    leader: LeaderId,
    purpose: ConsentPurpose,
    means: ConsentMeans,
) -> Result<bool> {
    write(tx, can.by(), leader, purpose, means).await
}

/// Records that a consent was withdrawn. From this moment on nobody is shown what it allowed.
pub async fn withdraw_consent(
    tx: &mut Tx,
    can: &CanKeepConsents,
    leader: LeaderId,
    purpose: ConsentPurpose,
) -> Result<()> {
    match end(tx, can.by(), leader, purpose).await? {
        true => Ok(()),
        false => Err(Error::Overtaken),
    }
}

/// Ends a consent. False if none was in force.
pub(super) async fn end(
    tx: &mut Tx,
    by: &Actor,
    leader: LeaderId,
    purpose: ConsentPurpose,
) -> Result<bool> {
    names_for_update(tx, leader).await?;
    let now = tx.now();
    let ended = sqlx::query!(
        "update leader_consents set withdrawn_at = $3 where leader_id = $1 and purpose = $2 and withdrawn_at is null",
        leader as _,
        purpose.code(),
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if ended == 0 {
        return Ok(false);
    }
    if purpose == ConsentPurpose::PublicPage {
        sqlx::query!(
            "update leaders set public_names = null, updated_at = $2 where id = $1",
            leader as _,
            now
        )
        .execute(&mut **tx)
        .await?;
    }
    let subject = subject(tx, leader).await?;
    let event = Event::new(Act::LeaderConsentWithdrawn, subject)
        .before(json!({ "purpose": purpose.code() }));
    history::record(tx, by, event).await?;
    Ok(true)
}

/// Writes a consent and, for a public page, the names that it allows to be known.
pub(super) async fn write(
    tx: &mut Tx,
    by: &Actor,
    leader: LeaderId,
    purpose: ConsentPurpose,
    means: ConsentMeans,
) -> Result<bool> {
    let names = names_for_update(tx, leader).await?;
    let now = tx.now();
    let written = sqlx::query!(
        "insert into leader_consents (id, leader_id, purpose, text_version, means, given_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (leader_id, purpose) where withdrawn_at is null do nothing",
        ConsentId::fresh() as _,
        leader as _,
        purpose.code(),
        WORDS,
        means.code(),
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if written == 0 {
        return Ok(false);
    }
    if purpose == ConsentPurpose::PublicPage {
        sqlx::query!(
            "update leaders set public_names = $2, updated_at = $3 where id = $1",
            leader as _,
            json!(names),
            now
        )
        .execute(&mut **tx)
        .await?;
    }
    let subject = subject(tx, leader).await?;
    let after = json!({ "purpose": purpose.code(), "means": means.code(), "words": WORDS });
    history::record(
        tx,
        by,
        Event::new(Act::LeaderConsentGiven, subject).after(after),
    )
    .await?;
    Ok(true)
}

/// The leader's names; nobody else changes this leader's consents until the transaction ends.
async fn names_for_update(tx: &mut Tx, leader: LeaderId) -> Result<Vec<LeaderName>> {
    let sealed = sqlx::query_scalar!(
        "select names_sealed from leaders where id = $1 for update",
        leader as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(tx.vault().open_json(NAMES, leader, &sealed)?)
}

/// The leader, on the page of the organization where they hold or last held office.
async fn subject(tx: &mut Tx, leader: LeaderId) -> Result<Subject> {
    let organization = sqlx::query_scalar!(
        "select organization_id from leader_offices where leader_id = $1 order by until desc nulls first, id limit 1",
        leader as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    let subject = Subject::leader(leader);
    Ok(match organization {
        Some(organization) => subject.of_organization(organization),
        None => subject,
    })
}
