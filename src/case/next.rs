//! The next case: one for whoever asks, and why this one. Those that others are taking at this moment are passed over, so
//! that many who ask at once get as many cases, and none waits for another.

use serde_json::json;
use sqlx::{Postgres, QueryBuilder};

use super::filter::Filter;
use super::holding::hold;
use super::policy::CanTakeNext;
use super::predicate::{
    Desk, Stages, push_filter, push_foreign, push_judgeable, push_late, push_seen, push_unheld,
};
use super::saved::View;
use super::{find, policy};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act};
use crate::ids::CaseId;
use crate::values::codes;

codes! {
    /// Why a case is the next.
    pub enum NextWhy {
        Appeal = "appeal",
        Late = "late",
        Lane = "lane",
        Oldest = "oldest",
    }
}

/// Which cases a search for the next one is for.
enum Among<'a> {
    /// All.
    All,
    /// Those of one lane or another.
    Any(&'a [View]),
    /// Those of one.
    One(&'a View),
}

/// Takes the next case of these lanes, or of all where there are none: an appeal that waits for this chair, what is late,
/// then the oldest, lane by lane. Nothing, if nothing waits.
pub async fn take_next(
    tx: &mut Tx,
    granted: CanTakeNext,
    desk: &Desk,
    lanes: &[View],
) -> Result<Option<CaseId>> {
    let by = Actor::Person(granted.by().clone());
    let any = match lanes {
        [] => Among::All,
        lanes => Among::Any(lanes),
    };
    if desk.is_chair()
        && let Some(id) = lock(tx, desk, NextWhy::Appeal, &any).await?
    {
        return hold_next(tx, &by, id, NextWhy::Appeal, None).await;
    }
    if let Some(id) = lock(tx, desk, NextWhy::Late, &any).await? {
        return hold_next(tx, &by, id, NextWhy::Late, None).await;
    }
    if lanes.is_empty() {
        return match lock(tx, desk, NextWhy::Oldest, &Among::All).await? {
            Some(id) => hold_next(tx, &by, id, NextWhy::Oldest, None).await,
            None => Ok(None),
        };
    }
    for lane in lanes {
        if let Some(id) = lock(tx, desk, NextWhy::Lane, &Among::One(lane)).await? {
            return hold_next(tx, &by, id, NextWhy::Lane, Some(lane)).await;
        }
    }
    Ok(None)
}

/// The oldest that waits for this reason, locked; those that are locked already are passed over.
async fn lock(tx: &mut Tx, desk: &Desk, why: NextWhy, among: &Among<'_>) -> Result<Option<CaseId>> {
    // Built at run time, so that only what is asked stands in it: see `predicate`.
    let mut sql: QueryBuilder<Postgres> = QueryBuilder::new("select c.id from cases c where ");
    push_seen(&mut sql, &desk.scope);
    match why {
        NextWhy::Appeal => {
            sql.push(" and c.stage = 'appealed'");
        }
        _ => {
            sql.push(" and c.stage in ('submitted', 'in_review')");
            push_unheld(&mut sql, desk);
        }
    }
    if why == NextWhy::Late {
        push_late(&mut sql, desk);
    }
    push_foreign(&mut sql, desk);
    push_judgeable(&mut sql, desk);
    match among {
        Among::All => {}
        Among::One(lane) => push_lane(&mut sql, desk, &lane.looking.filter),
        Among::Any(lanes) => {
            sql.push(" and (false");
            for lane in *lanes {
                sql.push(" or (true");
                push_lane(&mut sql, desk, &lane.looking.filter);
                sql.push(")");
            }
            sql.push(")");
        }
    }
    sql.push(" order by c.submitted_at, c.id limit 1 for update of c skip locked");
    // Built when it runs, since only what is set may stand in it (see `predicate.rs`); planned for the values at hand.
    Ok(sql
        .build_query_scalar()
        .persistent(false)
        .fetch_optional(&mut **tx)
        .await?)
}

fn push_lane(sql: &mut QueryBuilder<Postgres>, desk: &Desk, filter: &Filter) {
    push_filter(sql, desk, filter, Stages::Filtered);
}

async fn hold_next(
    tx: &mut Tx,
    by: &Actor,
    id: CaseId,
    why: NextWhy,
    lane: Option<&View>,
) -> Result<Option<CaseId>> {
    let case = find(tx, by, id).await?;
    // The predicate has asked all that the policy asks; should they ever disagree, nobody holds what they may not.
    let granted = policy::take(by, &case)?;
    let act = match why {
        NextWhy::Appeal => Act::CaseReopened,
        _ => Act::CaseHeld,
    };
    let event = hold(tx, granted.case(), by.person()?.id, act).await?;
    let event = event.after(json!({
        "stage": "in_review",
        "why": why,
        "lane": lane.map(|lane| &lane.name),
    }));
    history::record(tx, by, event).await?;
    Ok(Some(id))
}
