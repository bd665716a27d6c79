//! The one predicate of cases at the desk: lists, counts, lanes and the next case are all of it. It is built at run time,
//! because only what is set may stand in it: with everything as `$1 is null or …` PostgreSQL plans for the worst.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Postgres, QueryBuilder};

use super::filter::{CaseState, Filter, Held};
use super::policy::Scope;
use crate::Result;
use crate::account::Account;
use crate::actor::{Actor, Person};
use crate::db::Dated;
use crate::ids::AccountId;
use crate::names::fold;
use crate::values::Role;

/// Somebody's desk: which cases they see, who they are, and what time it is.
#[derive(Clone, Debug)]
pub struct Desk {
    pub(super) scope: Scope,
    pub(super) person: Person,
    pub(super) now: DateTime<Utc>,
}

impl Desk {
    /// The desk of whoever asks.
    pub async fn of<C: Dated>(conn: &mut C, actor: &Actor) -> Result<Self> {
        let now = conn.now();
        Ok(Self {
            scope: Scope::of(conn, actor).await?,
            person: actor.person()?.clone(),
            now,
        })
    }

    /// What waits for a colleague, as far as whoever asks sees it: as the colleague, within one's own jurisdiction, and nothing that
    /// is one's own.
    #[must_use]
    pub fn for_colleague(&self, colleague: &Account) -> Self {
        let mut desk = self.clone();
        desk.scope.leaves_own_out = true;
        desk.scope
            .hosts
            .retain(|host| colleague.hosts.contains(host));
        desk.person = Person {
            id: colleague.id,
            session: self.person.session,
            name: colleague.name.clone(),
            role: colleague.role,
            hosts: colleague.hosts.clone(),
        };
        desk
    }

    pub(super) const fn is_chair(&self) -> bool {
        matches!(self.person.role, Role::Chair)
    }

    const fn is_board(&self) -> bool {
        matches!(self.person.role, Role::Coordinator | Role::Chair)
    }
}

/// Those in which a proposal waits, as `case_waits_for_second` has it, without asking it of each case: the end is open.
const SECOND: &str =
    " and c.id in (select p.case_id from case_proposals p where p.ended_at is null";

/// Which part of a filter stands in a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stages {
    /// All of it.
    Filtered,
    /// All but the stage and whom it waits on: each is counted.
    All,
}

/// What somebody sees, on `cases c`: the jurisdiction of every list, page, count and file.
pub(super) fn push_seen(sql: &mut QueryBuilder<Postgres>, scope: &Scope) {
    sql.push("c.number is not null and case_seen_by(c, ")
        .push_bind(scope.everything)
        .push(", ")
        .push_bind(scope.hosts.clone())
        .push(", ")
        .push_bind(scope.account)
        .push(", ")
        .push_bind(scope.organizations.clone())
        .push(", ")
        .push_bind(scope.shared.clone())
        .push(")");
    if scope.leaves_own_out {
        push_not_of(sql, scope.account, scope);
    }
}

/// What a filter adds to that: conditions that each begin with `and`.
pub(super) fn push_filter(
    sql: &mut QueryBuilder<Postgres>,
    desk: &Desk,
    filter: &Filter,
    stages: Stages,
) {
    // Folded words are letters and digits of ASCII: nothing in them is a sign of LIKE.
    for word in fold(&filter.words).split(' ').filter(|it| !it.is_empty()) {
        sql.push(" and c.search like ")
            .push_bind(format!("%{word}%"));
    }
    if let Some(kind) = filter.kind {
        sql.push(" and c.kind = ").push_bind(kind.code());
    }
    if stages == Stages::Filtered {
        if let Some(stage) = filter.stage {
            sql.push(" and c.stage = ").push_bind(stage.code());
        }
        if let Some(waits) = filter.waits {
            let turns: Vec<_> = waits.turns().iter().map(|it| it.code()).collect();
            match turns.is_empty() {
                true => sql.push(" and c.waits_on is null"),
                false => sql
                    .push(" and c.waits_on = any(")
                    .push_bind(turns)
                    .push(")"),
            };
        }
    }
    match filter.shown_state() {
        CaseState::Open => sql.push(" and c.waits_on is not null"),
        CaseState::Over => sql.push(" and c.waits_on is null"),
        CaseState::All => sql,
    };
    if let Some(host) = filter.host {
        sql.push(" and c.host_country = ").push_bind(host);
    }
    if let Some(homeland) = filter.homeland {
        sql.push(" and c.homeland = ").push_bind(homeland);
    }
    if let Some(community) = &filter.community {
        sql.push(" and lower(c.community) = lower(")
            .push_bind(community.clone())
            .push(")");
    }
    if let Some(areas) = filter.areas() {
        sql.push(" and c.areas && ").push_bind(areas);
    }
    match filter.held {
        Some(Held::ByMe) => push_held_by(sql, desk, desk.person.id),
        Some(Held::By(account)) => push_held_by(sql, desk, account),
        Some(Held::ByNobody) => {
            sql.push(" and c.stage in ('submitted', 'in_review')");
            push_unheld(sql, desk);
        }
        Some(Held::BySecond) => {
            sql.push(SECOND).push(")");
        }
        Some(Held::ByMeAsSecond) => {
            sql.push(SECOND)
                .push(" and p.proposed_by <> ")
                .push_bind(desk.person.id)
                .push(") and c.stage = 'in_review' and case_way(c) <> 'session' and ")
                .push_bind(desk.is_board());
            push_foreign(sql, desk);
            push_judgeable(sql, desk);
        }
        None => {}
    }
    if let Some(age) = filter.age {
        let (from, until) = age.days();
        if let Some(days) = from {
            sql.push(" and c.submitted_at < ")
                .push_bind(desk.now - TimeDelta::days(days));
        }
        if let Some(days) = until {
            sql.push(" and c.submitted_at >= ")
                .push_bind(desk.now - TimeDelta::days(days));
        }
    }
    if filter.paper {
        sql.push(" and c.typed_by is not null");
    }
    if filter.late {
        push_late(sql, desk);
    }
    if filter.flagged {
        // Nobody is told of flags about an organization of their own, and a post of those in its countries alone.
        sql.push(" and c.organization_id in (select f.organization_id from flags f where f.ended_at is null and f.organization_id <> all(")
            .push_bind(desk.scope.organizations.clone())
            .push("))");
        if !desk.scope.everything {
            sql.push(" and c.host_country = any(")
                .push_bind(desk.scope.hosts.clone())
                .push(")");
        }
    }
    if filter.asks_me {
        push_asks(sql, desk);
    }
}

fn push_held_by(sql: &mut QueryBuilder<Postgres>, desk: &Desk, account: AccountId) {
    sql.push(" and c.holder_id = ")
        .push_bind(account)
        .push(" and c.held_until > ")
        .push_bind(desk.now);
}

/// Nobody holds it, or whoever did has left it idle.
pub(super) fn push_unheld(sql: &mut QueryBuilder<Postgres>, desk: &Desk) {
    sql.push(" and (c.holder_id is null or c.held_until <= ")
        .push_bind(desk.now)
        .push(")");
}

/// Somebody's day has passed.
pub(super) fn push_late(sql: &mut QueryBuilder<Postgres>, desk: &Desk) {
    sql.push(" and case_overdue(c, ")
        .push_bind(desk.now.date_naive())
        .push(")");
}

/// It is not the person's own: they neither applied nor typed it in, and do not belong to the organization.
pub(super) fn push_foreign(sql: &mut QueryBuilder<Postgres>, desk: &Desk) {
    push_not_of(sql, Some(desk.person.id), &desk.scope);
}

fn push_not_of(sql: &mut QueryBuilder<Postgres>, account: Option<AccountId>, scope: &Scope) {
    sql.push(" and c.applicant_id <> ")
        .push_bind(account)
        .push(" and not case_typed_by(c, ")
        .push_bind(account)
        .push(") and (c.organization_id is null or c.organization_id <> all(")
        .push_bind(scope.organizations.clone())
        .push("))");
}

/// What was refused once is for a chair, and for another one than whoever refused.
pub(super) fn push_judgeable(sql: &mut QueryBuilder<Postgres>, desk: &Desk) {
    sql.push(" and not exists (select from case_decisions d where d.case_id = c.id and d.outcome = 'refused' and not (")
        .push_bind(desk.is_chair())
        .push(" and ")
        .push_bind(desk.person.id)
        .push(" not in (select case_refused_by(c.id))))");
}

fn push_asks(sql: &mut QueryBuilder<Postgres>, desk: &Desk) {
    match desk.person.role {
        Role::PostOfficer => {
            sql.push(" and c.stage = 'at_post' and c.host_country = any(")
                .push_bind(desk.scope.hosts.clone())
                .push(")");
        }
        Role::Chair => {
            sql.push(" and c.stage = 'appealed'");
            push_judgeable(sql, desk);
        }
        _ => {
            sql.push(" and false");
        }
    }
    push_foreign(sql, desk);
}
