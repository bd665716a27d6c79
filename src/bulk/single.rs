//! One row: the single act that does it, and what came of that.

use super::plan::not_asked;
use super::{BulkFate, BulkOrder};
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::flag::New;
use crate::group::{Entry, NotAdded};
use crate::ids::{AccountId, OrganizationId};
use crate::organization::{self, Organization, Written, standing, team};
use crate::values::Standing;
use crate::{Error, Result, assignment, flag, group};

/// Does it to one organization, as it is now. What is refused is a fate; what goes wrong is an error.
pub(super) async fn single(
    tx: &mut Tx,
    by: &Actor,
    order: &BulkOrder,
    (id, seen): (OrganizationId, &str),
) -> Result<BulkFate> {
    let done = to_one(tx, by, order, (id, seen)).await;
    match done {
        Err(Error::Overtaken) => Ok(BulkFate::Changed),
        Err(Error::NotFound) => Ok(BulkFate::Gone),
        Err(Error::Denied(Denied::Forbidden | Denied::Hidden | Denied::SignIn)) => {
            Ok(BulkFate::NoRight)
        }
        other => other,
    }
}

async fn to_one(
    tx: &mut Tx,
    by: &Actor,
    order: &BulkOrder,
    (id, seen): (OrganizationId, &str),
) -> Result<BulkFate> {
    if let BulkOrder::Assign { to } = order {
        return assign(tx, by, *to, (id, seen)).await;
    }
    if let BulkOrder::Group { group, role, seat } = order {
        let can = group::policy::group(by)?;
        return Ok(
            match group::add(tx, &can, *group, id, &Entry::new(*role, *seat)).await? {
                Ok(_) => BulkFate::Done,
                Err(NotAdded::AlreadyIn | NotAdded::Asked) => BulkFate::Already,
                Err(NotAdded::NotRegistered) => BulkFate::StruckOff,
                Err(NotAdded::Own) => BulkFate::Own,
                Err(
                    NotAdded::Over | NotAdded::Unreachable | NotAdded::Chaired | NotAdded::Role,
                ) => BulkFate::Gone,
            },
        );
    }
    let it: Organization = organization::find(tx, id).await?.ok_or(Error::NotFound)?;
    if it.standing == Standing::Merged {
        return Ok(BulkFate::Gone);
    }
    let own = team::role_of_actor(tx, id, by).await?;
    if own.is_some() {
        return Ok(BulkFate::Own);
    }
    match order {
        BulkOrder::Flag {
            words,
            due_on,
            owner,
        } => {
            let new = New {
                words: words.clone(),
                due_on: *due_on,
                owner: *owner,
            };
            let can = flag::policy::raise(by, &it, own)?;
            flag::raise(tx, &can, &new).await?;
            Ok(BulkFate::Done)
        }
        BulkOrder::Renewal => {
            let can = organization::policy::write_to(by, &it, own)?;
            Ok(match standing::ask(tx, &can).await? {
                Ok(()) => BulkFate::Done,
                Err(why) => not_asked(why),
            })
        }
        BulkOrder::Letter { said } => {
            let can = organization::policy::write_to(by, &it, own)?;
            Ok(match organization::write_to(tx, &can, said).await? {
                Written::To(_) => BulkFate::Done,
                Written::Unwanted => BulkFate::Unwanted,
                Written::NoAddress => BulkFate::NoAddress,
            })
        }
        BulkOrder::Assign { .. } | BulkOrder::Group { .. } => Ok(BulkFate::Failed),
    }
}

/// Whoever looks after it by now is as it was seen, or the row is told.
async fn assign(
    tx: &mut Tx,
    by: &Actor,
    to: AccountId,
    (id, seen): (OrganizationId, &str),
) -> Result<BulkFate> {
    let can = assignment::policy::assign(by)?;
    if team::role_of(tx, id, to).await?.is_some() {
        return Ok(BulkFate::Own);
    }
    let there = assignment::of_organization(tx, id).await?;
    let now = there.map(|it| it.id.to_string()).unwrap_or_default();
    if there.is_some_and(|it| it.account == to) {
        return Ok(BulkFate::Already);
    }
    if now != seen {
        return Ok(BulkFate::Changed);
    }
    assignment::assign(tx, &can, id, to, there.map(|it| it.id)).await?;
    Ok(BulkFate::Done)
}
