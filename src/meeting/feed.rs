//! Secret addresses at which calendars ask for meetings: one of each account for each organization whose team it is in. The database keeps
//! the hash alone, the address is shown once, and it is dead once it is revoked, made anew, or whoever made it is out of the team.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::MeetingStage;
use super::policy::CanFollow;
use crate::Result;
use crate::account::Token;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, FeedId, GroupId, MeetingId, OrganizationId};
use crate::notice::{self, OfMeeting};
use crate::organization;
use crate::values::{Lang, RegistryNumber};

/// For how long meetings that are over stay in calendars.
const BACK: TimeDelta = TimeDelta::days(180);

/// Whether an account has an address for an organization.
pub async fn has_feed(
    conn: &mut PgConnection,
    organization: OrganizationId,
    account: AccountId,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from group_feeds
           where organization_id = $1 and account_id = $2 and revoked_at is null) as "has!""#,
        organization as _,
        account as _
    )
    .fetch_one(conn)
    .await?)
}

/// Makes an address; the one before is dead then. It is told now and never again.
pub async fn make_feed(tx: &mut Tx, granted: &CanFollow) -> Result<Token> {
    end(tx, granted).await?;
    let (id, now, token) = (FeedId::fresh(), tx.now(), Token::fresh()?);
    sqlx::query!(
        "insert into group_feeds (id, organization_id, account_id, token_hash, made_at) values ($1, $2, $3, $4, $5)",
        id as _,
        granted.organization() as _,
        granted.by().person()?.id as _,
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
    let ended = end(tx, granted).await?;
    if ended {
        record(tx, granted, Act::FeedRevoked).await?;
    }
    Ok(ended)
}

/// Holds the organization, so that two who make an address at once make one after the other.
async fn end(tx: &mut Tx, granted: &CanFollow) -> Result<bool> {
    organization::team::lock(tx, granted.organization()).await?;
    let now = tx.now();
    let ended = sqlx::query!(
        "update group_feeds set revoked_at = $3 where organization_id = $1 and account_id = $2 and revoked_at is null",
        granted.organization() as _,
        granted.by().person()?.id as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    Ok(ended > 0)
}

async fn record(tx: &mut Tx, granted: &CanFollow, act: Act) -> Result<()> {
    let account = granted.by().person()?.id;
    let subject = Subject::account(account).of_organization(granted.organization());
    let event = Event::new(act, subject).after(json!({ "account": account }));
    history::record(tx, granted.by(), event).await
}

struct Row {
    id: MeetingId,
    group: GroupId,
    number: RegistryNumber,
    lang: Lang,
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
        "select f.organization_id, a.lang from group_feeds f join accounts a on a.id = f.account_id and a.closed_at is null
            join organization_team t on t.organization_id = f.organization_id and t.account_id = f.account_id and t.until is null
         where f.token_hash = $1 and f.revoked_at is null",
        token.hash()
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(of) = of else { return Ok(None) };
    let rows = sqlx::query_as!(
        Row,
        r#"select g.id, g.group_id as "group", o.number, $2::text as "lang!: Lang", g.starts_at, g.starts_local, g.zone, g.lasts_minutes, g.place,
            g.sequence, g.stage
         from group_meetings g join group_members m on m.group_id = g.group_id and m.until is null
            join organizations o on o.id = m.organization_id
         where o.id = $1 and g.starts_at > $3 and g.starts_at >= m.since
         order by g.starts_at, g.id"#,
        of.organization_id as _,
        of.lang as _,
        now - BACK
    )
    .fetch_all(&mut *conn)
    .await?;
    let groups: Vec<GroupId> = rows.iter().map(|row| row.group).collect();
    let names = crate::group::names(conn, &groups).await?;
    let meetings: Vec<notice::Meeting> = rows
        .into_iter()
        .map(|row| {
            let of = OfMeeting {
                id: row.id,
                group: row.group,
                names: names.get(&row.group).cloned().unwrap_or_default(),
                number: Some(row.number),
                starts_at: row.starts_at,
                starts_local: row.starts_local,
                zone: row.zone,
                lasts_minutes: row.lasts_minutes,
                place: row.place,
                sequence: row.sequence,
            };
            of.calendar(row.lang, url, row.stage == MeetingStage::CalledOff)
        })
        .collect();
    Ok(Some(notice::feed(&meetings, now)))
}
