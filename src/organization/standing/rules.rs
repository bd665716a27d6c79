//! How long things last: numbers that admins keep, each with what it is by itself and where that comes from.

use serde_json::{Map, Value, json};
use sqlx::PgConnection;

use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::EventId;
use crate::organization::policy::CanKeepRules;
use crate::values::codes;
use crate::{Error, Result};

codes! {
    /// A number that the board may change.
    pub enum Rule {
        /// For how many years a registration is valid.
        ValidityYears = "validity_years",
        /// How many days before its end its owners are reminded first.
        FirstReminder = "first_reminder",
        SecondReminder = "second_reminder",
        ThirdReminder = "third_reminder",
        /// After how many days of being due it lapses.
        LapseAfter = "lapse_after",
        /// After how many days of having lapsed the board may give notice.
        NoticeAfter = "notice_after",
        /// How many days a notice runs.
        NoticeRuns = "notice_runs",
    }

    /// Where the number that a rule begins with comes from.
    pub enum RuleSource {
        /// Portugal accredits organizations of its diaspora for three years.
        Portugal = "portugal",
        /// The design of this registry.
        Design = "design",
        /// A beginning that this program makes; the board knows better.
        Program = "program",
    }
}

impl Rule {
    /// The most that it may be.
    pub const fn most(self) -> i32 {
        match self {
            Self::ValidityYears => 30,
            _ => 730,
        }
    }
}

/// A rule as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// Which.
    pub rule: Rule,
    /// How much it is now.
    pub amount: i32,
    /// How much it is by itself.
    pub preset: i32,
    /// Where that comes from.
    pub source: RuleSource,
}

/// All rules as they stand.
#[derive(Clone, Debug)]
pub struct Rules(Vec<Amount>);

impl Rules {
    /// How much a rule is now.
    pub fn get(&self, rule: Rule) -> i32 {
        let found = self.0.iter().find(|it| it.rule == rule);
        found.map_or(1, |it| it.amount)
    }

    /// How many days a rule is now.
    pub fn days(&self, rule: Rule) -> chrono::TimeDelta {
        chrono::TimeDelta::days(self.get(rule).into())
    }

    /// All numbers in one word, for a form to say what it has seen.
    pub fn as_seen(&self) -> String {
        let amounts: Vec<String> = self.0.iter().map(|it| it.amount.to_string()).collect();
        amounts.join("-")
    }

    /// All of them, in their order.
    pub fn all(&self) -> &[Amount] {
        &self.0
    }
}

/// The rules as they stand.
pub async fn amounts(conn: &mut PgConnection) -> Result<Rules> {
    let mut rules = sqlx::query_as!(
        Amount,
        "select rule, amount, preset, source from standing_rules"
    )
    .fetch_all(conn)
    .await?;
    rules.sort_by_key(|it| it.rule);
    Ok(Rules(rules))
}

/// Changes rules, if they are still as they were seen. Nothing is written of those that stay.
pub async fn set_rules(
    tx: &mut Tx,
    granted: &CanKeepRules,
    seen: &str,
    wanted: &[(Rule, i32)],
) -> Result<()> {
    // Two admins at once: the second waits here, and then sees what the first has done.
    sqlx::query!("lock table standing_rules in share row exclusive mode")
        .execute(&mut **tx)
        .await?;
    let known = amounts(tx).await?;
    if known.as_seen() != seen {
        return Err(Error::Overtaken);
    }
    let (mut before, mut after) = (Map::new(), Map::new());
    for (rule, amount) in wanted {
        if known.get(*rule) == *amount {
            continue;
        }
        sqlx::query!(
            "update standing_rules set amount = $2 where rule = $1",
            *rule as _,
            amount
        )
        .execute(&mut **tx)
        .await?;
        before.insert(rule.to_string(), json!(known.get(*rule)));
        after.insert(rule.to_string(), json!(amount));
    }
    if after.is_empty() {
        return Ok(());
    }
    let subject = Subject::setting(EventId::fresh().uuid());
    let event = Event::new(Act::StandingRulesChanged, subject)
        .before(Value::Object(before))
        .after(Value::Object(after));
    history::record(tx, granted.actor(), event).await
}
