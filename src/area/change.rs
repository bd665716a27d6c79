//! Adding, naming, moving, retiring and bringing back.

use serde_json::json;

use super::list::{Kept, Tree, locked};
use super::policy::CanKeepAreas;
use super::refusal::Refusal;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AreaId;
use crate::names::fold;
use crate::values::{Area, InEveryLanguage, Lang};
use crate::{Error, Result};

/// What a form says of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What it is called.
    pub names: InEveryLanguage,
    /// What it is beneath; nothing on the first level.
    pub parent: Option<Area>,
}

/// Adds an area behind those beside it. Without a code it gets one from its English name.
pub async fn add(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    code: Option<Area>,
    terms: &Terms,
) -> Result<Result<Area, Refusal>> {
    let tree = locked(tx).await?;
    // Before the code: a name that is taken mostly gives a code that is taken.
    if let Err(refusal) = allows(&tree, None, terms) {
        return Ok(Err(refusal));
    }
    let Some(area) = code.or_else(|| Area::recorded(&fold(&terms.names.en).replace(' ', "-")))
    else {
        return Ok(Err(Refusal::NoCode));
    };
    if tree.find(area).is_some() {
        return Ok(Err(Refusal::CodeTaken));
    }
    let id = AreaId::fresh();
    sqlx::query!(
        "insert into areas (code, id, parent, position) values ($1, $2, $3, $4)",
        area as _,
        id as _,
        terms.parent as _,
        tree.last(terms.parent),
    )
    .execute(&mut **tx)
    .await?;
    name(tx, area, &terms.names).await?;
    let event = Event::new(Act::AreaAdded, Subject::area(id, area)).after(said(terms));
    history::record(tx, granted.by(), event).await?;
    Ok(Ok(area))
}

/// Names an area anew or moves it, if nobody changed it since it was seen.
pub async fn write(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    seen: &Kept,
    terms: &Terms,
) -> Result<Result<(), Refusal>> {
    let tree = locked(tx).await?;
    unchanged(&tree, seen)?;
    if let Err(refusal) = allows(&tree, Some(seen), terms) {
        return Ok(Err(refusal));
    }
    let position = match seen.parent == terms.parent {
        true => seen.position,
        false => tree.last(terms.parent),
    };
    sqlx::query!(
        "update areas set parent = $2, position = $3, revision = revision + 1 where code = $1",
        seen.area as _,
        terms.parent as _,
        position,
    )
    .execute(&mut **tx)
    .await?;
    name(tx, seen.area, &terms.names).await?;
    let event = Event::new(Act::AreaChanged, Subject::area(seen.id, seen.area))
        .before(said(&Terms {
            names: seen.names.clone(),
            parent: seen.parent,
        }))
        .after(said(terms));
    history::record(tx, granted.by(), event).await?;
    Ok(Ok(()))
}

/// Offers an area no more. What records say stays.
pub async fn retire(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    seen: &Kept,
) -> Result<Result<(), Refusal>> {
    let tree = locked(tx).await?;
    unchanged(&tree, seen)?;
    if tree.children(seen.area).any(Kept::is_offered) {
        return Ok(Err(Refusal::HasChildren));
    }
    let today = tx.today();
    set_retired(tx, granted, seen, Some(today)).await?;
    Ok(Ok(()))
}

/// Offers an area again.
pub async fn bring_back(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    seen: &Kept,
) -> Result<Result<(), Refusal>> {
    let tree = locked(tx).await?;
    unchanged(&tree, seen)?;
    let parent = seen.parent.and_then(|parent| tree.find(parent));
    if parent.is_some_and(|parent| !parent.is_offered()) {
        return Ok(Err(Refusal::ParentRetired));
    }
    set_retired(tx, granted, seen, None).await?;
    Ok(Ok(()))
}

async fn set_retired(
    tx: &mut Tx,
    granted: &CanKeepAreas,
    seen: &Kept,
    on: Option<chrono::NaiveDate>,
) -> Result<()> {
    sqlx::query!(
        "update areas set retired_on = $2, revision = revision + 1 where code = $1",
        seen.area as _,
        on,
    )
    .execute(&mut **tx)
    .await?;
    let act = match on {
        Some(_) => Act::AreaRetired,
        None => Act::AreaBroughtBack,
    };
    let event = Event::new(act, Subject::area(seen.id, seen.area))
        .before(json!({ "retired_on": seen.retired_on }))
        .after(json!({ "retired_on": on }));
    history::record(tx, granted.by(), event).await
}

async fn name(tx: &mut Tx, area: Area, names: &InEveryLanguage) -> Result<()> {
    let languages: Vec<String> = Lang::ALL.iter().map(|it| it.code().to_owned()).collect();
    let texts: Vec<String> = Lang::ALL
        .iter()
        .map(|it| names.of(*it).to_owned())
        .collect();
    sqlx::query!(
        "insert into area_names (area_code, language, text)
         select $1, language, text from unnest($2::text[], $3::text[]) as said (language, text)
         on conflict (area_code, language) do update set text = excluded.text",
        area as _,
        &languages,
        &texts,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whoever changes an area has seen it as it is, and it is still one.
pub(super) fn unchanged(tree: &Tree, seen: &Kept) -> Result<()> {
    match tree.find(seen.area) {
        Some(now) if now.revision == seen.revision && now.merged_into.is_none() => Ok(()),
        _ => Err(Error::Overtaken),
    }
}

/// Whether the list may have this area so.
fn allows(tree: &Tree, own: Option<&Kept>, terms: &Terms) -> Result<(), Refusal> {
    let read = tree.as_read();
    for (at, lang) in Lang::ALL.iter().enumerate() {
        let known = read.named(terms.names.of(*lang));
        if known.is_some_and(|known| own.is_none_or(|own| own.area != known)) {
            return Err(Refusal::NameTaken(at));
        }
    }
    let Some(parent) = terms.parent else {
        return Ok(());
    };
    if own.is_some_and(|own| own.parent == Some(parent)) {
        return Ok(());
    }
    let is_offered_top = |kept: &Kept| kept.is_offered() && kept.parent.is_none();
    if !tree.find(parent).is_some_and(is_offered_top) || own.is_some_and(|own| own.area == parent) {
        return Err(Refusal::NoParent);
    }
    if own.is_some_and(|own| tree.children(own.area).next().is_some()) {
        return Err(Refusal::ThirdLevel);
    }
    Ok(())
}

fn said(terms: &Terms) -> serde_json::Value {
    json!({ "names": terms.names, "parent": terms.parent })
}
