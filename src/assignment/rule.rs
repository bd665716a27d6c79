//! Rules by which somebody is suggested for an organization that nobody looks after, and what they make a coordinator's own.

use serde_json::json;
use sqlx::PgConnection;

use super::assign::is_board;
use super::policy::CanKeepRules;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, AssignmentRuleId};
use crate::values::Country;
use crate::{Error, Result};

/// Where an organization works and where its people come from, as far as a rule asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// The host country.
    pub host: Option<Country>,
    /// The homeland.
    pub homeland: Option<Country>,
}

/// Names a coordinator for organizations of some countries.
#[derive(Clone, Copy, Debug)]
pub struct AssignmentRule {
    /// Its id.
    pub id: AssignmentRuleId,
    /// Whom it names.
    pub account: AccountId,
    /// For which.
    pub ground: Ground,
}

/// Why a rule was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRule {
    /// Whom it names is not of the board any more.
    NotBoard,
    /// The same rule is there already.
    AlreadyThere,
}

/// What is a coordinator's own: what their rules name, and what they look after.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Whose.
    pub account: AccountId,
    /// The host countries that rules name them for.
    pub hosts: Vec<Country>,
    /// The homelands that rules name them for, whatever the host country.
    pub homelands: Vec<Country>,
    /// How many organizations they look after.
    pub organizations: i64,
}

impl Ground {
    /// How much a rule asks: the more, the more specific it is.
    pub fn asks(self) -> usize {
        usize::from(self.host.is_some()) * 2 + usize::from(self.homeland.is_some())
    }

    /// Whether a rule for this is a rule for an organization there.
    pub fn fits(self, organization: Self) -> bool {
        let fits = |rule: Option<Country>, there| rule.is_none() || rule == there;
        fits(self.host, organization.host) && fits(self.homeland, organization.homeland)
    }
}

impl Reach {
    /// Whether nothing is theirs so far.
    pub const fn is_empty(&self) -> bool {
        self.hosts.is_empty() && self.homelands.is_empty() && self.organizations == 0
    }
}

/// The rules in force, by country.
pub async fn rules(conn: &mut PgConnection) -> Result<Vec<AssignmentRule>> {
    let rows = sqlx::query!(
        "select id, account_id, host_country, homeland from assignment_rules where ended_at is null
         order by host_country nulls last, homeland nulls last, id"
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| AssignmentRule {
            id: row.id,
            account: row.account_id,
            ground: Ground {
                host: row.host_country,
                homeland: row.homeland,
            },
        })
        .collect())
}

/// What is a coordinator's own.
pub async fn reach(conn: &mut PgConnection, account: AccountId) -> Result<Reach> {
    let own = rules(conn).await?;
    let own = own.iter().filter(|rule| rule.account == account);
    let (mut hosts, mut homelands) = (Vec::new(), Vec::new());
    for rule in own {
        match (rule.ground.host, rule.ground.homeland) {
            (Some(host), _) if !hosts.contains(&host) => hosts.push(host),
            (None, Some(homeland)) => homelands.push(homeland),
            _ => {}
        }
    }
    let organizations = sqlx::query_scalar!(
        r#"select count(*) as "count!" from organization_coordinators where account_id = $1 and until is null"#,
        account as _
    )
    .fetch_one(conn)
    .await?;
    Ok(Reach {
        account,
        hosts,
        homelands,
        organizations,
    })
}

/// Makes a rule that names somebody of the board.
pub async fn make_rule(
    tx: &mut Tx,
    can: &CanKeepRules,
    account: AccountId,
    ground: Ground,
) -> Result<std::result::Result<AssignmentRuleId, NoRule>> {
    if !is_board(tx, account).await? {
        return Ok(Err(NoRule::NotBoard));
    }
    let (id, now, by) = (AssignmentRuleId::fresh(), tx.now(), can.by().person()?.id);
    let made = sqlx::query!(
        "insert into assignment_rules (id, account_id, host_country, homeland, made_at, made_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, coalesce(host_country, ''), coalesce(homeland, '')) where ended_at is null do nothing",
        id as _,
        account as _,
        ground.host as _,
        ground.homeland as _,
        now,
        by as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if made == 0 {
        return Ok(Err(NoRule::AlreadyThere));
    }
    let event = Event::new(Act::AssignmentRuleMade, Subject::account(account))
        .after(json!({ "rule": id, "host": ground.host, "homeland": ground.homeland }));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Ends a rule. Who looks after what stays as it is. `Overtaken` where somebody else ended it.
pub async fn end_rule(tx: &mut Tx, can: &CanKeepRules, id: AssignmentRuleId) -> Result<()> {
    let (now, by) = (tx.now(), can.by().person()?.id);
    let ended = sqlx::query!(
        "update assignment_rules set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null
         returning account_id, host_country, homeland",
        id as _,
        now,
        by as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let event = Event::new(Act::AssignmentRuleEnded, Subject::account(ended.account_id))
        .before(json!({ "rule": id, "host": ended.host_country, "homeland": ended.homeland }));
    history::record(tx, can.by(), event).await
}
