//! Calling a session, and calling it off. Members are told by letter, with an invitation for their calendars.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanCall, CanKeep};
use super::{Sitting, WORDS, lock};
use crate::Result;
use crate::case;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, CaseId, SittingId};
use crate::notice::{self, Letter, OfSession, Recipient};
use crate::values::{Line, Prose, Role};

/// How far ahead anything is called.
const FURTHEST: TimeDelta = TimeDelta::days(5 * 366);

/// When and where a session is.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// How long it lasts.
    pub lasts_minutes: i16,
    /// Where it is held, or how one takes part.
    pub place: Line,
}

/// What a session is called with.
#[derive(Clone, Debug)]
pub struct NewSitting {
    /// When and where it is.
    pub at: Appointment,
    /// How many members a decision needs.
    pub quorum: i16,
    /// Who presides; one of the members.
    pub chair: AccountId,
    /// Who may vote in it.
    pub members: Vec<AccountId>,
}

/// Why a session cannot be called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCalled {
    /// There is no such zone.
    Zone,
    /// Clocks never say this time there, or it has passed.
    Time,
    /// Somebody of them is not of the board any more.
    Members,
    /// Who presides is no chair among them.
    Chair,
    /// More are asked for than there are.
    Quorum,
    /// It is further away than anybody plans.
    Far,
    /// Whoever would meet is over by then.
    Over,
}

/// The zones that a session can be held in, by name.
pub async fn zones(conn: &mut PgConnection) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select name as "name!" from pg_timezone_names
         where name = 'UTC' or (name ~ '^[A-Z][A-Za-z_]+/' and name !~ '^(Etc|SystemV|US|Brazil|Canada|Chile|Mexico)/')
         order by name <> 'UTC', name"#
    )
    .fetch_all(conn)
    .await?)
}

/// Calls a session, and its members to it.
pub async fn call(
    tx: &mut Tx,
    granted: &CanCall,
    new: &NewSitting,
) -> Result<std::result::Result<SittingId, NotCalled>> {
    let starts_at = match moment(tx, &new.at).await? {
        Ok(at) => at,
        Err(not) => return Ok(Err(not)),
    };
    if let Err(not) = check(tx, new).await? {
        return Ok(Err(not));
    }
    let (id, now) = (SittingId::fresh(), tx.now());
    let number = sqlx::query_scalar!(
        "insert into sittings (id, starts_local, zone, starts_at, lasts_minutes, place, quorum, chair_id, stage, called_by, called_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'called', $9, $10) returning number",
        id as _,
        new.at.starts_local,
        new.at.zone,
        starts_at,
        new.at.lasts_minutes,
        new.at.place.as_str(),
        new.quorum,
        new.chair as _,
        granted.by().person()?.id as _,
        now,
    )
    .fetch_one(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into sitting_members (sitting_id, account_id) select $1, unnest($2::uuid[]) on conflict do nothing",
        id as _,
        &new.members as _,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::SessionCalled, Subject::sitting(id, number)).after(json!({
        "starts_at": starts_at,
        "quorum": new.quorum,
        "members": new.members,
    }));
    history::record(tx, granted.by(), event).await?;
    for member in &new.members {
        let of = OfSession {
            id,
            number,
            starts_at,
            starts_local: new.at.starts_local,
            zone: new.at.zone.clone(),
            lasts_minutes: new.at.lasts_minutes,
            place: new.at.place.to_string(),
            sequence: 0,
        };
        notice::post(tx, Recipient::Account(*member), Letter::SessionCalled(of)).await?;
    }
    Ok(Ok(id))
}

/// The moment at which clocks in the zone say so: the database knows zones, and a time that was skipped comes back as another.
pub async fn moment(
    conn: &mut Tx,
    new: &Appointment,
) -> Result<std::result::Result<DateTime<Utc>, NotCalled>> {
    if !zones(conn).await?.contains(&new.zone) {
        return Ok(Err(NotCalled::Zone));
    }
    let at = sqlx::query!(
        r#"select $1::timestamp at time zone $2 as "at!", ($1::timestamp at time zone $2) at time zone $2 as "back!""#,
        new.starts_local,
        new.zone,
    )
    .fetch_one(&mut **conn)
    .await?;
    let now = conn.now();
    Ok(match at.at {
        _ if at.back != new.starts_local => Err(NotCalled::Time),
        at if at <= now => Err(NotCalled::Time),
        at if at > now + FURTHEST => Err(NotCalled::Far),
        at => Ok(at),
    })
}

async fn check(tx: &mut Tx, new: &NewSitting) -> Result<std::result::Result<(), NotCalled>> {
    let roles = sqlx::query!(
        "select id, role from accounts
         where id = any($1) and role in ('coordinator', 'chair') and closed_at is null and confirmed_at is not null
         for share",
        &new.members as _,
    )
    .fetch_all(&mut **tx)
    .await?;
    if roles.len() != new.members.len() {
        return Ok(Err(NotCalled::Members));
    }
    let presides = roles
        .iter()
        .any(|it| it.id == new.chair && it.role == Role::Chair);
    if !presides {
        return Ok(Err(NotCalled::Chair));
    }
    match usize::try_from(new.quorum).is_ok_and(|it| it >= 1 && it <= roles.len()) {
        true => Ok(Ok(())),
        false => Ok(Err(NotCalled::Quorum)),
    }
}

/// Calls a session off. Its cases wait for another one, and its members are told.
pub async fn call_off(tx: &mut Tx, granted: CanKeep, why: &Prose) -> Result<()> {
    let sitting = granted.sitting();
    lock(tx, sitting.id).await?;
    let (now, vault) = (tx.now(), tx.vault());
    sqlx::query!(
        "update sittings set stage = 'called_off', sequence = sequence + 1, ended_by = $2, ended_at = $3, words_sealed = $4 where id = $1",
        sitting.id as _,
        granted.by().person()?.id as _,
        now,
        vault.seal_text(WORDS, sitting.id, why)? as _,
    )
    .execute(&mut **tx)
    .await?;
    // No vote counts that was taken for it.
    sqlx::query!(
        "update sitting_items set settled_at = $2, result = 'not_reached', answer_sealed = null, casting = null
         where sitting_id = $1 and off_at is null",
        sitting.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let subject = Subject::sitting(sitting.id, sitting.number);
    let event = Event::new(Act::SessionCalledOff, subject).reason(Some(why));
    history::record(tx, granted.by(), event).await?;
    let left: Vec<Event> = sitting
        .items
        .iter()
        .filter(|item| item.is_on())
        .map(|item| {
            Event::new(Act::CaseOffAgenda, super::of_case(item.case, item.number))
                .after(json!({ "session": sitting.number, "why": "called_off" }))
        })
        .collect();
    history::record_all(tx, granted.by(), left).await?;
    case::tell_off_agenda(tx, granted.by(), &on(sitting), sitting.number).await?;
    for member in &sitting.members {
        let letter = Letter::SessionCalledOff(of(sitting, sitting.sequence + 1));
        notice::post(tx, Recipient::Account(member.account), letter).await?;
    }
    Ok(())
}

/// The cases on its agenda.
fn on(sitting: &Sitting) -> Vec<CaseId> {
    let items = sitting.items.iter().filter(|item| item.is_on());
    items.map(|item| item.case).collect()
}

/// What letters say of a session, as the invitation with this count.
pub(super) fn of(sitting: &Sitting, sequence: i32) -> OfSession {
    OfSession {
        id: sitting.id,
        number: sitting.number,
        starts_at: sitting.starts_at,
        starts_local: sitting.starts_local,
        zone: sitting.zone.clone(),
        lasts_minutes: sitting.lasts_minutes,
        place: sitting.place.clone(),
        sequence,
    }
}
