//! Which cases somebody sees.

use sqlx::PgConnection;

use super::reads_everything;
use crate::Result;
use crate::actor::{Actor, Denied, Person};
use crate::ids::{AccountId, CaseId, OrganizationId};
use crate::values::{Country, Role};

/// Which cases somebody sees; goes into the WHERE clause of every list, page, count and file.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Whether all that was ever submitted.
    pub(in crate::case) everything: bool,
    /// Those of these host countries.
    pub(in crate::case) hosts: Vec<Country>,
    /// Those that this account applied with.
    pub(in crate::case) account: Option<AccountId>,
    /// Those of these organizations.
    pub(in crate::case) organizations: Vec<OrganizationId>,
    /// Those that colleagues write, or type in, together with this account.
    pub(in crate::case) shared: Vec<CaseId>,
    /// Whether what is this account's own is left out: of what waits for a colleague, they see nothing about themselves.
    pub(in crate::case) leaves_own_out: bool,
}

impl Scope {
    /// What somebody sees for their work alone: all that was ever submitted, or what is in the jurisdiction of their post.
    pub(in crate::case) fn of_work(person: &Person) -> Self {
        Self {
            everything: reads_everything(person.role),
            hosts: match person.role {
                Role::PostOfficer => person.hosts.clone(),
                _ => Vec::new(),
            },
            account: None,
            organizations: Vec::new(),
            shared: Vec::new(),
            leaves_own_out: false,
        }
    }

    /// What this actor sees.
    pub async fn of(conn: &mut PgConnection, actor: &Actor) -> Result<Self> {
        let person = match actor {
            Actor::Visitor => return Err(Denied::SignIn.into()),
            Actor::System => {
                return Ok(Self {
                    everything: true,
                    hosts: Vec::new(),
                    account: None,
                    organizations: Vec::new(),
                    shared: Vec::new(),
                    leaves_own_out: false,
                });
            }
            Actor::Person(person) => person,
        };
        let organizations = sqlx::query_scalar!(
            "select organization_id from organization_team where account_id = $1 and until is null",
            person.id as _
        )
        .fetch_all(&mut *conn)
        .await?;
        let shared = sqlx::query_scalar!(
            r#"select case_id as "case_id!: _" from case_team where account_id = $1 and until is null
             union all select y.case_id from case_typists y join cases c on c.id = y.case_id
             where y.account_id = $1 and c.typed_by = c.applicant_id and c.organization_id is null"#,
            person.id as _
        )
        .fetch_all(conn)
        .await?;
        Ok(Self {
            account: Some(person.id),
            organizations,
            shared,
            ..Self::of_work(person)
        })
    }
}
