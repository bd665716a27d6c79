//! Planning: the form, and what would become of each organization.

use axum::extract::State;

use super::{form, order};
use crate::actor::Actor;
use crate::bulk::{self, BulkKind, BulkOrder, MOST, NotPlanned, policy};
use crate::db::{self, Read};
use crate::group;
use crate::ids::OrganizationId;
use crate::organization;
use crate::values::{Problem, RegistryNumber};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Query, Result, Sheet, redirect, see, urls,
};

fn kind(fields: &Fields) -> Result<BulkKind> {
    BulkKind::from_code(fields.get("act")).ok_or(Error::NotFound)
}

/// `GET /desk/bulk/new`
pub(super) async fn new(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut read: Read,
    Query(query): Query,
) -> Answer {
    let _ = policy::act(&actor)?;
    let what = (kind(&query)?, query);
    let none = Mistakes::default();
    form::page(&app.directory, &mut read, &actor, &chrome, what, none).await
}

/// `POST /desk/bulk`
pub(super) async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::act(&actor)?;
    let kind = kind(&sent)?;
    let mut read = app.db.read().await?;
    let (order, mut mistakes) = match order::read(kind, &sent, read.today()) {
        Ok(order) => (Some(order), Mistakes::default()),
        Err(mistakes) => (None, mistakes),
    };
    let order = match order {
        Some(order) => match seated(&mut read, order).await? {
            Some(order) => Some(order),
            None => {
                mistakes.add("group", Problem::UnknownCode.key());
                None
            }
        },
        None => None,
    };
    let ids = match chosen(&app, &mut read, &sent).await? {
        Ok(ids) => ids,
        Err(wrong) => {
            mistakes.append(wrong);
            Vec::new()
        }
    };
    if let (Some(order), true) = (order, mistakes.is_empty()) {
        drop(read);
        let mut tx = app.db.begin().await?;
        let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
        if let Some(there) = db::claim(&mut tx, person, key).await? {
            return see(there);
        }
        let list = Some(sent.get("list")).filter(|_| !sent.has("which", "chosen"));
        mistakes = match bulk::plan(&mut tx, &granted, &order, &ids, list).await? {
            Ok(id) => {
                let to = urls::desk_bulk(id);
                db::finish(&mut tx, person, key, &to).await?;
                return redirect(tx.commit().await?, to);
            }
            Err(NotPlanned::None) => Mistakes::one("which", "bulk-none"),
            Err(NotPlanned::TooMany) => Mistakes::one("which", "bulk-too-many"),
        };
        drop(tx);
        read = app.db.read().await?;
    }
    form::page(
        &app.directory,
        &mut read,
        &actor,
        &chrome,
        (kind, sent),
        mistakes,
    )
    .await
}

/// A seat in a group is bound as groups of its kind usually do. Nothing, where there is no such group.
async fn seated(read: &mut Read, order: BulkOrder) -> Result<Option<BulkOrder>> {
    let BulkOrder::Group { group, role, .. } = order else {
        return Ok(Some(order));
    };
    let found = group::find(read, group).await?;
    Ok(found.map(|found| BulkOrder::Group {
        group,
        role,
        seat: group::usual_seat(found.said.kind),
    }))
}

/// Those that were ticked, or all of the list.
async fn chosen(
    app: &App,
    read: &mut Read,
    sent: &Fields,
) -> Result<std::result::Result<Vec<OrganizationId>, Mistakes>> {
    if sent.has("which", "chosen") {
        let numbers: Vec<RegistryNumber> = sent
            .all("row")
            .filter_map(|text| RegistryNumber::parse(text).ok())
            .collect();
        let ids = organization::ids_of(read, &numbers).await?;
        return Ok(match ids.is_empty() {
            true => Err(Mistakes::one("row", "bulk-none-ticked")),
            false => Ok(ids),
        });
    }
    let ids = form::found(&app.directory, read, sent.get("list")).await?;
    Ok(match ids.len() {
        0 => Err(Mistakes::one("which", "bulk-none")),
        many if many > MOST => Err(Mistakes::one("which", "bulk-too-many")),
        _ => Ok(ids),
    })
}
