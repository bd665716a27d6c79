//! Creating a group.

use chrono::NaiveDate;
use serde_json::json;

use super::policy::CanGroup;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::GroupId;
use crate::organization::Text;
use crate::values::{Country, GroupKind, Wording};

/// A group to create.
pub struct NewGroup {
    /// What it is.
    pub kind: GroupKind,
    /// What it is called, in several languages; the first is the name it goes by.
    pub names: Vec<Wording>,
    /// What it is for.
    pub purpose: Option<Text>,
    /// The only country it works in, if it is one.
    pub host_country: Option<Country>,
    /// The day it began.
    pub started_on: NaiveDate,
}

/// Creates a group. Nobody is in it yet.
pub async fn create(tx: &mut Tx, can: &CanGroup, new: NewGroup) -> Result<GroupId> {
    let id = GroupId::fresh();
    let now = tx.now();
    let (purpose, purpose_language) = match &new.purpose {
        Some(purpose) => (Some(purpose.text.as_str()), Some(&purpose.language)),
        None => (None, None),
    };
    sqlx::query!(
        "insert into groups (id, kind, host_country, purpose, purpose_language, started_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id as _,
        new.kind as _,
        new.host_country as _,
        purpose,
        purpose_language as _,
        new.started_on,
        now
    )
    .execute(&mut **tx)
    .await?;
    let (languages, texts): (Vec<_>, Vec<_>) = new
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
    let after = json!({ "kind": new.kind, "name": new.names.first().map(|name| &name.text) });
    let event = Event::new(Act::GroupCreated, Subject::group(id)).after(after);
    history::record(tx, can.by(), event).await?;
    Ok(id)
}
