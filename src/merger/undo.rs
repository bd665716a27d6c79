//! Taking a merger or a split back: every row becomes what it was, as long as nobody changed since what the merger changed.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use sqlx::{AssertSqlSafe, PgConnection};

use super::find::Merger;
use super::journal::{Moved, read};
use super::policy::CanMerge;
use super::tables::{Part, Table};
use super::{MergerKind, UNDONE};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{MergerId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::{self, team};
use crate::values::Prose;
use crate::{Error, Result};

/// What stands in the way of taking it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    /// It was taken back already.
    Undone,
    /// One of the two gave way to another since: that comes first.
    GaveWay,
    /// Where one of them stands with the board was changed since.
    Standing,
    /// Rows of this kind were changed since.
    Changed(Part),
}

impl Hindrance {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Undone => "merger-hindrance-undone",
            Self::GaveWay => "merger-hindrance-gave-way",
            Self::Standing => "merger-hindrance-standing",
            Self::Changed(Part::Particulars) => "merger-hindrance-particulars",
            Self::Changed(Part::Team) => "merger-hindrance-team",
            Self::Changed(Part::Leaders) => "merger-hindrance-leaders",
            Self::Changed(Part::Groups) => "merger-hindrance-groups",
            Self::Changed(Part::Initiatives) => "merger-hindrance-initiatives",
            Self::Changed(Part::Coordinator) => "merger-hindrance-coordinator",
            Self::Changed(Part::Likenesses | Part::Papers) => "merger-hindrance-papers",
        }
    }
}

/// What is made of the rest of a row of an organization, or says when it was written: put back where nobody wrote since.
const MADE: &[&str] = &[
    "updated_at",
    "search",
    "roster_hash",
    "standing_since",
    "import_hash",
];

/// A row that is to be put back.
pub(super) struct Back {
    pub(super) moved: Moved,
    /// The columns in which it changed; of a row that came or went, all.
    pub(super) columns: BTreeSet<String>,
    /// The row as it is now.
    pub(super) now: Option<Value>,
}

/// What stands in the way of taking a merger back.
pub async fn hindrances(conn: &mut PgConnection, merger: &Merger) -> Result<Vec<Hindrance>> {
    Ok(look(conn, merger).await?.1)
}

/// Every row as it was, as it became and as it is; and what of that nobody can put back.
async fn look(conn: &mut PgConnection, merger: &Merger) -> Result<(Vec<Back>, Vec<Hindrance>)> {
    let mut found = BTreeSet::new();
    if merger.undone.is_some() {
        return Ok((Vec::new(), vec![Hindrance::Undone]));
    }
    let mut rows = Vec::new();
    for moved in read(conn, merger.id).await? {
        // What a split made stays what it is: its number was given, and leads back from now on.
        if merger.kind == MergerKind::Split && moved.before.is_none() {
            continue;
        }
        let now = current(conn, &moved).await?;
        let columns = columns(&moved);
        hindered(&moved, &columns, now.as_ref(), &mut found);
        rows.push(Back {
            moved,
            columns,
            now,
        });
    }
    let survivor = organization::find(conn, merger.survivor.id).await?;
    if survivor.is_some_and(|it| it.merged_into.is_some()) {
        found.insert(Hindrance::GaveWay);
    }
    if merger.kind == MergerKind::Split {
        let other = organization::find(conn, merger.other.id).await?;
        if other.is_some_and(|it| it.merged_into.is_some()) {
            found.insert(Hindrance::GaveWay);
        }
    }
    Ok((rows, found.into_iter().collect()))
}

/// The columns in which a row changed.
pub(super) fn columns(moved: &Moved) -> BTreeSet<String> {
    let empty = Map::new();
    let of = |side: &Option<Value>| match side {
        Some(Value::Object(row)) => row.clone(),
        _ => empty.clone(),
    };
    let (before, after) = (of(&moved.before), of(&moved.after));
    before
        .keys()
        .chain(after.keys())
        .filter(|column| before.get(*column) != after.get(*column))
        .cloned()
        .collect()
}

/// Whether a row is what the merger made of it. A column that a later schema has besides says nothing of that, and
/// neither does what the program makes anew.
fn is_still(moved: &Moved, now: Option<&Value>) -> bool {
    match (&moved.after, now) {
        (Some(Value::Object(after)), Some(now)) => after
            .iter()
            .filter(|(column, _)| !moved.table.made.contains(&column.as_str()))
            .all(|(column, value)| now.get(column) == Some(value)),
        (None, None) => true,
        _ => false,
    }
}

/// Notes why a row cannot be put back.
fn hindered(
    moved: &Moved,
    columns: &BTreeSet<String>,
    now: Option<&Value>,
    found: &mut BTreeSet<Hindrance>,
) {
    if moved.table.name != "organizations" {
        // What people said of a likeness since stays said.
        if !is_still(moved, now) && moved.table.part != Part::Likenesses {
            found.insert(Hindrance::Changed(moved.table.part));
        }
        return;
    }
    // Of an organization only what the merger changed counts: the rest may go on changing.
    for column in columns
        .iter()
        .filter(|column| !MADE.contains(&column.as_str()))
    {
        let is_so = |side: Option<&Value>| side.and_then(|row| row.get(column)).cloned();
        if is_so(now) != is_so(moved.after.as_ref()) {
            found.insert(match column.as_str() {
                "merged_into" => Hindrance::GaveWay,
                "standing" | "standing_until" => Hindrance::Standing,
                _ => Hindrance::Changed(Part::Particulars),
            });
        }
    }
}

/// Where a row stands, by its key: one side of it tells the key, which no merger changes.
fn whereabouts(table: &Table) -> String {
    let key = table.key.join(", ");
    format!(
        "({key}) = (select {key} from jsonb_populate_record(null::{name}, $1))",
        name = table.name
    )
}

fn side(moved: &Moved) -> Result<&Value> {
    moved
        .before
        .as_ref()
        .or(moved.after.as_ref())
        .ok_or(Error::Contradiction("a row that never was"))
}

/// The row as it is now.
pub(super) async fn current(conn: &mut PgConnection, moved: &Moved) -> Result<Option<Value>> {
    let table = moved.table;
    let query = format!(
        "select to_jsonb(x) - '{{{aside}}}'::text[] from {name} x where {there}",
        aside = table.aside.join(","),
        name = table.name,
        there = whereabouts(table),
    );
    // Put together at run time of our own list of tables: the journal may hold a row of any of them.
    Ok(sqlx::query_scalar(AssertSqlSafe(query))
        .bind(side(moved)?)
        .fetch_optional(conn)
        .await?)
}

/// Takes a merger back, in one transaction. What stands in the way is told, and nothing is done.
pub async fn undo(
    tx: &mut Tx,
    granted: &CanMerge,
    merger: MergerId,
    reason: &Prose,
) -> Result<Result<(), Vec<Hindrance>>> {
    let ids = (granted.survivor().id, granted.other().id);
    organization::hold(tx, &[ids.0, ids.1]).await?;
    let vault = tx.vault();
    // Read under the lock: somebody else may have taken it back a moment ago.
    let merger = super::find::find(tx, &vault, merger)
        .await?
        .filter(|it| (it.survivor.id, it.other.id) == ids)
        .ok_or(Error::NotFound)?;
    let (mut rows, hindrances) = look(tx, &merger).await?;
    if !hindrances.is_empty() {
        return Ok(Err(hindrances));
    }
    // What came goes first, and what went comes last: in between nothing is there twice.
    rows.sort_by_key(|row| (row.moved.before.is_some(), row.moved.after.is_none()));
    for row in &rows {
        put_back(tx, row).await?;
    }
    let touched: Vec<OrganizationId> = touched(&rows);
    sqlx::query!(
        "update organizations set revision = revision + 1 where id = any($1)",
        &touched as _
    )
    .execute(&mut **tx)
    .await?;
    for id in touched {
        if rows
            .iter()
            .any(|row| is_of(row, id) && was_written_since(row))
        {
            organization::refresh(tx, id).await?;
        }
    }
    if merger.kind == MergerKind::Split {
        let made = organization::find(tx, ids.1)
            .await?
            .ok_or(Error::NotFound)?;
        organization::give_way(tx, &made, ids.0).await?;
    }
    close(tx, granted, &merger, reason).await?;
    Ok(Ok(()))
}

/// The organizations whose own rows are put back.
fn touched(rows: &[Back]) -> Vec<OrganizationId> {
    rows.iter()
        .filter(|row| row.moved.table.name == "organizations")
        .filter_map(|row| row.moved.before.as_ref()?.get("id")?.as_str()?.parse().ok())
        .collect()
}

fn is_of(row: &Back, id: OrganizationId) -> bool {
    let of = row
        .moved
        .before
        .as_ref()
        .and_then(|it| it.get("id")?.as_str());
    row.moved.table.name == "organizations" && of == Some(id.to_string().as_str())
}

/// Whether something else of the row changed since, so that what is made of it must be made again.
fn was_written_since(row: &Back) -> bool {
    !is_still(&row.moved, row.now.as_ref())
}

/// Puts a row back.
pub(super) async fn put_back(tx: &mut Tx, row: &Back) -> Result<()> {
    let Back {
        moved,
        columns,
        now,
    } = row;
    let (table, there) = (moved.table, whereabouts(moved.table));
    if table.part == Part::Likenesses && !is_still(moved, now.as_ref()) {
        return Ok(());
    }
    let name = table.name;
    let (query, times) = match (&moved.before, &moved.after) {
        (Some(_), Some(after)) => {
            let columns: Vec<&str> = columns
                .iter()
                .map(String::as_str)
                .filter(|column| {
                    let written = now.as_ref().and_then(|it| it.get(*column)) != after.get(*column);
                    !(MADE.contains(column) && written)
                })
                .collect();
            if columns.is_empty() || !columns.iter().all(|column| is_a_name(column)) {
                return Ok(());
            }
            let columns = columns.join(", ");
            let query = format!(
                "update {name} set ({columns}) = (select {columns} from jsonb_populate_record(null::{name}, $1))
                 where {there}"
            );
            // A standing that changes dates itself; written a second time, it stands with its own date.
            (query, if name == "organizations" { 2 } else { 1 })
        }
        (None, _) => (format!("delete from {name} where {there}"), 1),
        (Some(_), None) => {
            // What a later schema has besides takes what it has for all.
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            if !columns.iter().all(|column| is_a_name(column)) {
                return Ok(());
            }
            let columns = columns.join(", ");
            let query = format!(
                "insert into {name} ({columns}) select {columns} from jsonb_populate_record(null::{name}, $1)"
            );
            (query, 1)
        }
    };
    for _ in 0..times {
        // Put together at run time of our own list of tables and of names of columns that were looked at above.
        sqlx::query(AssertSqlSafe(query.clone()))
            .bind(side(moved)?)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Whether a text is the plain name of a column, and nothing else.
fn is_a_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// Writes that it was taken back, and tells the team that has its organization again.
async fn close(tx: &mut Tx, granted: &CanMerge, merger: &Merger, reason: &Prose) -> Result<()> {
    let (now, vault, by) = (tx.now(), tx.vault(), granted.actor().person()?.id);
    let sealed = vault.seal_text(UNDONE, merger.id, reason)?;
    sqlx::query!(
        "update mergers set undone_by = $2, undone_at = $3, undone_reason_sealed = $4 where id = $1",
        merger.id as _,
        by as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?;
    let act = match merger.kind {
        MergerKind::Merge => Act::MergerUndone,
        MergerKind::Split => Act::SplitUndone,
    };
    for (one, with) in [
        (&merger.survivor, &merger.other),
        (&merger.other, &merger.survivor),
    ] {
        let event = Event::new(act, Subject::organization(one.id, one.number))
            .after(json!({ "with": with.number, "merger": merger.id }))
            .reason(Some(reason));
        history::record(tx, granted.actor(), event).await?;
    }
    if merger.kind == MergerKind::Merge {
        for seat in team::of_organization(tx, merger.other.id).await? {
            let letter = Letter::OrganizationRestored(team::in_letters(&merger.other));
            notice::post(tx, Recipient::Account(seat.account), letter).await?;
        }
    }
    Ok(())
}
