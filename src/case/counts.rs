//! How many cases there are: by stage and by whom they wait on, and of many lists at once. A count ends at a thousand; nobody needs to
//! know of more than that here, and every page would wait for it.

use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder};

use super::filter::{CaseState, Filter, Held, WaitsOn};
use super::predicate::{Desk, Stages, push_filter, push_seen};
use super::row::StageCode;
use super::turn::TurnOf;
use crate::Result;

/// Where a count ends.
pub const COUNTED_MOST: i64 = 1_000;

/// How many there are: exactly so many, or at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Many {
    /// So many.
    pub count: i64,
    /// Whether there are more.
    pub or_more: bool,
}

impl Many {
    /// What was counted up to one more than is said.
    pub fn to_the_end(counted: i64) -> Self {
        Self {
            count: counted.min(COUNTED_MOST),
            or_more: counted > COUNTED_MOST,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            or_more: self.or_more || other.or_more,
        }
    }

    /// Whether there are any.
    pub const fn is_some(self) -> bool {
        self.count > 0
    }
}

/// How many cases there are, by stage and by whose turn it is.
#[derive(Clone, Debug)]
pub struct Counts(Vec<(StageCode, Option<TurnOf>, Many)>);

#[derive(FromRow)]
struct Group {
    stage: StageCode,
    turn: Option<TurnOf>,
    counted: i64,
}

impl Counts {
    fn sum(&self, counts: impl Fn(StageCode, Option<TurnOf>) -> bool) -> Many {
        let counted = self.0.iter().filter(|(stage, of, _)| counts(*stage, *of));
        counted.fold(Many::default(), |sum, (_, _, many)| sum.and(*many))
    }

    /// How many stand in each stage.
    pub fn by_stage(&self) -> Vec<(StageCode, Many)> {
        submitted_stages()
            .map(|stage| (stage, self.sum(|one, _| one == stage)))
            .collect()
    }

    /// How many wait on somebody.
    pub fn waiting_on(&self, waits: WaitsOn) -> Many {
        self.sum(|_, of| waits.is_of(of))
    }

    /// How many a filter finds of those that were counted with it.
    pub fn found_by(&self, filter: &Filter) -> Many {
        self.sum(|stage, of| filter.finds(stage, of))
    }
}

/// What was submitted can stand in these.
fn submitted_stages() -> impl Iterator<Item = StageCode> {
    StageCode::ALL
        .iter()
        .copied()
        .filter(|stage| *stage != StageCode::Draft)
}

/// Whether few match, and an index of their own finds them: counting them all costs less than going through the stages.
fn is_found_by_itself(filter: &Filter) -> bool {
    !filter.words.is_empty()
        || filter.community.is_some()
        || filter.area.is_some()
        || filter.age.is_some()
        || filter.paper
        || filter.flagged
        || filter.asks_me
        || filter.held.is_some_and(|held| held != Held::ByNobody)
}

/// How many match, whatever stage the filter names and whomever it says that they wait on. Where neither is said and what is over is not
/// shown, that is not counted either.
pub async fn count(conn: &mut PgConnection, desk: &Desk, filter: &Filter) -> Result<Counts> {
    // Built at run time, so that only what is asked stands in it: see `predicate`.
    let mut sql: QueryBuilder<Postgres>;
    if is_found_by_itself(filter) {
        sql = QueryBuilder::new(
            "select c.stage, c.waits_on as turn, count(*) as counted from cases c where ",
        );
        push_seen(&mut sql, &desk.scope);
        push_filter(&mut sql, desk, filter, Stages::All);
        sql.push(" group by c.stage, c.waits_on");
    } else {
        let stages: Vec<&str> = submitted_stages().map(StageCode::code).collect();
        let turns: Vec<&str> = TurnOf::ALL.iter().map(|it| it.code()).collect();
        // Where a case cannot be, the index says at once that there is none.
        sql = QueryBuilder::new("select s.stage, t.turn, n.counted from unnest(");
        sql.push_bind(stages.clone())
            .push("::text[]) s (stage) cross join unnest(")
            .push_bind(turns)
            .push("::text[]) t (turn)");
        push_group(&mut sql, desk, filter, "c.waits_on = t.turn");
        if filter.shown_state() != CaseState::Open {
            sql.push(" union all select s.stage, null, n.counted from unnest(")
                .push_bind(stages)
                .push("::text[]) s (stage)");
            push_group(&mut sql, desk, filter, "c.waits_on is null");
        }
    }
    // Built when it runs, since only what is set may stand in it (see `predicate.rs`); planned for the values at hand.
    let groups: Vec<Group> = sql
        .build_query_as()
        .persistent(false)
        .fetch_all(conn)
        .await?;
    let counted = groups
        .into_iter()
        .map(|it| (it.stage, it.turn, Many::to_the_end(it.counted)));
    Ok(Counts(counted.collect()))
}

/// Counts those of the stage and the turn of a row, to the end.
fn push_group(sql: &mut QueryBuilder<Postgres>, desk: &Desk, filter: &Filter, turn: &'static str) {
    sql.push(" cross join lateral (select count(*) as counted from (select from cases c where ");
    push_seen(sql, &desk.scope);
    sql.push(" and c.stage = s.stage and ").push(turn);
    push_filter(sql, desk, filter, Stages::All);
    push_end(sql);
    sql.push(") n");
}

/// One more than is said tells whether there are more.
fn push_end(sql: &mut QueryBuilder<Postgres>) {
    sql.push(" limit ").push_bind(COUNTED_MOST + 1).push(") m");
}

/// How many match each of these filters, in one statement, each by the index that suits it.
pub async fn counts(
    conn: &mut PgConnection,
    desk: &Desk,
    filters: &[&Filter],
) -> Result<Vec<Many>> {
    if filters.is_empty() {
        return Ok(Vec::new());
    }
    // Built at run time, so that only what is asked stands in it: see `predicate`.
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select array[");
    for (at, filter) in filters.iter().enumerate() {
        sql.push(if at == 0 { "" } else { ", " })
            .push("(select count(*) from (select from cases c where ");
        push_seen(&mut sql, &desk.scope);
        push_filter(&mut sql, desk, filter, Stages::Filtered);
        push_end(&mut sql);
        sql.push(")");
    }
    sql.push("]");
    // Built when it runs, since only what is set may stand in it (see `predicate.rs`); planned for the values at hand.
    let counted: Vec<i64> = sql
        .build_query_scalar()
        .persistent(false)
        .fetch_one(conn)
        .await?;
    Ok(counted.into_iter().map(Many::to_the_end).collect())
}
