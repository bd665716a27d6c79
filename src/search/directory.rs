//! A search in the directory: by the index in memory where it was read, else by the database itself.

use sqlx::PgConnection;

use super::facets::{Facets, facets};
use super::filter::{Facet, Filter};
use super::index::Index;
use super::list::{Cursor, Hit, Listed, Sort, by_slots, count, list};
use super::memory::Ask;
use super::predicate::{Query, resolve};
use super::{read, same};
use crate::db::{Db, DbError};

/// What is asked of the directory.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// What it is narrowed by.
    pub filter: &'a Filter,
    /// In which order.
    pub sort: Sort,
    /// Which page.
    pub cursor: Cursor,
    /// The most on a page.
    pub most: usize,
    /// The filters whose values are counted.
    pub facets: &'a [Facet],
}

/// What the directory answers.
#[derive(Clone, Debug)]
pub struct Results {
    /// How many are found.
    pub count: u64,
    /// Whether nobody has the words as they were typed, and those found have words like them.
    pub is_guessed: bool,
    /// How many of them have none but other words that mean the same.
    pub meant: u64,
    /// The page.
    pub listed: Listed,
    /// How many each value of the filters would leave.
    pub facets: Facets,
}

/// The directory: the database, and the index that was read of it.
#[derive(Clone)]
pub struct Directory {
    db: Db,
    index: Index,
}

impl Directory {
    /// The directory of a database. Nothing is read yet.
    pub fn new(db: Db) -> Self {
        Self {
            db,
            index: Index::new(),
        }
    }

    /// Its database.
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// Its index.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Begins to read the index, beside.
    pub fn warm(&self) {
        self.index.warm(&self.db);
    }

    /// Searches.
    pub async fn search(
        &self,
        conn: &mut PgConnection,
        question: &Question<'_>,
    ) -> Result<Results, DbError> {
        let Some(shared) = self.index.current(&self.db, conn).await? else {
            return self.search_database(conn, question).await;
        };
        let number = match question.cursor {
            Cursor::First => None,
            Cursor::After(number) | Cursor::Before(number) => Some(number),
        };
        let seen = match number {
            Some(number) => read::slot(conn, number).await?,
            None => None,
        };
        let ask = Ask {
            filter: question.filter.clone(),
            numbered: read::numbered(conn, &question.filter.text).await?,
            by_fit: question.sort == Sort::Relevance,
            seen,
            backwards: matches!(question.cursor, Cursor::Before(_)),
            most: question.most,
            facets: question.facets.to_vec(),
        };
        let backwards = ask.backwards;
        // Milliseconds of work, and the threads that answer have others to serve.
        let found = tokio::task::spawn_blocking(move || {
            let known = shared
                .read()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            known.memory.find(&ask)
        })
        .await
        .map_err(|_| DbError::WorkerCrashed)?;
        let mut hits = by_slots(conn, &found.slots).await?;
        if !found.meant_slots.is_empty() {
            let meant = hits
                .iter_mut()
                .filter(|hit| found.meant_slots.contains(&hit.slot));
            same::tell(conn, &question.filter.text, meant.collect()).await?;
        }
        Ok(Results {
            count: found.count,
            is_guessed: found.is_guessed,
            meant: found.meant,
            listed: Listed::of(hits, backwards, found.goes_on, found.more),
            facets: found.facets,
        })
    }

    /// Searches in the database itself, as long as the index is read; slower, and with less tolerance.
    pub async fn search_database(
        &self,
        conn: &mut PgConnection,
        question: &Question<'_>,
    ) -> Result<Results, DbError> {
        let query = resolve(conn, question.filter.clone()).await?;
        Ok(Results {
            count: count(conn, &query).await?,
            is_guessed: query.is_guessed(),
            // Meaning is not looked for here.
            meant: 0,
            listed: match question.most {
                0 => Listed::default(),
                most => list(conn, &query, question.sort, question.cursor, most).await?,
            },
            facets: facets(conn, &query, question.facets).await?,
        })
    }

    /// How many organizations a filter finds.
    pub async fn count(&self, conn: &mut PgConnection, filter: &Filter) -> Result<u64, DbError> {
        let question = Question {
            filter,
            sort: Sort::Name,
            cursor: Cursor::First,
            most: 0,
            facets: &[],
        };
        Ok(self.search(conn, &question).await?.count)
    }

    /// A filter made ready for the database: with the words that were typed turned into those who have them.
    pub async fn query(&self, conn: &mut PgConnection, filter: Filter) -> Result<Query, DbError> {
        if filter.text.is_empty() {
            return resolve(conn, filter).await;
        }
        let Some(shared) = self.index.current(&self.db, conn).await? else {
            return resolve(conn, filter).await;
        };
        let numbered = read::numbered(conn, &filter.text).await?;
        let known = shared
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let (slots, is_guessed) = known.memory.all(&filter, &numbered);
        Ok(Query::of_slots(filter, slots, is_guessed))
    }
}

/// A page by the slots of those on it; whoever went meanwhile is left out.
impl Listed {
    fn of(hits: Vec<Hit>, backwards: bool, goes_on: bool, more: bool) -> Self {
        let first = hits.first().map(|hit| hit.number);
        let last = hits.last().map(|hit| hit.number);
        let (before, after) = match (backwards && goes_on, goes_on) {
            (true, _) => (first.filter(|_| more), last),
            (false, true) => (first, last.filter(|_| more)),
            (false, false) => (None, last.filter(|_| more)),
        };
        Self {
            hits,
            before,
            after,
        }
    }
}
