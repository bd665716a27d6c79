//! Creating a group, and saying something else of it.

use super::Group;
use super::nest;
use super::policy::CanGroup;
use super::roles::roles;
use super::said::Said;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::GroupId;
use crate::values::GroupKind;
use crate::{Error, Result};

/// Why nothing else was said of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// It would be a part of itself, at whatever distance.
    Circle,
    /// Somebody in it, or asked to be, is what nobody is in a group of the other kind.
    Roles,
}

/// Creates a group. Nobody is in it yet. A group that nothing is a part of closes no circle.
pub async fn create(tx: &mut Tx, can: &CanGroup, said: &Said) -> Result<GroupId> {
    let id = GroupId::fresh();
    let now = tx.now();
    sqlx::query!(
        "insert into groups (id, kind, parent_id, areas, host_countries, joining, started_on, ended_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id as _,
        said.kind as _,
        said.parent as _,
        &said.areas as _,
        &said.host_countries as _,
        said.joining as _,
        said.started_on,
        said.ended_on,
        now
    )
    .execute(&mut **tx)
    .await?;
    write(tx, id, said).await?;
    let event = Event::new(Act::GroupCreated, Subject::group(id)).after(said.in_history());
    history::record(tx, can.by(), event).await?;
    Ok(id)
}

/// Says something else of a group, if nobody did since it was seen. When it ends is another act, and stays as it is.
///
/// # Errors
///
/// [`Error::Overtaken`] if somebody did, or it is over; the inner one says why it cannot be.
pub async fn change(
    tx: &mut Tx,
    can: &CanGroup,
    seen: &Group,
    said: &Said,
) -> Result<std::result::Result<(), NotChanged>> {
    let today = tx.today();
    nest::lock(tx).await?;
    if let Some(parent) = said.parent
        && nest::is_within(tx, parent, seen.id).await?
    {
        return Ok(Err(NotChanged::Circle));
    }
    let changed = sqlx::query!(
        "update groups set kind = $3, parent_id = $4, areas = $5, host_countries = $6, joining = $7, started_on = $8,
            version = version + 1
         where id = $1 and version = $2 and not group_is_over(ended_on, ended_at, $9)",
        seen.id as _,
        seen.version,
        said.kind as _,
        said.parent as _,
        &said.areas as _,
        &said.host_countries as _,
        said.joining as _,
        said.started_on,
        today,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if changed == 0 {
        return Err(Error::Overtaken);
    }
    if seen.said.kind != said.kind && has_others(tx, seen.id, said.kind).await? {
        return Ok(Err(NotChanged::Roles));
    }
    sqlx::query!("delete from group_names where group_id = $1", seen.id as _)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("delete from group_texts where group_id = $1", seen.id as _)
        .execute(&mut **tx)
        .await?;
    write(tx, seen.id, said).await?;
    // Names and texts change with the count alone, so what was seen is what was there.
    let event = Event::new(Act::GroupChanged, Subject::group(seen.id))
        .before(seen.said.in_history())
        .after(said.in_history());
    history::record(tx, can.by(), event).await?;
    Ok(Ok(()))
}

/// Whether somebody in a group, or asked to be, is what no organization is in a group of this kind.
async fn has_others(tx: &mut Tx, group: GroupId, kind: GroupKind) -> Result<bool> {
    let (now, fitting) = (tx.now(), roles(kind));
    let fitting: Vec<&str> = fitting.iter().map(|it| it.code()).collect();
    Ok(sqlx::query_scalar!(
        r#"select exists (select from group_members where group_id = $1 and until is null and role <> all($2))
            or exists (select from group_invitations
                where group_id = $1 and answer is null and expires_at > $3 and role <> all($2)) as "has!""#,
        group as _,
        &fitting as _,
        now
    )
    .fetch_one(&mut **tx)
    .await?)
}

/// Writes names and texts.
async fn write(tx: &mut Tx, id: GroupId, said: &Said) -> Result<()> {
    let (languages, texts): (Vec<_>, Vec<_>) = said
        .names
        .iter()
        .map(|name| (name.language.to_string(), name.text.to_string()))
        .unzip();
    sqlx::query!(
        "insert into group_names (group_id, position, language, text)
         select $1, (n - 1)::smallint, language, text
         from unnest($2::text[], $3::text[]) with ordinality as t (language, text, n)",
        id as _,
        &languages,
        &texts
    )
    .execute(&mut **tx)
    .await?;
    for text in &said.texts {
        sqlx::query!(
            "insert into group_texts (group_id, language, purpose, terms) values ($1, $2, $3, $4)",
            id as _,
            text.language.as_str(),
            text.purpose.as_deref(),
            text.terms.as_deref(),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
