//! Reading meetings: what they are, what is on their agenda, and who is to be there.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use sqlx::PgConnection;
use sqlx::types::Json;

use super::{MeetingItemKind, MeetingResult, MeetingStage, WHY, WORDS};
use crate::Result;
use crate::ids::{GroupId, LeaderId, MeetingId, MeetingItemId, MembershipId, OrganizationId};
use crate::leader::LeaderName;
use crate::notice::OfMeeting;
use crate::sitting;
use crate::values::{GroupRole, LanguageTag, Line, Prose, RegistryNumber, SigningOffice, Wording};
use crate::vault::Vault;

/// A meeting of a group.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Of which group.
    pub group: GroupId,
    /// What that is called.
    pub names: Vec<Wording>,
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it lasts.
    pub lasts_minutes: i16,
    /// Where it is held, or how one takes part.
    pub place: String,
    /// Counts its invitations.
    pub sequence: i32,
    /// How far it has come.
    pub stage: MeetingStage,
    /// Why it was called off.
    pub why: Option<Prose>,
    /// Counts what was noted of who came.
    pub presence_version: i32,
    /// What is on its agenda.
    pub items: Vec<Item>,
}

/// Something on an agenda.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: MeetingItemId,
    /// What it is called.
    pub title: Line,
    /// What it is.
    pub kind: MeetingItemKind,
    /// What came of it.
    pub result: Option<MeetingResult>,
    /// What was said or resolved.
    pub words: Option<Prose>,
    /// Counts what was noted of it.
    pub version: i32,
}

/// A meeting in a list.
#[derive(Debug)]
pub struct Brief {
    /// Its id.
    pub id: MeetingId,
    /// Of which group.
    pub group: GroupId,
    /// When it begins, as clocks say it there.
    pub starts_local: NaiveDateTime,
    /// In which zone.
    pub zone: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How far it has come.
    pub stage: MeetingStage,
}

/// A member of the group, and whether they are there.
pub struct Attendee {
    /// The membership.
    pub id: MembershipId,
    /// Which organization; nothing for a leader.
    pub organization: Option<(RegistryNumber, Line, Option<LanguageTag>)>,
    /// Which leader; nothing for an organization.
    pub leader: Option<LeaderId>,
    /// What the leader is called, if anybody may know.
    pub names: Option<Vec<LeaderName>>,
    /// An organization that the leader holds an office in, for the desk.
    pub of: Option<RegistryNumber>,
    /// What they are in the group.
    pub role: GroupRole,
    /// The office that the seat is bound to.
    pub seat: Option<SigningOffice>,
    /// Whether somebody holds that office on the day of the meeting; so where it is bound to none.
    pub is_taken: bool,
    /// Whether they came.
    pub present: bool,
}

/// Whether enough came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// How many count: members in whose place somebody can sit that day. Observers do not.
    pub entitled: usize,
    /// How many of them came.
    pub present: usize,
}

impl Attendee {
    /// Whether they count for the quorum.
    pub fn counts(&self) -> bool {
        self.role != GroupRole::Observer && self.is_taken
    }
}

impl Quorum {
    /// Of those who are to be there.
    pub fn of(all: &[Attendee]) -> Self {
        let counting = || all.iter().filter(|it| it.counts());
        Self {
            entitled: counting().count(),
            present: counting().filter(|it| it.present).count(),
        }
    }

    /// More than half of those who count are there.
    pub const fn is_met(self) -> bool {
        self.present * 2 > self.entitled
    }

    /// How many it needs.
    pub const fn needed(self) -> usize {
        self.entitled / 2 + 1
    }
}

impl Meeting {
    /// The meeting as letters and calendars mention it, to somebody of an organization or to a leader.
    pub(super) fn in_letters(&self, number: Option<RegistryNumber>) -> OfMeeting {
        OfMeeting {
            id: self.id,
            group: self.group,
            names: self.names.clone(),
            number,
            starts_at: self.starts_at,
            starts_local: self.starts_local,
            zone: self.zone.clone(),
            lasts_minutes: self.lasts_minutes,
            place: self.place.clone(),
            sequence: self.sequence,
        }
    }

    /// Whether it has begun: who came and what came of it is known from then on.
    pub fn has_begun(&self, now: DateTime<Utc>) -> bool {
        self.starts_at <= now
    }

    /// When it is over.
    fn ends_at(&self) -> DateTime<Utc> {
        self.starts_at + TimeDelta::minutes(self.lasts_minutes.into())
    }

    /// The item with this id.
    pub fn item(&self, id: MeetingItemId) -> Option<&Item> {
        self.items.iter().find(|it| it.id == id)
    }
}

/// The meeting with this id.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    id: MeetingId,
) -> Result<Option<Meeting>> {
    let row = sqlx::query!(
        "select group_id, starts_local, zone, starts_at, lasts_minutes, place, sequence, stage, words_sealed, presence_version
         from group_meetings where id = $1",
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let rows = sqlx::query!(
        "select id, title, kind, result, words_sealed, version from group_meeting_items
         where meeting_id = $1 and off_at is null order by position, id",
        id as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let words = match &row.words_sealed {
            Some(sealed) => Some(sitting::prose(&vault.open_text(WORDS, row.id, sealed)?)?),
            None => None,
        };
        items.push(Item {
            id: row.id,
            title: row.title,
            kind: row.kind,
            result: row.result,
            words,
            version: row.version,
        });
    }
    let why = match &row.words_sealed {
        Some(sealed) => Some(sitting::prose(&vault.open_text(WHY, id, sealed)?)?),
        None => None,
    };
    let names = crate::group::called(conn, row.group_id).await?;
    Ok(Some(Meeting {
        id,
        group: row.group_id,
        names,
        starts_local: row.starts_local,
        zone: row.zone,
        starts_at: row.starts_at,
        lasts_minutes: row.lasts_minutes,
        place: row.place,
        sequence: row.sequence,
        stage: row.stage,
        why,
        presence_version: row.presence_version,
        items,
    }))
}

/// Who is to be there and who came: who belonged to the group while the meeting was held, or does so far; nobody who
/// was struck off on that day. Seats are as they are taken on it.
pub async fn attendees(conn: &mut PgConnection, meeting: &Meeting) -> Result<Vec<Attendee>> {
    let rows = sqlx::query!(
        r#"select m.id, m.role, m.seat, o.number as "number?: RegistryNumber", o.name as "name?: Line", o.name_language as "language?: LanguageTag",
            m.leader_id as "leader?: LeaderId",
            case when agrees(l.id, 'name', 'public_page') then l.public_names end as "names?: Json<Vec<LeaderName>>",
            (select w.number from leader_offices f join organizations w on w.id = f.organization_id
                where f.leader_id = l.id order by f.mistaken_at is not null, f.until desc nulls first, f.id limit 1) as "of?: RegistryNumber",
            m.seat is null or seat_holder(m.organization_id, m.seat, $3::date) is not null as "is_taken!",
            p.membership_id is not null as "present!"
         from group_members m left join organizations o on o.id = m.organization_id
            left join leaders l on l.id = m.leader_id
            left join group_meeting_presence p on p.meeting_id = $1 and p.membership_id = m.id
         where m.group_id = $2 and m.since < $5 and (m.until is null or m.until > $4) and (m.term_until is null or m.term_until >= $3::date)
            and (m.organization_id is null or not struck_off_on(m.organization_id, $3::date))
         order by group_role_order(m.role), o.name, m.id"#,
        meeting.id as _,
        meeting.group as _,
        meeting.starts_local.date(),
        meeting.starts_at,
        meeting.ends_at()
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Attendee {
            id: row.id,
            organization: row
                .number
                .zip(row.name)
                .map(|(n, name)| (n, name, row.language)),
            leader: row.leader,
            names: row.names.map(|names| names.0),
            of: row.of,
            role: row.role,
            seat: row.seat,
            is_taken: row.is_taken,
            present: row.present,
        })
        .collect())
}

/// The meetings of a group, those to come first, the next at the head, then those that were, the latest first: `limit` of them from
/// `offset` on.
pub async fn of_group(
    conn: &mut PgConnection,
    (group, now): (GroupId, DateTime<Utc>),
    (offset, limit): (i64, i64),
) -> Result<Vec<Brief>> {
    Ok(sqlx::query_as!(
        Brief,
        r#"select id, group_id as "group", starts_local, zone, starts_at, stage from group_meetings
         where group_id = $1
         order by starts_at < $4, case when starts_at >= $4 then starts_at end, starts_at desc, id offset $2 limit $3"#,
        group as _,
        offset,
        limit,
        now
    )
    .fetch_all(conn)
    .await?)
}

/// How many meetings a group has, or had.
pub async fn count_of_group(conn: &mut PgConnection, group: GroupId) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from group_meetings where group_id = $1"#,
        group as _
    )
    .fetch_one(conn)
    .await?)
}

/// The meetings of the groups that an organization is in, in the same order: `limit` of them from `offset` on. None that are held
/// while it is struck off.
pub async fn of_organization(
    conn: &mut PgConnection,
    (organization, now): (OrganizationId, DateTime<Utc>),
    (offset, limit): (i64, i64),
) -> Result<Vec<Brief>> {
    Ok(sqlx::query_as!(
        Brief,
        r#"select g.id as "id!: MeetingId", g.group_id as "group!: GroupId", g.starts_local as "starts_local!", g.zone as "zone!",
            g.starts_at as "starts_at!", g.stage as "stage!: MeetingStage"
         from meetings_of($1) g
         order by g.starts_at < $4, case when g.starts_at >= $4 then g.starts_at end, g.starts_at desc, g.id offset $2 limit $3"#,
        organization as _,
        offset,
        limit,
        now
    )
    .fetch_all(conn)
    .await?)
}

/// How many they are.
pub async fn count_of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from meetings_of($1)"#,
        organization as _
    )
    .fetch_one(conn)
    .await?)
}

/// Whether a meeting is one of them.
pub async fn is_of_organization(
    conn: &mut PgConnection,
    organization: OrganizationId,
    meeting: MeetingId,
) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from meetings_of($1) g where g.id = $2) as "is!""#,
        organization as _,
        meeting as _
    )
    .fetch_one(conn)
    .await?)
}

/// The leaders who sit in a group on a day: in one of its seats, or as members themselves.
pub(super) async fn sitting_leaders(
    conn: &mut PgConnection,
    group: GroupId,
    day: NaiveDate,
) -> Result<Vec<LeaderId>> {
    Ok(sqlx::query_scalar!(
        r#"select distinct coalesce(m.leader_id, f.leader_id) as "id!: LeaderId"
         from group_members m
            left join leader_offices f on f.id = seat_holder(m.organization_id, m.seat, $2)
         where m.group_id = $1 and m.until is null and (m.term_until is null or m.term_until >= $2)
            and coalesce(m.leader_id, f.leader_id) is not null"#,
        group as _,
        day
    )
    .fetch_all(conn)
    .await?)
}
