//! Invitations into groups: who is asked, and what they answer.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::joining::{Entry, JoinAnswer, Who, enter, hold, record_entry};
use super::list::names;
use super::policy::{CanAnswer, CanGroup};
use super::roles::is_agreed_to;
use super::tell;
use crate::db::Tx;
use crate::history::Act;
use crate::ids::{AccountId, GroupId, GroupInvitationId, LeaderId, OrganizationId};
use crate::notice::{self, GroupReply, Letter, Recipient};
use crate::organization;
use crate::values::{GroupKind, GroupRole, Line, Prose, RegistryNumber, SigningOffice, Wording};
use crate::vault::Vault;
use crate::{Error, Result};

/// Where it is sealed what people say with their answer.
const WORDS: &str = "group_invitations.words";

/// An invitation that is open.
#[derive(Debug)]
pub struct GroupInvitation {
    /// Its id.
    pub id: GroupInvitationId,
    /// Into which group.
    pub group: GroupId,
    /// What that is.
    pub kind: GroupKind,
    /// What it is called.
    pub names: Vec<Wording>,
    /// As what.
    pub role: GroupRole,
    /// The office that the seat would be bound to.
    pub seat: Option<SigningOffice>,
    /// The last day of the term.
    pub until: Option<NaiveDate>,
    /// Until when one can answer.
    pub expires_at: DateTime<Utc>,
}

/// Somebody whom the board asked, as the desk sees it.
#[derive(Debug)]
pub struct Asked {
    /// The invitation.
    pub id: GroupInvitationId,
    /// Which organization; nothing for a leader.
    pub organization: Option<(RegistryNumber, Line)>,
    /// As what.
    pub role: GroupRole,
    /// When they were asked.
    pub invited_at: DateTime<Utc>,
    /// Until when they can answer.
    pub expires_at: DateTime<Utc>,
    /// What came of it.
    pub answer: Option<JoinAnswer>,
    /// What they said with it.
    pub words: Option<Prose>,
}

/// The organizations for which somebody may answer invitations that are open, one for each.
pub async fn waiting_for(
    conn: &mut PgConnection,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        r#"select i.organization_id as "id!: OrganizationId" from group_invitations i join groups g on g.id = i.group_id
            join organization_team t on t.organization_id = i.organization_id
         where t.account_id = $1 and t.until is null and t.role in ('owner', 'editor') and i.answer is null
            and i.expires_at > $2 and not group_is_over(g.ended_on, g.ended_at, $3)"#,
        account as _,
        now,
        now.date_naive()
    )
    .fetch_all(conn)
    .await?)
}

/// The open invitations of an organization or a leader.
pub async fn open_of(
    conn: &mut PgConnection,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Vec<GroupInvitation>> {
    let rows = sqlx::query!(
        "select i.id, i.group_id, g.kind, i.role, i.seat, i.term_until, i.expires_at
         from group_invitations i join groups g on g.id = i.group_id
         where (i.organization_id = $1 or i.leader_id = $2) and i.answer is null and i.expires_at > $3
         order by i.invited_at, i.id",
        who.organization() as _,
        who.leader() as _,
        now
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<GroupId> = rows.iter().map(|row| row.group_id).collect();
    let mut names = names(conn, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| GroupInvitation {
            id: row.id,
            group: row.group_id,
            kind: row.kind,
            names: names.remove(&row.group_id).unwrap_or_default(),
            role: row.role,
            seat: row.seat,
            until: row.term_until,
            expires_at: row.expires_at,
        })
        .collect())
}

/// How often the board asked somebody into a group.
pub async fn count_asked(conn: &mut PgConnection, group: GroupId) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from group_invitations where group_id = $1"#,
        group as _
    )
    .fetch_one(conn)
    .await?)
}

/// Whom the board asked into a group, the open ones first, then the latest answers: `limit` of them from `offset` on.
pub async fn asked(
    conn: &mut PgConnection,
    vault: &Vault,
    group: GroupId,
    (offset, limit): (i64, i64),
) -> Result<Vec<Asked>> {
    let rows = sqlx::query!(
        r#"select i.id, o.number as "number?: RegistryNumber", o.name as "name?: Line", i.role, i.invited_at,
            i.expires_at, i.answer, i.words_sealed
         from group_invitations i left join organizations o on o.id = i.organization_id
         where i.group_id = $1
         order by i.answer is not null, i.answered_at desc, i.invited_at, i.id offset $2 limit $3"#,
        group as _,
        offset,
        limit
    )
    .fetch_all(conn)
    .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let words = match &row.words_sealed {
            Some(sealed) => {
                Prose::parse(&vault.open_text(WORDS, row.id, sealed)?, Prose::CEILING).ok()
            }
            None => None,
        };
        all.push(Asked {
            id: row.id,
            organization: row.number.zip(row.name),
            role: row.role,
            invited_at: row.invited_at,
            expires_at: row.expires_at,
            answer: row.answer,
            words,
        });
    }
    Ok(all)
}

struct Found {
    group_id: GroupId,
    organization_id: Option<OrganizationId>,
    leader_id: Option<LeaderId>,
    role: GroupRole,
    seat: Option<SigningOffice>,
    term_until: Option<NaiveDate>,
    invited_by: Option<AccountId>,
    expires_at: DateTime<Utc>,
    is_open: bool,
}

impl Found {
    const fn entry(&self) -> Entry {
        Entry {
            role: self.role,
            seat: self.seat,
            until: self.term_until,
        }
    }

    fn who(&self) -> Result<Who> {
        match (self.organization_id, self.leader_id) {
            (Some(id), _) => Ok(Who::Organization(id)),
            (None, Some(id)) => Ok(Who::Leader(id)),
            (None, None) => Err(Error::NotFound),
        }
    }
}

/// Answers an invitation, with a word if there is one. Whoever asked is told.
///
/// # Errors
///
/// [`Error::NotFound`] if it is somebody else's; [`Error::TooLate`] if it is too old; [`Error::Overtaken`] if it is answered or
/// withdrawn, if the group is over or has another chair, or the organization is registered no more.
pub async fn answer(
    tx: &mut Tx,
    can: &CanAnswer,
    id: GroupInvitationId,
    joins: bool,
    words: Option<&Prose>,
) -> Result<()> {
    let (now, today, vault) = (tx.now(), tx.today(), tx.vault());
    // The group first, as whoever ends it does.
    let group = sqlx::query_scalar!(
        "select group_id from group_invitations where id = $1",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let held = hold(tx, group).await?;
    let found = sqlx::query_as!(
        Found,
        r#"select group_id, organization_id, leader_id, role, seat, term_until, invited_by, expires_at,
            answer is null as "is_open!"
         from group_invitations where id = $1 for update"#,
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let who = found.who()?;
    if who != can.who() {
        return Err(Error::NotFound);
    }
    let said = match joins {
        true => JoinAnswer::Accepted,
        false => JoinAnswer::Declined,
    };
    let sealed = match words {
        Some(words) => Some(vault.seal_text(WORDS, id, words)?),
        None => None,
    };
    let answered = sqlx::query!(
        "update group_invitations i set answer = $2, answered_at = $3, words_sealed = $4 from groups g
         where i.id = $1 and i.answer is null and i.expires_at > $3 and g.id = i.group_id
            and not group_is_over(g.ended_on, g.ended_at, $5) and (i.term_until is null or i.term_until >= $5)",
        id as _,
        said as _,
        now,
        sealed as _,
        today
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if answered == 0 {
        return Err(match found.is_open && found.expires_at <= now {
            true => Error::TooLate,
            false => Error::Overtaken,
        });
    }
    let entry = found.entry();
    let organization = match who {
        Who::Organization(id) => organization::mention(tx, id).await?,
        Who::Leader(_) => None,
    };
    if joins {
        if organization.as_ref().is_some_and(|it| !it.can_join()) {
            return Err(Error::Overtaken);
        }
        // This invitation is answered by now, so it is another one that would keep them out.
        if entry.role == GroupRole::Chair && held.is_chaired_by_another(tx, None).await? {
            return Err(Error::Overtaken);
        }
        // Put in by other means meanwhile, they are in the group all the same; a role that they agreed to is theirs.
        let entered = enter(tx, (found.group_id, who), &entry, found.invited_by).await?;
        if entered.is_none() && is_agreed_to(entry.role) {
            take_role(tx, (found.group_id, who), &entry).await?;
        }
    }
    let act = match joins {
        true => Act::GroupInvitationAccepted,
        false => Act::GroupInvitationDeclined,
    };
    record_entry(tx, can.by(), act, (found.group_id, who), &entry).await?;
    let Some(asked_by) = found.invited_by else {
        return Ok(());
    };
    let of = tell::of(tx, found.group_id, organization.as_ref(), &entry).await?;
    let reply = match joins {
        true => GroupReply::Joined,
        false => GroupReply::Declined,
    };
    let letter = Letter::GroupAnswered { of, reply };
    notice::post(tx, Recipient::Account(asked_by), letter).await
}

/// Takes an invitation back, if it is not answered.
pub async fn withdraw(tx: &mut Tx, can: &CanGroup, id: GroupInvitationId) -> Result<()> {
    let now = tx.now();
    let found = sqlx::query_as!(
        Found,
        r#"update group_invitations set answer = 'withdrawn', answered_at = $2 where id = $1 and answer is null
         returning group_id, organization_id, leader_id, role, seat, term_until, invited_by, expires_at,
            answer is null as "is_open!""#,
        id as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let of = (found.group_id, found.who()?);
    record_entry(
        tx,
        can.by(),
        Act::GroupInvitationWithdrawn,
        of,
        &found.entry(),
    )
    .await
}

/// Makes a member what they agreed to be.
async fn take_role(tx: &mut Tx, (group, who): (GroupId, Who), entry: &Entry) -> Result<()> {
    sqlx::query!(
        "update group_members set role = $4, seat = $5, term_until = $6, version = version + 1
         where group_id = $1 and (organization_id = $2 or leader_id = $3) and until is null",
        group as _,
        who.organization() as _,
        who.leader() as _,
        entry.role as _,
        entry.seat as _,
        entry.until
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
