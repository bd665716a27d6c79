//! What the ladder would do: how many organizations reach which rung by a day, which they are, and what comes next for one.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::Result;
use crate::ids::{AccountId, OrganizationId};
use crate::organization::policy::CanSeeLadder;
use crate::values::{Country, LanguageTag, RegistryNumber, Standing, codes};

/// How many organizations one page shows, and one approval takes.
const PAGE: i64 = 100;

codes! {
    /// A step down.
    pub enum Rung {
        /// Its time is over.
        Due = "due",
        /// It was not renewed in time.
        Lapsed = "lapsed",
        /// The board says that it will be struck off.
        Notice = "notice",
        /// It is struck off.
        StruckOff = "struck_off",
    }
}

impl Rung {
    /// Where an organization stands on it.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Due => Standing::Due,
            Self::Lapsed => Standing::Lapsed,
            Self::Notice => Standing::Notice,
            Self::StruckOff => Standing::StruckOff,
        }
    }

    /// Whether nobody gets there unless a chair has seen them.
    pub const fn needs_chair(self) -> bool {
        matches!(self, Self::Notice | Self::StruckOff)
    }
}

/// How many organizations reach a rung.
#[derive(Clone, Copy, Debug)]
pub struct Overview {
    /// Which.
    pub rung: Rung,
    /// How many.
    pub count: i64,
}

/// An organization that reaches a rung, or would.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: OrganizationId,
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: String,
    /// The language of that.
    pub name_language: Option<LanguageTag>,
    /// Where it works.
    pub host_country: Country,
    /// Where it stands.
    pub standing: Standing,
    /// Since when.
    pub standing_since: Option<NaiveDate>,
    /// The last day of its registration.
    pub registered_until: NaiveDate,
    /// What was seen of it.
    pub revision: i32,
    /// Which rung comes next.
    pub rung: Rung,
    /// On which day.
    pub falls_on: NaiveDate,
    /// Until when it is left in peace.
    pub delayed_until: Option<NaiveDate>,
    /// Whether it has asked for a renewal.
    pub renewing: bool,
    /// Whether it is one of the reader's own.
    pub own: bool,
    /// How many owners get the letter.
    pub owners: i64,
}

/// Where a page of the list begins: behind this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The day of the last one shown.
    pub day: NaiveDate,
    /// Which that was.
    pub id: OrganizationId,
}

/// What comes next for an organization.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Which rung.
    pub rung: Rung,
    /// From which day on.
    pub falls_on: NaiveDate,
    /// Until when it is left in peace.
    pub delayed_until: Option<NaiveDate>,
    /// Whether it has asked for a renewal, so that nothing happens before the board has answered.
    pub renewing: bool,
}

/// How many reach each rung by a day, in the order of the ladder; and how many would, if nothing held them back.
pub async fn overview(
    conn: &mut PgConnection,
    _: &CanSeeLadder,
    day: NaiveDate,
) -> Result<(Vec<Overview>, i64)> {
    let counted = sqlx::query!(
        r#"select l.rung as "rung!: Rung", count(*) as "count!" from standing_ladder l where standing_falls(l.registered_until, l.falls_on, l.renewing, $1) group by 1"#,
        day
    )
    .fetch_all(&mut *conn)
    .await?;
    let held = sqlx::query_scalar!(
        r#"select count(*) as "count!" from standing_ladder l where standing_held(l.registered_until, l.planned_on, l.falls_on, l.renewing, $1)"#,
        day
    )
    .fetch_one(conn)
    .await?;
    let count = |rung| counted.iter().find(|row| row.rung == rung);
    let overview = Rung::ALL
        .iter()
        .map(|rung| Overview {
            rung: *rung,
            count: count(*rung).map_or(0, |row| row.count),
        })
        .collect();
    Ok((overview, held))
}

/// Those who reach a rung by a day, the longest waiting first, and where the next page begins.
pub async fn list(
    conn: &mut PgConnection,
    granted: &CanSeeLadder,
    rung: Rung,
    day: NaiveDate,
    after: Option<Cursor>,
) -> Result<(Vec<Listed>, Option<Cursor>)> {
    let rows = sqlx::query_as!(
        Listed,
        r#"select l.id as "id!: OrganizationId", l.number as "number!: RegistryNumber", l.name as "name!",
            l.name_language as "name_language: LanguageTag", l.host_country as "host_country!: Country",
            l.standing as "standing!: Standing", l.standing_since, l.registered_until as "registered_until!",
            l.revision as "revision!", l.rung as "rung!: Rung", l.falls_on as "falls_on!", l.delayed_until,
            l.renewing as "renewing!",
            exists (select from organization_team t where t.organization_id = l.id and t.account_id = $5 and t.until is null) as "own!",
            (select count(*) from organization_team t join accounts a on a.id = t.account_id
             where t.organization_id = l.id and t.until is null and t.role = 'owner' and a.closed_at is null) as "owners!"
         from standing_ladder l
         where standing_falls(l.registered_until, l.falls_on, l.renewing, $1) and l.rung = $2
            and ($3::date is null or (l.falls_on, l.id) > ($3, $4::uuid))
         order by l.falls_on, l.id limit $6"#,
        day,
        rung as _,
        after.map(|it| it.day),
        after.map(|it| it.id) as _,
        granted.actor().account() as Option<AccountId>,
        PAGE + 1
    )
    .fetch_all(conn)
    .await?;
    Ok(page(rows))
}

/// Those who would reach a rung by a day and are held back, and where the next page begins.
pub async fn held(
    conn: &mut PgConnection,
    granted: &CanSeeLadder,
    day: NaiveDate,
    after: Option<Cursor>,
) -> Result<(Vec<Listed>, Option<Cursor>)> {
    let rows = sqlx::query_as!(
        Listed,
        r#"select l.id as "id!: OrganizationId", l.number as "number!: RegistryNumber", l.name as "name!",
            l.name_language as "name_language: LanguageTag", l.host_country as "host_country!: Country",
            l.standing as "standing!: Standing", l.standing_since, l.registered_until as "registered_until!",
            l.revision as "revision!", l.rung as "rung!: Rung", l.falls_on as "falls_on!", l.delayed_until,
            l.renewing as "renewing!",
            exists (select from organization_team t where t.organization_id = l.id and t.account_id = $4 and t.until is null) as "own!",
            (select count(*) from organization_team t join accounts a on a.id = t.account_id
             where t.organization_id = l.id and t.until is null and t.role = 'owner' and a.closed_at is null) as "owners!"
         from standing_ladder l
         where standing_held(l.registered_until, l.planned_on, l.falls_on, l.renewing, $1) and ($2::date is null or (l.falls_on, l.id) > ($2, $3::uuid))
         order by l.falls_on, l.id limit $5"#,
        day,
        after.map(|it| it.day),
        after.map(|it| it.id) as _,
        granted.actor().account() as Option<AccountId>,
        PAGE + 1
    )
    .fetch_all(conn)
    .await?;
    Ok(page(rows))
}

fn page(mut rows: Vec<Listed>) -> (Vec<Listed>, Option<Cursor>) {
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|last| Cursor {
        day: last.falls_on,
        id: last.id,
    });
    (rows, next)
}

/// What comes next for an organization; nothing, where it is on no ladder.
pub async fn step_of(conn: &mut PgConnection, id: OrganizationId) -> Result<Option<Step>> {
    Ok(sqlx::query_as!(
        Step,
        r#"select rung as "rung!: Rung", falls_on as "falls_on!", delayed_until, renewing as "renewing!"
         from standing_ladder where id = $1"#,
        id as _
    )
    .fetch_optional(conn)
    .await?)
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}", self.day, self.id)
    }
}

impl std::str::FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (day, id) = text.split_once('_').ok_or(())?;
        Ok(Self {
            day: day.parse().map_err(drop)?,
            id: id.parse().map_err(drop)?,
        })
    }
}
