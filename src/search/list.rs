//! A page of the directory as the database itself gives it, until the index is read: by what fits best or by name, going on from an organization that the reader has seen.

use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder};

use super::predicate::{Query, push_where};
use super::same::Same;
use crate::db::DbError;
use crate::ids::OrganizationId;
use crate::values::{Area, Country, Kind, LanguageTag, Line, RegistryNumber, Standing, codes};

codes! {
    /// The order of the directory.
    pub enum Sort {
        Relevance = "relevance",
        Name = "name",
    }
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// At the beginning.
    First,
    /// Behind this organization.
    After(RegistryNumber),
    /// Before this organization.
    Before(RegistryNumber),
}

/// An organization in a list.
#[derive(Clone, Debug, FromRow)]
pub struct Hit {
    /// Its id.
    pub id: OrganizationId,
    /// Its small number, by which the index knows it.
    pub(super) slot: i32,
    /// Its number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: Line,
    /// The language of that name.
    pub name_language: Option<LanguageTag>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Where it works.
    pub host_country: Country,
    /// The place of its seat.
    pub city: Option<Line>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The people it belongs to.
    pub community: Option<Line>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// Where it stands with the board.
    pub standing: Standing,
    /// How it says what was typed, where it says it in other words: what was found by meaning alone.
    #[sqlx(skip)]
    pub by_meaning: Vec<Same>,
}

/// A page of the directory.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The organizations, in order.
    pub hits: Vec<Hit>,
    /// Where the page before ends, if there is one.
    pub before: Option<RegistryNumber>,
    /// Where the next page begins, if there is one.
    pub after: Option<RegistryNumber>,
}

/// Names in the order in which people look for them, whatever the script.
const NAME: &str = r#"o.name collate "und-x-icu""#;

/// What a list shows of an organization.
pub(super) const COLUMNS: &str = "o.id, o.slot, o.number, o.name, o.name_language, o.kind, o.host_country, o.city, o.homeland, o.community,
    o.areas, o.standing";

/// The organizations with these slots, in the order of the slots.
pub(super) async fn by_slots(conn: &mut PgConnection, slots: &[i32]) -> Result<Vec<Hit>, DbError> {
    if slots.is_empty() {
        return Ok(Vec::new());
    }
    // At run time, because it shares what it selects with the list.
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select ");
    sql.push(COLUMNS)
        .push(" from unnest(")
        .push_bind(slots)
        .push("::int[]) with ordinality as page(slot, place) join organizations o on o.slot = page.slot order by page.place");
    sql.build_query_as().fetch_all(conn).await
}

/// How many organizations the filter finds.
pub(crate) async fn count(conn: &mut PgConnection, query: &Query) -> Result<u64, DbError> {
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select count(*) from organizations o");
    push_where(&mut sql, query, None);
    let count: i64 = sql.build_query_scalar().fetch_one(conn).await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The ids of those that the filter finds, by number, so many at most.
pub async fn ids(
    conn: &mut PgConnection,
    query: &Query,
    most: usize,
) -> Result<Vec<OrganizationId>, DbError> {
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select o.id from organizations o");
    push_where(&mut sql, query, None);
    sql.push(" order by o.number limit ")
        .push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    sql.build_query_scalar().fetch_all(conn).await
}

/// A page of at most `most` organizations.
pub(super) async fn list(
    conn: &mut PgConnection,
    query: &Query,
    sort: Sort,
    cursor: Cursor,
    most: usize,
) -> Result<Listed, DbError> {
    let ranked = sort == Sort::Relevance && query.has_words();
    let seen = match cursor {
        Cursor::First => None,
        Cursor::After(number) | Cursor::Before(number) => {
            place(conn, query, ranked, number).await?
        }
    };
    let backwards = matches!(cursor, Cursor::Before(_)) && seen.is_some();
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select ");
    sql.push(COLUMNS).push(" from organizations o");
    push_where(&mut sql, query, None);
    if let Some(seen) = &seen {
        sql.push(" and (");
        if ranked {
            push_rank(&mut sql, query);
            sql.push(", ");
        }
        sql.push(NAME).push(if backwards {
            ", o.id) < ("
        } else {
            ", o.id) > ("
        });
        if ranked {
            sql.push_bind(seen.rank).push(", ");
        }
        sql.push_bind(seen.name.clone())
            .push(", ")
            .push_bind(seen.id)
            .push(")");
    }
    let way = if backwards { " desc" } else { "" };
    sql.push(" order by ");
    if ranked {
        push_rank(&mut sql, query);
        sql.push(way).push(", ");
    }
    sql.push(NAME)
        .push(way)
        .push(", o.id")
        .push(way)
        .push(" limit ")
        .push_bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
    let mut hits: Vec<Hit> = sql.build_query_as().fetch_all(conn).await?;
    let more = hits.len() > most;
    hits.truncate(most);
    if backwards {
        hits.reverse();
    }
    let first = hits.first().map(|hit| hit.number);
    let last = hits.last().map(|hit| hit.number);
    let (before, after) = match (backwards, seen.is_some()) {
        (true, _) => (first.filter(|_| more), last),
        (false, true) => (first, last.filter(|_| more)),
        (false, false) => (None, last.filter(|_| more)),
    };
    Ok(Listed {
        hits,
        before,
        after,
    })
}

/// Where an organization stands in the order.
#[derive(FromRow)]
struct Place {
    id: OrganizationId,
    name: String,
    rank: i32,
}

async fn place(
    conn: &mut PgConnection,
    query: &Query,
    ranked: bool,
    number: RegistryNumber,
) -> Result<Option<Place>, DbError> {
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select o.id, o.name, ");
    if ranked {
        push_rank(&mut sql, query);
    } else {
        sql.push("0");
    }
    sql.push(" as rank from organizations o where o.number = ")
        .push_bind(number);
    sql.build_query_as().fetch_optional(conn).await
}

/// How well a text fits, the best first: it begins with the words as they stand, has them as they stand, has them all.
/// Of what was guessed, how unlike it is, in hundredths.
fn push_rank(sql: &mut QueryBuilder<Postgres>, query: &Query) {
    let folded = query.folded();
    if query.is_guessed() {
        sql.push("round((1 - word_similarity(")
            .push_bind(folded)
            .push(", o.search)) * 100)::int");
        return;
    }
    sql.push("case when o.search like ")
        .push_bind(format!("{folded} %"))
        .push(" then 0 when o.search like ")
        .push_bind(format!("{folded}%"))
        .push(" then 1 when o.search like ")
        .push_bind(format!("% {folded}%"))
        .push(" then 2 when o.search like ")
        .push_bind(format!("%{folded}%"))
        .push(" then 3 else 4 end");
}
