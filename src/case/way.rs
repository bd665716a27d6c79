//! How the board decides a case: by one decision, by two people who agree, or in a session. Admins keep the rules; the narrowest counts.

use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanKeepWays, CanReadWays};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::DecisionRuleId;
use crate::values::{CaseKind, Country, Kind, codes};
use crate::{Error, Result};

codes! {
    /// How a case is decided.
    pub enum Way {
        One = "one",
        Two = "two",
        Session = "session",
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayRule {
    /// Its id.
    pub id: DecisionRuleId,
    /// What it says.
    pub terms: WayTerms,
    /// Counts its changes.
    pub revision: i32,
}

/// What a rule says, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayTerms {
    /// In which host country; in each, if nothing is said.
    pub host_country: Option<Country>,
    /// For which cases; for all, if nothing is said.
    pub case_kind: Option<CaseKind>,
    /// For which kind of organization; for each, if nothing is said.
    pub kind: Option<Kind>,
    /// How such cases are decided.
    pub way: Way,
    /// Whether the rule is in force.
    pub in_force: bool,
}

impl WayTerms {
    /// Whether it is the rule for all, which is always in force.
    pub const fn is_general(&self) -> bool {
        self.host_country.is_none() && self.case_kind.is_none() && self.kind.is_none()
    }
}

struct Row {
    id: DecisionRuleId,
    host_country: Option<Country>,
    case_kind: Option<CaseKind>,
    kind: Option<Kind>,
    way: Way,
    in_force: bool,
    revision: i32,
}

impl From<Row> for WayRule {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            revision: row.revision,
            terms: WayTerms {
                host_country: row.host_country,
                case_kind: row.case_kind,
                kind: row.kind,
                way: row.way,
                in_force: row.in_force,
            },
        }
    }
}

/// All rules, the general one first; those that ended last.
pub async fn way_rules(conn: &mut PgConnection, _: &CanReadWays) -> Result<Vec<WayRule>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, host_country, case_kind, kind, way, ended_at is null as "in_force!", revision
         from decision_rules
         order by ended_at is not null, host_country nulls first, case_kind nulls first, kind nulls first, id"#,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(WayRule::from).collect())
}

/// The rule with this id.
pub async fn way_rule(
    conn: &mut PgConnection,
    _: &CanReadWays,
    id: DecisionRuleId,
) -> Result<WayRule> {
    sqlx::query_as!(
        Row,
        r#"select id, host_country, case_kind, kind, way, ended_at is null as "in_force!", revision
         from decision_rules where id = $1"#,
        id as _,
    )
    .fetch_optional(conn)
    .await?
    .map(WayRule::from)
    .ok_or(Error::NotFound)
}

/// Writes a rule: a new one, or a known one if nobody changed it since it was seen. What it is for never changes.
///
/// It counts from now on for what is decided from now on: see `docs/decisions/sessions.md` for proposals that wait and agendas.
pub async fn write_way_rule(
    tx: &mut Tx,
    granted: &CanKeepWays,
    seen: Option<&WayRule>,
    terms: &WayTerms,
) -> Result<DecisionRuleId> {
    let id = seen.map_or_else(DecisionRuleId::fresh, |seen| seen.id);
    let now = tx.now();
    let ended = (!terms.in_force).then_some(now);
    if let Some(seen) = seen {
        let written = sqlx::query!(
            "update decision_rules set way = $3, ended_at = $4, updated_at = $5, revision = revision + 1
             where id = $1 and revision = $2",
            id as _,
            seen.revision,
            terms.way as _,
            ended,
            now,
        )
        .execute(&mut **tx)
        .await?;
        if written.rows_affected() == 0 {
            return Err(Error::Overtaken);
        }
    } else {
        sqlx::query!(
            "insert into decision_rules (id, host_country, case_kind, kind, way, ended_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
            id as _,
            terms.host_country as _,
            terms.case_kind as _,
            terms.kind as _,
            terms.way as _,
            ended,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    let before = seen.map(|seen| said(&seen.terms));
    let event = Event::new(Act::DecisionRuleWritten, Subject::setting(id.uuid()));
    history::record(tx, granted.by(), event.changed(before, said(terms))).await?;
    Ok(id)
}

fn said(terms: &WayTerms) -> serde_json::Value {
    json!({
        "host_country": terms.host_country,
        "case_kind": terms.case_kind,
        "kind": terms.kind,
        "way": terms.way,
        "in_force": terms.in_force,
    })
}
