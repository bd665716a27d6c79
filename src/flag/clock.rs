//! What raises flags by itself: documents whose last day is over, and terms that lapse. What is newer takes the flag down.

use chrono::TimeDelta;
use serde_json::json;

use super::{FlagKind, FlagOutcome};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{DocumentId, FlagId, OrganizationId};
use crate::values::RegistryNumber;

/// How many are raised in one transaction.
pub(super) const BATCH: i64 = 200;

/// For how long somebody may look at what a clock found, in days.
pub(super) const TIME: i64 = 30;

/// Raises flags over documents of organizations whose last day is over, for the coordinator who answers for the
/// organization, and takes down those whose document has a newer one; the same of terms and seats. How many it raised or took down.
pub async fn keep(tx: &mut Tx) -> Result<usize> {
    Ok(take_down(tx).await? + put_up(tx).await? + super::terms::keep(tx).await?)
}

struct Expired {
    document: DocumentId,
    organization: OrganizationId,
    number: RegistryNumber,
}

async fn put_up(tx: &mut Tx) -> Result<usize> {
    let (today, now) = (tx.today(), tx.now());
    let due_on = today + TimeDelta::days(TIME);
    let expired = sqlx::query_as!(
        Expired,
        "select d.id as document, o.id as organization, o.number
         from documents d join organizations o on o.id = d.organization_id
         where d.superseded_at is null and d.expires_on <= $1 and o.standing not in ('struck_off', 'merged')
            and not exists (select from flags f where f.document_id = d.id)
         order by d.expires_on, d.id limit $2 for update of d skip locked",
        today,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let flags: Vec<_> = expired.iter().map(|_| FlagId::fresh()).collect();
    let documents: Vec<_> = expired.iter().map(|it| it.document).collect();
    let organizations: Vec<_> = expired.iter().map(|it| it.organization).collect();
    sqlx::query!(
        "insert into flags (id, organization_id, kind, document_id, raised_at, owner_id, due_on)
         select new.id, new.organization_id, $4, new.document_id, $5,
            (select c.account_id from coordinator_of(new.organization_id) c), $6
         from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as new (id, organization_id, document_id)",
        flags as _,
        organizations as _,
        documents as _,
        FlagKind::DocumentExpired as _,
        now,
        due_on
    )
    .execute(&mut **tx)
    .await?;
    let events = flags.iter().zip(&expired).map(|(flag, it)| {
        Event::new(Act::FlagRaised, Subject::organization(it.organization, it.number)).after(
            json!({ "flag": flag, "kind": FlagKind::DocumentExpired, "document": it.document, "due_on": due_on }),
        )
    });
    history::record_all(tx, &Actor::System, events.collect()).await?;
    Ok(expired.len())
}

/// A flag that a clock takes down.
pub(super) struct Overtaken {
    pub(super) flag: FlagId,
    pub(super) organization: OrganizationId,
    pub(super) number: RegistryNumber,
}

async fn take_down(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let overtaken = sqlx::query_as!(
        Overtaken,
        "update flags f set outcome = $1, ended_at = $2
         from documents d, organizations o
         where f.ended_at is null and d.id = f.document_id and d.superseded_at is not null
            and o.id = f.organization_id
         returning f.id as flag, o.id as organization, o.number",
        FlagOutcome::Overtaken as _,
        now
    )
    .fetch_all(&mut **tx)
    .await?;
    write_down(tx, &overtaken).await
}

/// Writes into history that flags were overtaken. How many.
pub(super) async fn write_down(tx: &mut Tx, overtaken: &[Overtaken]) -> Result<usize> {
    let events = overtaken.iter().map(|it| {
        Event::new(
            Act::FlagEnded,
            Subject::organization(it.organization, it.number),
        )
        .after(json!({ "flag": it.flag, "outcome": FlagOutcome::Overtaken }))
    });
    history::record_all(tx, &Actor::System, events.collect()).await?;
    Ok(overtaken.len())
}
