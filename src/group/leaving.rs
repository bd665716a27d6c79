//! How somebody comes out of a group: they leave, the board takes them out, or their term ends. What was so can still be read.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::ending::End;
use super::joining::{Entry, Who, subject};
use super::policy::{CanAnswer, CanGroup};
use super::said::first_name;
use super::tell;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, GroupId, LeaderId, MembershipId, OrganizationId};
use crate::notice::{self, GroupReply, Letter, LetterToMember, Recipient, WayOut};
use crate::organization::{self, team};
use crate::values::{GroupKind, GroupRole, Prose, SigningOffice, Wording};
use crate::{Error, Result, leader};

/// How many terms are ended in one transaction.
const BATCH: i64 = 100;

/// A membership of an organization or a leader, as they see it.
#[derive(Debug)]
pub struct Own {
    /// Its id.
    pub id: MembershipId,
    /// Of which group.
    pub group: GroupId,
    /// What that is.
    pub kind: GroupKind,
    /// What it is called.
    pub names: Vec<Wording>,
    /// What they are there.
    pub role: GroupRole,
    /// The office that the seat is bound to.
    pub seat: Option<SigningOffice>,
    /// The last day of the term.
    pub until: Option<NaiveDate>,
    /// The end of the group, as far as it is known.
    pub end: End,
}

struct Ended {
    group_id: GroupId,
    organization_id: Option<OrganizationId>,
    leader_id: Option<LeaderId>,
    role: GroupRole,
    seat: Option<SigningOffice>,
    term_until: Option<NaiveDate>,
    added_by: Option<AccountId>,
}

/// The groups that an organization or a leader is in, and then those that they were in when those ended.
pub async fn memberships(conn: &mut PgConnection, who: Who) -> Result<Vec<Own>> {
    let rows = sqlx::query!(
        "select m.id, m.group_id, g.kind, m.role, m.seat, m.term_until, g.ended_on, g.ended_at
         from group_members m join groups g on g.id = m.group_id
         where (m.organization_id = $1 or m.leader_id = $2) and (m.until is null or m.ended_with_group)
         order by m.ended_with_group, m.since, m.id",
        who.organization() as _,
        who.leader() as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<GroupId> = rows.iter().map(|row| row.group_id).collect();
    let mut names = super::list::names(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Own {
            id: row.id,
            group: row.group_id,
            kind: row.kind,
            names: names.remove(&row.group_id).unwrap_or_default(),
            role: row.role,
            seat: row.seat,
            until: row.term_until,
            end: End {
                on: row.ended_on,
                at: row.ended_at,
            },
        })
        .collect())
}

/// Leaves a group, with a word if there is one. Whoever put them in is told.
///
/// # Errors
///
/// [`Error::Overtaken`] if they are out of it already, [`Error::NotFound`] if it is somebody else's membership.
pub async fn leave(
    tx: &mut Tx,
    can: &CanAnswer,
    id: MembershipId,
    words: Option<&Prose>,
) -> Result<()> {
    let now = tx.now();
    let (organization, leader) = (can.who().organization(), can.who().leader());
    let is_theirs = sqlx::query_scalar!(
        r#"select exists (select from group_members where id = $1 and (organization_id = $2 or leader_id = $3)) as "is!""#,
        id as _,
        organization as _,
        leader as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if !is_theirs {
        return Err(Error::NotFound);
    }
    let ended = sqlx::query_as!(
        Ended,
        "update group_members set until = $2 where id = $1 and until is null
         returning group_id, organization_id, leader_id, role, seat, term_until, added_by",
        id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    ended
        .record(tx, can.by(), Act::GroupMemberLeft, words)
        .await?;
    let of = ended.in_letters(tx).await?;
    // Who has a leader's link leaves for them: they hear of it themselves, too.
    ended.tell_leader(tx, &of, WayOut::Left).await?;
    let Some(added_by) = ended.added_by else {
        return Ok(());
    };
    let reply = GroupReply::Left;
    let letter = match ended.leader_id {
        Some(_) => Letter::Member(LetterToMember::LeaderLeft(of)),
        None => Letter::GroupAnswered { of, reply },
    };
    notice::post(tx, Recipient::Account(added_by), letter).await
}

/// Takes somebody out of a group, and tells them.
pub async fn remove(tx: &mut Tx, can: &CanGroup, membership: MembershipId) -> Result<()> {
    let now = tx.now();
    let ended = sqlx::query_as!(
        Ended,
        "update group_members set until = $2 where id = $1 and until is null
         returning group_id, organization_id, leader_id, role, seat, term_until, added_by",
        membership as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    ended
        .record(tx, can.by(), Act::GroupMemberRemoved, None)
        .await?;
    ended.tell(tx, WayOut::Removed).await
}

/// Ends memberships whose term has passed, and tells whose it was. How many there were.
pub async fn end_terms(tx: &mut Tx) -> Result<usize> {
    let (now, today) = (tx.now(), tx.today());
    let all = sqlx::query_as!(
        Ended,
        "update group_members set until = $1
         where id in (select id from group_members where until is null and term_until < $2 order by id limit $3
            for update skip locked)
         returning group_id, organization_id, leader_id, role, seat, term_until, added_by",
        now,
        today,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    for ended in &all {
        ended
            .record(tx, &Actor::System, Act::GroupTermEnded, None)
            .await?;
        ended.tell(tx, WayOut::TermOver).await?;
    }
    Ok(all.len())
}

impl Ended {
    async fn record(&self, tx: &mut Tx, by: &Actor, act: Act, words: Option<&Prose>) -> Result<()> {
        let name = first_name(tx, self.group_id).await?;
        let organization = self.organization(tx).await?;
        let before = serde_json::json!({
            "group": name,
            "organization": organization.as_ref().map(|it| it.number),
            "leader": self.leader_id,
            "role": self.role,
            "until": self.term_until,
        });
        let event = Event::new(act, subject(self.group_id, organization.as_ref()))
            .before(before)
            .reason(words);
        history::record(tx, by, event).await
    }

    async fn organization(&self, tx: &mut Tx) -> Result<Option<organization::Mention>> {
        match self.organization_id {
            Some(id) => organization::mention(tx, id).await,
            None => Ok(None),
        }
    }

    async fn in_letters(&self, tx: &mut Tx) -> Result<notice::OfGroup> {
        let organization = self.organization(tx).await?;
        let entry = Entry {
            role: self.role,
            seat: self.seat,
            until: self.term_until,
        };
        tell::of(tx, self.group_id, organization.as_ref(), &entry).await
    }

    async fn tell(&self, tx: &mut Tx, way: WayOut) -> Result<()> {
        let of = self.in_letters(tx).await?;
        self.tell_leader(tx, &of, way).await?;
        match self.organization_id {
            Some(id) => team::tell(tx, id, None, &Letter::GroupRemoved(of)).await,
            None => Ok(()),
        }
    }

    /// Tells a leader who is out of it, as far as they can be reached.
    async fn tell_leader(&self, tx: &mut Tx, of: &notice::OfGroup, way: WayOut) -> Result<()> {
        let Some(leader) = self.leader_id else {
            return Ok(());
        };
        let Some(to) = leader::reach(tx, &[leader]).await?.remove(&leader) else {
            return Ok(());
        };
        let letter = LetterToMember::LeaderOut {
            of: of.clone(),
            way,
            token: super::link::token(tx, leader).await?,
        };
        notice::post(tx, to, Letter::Member(letter)).await
    }
}
