//! Saved views: lists of cases with a name; and lanes, the views that somebody has put on their desk, in order.

use serde_json::json;
use sqlx::PgConnection;

use super::filter::Looking;
use super::policy::{CanChangeView, CanKeepViews};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, ViewId};
use crate::values::Line;
use crate::{Error, Result};

/// The most lanes on a desk.
pub const LANES_MAX: usize = 12;

/// The most views that one person keeps.
const VIEWS_MAX: i64 = 60;

/// The most that others share and a page lists.
const SHARED_MAX: i64 = 200;

/// A list of cases with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Who saved it.
    pub owner: AccountId,
    /// What it is called.
    pub name: String,
    /// Whether the board sees it.
    pub shared: bool,
    /// What it lists, to each reader within what they see.
    pub looking: Looking,
    /// Counts its changes.
    pub revision: i32,
}

/// What its owner says of a view.
#[derive(Clone, Debug)]
pub struct ViewTerms {
    /// What it is called.
    pub name: Line,
    /// Whether the board sees it.
    pub shared: bool,
}

/// Where a lane is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Before the one above it.
    Up,
    /// Behind the one below it.
    Down,
}

struct Row {
    id: ViewId,
    owner_id: AccountId,
    name: String,
    shared: bool,
    query: String,
    revision: i32,
}

impl From<Row> for View {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            owner: row.owner_id,
            name: row.name,
            shared: row.shared,
            looking: Looking::parse(&row.query),
            revision: row.revision,
        }
    }
}

/// One's own views and, for the board, what others share; by name, one's own first.
pub async fn views(conn: &mut PgConnection, actor: &Actor) -> Result<Vec<View>> {
    let is_board = super::policy::see_views(actor)?;
    let me = actor.person()?.id;
    let rows = sqlx::query_as!(
        Row,
        "select id, owner_id, name, shared, query, revision from desk_views
         where retired_at is null and (owner_id = $1 or ($2 and shared))
         order by owner_id <> $1, lower(name), id limit $3",
        me as _,
        is_board,
        VIEWS_MAX + SHARED_MAX,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(View::from).collect())
}

/// The view with this id, if this person sees it.
pub async fn find_view(conn: &mut PgConnection, actor: &Actor, id: ViewId) -> Result<View> {
    let is_board = super::policy::see_views(actor)?;
    sqlx::query_as!(
        Row,
        "select id, owner_id, name, shared, query, revision from desk_views
         where id = $1 and retired_at is null and (owner_id = $2 or ($3 and shared))",
        id as _,
        actor.person()?.id as _,
        is_board,
    )
    .fetch_optional(conn)
    .await?
    .map(View::from)
    .ok_or(Error::NotFound)
}

/// The lanes of a desk, in order. A view that was retired, or is not shared any more, is none.
pub async fn lanes(conn: &mut PgConnection, actor: &Actor) -> Result<Vec<View>> {
    let is_board = super::policy::see_views(actor)?;
    let rows = sqlx::query_as!(
        Row,
        "select v.id, v.owner_id, v.name, v.shared, v.query, v.revision
         from desk_lanes l join desk_views v on v.id = l.view_id
         where l.account_id = $1 and v.retired_at is null and (v.owner_id = $1 or ($2 and v.shared))
         order by l.place",
        actor.person()?.id as _,
        is_board,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(View::from).collect())
}

/// Saves a list under a name. Nothing: this person keeps so many that there is no room. `Err` with the constraint
/// `desk_views_named_once`: they have one of this name already.
pub async fn save_view(
    tx: &mut Tx,
    granted: &CanKeepViews,
    terms: &ViewTerms,
    looking: &Looking,
) -> Result<Option<ViewId>> {
    let (id, now) = (ViewId::fresh(), tx.now());
    let owner = granted.by().person()?.id;
    let shared = terms.shared && granted.shares();
    // Whoever saves in two windows at once is counted once after the other.
    sqlx::query_scalar!(
        "select true from accounts where id = $1 for update",
        owner as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let kept = sqlx::query_scalar!(
        r#"select count(*) as "count!" from desk_views where owner_id = $1 and retired_at is null"#,
        owner as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if kept >= VIEWS_MAX {
        return Ok(None);
    }
    sqlx::query!(
        "insert into desk_views (id, owner_id, name, shared, query, created_at) values ($1, $2, $3, $4, $5, $6)",
        id as _,
        owner as _,
        &*terms.name,
        shared,
        looking.query(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::ViewSaved, Subject::view(id))
        .after(json!({ "name": *terms.name, "shared": shared, "query": looking.query() }));
    history::record(tx, granted.by(), event).await?;
    Ok(Some(id))
}

/// Gives a view another name, or shares it or not.
pub async fn change_view(tx: &mut Tx, granted: &CanChangeView, terms: &ViewTerms) -> Result<()> {
    let view = granted.view();
    let shared = terms.shared && granted.shares();
    let changed = sqlx::query!(
        "update desk_views set name = $3, shared = $4, revision = revision + 1
         where id = $1 and revision = $2 and retired_at is null",
        view.id as _,
        view.revision,
        &*terms.name,
        shared,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if changed == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::ViewChanged, Subject::view(view.id))
        .before(json!({ "name": view.name, "shared": view.shared }))
        .after(json!({ "name": *terms.name, "shared": shared }));
    history::record(tx, granted.by(), event).await
}

/// Retires a view: it is on no list and no desk any more.
pub async fn retire_view(tx: &mut Tx, granted: &CanChangeView) -> Result<()> {
    let (view, now) = (granted.view(), tx.now());
    let retired = sqlx::query!(
        "update desk_views set retired_at = $2, revision = revision + 1 where id = $1 and retired_at is null",
        view.id as _,
        now,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if retired == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::ViewRetired, Subject::view(view.id));
    history::record(tx, granted.by(), event).await
}

/// Puts a view on one's desk, behind the others. What is there already stays where it is. Whether there was room for it.
pub async fn add_lane(tx: &mut Tx, granted: &CanKeepViews, view: &View) -> Result<bool> {
    let mut lanes = lock_lanes(tx, granted).await?;
    if lanes.contains(&view.id) {
        return Ok(true);
    }
    if lanes.len() >= LANES_MAX {
        return Ok(false);
    }
    lanes.push(view.id);
    place(tx, granted, &lanes).await?;
    Ok(true)
}

/// Takes a view off one's desk.
pub async fn remove_lane(tx: &mut Tx, granted: &CanKeepViews, view: ViewId) -> Result<()> {
    let mut lanes = lock_lanes(tx, granted).await?;
    let before = lanes.len();
    lanes.retain(|it| *it != view);
    match lanes.len() == before {
        true => Ok(()),
        false => place(tx, granted, &lanes).await,
    }
}

/// Moves a lane by one place; the first stays first, and the last stays last.
pub async fn shift_lane(
    tx: &mut Tx,
    granted: &CanKeepViews,
    view: ViewId,
    shift: Shift,
) -> Result<()> {
    let mut lanes = lock_lanes(tx, granted).await?;
    let at = lanes.iter().position(|it| *it == view);
    let to = at.and_then(|at| match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1).filter(|to| *to < lanes.len()),
    });
    let (Some(at), Some(to)) = (at, to) else {
        return Ok(());
    };
    lanes.swap(at, to);
    place(tx, granted, &lanes).await
}

/// The lanes that are seen, in order. Whoever presses twice at once is answered one after the other.
async fn lock_lanes(tx: &mut Tx, granted: &CanKeepViews) -> Result<Vec<ViewId>> {
    let me = granted.by().person()?.id;
    sqlx::query_scalar!(
        "select true from accounts where id = $1 for update",
        me as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let lanes = lanes(tx, granted.by()).await?;
    Ok(lanes.into_iter().map(|lane| lane.id).collect())
}

/// Writes the lanes of a desk anew.
async fn place(tx: &mut Tx, granted: &CanKeepViews, lanes: &[ViewId]) -> Result<()> {
    let me = granted.by().person()?.id;
    sqlx::query!("delete from desk_lanes where account_id = $1", me as _)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "insert into desk_lanes (account_id, view_id, place)
         select $1, l.id, l.place::smallint from unnest($2::uuid[]) with ordinality l (id, place)",
        me as _,
        lanes as _,
    )
    .execute(&mut **tx)
    .await?;
    let event =
        Event::new(Act::LanesChanged, Subject::account(me)).after(json!({ "views": lanes }));
    history::record(tx, granted.by(), event).await
}
