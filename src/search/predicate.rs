//! The one predicate of the directory. It is built at run time, because only the filters that are set may stand in it:
//! with all of them as `$1 is null or …` PostgreSQL plans for the worst of them.

use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::cities;
use super::filter::{Facet, Filter};
use crate::db::DbError;
use crate::values::Standing;

/// How much of the trigrams of a word a part of a text must share to be like it.
const LIKENESS: &str = "0.4";

/// How the words of a filter are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    /// Each is a part of a word.
    Parts,
    /// Each is like a part: somebody mistyped.
    Alike,
    /// The index has found who has them.
    Found,
}

/// A filter that was looked at: its words are found as they are, or else as what they may have been meant for.
#[derive(Clone, Debug)]
pub struct Query {
    filter: Filter,
    words: Vec<String>,
    how: Words,
    /// The cities of the filter as organizations write them: host countries, and beside each what is written there.
    cities: (Vec<String>, Vec<String>),
    /// The slots of those whom the index has found.
    slots: Vec<i32>,
    is_guessed: bool,
}

impl Query {
    /// A filter whose words the index has looked for.
    pub(super) const fn of_slots(filter: Filter, slots: Vec<i32>, is_guessed: bool) -> Self {
        Self {
            filter,
            words: Vec::new(),
            how: Words::Found,
            cities: (Vec::new(), Vec::new()),
            slots,
            is_guessed,
        }
    }

    /// The filter.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether nothing has these words, and what is found has similar ones.
    pub fn is_guessed(&self) -> bool {
        self.is_guessed
    }

    /// Whether words are looked for.
    pub(super) const fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// The folded text to look for.
    pub(super) fn folded(&self) -> String {
        self.words.join(" ")
    }
}

/// Decides how the words of a filter are looked for: as they are if anything has them, else by likeness.
pub(super) async fn resolve(conn: &mut PgConnection, filter: Filter) -> Result<Query, DbError> {
    let words = filter.words();
    let cities = cities::written(conn, &filter.city).await?;
    let mut query = Query {
        filter,
        words,
        how: Words::Parts,
        cities,
        slots: Vec::new(),
        is_guessed: false,
    };
    if !query.has_words() {
        return Ok(query);
    }
    let mut any: QueryBuilder<Postgres> =
        QueryBuilder::new("select exists(select from organizations o");
    push_where(&mut any, &query, None);
    any.push(")");
    let found: bool = any.build_query_scalar().fetch_one(&mut *conn).await?;
    if !found {
        // For this connection; nothing else uses the operator.
        sqlx::query!(
            "select set_config('pg_trgm.word_similarity_threshold', $1, false)",
            LIKENESS
        )
        .fetch_one(conn)
        .await?;
        query.how = Words::Alike;
        query.is_guessed = true;
    }
    Ok(query)
}

/// Writes the predicate on `organizations o`, without one filter if its own counts are asked for.
pub(crate) fn push_where(sql: &mut QueryBuilder<Postgres>, query: &Query, except: Option<Facet>) {
    let filter = &query.filter;
    sql.push(" where true");
    let narrowed = |facet: Facet, is_set: bool| is_set && except != Some(facet);
    if narrowed(Facet::Standing, !filter.standing.is_empty()) {
        if filter.standing.len() < Standing::ALL.len() {
            sql.push(" and o.standing = any(")
                .push_bind(filter.values(Facet::Standing))
                .push(")");
        }
    } else {
        sql.push(" and o.standing <> 'merged'");
    }
    let columns = [
        (Facet::Host, "o.host_country", filter.host.is_empty()),
        (Facet::Homeland, "o.homeland", filter.homeland.is_empty()),
        (Facet::Community, "o.community", filter.community.is_empty()),
        (Facet::Kind, "o.kind", filter.kind.is_empty()),
    ];
    for (facet, column, is_empty) in columns {
        if narrowed(facet, !is_empty) {
            sql.push(" and ")
                .push(column)
                .push(" = any(")
                .push_bind(filter.values(facet))
                .push(")");
        }
    }
    if narrowed(Facet::Area, !filter.area.is_empty()) {
        sql.push(" and o.areas && ").push_bind(filter.areas());
    }
    if narrowed(Facet::Language, !filter.language.is_empty()) {
        sql.push(" and o.languages && ")
            .push_bind(filter.values(Facet::Language));
    }
    if query.how == Words::Found {
        sql.push(" and o.slot = any(")
            .push_bind(query.slots.clone())
            .push(")");
        return;
    }
    if narrowed(Facet::City, !filter.city.is_empty()) {
        let (hosts, written) = query.cities.clone();
        sql.push(" and (o.host_country, o.city) in (select * from unnest(")
            .push_bind(hosts)
            .push("::text[], ")
            .push_bind(written)
            .push("::text[]))");
    }
    // Folded words are letters and digits of ASCII: nothing in them is a sign of LIKE.
    for word in &query.words {
        match query.how {
            Words::Found => {}
            Words::Alike => {
                sql.push(" and ")
                    .push_bind(word.clone())
                    .push(" <% o.search");
            }
            Words::Parts if word.len() < 3 => {
                // Too short to be found inside of words: it begins one.
                sql.push(" and (o.search like ")
                    .push_bind(format!("{word}%"))
                    .push(" or o.search like ")
                    .push_bind(format!("% {word}%"))
                    .push(")");
            }
            Words::Parts => {
                sql.push(" and o.search like ")
                    .push_bind(format!("%{word}%"));
            }
        }
    }
    // A text without a letter or a digit in any script finds nothing rather than everything.
    if query.words.is_empty() && !filter.text.is_empty() {
        sql.push(" and false");
    }
}
