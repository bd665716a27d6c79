//! Rules that say who answers for organizations of a country, a community or a group while nobody looks after them by name, and what
//! they make a coordinator's own.

use serde_json::{Value, json};
use sqlx::PgConnection;

use super::assign::is_board;
use super::policy::CanKeepRules;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, AssignmentRuleId, GroupId};
use crate::values::{Country, Line};
use crate::{Error, Result};

/// What a rule asks of an organization, as far as it asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// The host country.
    pub host: Option<Country>,
    /// The homeland.
    pub homeland: Option<Country>,
    /// The community, as organizations write it.
    pub community: Option<Line>,
    /// A group that it is in.
    pub group: Option<GroupId>,
}

/// An organization, as far as rules ask of it.
#[derive(Clone, Debug, Default)]
pub struct Covered {
    /// The host country.
    pub host: Option<Country>,
    /// The homeland.
    pub homeland: Option<Country>,
    /// The community.
    pub community: Option<Line>,
    /// The groups that it is in.
    pub groups: Vec<GroupId>,
}

/// Names a coordinator for the organizations that it covers.
#[derive(Clone, Debug)]
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
    /// No organization says that its people form this community.
    NoCommunity,
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
    /// The communities that rules name them for.
    pub communities: Vec<Line>,
    /// The groups that rules name them for.
    pub groups: Vec<GroupId>,
    /// How many organizations they look after by name.
    pub organizations: i64,
}

impl Ground {
    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.asks() == 0
    }

    /// How much a rule asks: the more, the more specific it is. A group is more so than a community, and that more than countries.
    /// The database's `rule_asks` says the same.
    pub fn asks(&self) -> usize {
        usize::from(self.group.is_some()) * 8
            + usize::from(self.community.is_some()) * 4
            + usize::from(self.host.is_some()) * 2
            + usize::from(self.homeland.is_some())
    }

    /// Whether a rule for this covers an organization.
    pub fn fits(&self, organization: &Covered) -> bool {
        fn fits<T: PartialEq>(asked: Option<&T>, there: Option<&T>) -> bool {
            asked.is_none() || asked == there
        }
        fits(self.host.as_ref(), organization.host.as_ref())
            && fits(self.homeland.as_ref(), organization.homeland.as_ref())
            && fits(self.community.as_ref(), organization.community.as_ref())
            && self
                .group
                .is_none_or(|group| organization.groups.contains(&group))
    }
}

impl Reach {
    /// Whether nothing is theirs so far.
    pub const fn is_empty(&self) -> bool {
        let has_countries = !self.hosts.is_empty() || !self.homelands.is_empty();
        let has_people = !self.communities.is_empty() || !self.groups.is_empty();
        !has_countries && !has_people && self.organizations == 0
    }
}

/// The rules in force, by country.
pub async fn rules(conn: &mut PgConnection) -> Result<Vec<AssignmentRule>> {
    let rows = sqlx::query!(
        "select id, account_id, host_country, homeland, community, group_id from assignment_rules where ended_at is null
         order by host_country nulls last, homeland nulls last, community nulls last, id"
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
                community: row.community,
                group: row.group_id,
            },
        })
        .collect())
}

/// What is a coordinator's own.
pub async fn reach(conn: &mut PgConnection, account: AccountId) -> Result<Reach> {
    let own = rules(conn).await?;
    let own = own.into_iter().filter(|rule| rule.account == account);
    let (mut hosts, mut homelands) = (Vec::new(), Vec::new());
    let (mut communities, mut groups) = (Vec::new(), Vec::new());
    for rule in own {
        // The narrowest of what it asks says whose it is; the rest narrows it.
        match rule.ground {
            Ground {
                group: Some(it), ..
            } => groups.push(it),
            Ground {
                community: Some(it),
                ..
            } => communities.push(it),
            Ground { host: Some(it), .. } if !hosts.contains(&it) => hosts.push(it),
            Ground {
                host: None,
                homeland: Some(it),
                ..
            } => homelands.push(it),
            Ground { .. } => {}
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
        communities,
        groups,
        organizations,
    })
}

/// Makes a rule that names somebody of the board.
pub async fn make_rule(
    tx: &mut Tx,
    can: &CanKeepRules,
    account: AccountId,
    ground: &Ground,
) -> Result<std::result::Result<AssignmentRuleId, NoRule>> {
    if !is_board(tx, account).await? {
        return Ok(Err(NoRule::NotBoard));
    }
    if let Some(community) = &ground.community
        && !is_stated(tx, community).await?
    {
        return Ok(Err(NoRule::NoCommunity));
    }
    let (id, now, by) = (AssignmentRuleId::fresh(), tx.now(), can.by().person()?.id);
    let made = sqlx::query!(
        "insert into assignment_rules (id, account_id, host_country, homeland, community, group_id, made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (account_id, coalesce(host_country, ''), coalesce(homeland, ''), coalesce(community, ''),
            coalesce(group_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null do nothing",
        id as _,
        account as _,
        ground.host as _,
        ground.homeland as _,
        ground.community.as_ref() as _,
        ground.group as _,
        now,
        by as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if made == 0 {
        return Ok(Err(NoRule::AlreadyThere));
    }
    let event =
        Event::new(Act::AssignmentRuleMade, Subject::account(account)).after(said(id, ground));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Ends a rule. Who looks after what stays as it is. `Overtaken` where somebody else ended it.
pub async fn end_rule(tx: &mut Tx, can: &CanKeepRules, id: AssignmentRuleId) -> Result<()> {
    let (now, by) = (tx.now(), can.by().person()?.id);
    let ended = sqlx::query!(
        "update assignment_rules set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null
         returning account_id, host_country, homeland, community, group_id",
        id as _,
        now,
        by as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let ground = Ground {
        host: ended.host_country,
        homeland: ended.homeland,
        community: ended.community,
        group: ended.group_id,
    };
    let subject = Subject::account(ended.account_id);
    let event = Event::new(Act::AssignmentRuleEnded, subject).before(said(id, &ground));
    history::record(tx, can.by(), event).await
}

/// What history says of a rule.
fn said(id: AssignmentRuleId, of: &Ground) -> Value {
    json!({ "rule": id, "host": of.host, "homeland": of.homeland, "community": of.community, "group": of.group })
}

async fn is_stated(tx: &mut Tx, community: &Line) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select from organizations where community = $1) as "is_stated!""#,
        community.as_str()
    )
    .fetch_one(&mut **tx)
    .await?)
}
