//! What lies on a workbench: six lists, each a function of the database, so that rows and counts ask the same.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::Work;
use super::policy::CanSee;
use crate::Result;
use crate::assignment::Reach;
use crate::case::{COUNTED_MOST, Many};
use crate::flag::MONTH;
use crate::ids::{AccountId, GroupId, InitiativeId, MembershipId, OfficeId};
use crate::organization::Mention;
use crate::values::{Country, Line, Need, SigningOffice};

/// Which part of a list: so many from there on.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    /// How many come before it.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
}

/// An initiative that no organization leads.
#[derive(Debug)]
pub struct UnledInitiative {
    /// Which.
    pub id: InitiativeId,
    /// Where it happens.
    pub host_country: Option<Country>,
    /// How many organizations carry it all the same.
    pub partners: i64,
    /// Whether somebody is asked to lead it, and has not answered yet.
    pub is_asked: bool,
}

/// An initiative that is linked to no other.
#[derive(Debug)]
pub struct UnlinkedInitiative {
    /// Which.
    pub id: InitiativeId,
    /// Where it happens.
    pub host_country: Option<Country>,
    /// How many others the radar suggests.
    pub suggested: i64,
}

/// Something that an initiative is short of and that nobody near offers.
#[derive(Debug)]
pub struct UnmetNeed {
    /// Of which initiative.
    pub initiative: InitiativeId,
    /// What kind of thing.
    pub kind: Need,
    /// The same in words.
    pub words: Option<Line>,
    /// How much, in words.
    pub amount: Option<Line>,
    /// Where the initiative happens.
    pub host_country: Option<Country>,
}

/// A seat in a group in which nobody sits.
#[derive(Debug)]
pub struct VacantSeat {
    /// The membership that it is of.
    pub id: MembershipId,
    /// In which group.
    pub group: GroupId,
    /// Whose office it follows.
    pub organization: Mention,
    /// The office.
    pub office: SigningOffice,
    /// The term from which it is filled; nothing, where nobody ever held it.
    pub term: Option<OfficeId>,
    /// Since when at the latest.
    pub since: NaiveDate,
}

/// A term of office that lapses, because nobody ended it and nobody follows.
#[derive(Debug)]
pub struct LapsingTerm {
    /// The term.
    pub id: OfficeId,
    /// Of which organization.
    pub organization: Mention,
    /// Which office.
    pub office: SigningOffice,
    /// Its last day.
    pub last_day: NaiveDate,
}

/// An organization that nobody looks after.
#[derive(Debug)]
pub struct UnassignedOrganization {
    /// Which.
    pub organization: Mention,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// Since when it is in the registry.
    pub since: DateTime<Utc>,
}

/// How many there are of each list.
#[derive(Clone, Copy, Debug)]
pub struct WorkCounts([Many; 6]);

impl WorkCounts {
    /// Of one of them.
    pub const fn of(&self, work: Work) -> Many {
        let [unled, unlinked, needs, seats, terms, unassigned] = self.0;
        match work {
            Work::Unled => unled,
            Work::Unlinked => unlinked,
            Work::Needs => needs,
            Work::Seats => seats,
            Work::Terms => terms,
            Work::Unassigned => unassigned,
        }
    }
}

/// What is somebody's own, as the queries take it: nothing, where all is asked for.
struct Own<'a> {
    account: Option<AccountId>,
    hosts: &'a [Country],
    homelands: &'a [Country],
}

impl<'a> From<Option<&'a Reach>> for Own<'a> {
    fn from(reach: Option<&'a Reach>) -> Self {
        Self {
            account: reach.map(|it| it.account),
            hosts: reach.map_or(&[], |it| &it.hosts),
            homelands: reach.map_or(&[], |it| &it.homelands),
        }
    }
}

/// Those that nobody leads on this day, the newest first.
pub async fn unled(
    conn: &mut PgConnection,
    _: CanSee,
    (reach, today): (Option<&Reach>, NaiveDate),
    slice: Slice,
) -> Result<Vec<UnledInitiative>> {
    let own = Own::from(reach);
    Ok(sqlx::query_as!(
        UnledInitiative,
        r#"select u.initiative_id as "id!: InitiativeId", u.host_country as "host_country: Country",
            (select count(*) from initiative_partners p where p.initiative_id = u.initiative_id and p.until is null
                and not exists (select from organizations o where o.id = p.organization_id and o.standing = 'struck_off'))
                as "partners!",
            exists (select from initiative_invitations n where n.initiative_id = u.initiative_id and n.role = 'lead'
                and n.answer is null and n.expires_at >= $6::date) as "is_asked!"
         from own_unled($1, $2, $3) u
         order by u.initiative_id desc offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit,
        today
    )
    .fetch_all(conn)
    .await?)
}

/// Those that are linked to no other, the newest first.
pub async fn unlinked(
    conn: &mut PgConnection,
    _: CanSee,
    reach: Option<&Reach>,
    slice: Slice,
) -> Result<Vec<UnlinkedInitiative>> {
    let own = Own::from(reach);
    Ok(sqlx::query_as!(
        UnlinkedInitiative,
        r#"select u.initiative_id as "id!: InitiativeId", u.host_country as "host_country: Country",
            (select count(*) from overlap_pairs p where p.state = 'suggested'
                and (p.one_id = u.initiative_id or p.other_id = u.initiative_id)) as "suggested!"
         from own_unlinked($1, $2, $3) u
         order by u.initiative_id desc offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit
    )
    .fetch_all(conn)
    .await?)
}

/// What initiatives are short of and nobody near offers, that of the newest first.
pub async fn unmet_needs(
    conn: &mut PgConnection,
    _: CanSee,
    reach: Option<&Reach>,
    slice: Slice,
) -> Result<Vec<UnmetNeed>> {
    let own = Own::from(reach);
    Ok(sqlx::query_as!(
        UnmetNeed,
        r#"select w.initiative_id as initiative, w.kind, w.words, w.amount, u.host_country as "host_country: Country"
         from own_needs($1, $2, $3) u join initiative_wants w on w.initiative_id = u.initiative_id and w.position = u.position
         order by u.initiative_id desc, u.position offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit
    )
    .fetch_all(conn)
    .await?)
}

/// Seats in which nobody sits on this day, those first that are empty for longest.
pub async fn vacant_seats(
    conn: &mut PgConnection,
    _: CanSee,
    (reach, today): (Option<&Reach>, NaiveDate),
    slice: Slice,
) -> Result<Vec<VacantSeat>> {
    let own = Own::from(reach);
    let rows = sqlx::query!(
        r#"select m.id as membership, m.group_id, m.seat as "seat!", e.since as "since!",
            vacant_term(e.organization_id, m.seat, $6) as "term: OfficeId",
            o.id, o.number, o.name as "name: Line", o.name_language, o.host_country, o.standing
         from own_seats($1, $2, $3, $6) e join group_members m on m.id = e.id join organizations o on o.id = e.organization_id
         order by e.since, m.id offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit,
        today
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| VacantSeat {
            id: row.membership,
            group: row.group_id,
            office: row.seat,
            term: row.term,
            since: row.since,
            organization: Mention {
                id: row.id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
        })
        .collect())
}

/// Terms that lapse within a month or did so within the last, as flags tell of them; the first to lapse first.
pub async fn lapsing_terms(
    conn: &mut PgConnection,
    _: CanSee,
    (reach, today): (Option<&Reach>, NaiveDate),
    slice: Slice,
) -> Result<Vec<LapsingTerm>> {
    let own = Own::from(reach);
    let rows = sqlx::query!(
        r#"select f.id as term, f.office, t.last_day as "last_day!",
            o.id, o.number, o.name as "name: Line", o.name_language, o.host_country, o.standing
         from own_terms($1, $2, $3, $6, $7) t join leader_offices f on f.id = t.id
            join organizations o on o.id = t.organization_id
         order by t.last_day, t.id offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit,
        today,
        MONTH
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| LapsingTerm {
            id: row.term,
            office: row.office,
            last_day: row.last_day,
            organization: Mention {
                id: row.id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
        })
        .collect())
}

/// Organizations that nobody looks after, whoever waits longest first.
pub async fn unassigned(
    conn: &mut PgConnection,
    _: CanSee,
    reach: Option<&Reach>,
    slice: Slice,
) -> Result<Vec<UnassignedOrganization>> {
    let own = Own::from(reach);
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.name as "name: Line", o.name_language, o.host_country, o.homeland, o.standing, o.created_at
         from own_unassigned($1, $2, $3) u join organizations o on o.id = u.organization_id
         order by o.id offset $4 limit $5"#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        slice.offset,
        slice.limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| UnassignedOrganization {
            homeland: row.homeland,
            since: row.created_at,
            organization: Mention {
                id: row.id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
        })
        .collect())
}

/// How many there are of each list, by one look: the same questions as the lists ask. A count ends where all counts end.
pub async fn counts(
    conn: &mut PgConnection,
    _: CanSee,
    (reach, today): (Option<&Reach>, NaiveDate),
) -> Result<WorkCounts> {
    let own = Own::from(reach);
    let row = sqlx::query!(
        r#"select
            (select count(*) from (select from own_unled($1, $2, $3) limit $6) x) as "unled!",
            (select count(*) from (select from own_unlinked($1, $2, $3) limit $6) x) as "unlinked!",
            (select count(*) from (select from own_needs($1, $2, $3) limit $6) x) as "needs!",
            (select count(*) from (select from own_seats($1, $2, $3, $4) limit $6) x) as "seats!",
            (select count(*) from (select from own_terms($1, $2, $3, $4, $5) limit $6) x) as "terms!",
            (select count(*) from (select from own_unassigned($1, $2, $3) limit $6) x) as "unassigned!""#,
        own.account as _,
        own.hosts as _,
        own.homelands as _,
        today,
        MONTH,
        COUNTED_MOST + 1
    )
    .fetch_one(conn)
    .await?;
    Ok(WorkCounts(
        [
            row.unled,
            row.unlinked,
            row.needs,
            row.seats,
            row.terms,
            row.unassigned,
        ]
        .map(Many::to_the_end),
    ))
}
