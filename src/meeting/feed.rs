//! Secret addresses at which calendars ask for meetings: one of each account for each organization whose team it is in, and one of each
//! leader. The database keeps the hash alone, the address is shown once, and it is dead once it is revoked or made anew; that of a team
//! also once whoever made it is out of it, that of a leader once the link by which it was made is ended. It has nothing in it while they
//! do not agree to be invited.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::MeetingStage;
use super::policy::{CanFollow, Follower};
use crate::account::Token;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, FeedId, GroupId, LeaderId, MeetingId, OrganizationId};
use crate::notice::{self, OfMeeting};
use crate::organization;
use crate::values::{Lang, RegistryNumber};
use crate::{Error, Result, leader};

/// For how long meetings that are over stay in calendars.
const BACK: TimeDelta = TimeDelta::days(180);

impl Follower {
    /// Whose team, which account, or which leader.
    const fn columns(self) -> (Option<OrganizationId>, Option<AccountId>, Option<LeaderId>) {
        match self {
            Self::Team(organization, account) => (Some(organization), Some(account), None),
            Self::Leader(leader) => (None, None, Some(leader)),
        }
    }

    const fn subject(self) -> Subject {
        match self {
            Self::Team(organization, account) => {
                Subject::account(account).of_organization(organization)
            }
            Self::Leader(leader) => Subject::leader(leader),
        }
    }
}

/// Whether somebody has an address.
pub async fn has_feed(conn: &mut PgConnection, of: Follower) -> Result<bool> {
    let (organization, account, leader) = of.columns();
    Ok(sqlx::query_scalar!(
        r#"select exists (select from group_feeds f left join leaders l on l.id = f.leader_id
           where ((f.organization_id = $1 and f.account_id = $2) or f.leader_id = $3) and f.revoked_at is null
            and f.link_version is not distinct from l.link_version) as "has!""#,
        organization as _,
        account as _,
        leader as _
    )
    .fetch_one(conn)
    .await?)
}

/// Makes an address; the one before is dead then. It is told now and never again.
pub async fn make_feed(tx: &mut Tx, granted: &CanFollow) -> Result<Token> {
    end(tx, granted.of()).await?;
    let (organization, account, leader) = granted.of().columns();
    let (id, now, token) = (FeedId::fresh(), tx.now(), Token::fresh()?);
    sqlx::query!(
        "insert into group_feeds (id, organization_id, account_id, leader_id, token_hash, made_at, link_version)
         values ($1, $2, $3, $4, $5, $6, (select link_version from leaders where id = $4))",
        id as _,
        organization as _,
        account as _,
        leader as _,
        token.hash(),
        now
    )
    .execute(&mut **tx)
    .await?;
    record(tx, granted, Act::FeedMade).await?;
    Ok(token)
}

/// Ends an address. Whether there was one.
pub async fn revoke_feed(tx: &mut Tx, granted: &CanFollow) -> Result<bool> {
    let ended = end(tx, granted.of()).await?;
    if ended {
        record(tx, granted, Act::FeedRevoked).await?;
    }
    Ok(ended)
}

/// Holds the organization or the leader, so that two who make an address at once make one after the other.
async fn end(tx: &mut Tx, of: Follower) -> Result<bool> {
    match of {
        Follower::Team(organization, _) => organization::team::lock(tx, organization).await?,
        Follower::Leader(leader) => leader::lock(tx, leader).await?,
    }
    let (organization, account, leader) = of.columns();
    let now = tx.now();
    let ended = sqlx::query!(
        "update group_feeds set revoked_at = $4
         where ((organization_id = $1 and account_id = $2) or leader_id = $3) and revoked_at is null",
        organization as _,
        account as _,
        leader as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok(ended > 0)
}

async fn record(tx: &mut Tx, granted: &CanFollow, act: Act) -> Result<()> {
    let event = Event::new(act, granted.of().subject());
    let event = match granted.of() {
        Follower::Team(_, account) => event.after(json!({ "account": account })),
        Follower::Leader(_) => event,
    };
    history::record(tx, granted.by(), event).await
}

struct Row {
    id: MeetingId,
    group: GroupId,
    number: Option<RegistryNumber>,
    starts_at: DateTime<Utc>,
    starts_local: NaiveDateTime,
    zone: String,
    lasts_minutes: i16,
    place: String,
    sequence: i32,
    stage: MeetingStage,
}

/// The calendar at a secret address; nothing, if it is dead or never was.
pub async fn follow_feed(
    conn: &mut PgConnection,
    token: &Token,
    url: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let of = sqlx::query!(
        r#"select f.organization_id as "organization: OrganizationId", f.leader_id as "leader: LeaderId", a.lang as "lang?: Lang"
         from group_feeds f left join accounts a on a.id = f.account_id and a.closed_at is null
            left join organization_team t on t.organization_id = f.organization_id and t.account_id = a.id and t.until is null
            left join leaders l on l.id = f.leader_id
         where f.token_hash = $1 and f.revoked_at is null and f.link_version is not distinct from l.link_version
            and (f.leader_id is not null or t.account_id is not null)"#,
        token.hash()
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(of) = of else { return Ok(None) };
    let (rows, lang) = match (of.organization, of.leader) {
        (Some(organization), _) => {
            let rows = of_team(conn, organization, now - BACK).await?;
            (rows, of.lang.unwrap_or(Lang::En))
        }
        (None, Some(leader)) => {
            let rows = of_leader(conn, leader, now - BACK).await?;
            (rows, leader::letters_in(conn, leader).await?)
        }
        (None, None) => return Err(Error::Contradiction("a calendar of nobody")),
    };
    let groups: Vec<GroupId> = rows.iter().map(|row| row.group).collect();
    let names = crate::group::names(conn, &groups).await?;
    let meetings: Vec<notice::Meeting> = rows
        .into_iter()
        .map(|row| {
            let of = OfMeeting {
                id: row.id,
                group: row.group,
                names: names.get(&row.group).cloned().unwrap_or_default(),
                number: row.number,
                starts_at: row.starts_at,
                starts_local: row.starts_local,
                zone: row.zone,
                lasts_minutes: row.lasts_minutes,
                place: row.place,
                sequence: row.sequence,
            };
            of.calendar(lang, url, row.stage == MeetingStage::CalledOff)
        })
        .collect();
    Ok(Some(notice::feed(&meetings, now)))
}

/// The meetings of the groups that an organization is in, while it is in them.
async fn of_team(
    conn: &mut PgConnection,
    organization: OrganizationId,
    since: DateTime<Utc>,
) -> Result<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select g.id, g.group_id as "group", o.number as "number?", g.starts_at, g.starts_local, g.zone, g.lasts_minutes, g.place,
            g.sequence, g.stage
         from group_meetings g join group_members m on m.group_id = g.group_id and m.until is null
            join organizations o on o.id = m.organization_id
         where o.id = $1 and g.starts_at > $2 and g.starts_at >= m.since
            and not struck_off_on(o.id, g.starts_local::date)
         order by g.starts_at, g.id"#,
        organization as _,
        since
    )
    .fetch_all(conn)
    .await?)
}

/// The meetings at which a leader sits: as a member, or in a seat that follows an office that is theirs on that day.
async fn of_leader(
    conn: &mut PgConnection,
    leader: LeaderId,
    since: DateTime<Utc>,
) -> Result<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select distinct g.id, g.group_id as "group", null::text as "number?: RegistryNumber", g.starts_at, g.starts_local, g.zone,
            g.lasts_minutes, g.place, g.sequence, g.stage
         from group_members m join group_meetings g on g.group_id = m.group_id and g.starts_at > $2 and g.starts_at >= m.since
         where m.until is null and (m.term_until is null or m.term_until >= g.starts_local::date)
            and (m.leader_id = $1 or exists (select from leader_offices f where f.leader_id = $1
                and f.organization_id = m.organization_id and f.id = seat_holder(m.organization_id, m.seat, g.starts_local::date)))
            and agrees($1, 'name', 'invitations')
         order by g.starts_at, g.id"#,
        leader as _,
        since
    )
    .fetch_all(conn)
    .await?)
}
