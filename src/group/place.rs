//! A member's place in a group, said otherwise: another role, seat or term, without leaving. They are told, and may leave.

use chrono::NaiveDate;
use serde_json::json;
use sqlx::PgConnection;

use super::joining::{Entry, NotAdded, Who, hold, invite, subject};
use super::policy::CanGroup;
use super::roles::{fits, is_agreed_to};
use super::said::first_name;
use super::tell;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{GroupId, LeaderId, MembershipId, OrganizationId};
use crate::notice::{self, Letter, LetterToMember};
use crate::organization::{self, team};
use crate::values::{GroupRole, SigningOffice};
use crate::{Error, Result, leader};

/// Somebody's place in a group.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The membership.
    pub id: MembershipId,
    /// Of which group.
    pub group: GroupId,
    /// Whose.
    pub who: Who,
    /// Role, seat and term.
    pub entry: Entry,
    /// Counts what was said otherwise of it.
    pub version: i32,
}

/// What came of saying something else of a member's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Nothing: it was so already.
    Nothing,
    /// It is so now, and they were told.
    Done,
    /// They are asked whether they agree to be that; until then everything stays.
    Asked,
}

/// The place of a membership.
///
/// # Errors
///
/// [`Error::Overtaken`] if they are in the group no more.
pub async fn place(conn: &mut PgConnection, id: MembershipId) -> Result<Option<Place>> {
    struct Row {
        group_id: GroupId,
        organization_id: Option<OrganizationId>,
        leader_id: Option<LeaderId>,
        role: GroupRole,
        seat: Option<SigningOffice>,
        term_until: Option<NaiveDate>,
        version: i32,
        is_over: bool,
    }
    let row = sqlx::query_as!(
        Row,
        r#"select group_id, organization_id, leader_id, role, seat, term_until, version, until is not null as "is_over!"
           from group_members where id = $1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?;
    if row.as_ref().is_some_and(|row| row.is_over) {
        return Err(Error::Overtaken);
    }
    Ok(row.and_then(|row| {
        let who = match (row.organization_id, row.leader_id) {
            (Some(id), _) => Who::Organization(id),
            (None, Some(id)) => Who::Leader(id),
            (None, None) => return None,
        };
        Some(Place {
            id,
            group: row.group_id,
            who,
            entry: Entry {
                role: row.role,
                seat: row.seat,
                until: row.term_until,
            },
            version: row.version,
        })
    }))
}

/// Says something else of a member's place. Whoever has to agree to a role is asked first.
///
/// # Errors
///
/// [`Error::Overtaken`] if somebody did since it was seen, or they are in the group no more; the inner one where the group is over, has
/// a chair, or nobody is that in a group of its kind.
pub async fn change_place(
    tx: &mut Tx,
    can: &CanGroup,
    seen: &Place,
    entry: &Entry,
) -> Result<std::result::Result<Changed, NotAdded>> {
    let held = hold(tx, seen.group).await?;
    if held.is_over {
        return Ok(Err(NotAdded::Over));
    }
    if !fits(entry.role, held.kind, seen.who) {
        return Ok(Err(NotAdded::Role));
    }
    if entry.role != seen.entry.role && is_agreed_to(entry.role) {
        let asked = invite(tx, can, seen.group, seen.who, entry).await?;
        return Ok(asked.map(|_| Changed::Asked));
    }
    if entry.role == GroupRole::Chair && held.is_chaired_by_another(tx, Some(seen.id)).await? {
        return Ok(Err(NotAdded::Chaired));
    }
    let changed = sqlx::query!(
        "update group_members set role = $3, seat = $4, term_until = $5, version = version + 1
         where id = $1 and version = $2 and until is null",
        seen.id as _,
        seen.version,
        entry.role as _,
        entry.seat as _,
        entry.until
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if changed == 0 {
        return Err(Error::Overtaken);
    }
    let was = &seen.entry;
    if (was.role, was.seat, was.until) == (entry.role, entry.seat, entry.until) {
        return Ok(Ok(Changed::Nothing));
    }
    let organization = match seen.who {
        Who::Organization(id) => organization::mention(tx, id).await?,
        Who::Leader(_) => None,
    };
    let name = first_name(tx, seen.group).await?;
    let kept = |it: &Entry| {
        json!({
            "group": name,
            "organization": organization.as_ref().map(|it| it.number),
            "leader": seen.who.leader(),
            "role": it.role,
            "seat": it.seat,
            "until": it.until,
        })
    };
    let event = Event::new(
        Act::GroupPlaceChanged,
        subject(seen.group, organization.as_ref()),
    )
    .before(kept(was))
    .after(kept(entry));
    history::record(tx, can.by(), event).await?;
    let of = tell::of(tx, seen.group, organization.as_ref(), entry).await?;
    let token = match seen.who.leader() {
        Some(leader) => Some(super::link::token(tx, leader).await?),
        None => None,
    };
    let letter = Letter::Member(LetterToMember::PlaceChanged { of, token });
    match seen.who {
        Who::Organization(id) => team::tell(tx, id, None, &letter).await?,
        Who::Leader(id) => {
            if let Some(to) = leader::reach(tx, &[id]).await?.remove(&id) {
                notice::post(tx, to, letter).await?;
            }
        }
    }
    Ok(Ok(Changed::Done))
}
