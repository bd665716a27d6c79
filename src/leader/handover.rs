//! A hand-over that was a mistake, undone: the former office goes on as before, and whoever came never held theirs. Both can be read, and
//! nothing is undone that was changed since.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::link::{consent_token, spoken};
use super::policy::CanKeepOffices;
use super::profile::known;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{LeaderId, OfficeHandoverId, OfficeId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization;
use crate::values::{Prose, codes};
use crate::{Error, Result};

/// For how long a hand-over can be undone.
pub const HANDOVER_UNDONE_FOR: TimeDelta = TimeDelta::days(30);

codes! {
    /// Why a hand-over cannot be undone any more.
    pub enum HandoverChanged {
        Undone = "undone",
        TooLate = "too_late",
        HandedOn = "handed_on",
        FormerDays = "former_days",
        FormerSaid = "former_said",
        NextDays = "next_days",
        NextSaid = "next_said",
        Moved = "moved",
    }
}

/// A hand-over of an office.
#[derive(Debug)]
pub struct Handover {
    id: OfficeHandoverId,
    /// The office of whoever left.
    pub former: OfficeId,
    /// Their last day before it, which comes back.
    pub was_until: Option<NaiveDate>,
    /// The office of whoever came.
    pub next: OfficeId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// What stands in the way of undoing it; nothing, while it can be undone.
    pub changed: Vec<HandoverChanged>,
}

/// Keeps what a hand-over changed, and what both terms are after it.
pub(super) async fn keep(
    tx: &mut Tx,
    (former, next): (OfficeId, OfficeId),
    (was_until, was_ended_at): (Option<NaiveDate>, Option<DateTime<Utc>>),
    tells: bool,
) -> Result<()> {
    let (id, now) = (OfficeHandoverId::fresh(), tx.now());
    sqlx::query!(
        "insert into office_handovers (id, former_id, next_id, made_at, was_until, was_ended_at, former, next, tells)
         select $1, f.id, n.id, $4, $5, $6, to_jsonb(f), to_jsonb(n), $7
         from leader_offices f, leader_offices n where f.id = $2 and n.id = $3",
        id as _,
        former as _,
        next as _,
        now,
        was_until,
        was_ended_at,
        tells
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The hand-overs of offices of an organization, with what stands in the way of undoing each.
pub async fn handovers(
    conn: &mut PgConnection,
    organization: OrganizationId,
    now: DateTime<Utc>,
) -> Result<Vec<Handover>> {
    of(conn, organization, None, now).await
}

/// The hand-over by which somebody came into an office; nothing, where they came by no hand-over that is known.
pub async fn handover_to(
    conn: &mut PgConnection,
    organization: OrganizationId,
    next: OfficeId,
    now: DateTime<Utc>,
) -> Result<Option<Handover>> {
    let found = of(conn, organization, Some(next), now).await?;
    Ok(found.into_iter().next())
}

/// A column that a later migration adds is no change of what was there.
async fn of(
    conn: &mut PgConnection,
    organization: OrganizationId,
    next: Option<OfficeId>,
    now: DateTime<Utc>,
) -> Result<Vec<Handover>> {
    let rows = sqlx::query!(
        r#"select h.id, h.former_id, h.next_id, h.made_at, h.was_until, h.undone_at,
            array(select e.key from jsonb_each(h.former) e where to_jsonb(f) -> e.key is distinct from e.value) as "former!",
            array(select e.key from jsonb_each(h.next) e where to_jsonb(n) -> e.key is distinct from e.value) as "next!",
            exists (select from office_handovers a where a.former_id = h.next_id and a.undone_at is null) as "is_handed_on!"
         from office_handovers h join leader_offices f on f.id = h.former_id join leader_offices n on n.id = h.next_id
         where n.organization_id = $1 and ($2::uuid is null or n.id = $2)
         order by h.made_at desc, h.id desc"#,
        organization as _,
        next as _
    )
    .fetch_all(conn)
    .await?;
    let handover = rows.into_iter().map(|row| {
        let mut changed = Vec::new();
        if row.undone_at.is_some() {
            changed.push(HandoverChanged::Undone);
        } else {
            if row.made_at + HANDOVER_UNDONE_FOR <= now {
                changed.push(HandoverChanged::TooLate);
            }
            changed.extend(of_former(&row.former));
            match row.is_handed_on {
                true => changed.push(HandoverChanged::HandedOn),
                false => changed.extend(of_next(&row.next)),
            }
            changed.sort_unstable();
            changed.dedup();
        }
        Handover {
            id: row.id,
            former: row.former_id,
            was_until: row.was_until,
            next: row.next_id,
            made_at: row.made_at,
            changed,
        }
    });
    Ok(handover.collect())
}

fn of_former(columns: &[String]) -> impl Iterator<Item = HandoverChanged> {
    use HandoverChanged::{FormerDays, FormerSaid};
    columns
        .iter()
        .map(|it| of_column(it, FormerDays, FormerSaid))
}

fn of_next(columns: &[String]) -> impl Iterator<Item = HandoverChanged> {
    use HandoverChanged::{NextDays, NextSaid};
    columns.iter().map(|it| of_column(it, NextDays, NextSaid))
}

fn of_column(column: &str, days: HandoverChanged, said: HandoverChanged) -> HandoverChanged {
    match column {
        "since" | "until" | "ended_at" => days,
        "leader_id" | "organization_id" => HandoverChanged::Moved,
        _ => said,
    }
}

/// Undoes a hand-over, as whoever may make one: the former office goes on as it was before, whoever came never held theirs, and seats
/// follow. Whoever was told that they came is told that it was a mistake. The inner error says what was changed since.
///
/// # Errors
///
/// [`Error::NotFound`] if nobody came into this office of the organization by a hand-over.
pub async fn undo(
    tx: &mut Tx,
    can: &CanKeepOffices,
    next: OfficeId,
    reason: &Prose,
) -> Result<std::result::Result<(), Vec<HandoverChanged>>> {
    let now = tx.now();
    // Both terms, in one order, so that whoever changes either waits.
    sqlx::query!(
        "select o.id from leader_offices o join office_handovers h on o.id in (h.former_id, h.next_id)
         where h.next_id = $1 order by o.id for update",
        next as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let handover = handover_to(tx, can.organization(), next, now)
        .await?
        .ok_or(Error::NotFound)?;
    if !handover.changed.is_empty() {
        return Ok(Err(handover.changed));
    }
    let undone = sqlx::query_scalar!(
        "update office_handovers set undone_at = $2 where id = $1 and undone_at is null returning tells",
        handover.id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(tells) = undone else {
        return Ok(Err(vec![HandoverChanged::Undone]));
    };
    let of = |leader| Subject::leader(leader).of_organization(can.organization());
    let mistaken = sqlx::query!(
        "update leader_offices set mistaken_at = $2 where id = $1 returning leader_id, title, office, since",
        next as _,
        now
    )
    .fetch_one(&mut **tx)
    .await?;
    let back = sqlx::query!(
        "update leader_offices f set until = h.was_until, ended_at = h.was_ended_at from office_handovers h
         where h.id = $1 and f.id = h.former_id returning f.leader_id, f.title, f.until",
        handover.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let event = Event::new(Act::OfficeHandoverUndone, of(mistaken.leader_id))
        .before(json!({ "leader": mistaken.leader_id, "title": mistaken.title, "office": mistaken.office, "since": mistaken.since }))
        .after(json!({ "leader": back.leader_id, "title": back.title, "until": back.until }))
        .reason(Some(reason));
    history::record(tx, can.by(), event).await?;
    let event = Event::new(Act::OfficeGoesOn, of(back.leader_id))
        .after(json!({ "title": back.title, "until": back.until }))
        .reason(Some(reason));
    history::record(tx, can.by(), event).await?;
    if tells {
        tell(tx, mistaken.leader_id, can.organization()).await?;
    }
    Ok(Ok(()))
}

/// Tells whoever was told that they came. Whose letter is not written yet gets none: there is no office to tell of any more.
async fn tell(tx: &mut Tx, leader: LeaderId, organization: OrganizationId) -> Result<()> {
    let is_to_be_told = sqlx::query_scalar!(
        "select to_be_told from leaders where id = $1 for update",
        leader as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if is_to_be_told {
        return Ok(());
    }
    let vault = tx.vault();
    let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let of = organization::mention(tx, organization).await?;
    let (Some(email), Some(of)) = (there.facts.email, of) else {
        return Ok(());
    };
    let letter = LetterToLeader::OfficeUndone {
        token: consent_token(&vault, leader, there.link_version),
        title: of.name.to_string(),
    };
    let to = Recipient::Address {
        email,
        lang: spoken(&there.facts.languages),
        account: None,
    };
    notice::post(tx, to, Letter::Leader(letter)).await
}
