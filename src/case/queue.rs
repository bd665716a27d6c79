//! Lists of cases: the queue of the desk in any order, its pages and its counts.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder};

use super::filter::{CaseOrder, Filter};
use super::policy::Scope;
use super::predicate::{Desk, Stages, push_filter, push_seen};
use super::row::StageCode;
use super::turn::{TurnOf, is_past};
use crate::Result;
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::values::{Area, CaseKind, Country, LanguageTag, TrackingNumber};

/// How many cases one page shows.
const PAGE: usize = 25;

/// A case in a list.
#[derive(Clone, Debug, FromRow)]
pub struct Listed {
    /// Its id.
    pub id: CaseId,
    /// Its tracking number.
    pub number: Option<TrackingNumber>,
    /// What is to be decided.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: StageCode,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub title_language: Option<LanguageTag>,
    /// Where the organization works.
    pub host_country: Option<Country>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The community that they form.
    pub community: Option<String>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// Who works on it.
    pub holder_id: Option<AccountId>,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whom it waits on; nobody, once it is over.
    pub waits_on: Option<TurnOf>,
    /// Since when.
    pub waits_since: Option<DateTime<Utc>>,
    /// Until when.
    pub waits_until: Option<NaiveDate>,
    /// Who typed it in from a paper form, if somebody did.
    pub typed_by: Option<AccountId>,
    /// Whether what a colleague proposed waits for a second person.
    pub waits_for_second: bool,
}

impl Listed {
    /// Whether the day has passed until which it waits, as `case_overdue` has it.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        is_past(self.waits_until, today)
    }
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The cases, in their order.
    pub cases: Vec<Listed>,
    /// Where the page before ends: before this one, if there is such a page.
    pub previous: Option<CaseId>,
    /// Where the next page begins: behind this one, if there is such a page.
    pub next: Option<CaseId>,
}

/// Which page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The first.
    First,
    /// The one that begins behind a case.
    After(CaseId),
    /// The one that ends before a case.
    Before(CaseId),
}

/// A list in an order.
#[derive(Clone, Copy, Debug)]
pub struct InOrder<'a> {
    /// Which cases.
    pub filter: &'a Filter,
    /// In which order.
    pub order: CaseOrder,
    /// The countries as the reader's language orders them.
    pub countries: &'a [Country],
}

/// What makes the key of an order: the columns, and whether they fall.
const fn key(order: CaseOrder) -> (&'static [&'static str], bool) {
    match order {
        CaseOrder::Oldest => (&["submitted_at", "id"], false),
        CaseOrder::Newest => (&["submitted_at", "id"], true),
        // What has no day comes last.
        CaseOrder::Day => (
            &[
                "coalesce(@.waits_until, 'infinity'::date)",
                "submitted_at",
                "id",
            ],
            false,
        ),
        CaseOrder::Name => (&["title", "id"], false),
        // Within a country; the countries have an order of their own.
        CaseOrder::Host => (&["submitted_at", "id"], false),
    }
}

/// The columns of a key of one table, each with something behind it.
fn columns(key: &[&str], of: &str, behind: &str) -> String {
    let all: Vec<String> = key
        .iter()
        .map(|column| match column.contains('@') {
            true => format!("{}{behind}", column.replace('@', of)),
            false => format!("{of}.{column}{behind}"),
        })
        .collect();
    all.join(", ")
}

/// A page of the cases that match.
pub async fn list(
    conn: &mut PgConnection,
    desk: &Desk,
    of: InOrder<'_>,
    cursor: Cursor,
) -> Result<Page> {
    let mut cases = rows(conn, desk, of, cursor, PAGE + 1).await?;
    let more = cases.len() > PAGE;
    cases.truncate(PAGE);
    if matches!(cursor, Cursor::Before(_)) {
        cases.reverse();
    }
    let first = cases.first().map(|case| case.id);
    let last = cases.last().map(|case| case.id);
    let (previous, next) = match cursor {
        Cursor::First => (None, last.filter(|_| more)),
        Cursor::After(_) => (first, last.filter(|_| more)),
        Cursor::Before(_) => (first.filter(|_| more), last),
    };
    Ok(Page {
        cases,
        previous,
        next,
    })
}

/// The first few that match, the oldest first.
pub async fn few(
    conn: &mut PgConnection,
    desk: &Desk,
    filter: &Filter,
    most: usize,
) -> Result<Vec<Listed>> {
    let of = InOrder {
        filter,
        order: CaseOrder::Oldest,
        countries: &[],
    };
    rows(conn, desk, of, Cursor::First, most).await
}

/// The cases before and behind one in its list.
pub async fn beside(
    conn: &mut PgConnection,
    desk: &Desk,
    of: InOrder<'_>,
    case: CaseId,
) -> Result<(Option<CaseId>, Option<CaseId>)> {
    let before = rows(&mut *conn, desk, of, Cursor::Before(case), 1).await?;
    let after = rows(conn, desk, of, Cursor::After(case), 1).await?;
    let id = |cases: Vec<Listed>| cases.first().map(|it| it.id);
    Ok((id(before), id(after)))
}

/// So many from a place on, ahead or, before a case, back from there: written once for every order.
async fn rows(
    conn: &mut PgConnection,
    desk: &Desk,
    of: InOrder<'_>,
    cursor: Cursor,
    most: usize,
) -> Result<Vec<Listed>> {
    let (key, falls) = key(of.order);
    let (from, is_back) = match cursor {
        Cursor::First => (None, false),
        Cursor::After(case) => (Some(case), false),
        Cursor::Before(case) => (Some(case), true),
    };
    let falls = falls != is_back;
    let (sign, way) = if falls { ("<", " desc") } else { (">", "") };
    let by_host = of.order == CaseOrder::Host;
    let countries = match by_host {
        true => countries(&mut *conn, of.countries, from, is_back).await?,
        false => Vec::new(),
    };
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new(
        "select c.id, c.number, c.kind, c.stage, c.title, c.title_language, c.host_country, c.homeland, c.community,
            c.areas, case when c.held_until > ",
    );
    sql.push_bind(desk.now)
        .push(" then c.holder_id end as holder_id, c.submitted_at, case when c.held_until <= ")
        .push_bind(desk.now)
        .push(
            " then case_turn_unheld(c.id) else c.waits_on end as waits_on,
             case when c.held_until <= ",
        )
        .push_bind(desk.now)
        .push(
            " then c.held_until else c.waits_since end as waits_since, c.waits_until,
             c.typed_by, case_waits_for_second(c) as waits_for_second from (",
        );
    if by_host {
        sql.push("select k.place, h.id from unnest(")
            .push_bind(countries)
            .push("::text[]) with ordinality k (host, place) cross join lateral (");
    }
    sql.push("select c.id");
    if by_host {
        sql.push(", ").push(columns(key, "c", ""));
        // `id` stands in the key too.
        sql.push(" as same_id");
    }
    sql.push(" from cases c where ");
    push_seen(&mut sql, &desk.scope);
    push_filter(&mut sql, desk, of.filter, Stages::Filtered);
    if by_host {
        sql.push(" and c.host_country = k.host");
    }
    if let Some(case) = from {
        // Only the first of the countries has some of its cases on pages before.
        sql.push(if by_host {
            " and (k.place > 1 or ("
        } else {
            " and ("
        })
        .push(columns(key, "c", ""))
        .push(") ")
        .push(sign)
        .push(" (select ")
        .push(columns(key, "b", ""))
        .push(" from cases b where b.id = ")
        .push_bind(case)
        .push(")");
        if by_host {
            sql.push(")");
        }
    }
    sql.push(" order by ")
        .push(columns(key, "c", way))
        .push(" limit ")
        .push_bind(most as i64);
    if by_host {
        sql.push(") h order by k.place, ")
            .push(columns(key, "h", way))
            .push(" limit ")
            .push_bind(most as i64);
    }
    sql.push(") page join cases c on c.id = page.id order by ");
    if by_host {
        sql.push("page.place, ");
    }
    sql.push(columns(key, "c", way));
    // Built when it runs, since only what is set may stand in it (see `predicate.rs`); planned for the values at hand.
    Ok(sql
        .build_query_as()
        .persistent(false)
        .fetch_all(conn)
        .await?)
}

/// The countries from the one of a case on, ahead or back.
async fn countries(
    conn: &mut PgConnection,
    all: &[Country],
    from: Option<CaseId>,
    is_back: bool,
) -> Result<Vec<Country>> {
    let mut countries = all.to_vec();
    if is_back {
        countries.reverse();
    }
    if let Some(case) = from {
        let host: Option<Option<Country>> = sqlx::query_scalar!(
            r#"select host_country as "host: Country" from cases where id = $1"#,
            case as _
        )
        .fetch_optional(conn)
        .await?;
        let place = countries
            .iter()
            .position(|it| Some(*it) == host.flatten())
            .unwrap_or(countries.len());
        countries.drain(..place);
    }
    Ok(countries)
}

/// The cases about organizations, the newest first; drafts are their writers' affair.
pub async fn about_organization(
    conn: &mut PgConnection,
    scope: &Scope,
    organizations: &[OrganizationId],
) -> Result<Vec<Listed>> {
    Ok(sqlx::query_as!(
        Listed,
        r#"select c.id, c.number, c.kind, c.stage, c.title, c.title_language, c.host_country, c.homeland, c.community,
            c.areas, c.holder_id, c.submitted_at, c.waits_on, c.waits_since, c.waits_until, c.typed_by,
            case_waits_for_second(c) as "waits_for_second!"
         from cases c
         where c.organization_id = any($1) and c.number is not null and case_seen_by(c, $2, $3, $4, $5, $6)
         order by c.submitted_at desc, c.id desc limit 200"#,
        organizations as _,
        scope.everything,
        &scope.hosts as _,
        scope.account as _,
        &scope.organizations as _,
        &scope.shared as _,
    )
    .fetch_all(conn)
    .await?)
}
