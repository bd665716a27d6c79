//! How many organizations each value of each filter would leave, the other filters being as they are.

use std::collections::HashMap;

use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::cities;
use super::filter::Facet;
use super::predicate::{Query, push_where};
use crate::db::DbError;

/// A value of a filter, and how many organizations have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The value, as addresses write it.
    pub value: String,
    /// How many.
    pub count: u64,
    /// Whether the filter is set to it.
    pub chosen: bool,
}

/// The values of all filters, the most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Facets(HashMap<Facet, Vec<Bucket>>);

impl Facets {
    /// The values of a filter.
    pub fn of(&self, facet: Facet) -> &[Bucket] {
        self.0.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Sets the values of a filter, in their order.
    pub(super) fn set(&mut self, facet: Facet, buckets: Vec<Bucket>) {
        self.0.insert(facet, buckets);
    }
}

/// Counts the values of these filters.
pub(super) async fn facets(
    conn: &mut PgConnection,
    query: &Query,
    which: &[Facet],
) -> Result<Facets, DbError> {
    let mut facets = HashMap::new();
    for facet in which {
        if let Facet::City = facet {
            let counted = cities::counted(&mut *conn, query).await?;
            facets.insert(*facet, buckets(query, *facet, counted));
            continue;
        }
        let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select ");
        sql.push(value(*facet))
            .push(" as value, count(*) from organizations o");
        match facet {
            // What is beneath an area counts for it, and one organization counts once.
            Facet::Area => sql.push(
                " cross join lateral (
                    select distinct level.item from unnest(o.areas) as said (code)
                        join areas a on a.code = said.code
                        join areas now on now.code = coalesce(a.merged_into, a.code)
                        cross join unnest(array[now.code, now.parent]) as level (item)) as found",
            ),
            Facet::Language => sql.push(" cross join lateral unnest(o.languages) as item"),
            _ => &mut sql,
        };
        push_where(&mut sql, query, Some(*facet));
        if let Facet::Standing = facet {
            // The predicate leaves the merged out where no standing is asked for.
            sql.push(" group by 1");
        } else {
            sql.push(" and ")
                .push(value(*facet))
                .push(" is not null group by 1");
        }
        sql.push(" order by 2 desc, 1");
        let rows: Vec<(String, i64)> = sql.build_query_as().fetch_all(&mut *conn).await?;
        facets.insert(*facet, buckets(query, *facet, rows));
    }
    Ok(Facets(facets))
}

fn buckets(query: &Query, facet: Facet, counted: Vec<(String, i64)>) -> Vec<Bucket> {
    let chosen = query.filter().values(facet);
    let mut buckets: Vec<Bucket> = counted
        .into_iter()
        .map(|(value, count)| Bucket {
            chosen: chosen.contains(&value),
            count: u64::try_from(count).unwrap_or_default(),
            value,
        })
        .collect();
    // What is chosen can be taken away again, also where nothing has it.
    for value in chosen {
        if !buckets.iter().any(|bucket| bucket.value == value) {
            buckets.push(Bucket {
                value,
                count: 0,
                chosen: true,
            });
        }
    }
    buckets
}

const fn column(facet: Facet) -> &'static str {
    match facet {
        Facet::Host => "o.host_country",
        Facet::City => "o.city",
        Facet::Homeland => "o.homeland",
        Facet::Community => "o.community",
        Facet::Area => "o.areas",
        Facet::Kind => "o.kind",
        Facet::Language => "o.languages",
        Facet::Standing => "o.standing",
    }
}

const fn value(facet: Facet) -> &'static str {
    match facet {
        Facet::Area | Facet::Language => "item",
        _ => column(facet),
    }
}
