//! Roles: what an account may do in the portal as a whole. Admins give them, and the command line gives the first.

use serde_json::json;

use super::password::Password;
use super::policy::{CanChangeRole, CanCreate};
use super::{EMAIL, NAME, people, session};
use crate::actor::Denied;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::notice::{self, Letter, Recipient};
use crate::values::{Country, Email, Lang, Line, Role};

/// A role with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    role: Role,
    hosts: Vec<Country>,
}

impl Post {
    /// A post officer has host countries, and nobody else has any. `None`: a post without one could see nothing.
    pub fn new(role: Role, mut hosts: Vec<Country>) -> Option<Self> {
        hosts.sort_unstable();
        hosts.dedup();
        match (role, hosts.is_empty()) {
            (Role::PostOfficer, true) => None,
            (Role::PostOfficer, false) => Some(Self { role, hosts }),
            _ => Some(Self {
                role,
                hosts: Vec::new(),
            }),
        }
    }
}

/// What somebody is created with by a command.
#[derive(Debug)]
pub struct Created<'a> {
    /// The address; whoever runs the machine vouches for it.
    pub email: &'a Email,
    /// What the person is called.
    pub name: &'a Line,
    /// Their role.
    pub post: Post,
    /// The language of their letters.
    pub lang: Lang,
    /// Their first password.
    pub password: &'a Password,
}

/// Gives an account another role. It is signed out everywhere: what it may do is decided anew at the next sign-in.
pub async fn change_role(tx: &mut Tx, granted: CanChangeRole, post: Post) -> crate::Result<()> {
    let id = granted.account();
    // Two admins who demote each other at once would leave none: both rows are held in one order, and the actor is
    // looked at again.
    let mut held = vec![id];
    held.extend(granted.by().account());
    held.sort_unstable();
    let mut account = None;
    for one in held {
        let found = people::lock(tx, one).await?;
        if one == id {
            account = found;
        } else if found.is_none_or(|it| it.role != Role::Admin || it.closed_at.is_some()) {
            return Err(Denied::Forbidden.into());
        }
    }
    let account = account
        .filter(|it| it.closed_at.is_none())
        .ok_or(crate::Error::NotFound)?;
    if account.role == post.role && account.hosts == post.hosts {
        return Ok(());
    }
    sqlx::query!(
        "update accounts set role = $2, hosts = $3 where id = $1",
        id as _,
        post.role as _,
        &post.hosts as _
    )
    .execute(&mut **tx)
    .await?;
    session::end_all(tx, id, None).await?;
    let event = Event::new(Act::AccountRoleChanged, Subject::account(id))
        .before(json!({ "role": account.role, "hosts": account.hosts }))
        .after(json!({ "role": post.role, "hosts": post.hosts }));
    history::record(tx, granted.by(), event).await?;
    let role = post.role;
    notice::post(tx, Recipient::Account(id), Letter::RoleChanged { role }).await
}

/// Creates an account whose address is vouched for. `None`: the address has one already.
pub async fn create_by_command(
    tx: &mut Tx,
    granted: CanCreate,
    new: Created<'_>,
) -> crate::Result<Option<AccountId>> {
    let hash = new.password.hash().await?;
    let (id, now, vault) = (AccountId::fresh(), tx.now(), tx.vault());
    let created = sqlx::query!(
        "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, hosts, lang, created_at, confirmed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (email_index) do nothing",
        id as _,
        people::index(&vault, new.email) as _,
        vault.seal_text(EMAIL, id, new.email.as_str())? as _,
        vault.seal_text(NAME, id, new.name)? as _,
        hash.as_str(),
        new.post.role as _,
        &new.post.hosts as _,
        new.lang as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if created == 0 {
        return Ok(None);
    }
    let event = Event::new(Act::AccountCreated, Subject::account(id));
    let event = event.after(json!({ "role": new.post.role, "hosts": new.post.hosts }));
    history::record(tx, granted.by(), event).await?;
    Ok(Some(id))
}
