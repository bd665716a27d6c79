//! Adding files to what a team proposes, saying what they are, putting them in order and taking them out; and taking down what
//! anybody sees.

use serde_json::json;

use super::{KEY, LIST, Listed};
use crate::actor::Actor;
use crate::db::Tx;
use crate::document::Kept;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{InitiativeFileId, InitiativeId};
use crate::initiative::policy::{CanKeepInitiatives, CanKeepProposal};
use crate::initiative::{FileUse, tell};
use crate::notice::{Letter, LetterToPartner};
use crate::values::{Prose, Wording};
use crate::{Error, Result};

/// A file to be added.
#[derive(Debug)]
pub struct NewFile<'a> {
    /// What it is to be.
    pub used_as: FileUse,
    /// Where its content lies.
    pub kept: &'a Kept,
    /// What it shows, or what it is called.
    pub words: &'a [Wording],
}

/// There are as many of its kind as there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// Which way a file goes in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the one that stands before it.
    Up,
    /// Behind the one that stands behind it.
    Down,
}

/// The list of a proposal that stays with its team while it is held, with what each file is to it.
///
/// # Errors
///
/// [`Error::Overtaken`] if the proposal went to the board meanwhile.
async fn held(tx: &mut Tx, can: &CanKeepProposal) -> Result<Vec<(Listed, FileUse)>> {
    let (id, vault) = (can.proposal().id, tx.vault());
    let sealed = sqlx::query_scalar!(
        "select files_sealed from initiative_proposals where id = $1 and stage in ('draft', 'returned') for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let Some(sealed) = sealed else {
        return Ok(Vec::new());
    };
    let list: Vec<Listed> = vault.open_json(LIST, id, &sealed)?;
    let ids: Vec<InitiativeFileId> = list.iter().map(|it| it.id).collect();
    let there = sqlx::query!(
        "select id, used_as from initiative_files where id = any($1) and removed_at is null",
        &ids as _
    )
    .fetch_all(&mut **tx)
    .await?;
    let used_as = |id| there.iter().find(|row| row.id == id).map(|row| row.used_as);
    Ok(list
        .into_iter()
        .filter_map(|it| Some((used_as(it.id)?, it)))
        .map(|(used_as, it)| (it, used_as))
        .collect())
}

async fn write(tx: &mut Tx, can: &CanKeepProposal, list: Vec<(Listed, FileUse)>) -> Result<()> {
    let (id, now, vault) = (can.proposal().id, tx.now(), tx.vault());
    let list: Vec<Listed> = list.into_iter().map(|(it, _)| it).collect();
    sqlx::query!(
        "update initiative_proposals set files_sealed = $2, updated_at = $3 where id = $1",
        id as _,
        vault.seal_json(LIST, id, &list)? as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Adds a file behind the others.
///
/// # Errors
///
/// [`Error::Overtaken`] if the proposal went to the board meanwhile.
pub async fn add(
    tx: &mut Tx,
    can: &CanKeepProposal,
    new: &NewFile<'_>,
) -> Result<std::result::Result<InitiativeFileId, Full>> {
    let mut list = held(tx, can).await?;
    let alike = list.iter().filter(|(_, used_as)| *used_as == new.used_as);
    if alike.count() >= new.used_as.most() {
        return Ok(Err(Full));
    }
    let (id, now, vault) = (InitiativeFileId::fresh(), tx.now(), tx.vault());
    let (width, height) = match new.kept.size() {
        Some((width, height)) => (Some(width.cast_signed()), Some(height.cast_signed())),
        None => (None, None),
    };
    let bytes = new.kept.bytes()?;
    sqlx::query!(
        "insert into initiative_files (id, proposal_id, used_as, kind, bytes, width, height, object, small, key_sealed, added_by,
            added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id as _,
        can.proposal().id as _,
        new.used_as as _,
        new.kept.kind() as _,
        bytes,
        width,
        height,
        new.kept.object(),
        new.kept.small(),
        vault.seal(KEY, id, new.kept.key())? as _,
        can.by().person()?.id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    let listed = Listed {
        id,
        words: new.words.to_vec(),
    };
    list.push((listed, new.used_as));
    write(tx, can, list).await?;
    let event = Event::new(Act::InitiativeFileAdded, subject(can)).after(json!({
        "file": id,
        "proposal": can.proposal().id,
        "initiative": can.proposal().initiative,
        "used_as": new.used_as,
        "kind": new.kept.kind(),
        "bytes": bytes,
    }));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Says otherwise what a file shows, or what it is called. As with the rest of a draft, saving is no act of its own.
///
/// # Errors
///
/// [`Error::NotFound`] if the proposal has no such file; [`Error::Overtaken`] as with [`add`].
pub async fn describe(
    tx: &mut Tx,
    can: &CanKeepProposal,
    id: InitiativeFileId,
    words: &[Wording],
) -> Result<()> {
    let mut list = held(tx, can).await?;
    let (found, _) = list
        .iter_mut()
        .find(|(it, _)| it.id == id)
        .ok_or(Error::NotFound)?;
    words.clone_into(&mut found.words);
    write(tx, can, list).await
}

/// Lets a file change places with the next of its kind that way. At the end of the list nothing happens.
///
/// # Errors
///
/// As with [`describe`].
pub async fn shift(
    tx: &mut Tx,
    can: &CanKeepProposal,
    id: InitiativeFileId,
    way: Way,
) -> Result<()> {
    let mut list = held(tx, can).await?;
    let at = list
        .iter()
        .position(|(it, _)| it.id == id)
        .ok_or(Error::NotFound)?;
    let used_as = list.get(at).map(|(_, used_as)| *used_as);
    let is_alike = |place: &usize| list.get(*place).map(|(_, used_as)| *used_as) == used_as;
    let other = match way {
        Way::Up => (0..at).rev().find(is_alike),
        Way::Down => (at + 1..list.len()).find(is_alike),
    };
    if let Some(other) = other {
        list.swap(at, other);
    }
    write(tx, can, list).await
}

/// Takes a file out. One that anybody sees is gone from there at once: for that nobody's word is needed.
///
/// # Errors
///
/// As with [`describe`].
pub async fn remove(tx: &mut Tx, can: &CanKeepProposal, id: InitiativeFileId) -> Result<()> {
    let mut list = held(tx, can).await?;
    let before = list.len();
    list.retain(|(it, _)| it.id != id);
    if list.len() == before {
        return Err(Error::NotFound);
    }
    write(tx, can, list).await?;
    let shown = take_out(tx, can.by(), id).await?;
    let subject = match shown {
        Some(initiative) => Subject::initiative(initiative).of_organization(can.organization().id),
        None => subject(can),
    };
    let event = Event::new(Act::InitiativeFileRemoved, subject).before(json!({
        "file": id,
        "proposal": can.proposal().id,
        "was_public": shown.is_some(),
    }));
    history::record(tx, can.by(), event).await
}

/// Takes down what anybody sees of an initiative, at once, for a reason that those who carry it are told.
///
/// # Errors
///
/// [`Error::NotFound`] if it is of another initiative; [`Error::Overtaken`] if it was taken out meanwhile.
pub async fn take_down(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    (initiative, id): (InitiativeId, InitiativeFileId),
    words: &Prose,
) -> Result<()> {
    let found = sqlx::query_scalar!(
        r#"select position is not null as "is_shown!" from initiative_files where id = $1 and initiative_id = $2 for update"#,
        id as _,
        initiative as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    if !found {
        return Err(Error::Overtaken);
    }
    take_out(tx, can.by(), id).await?;
    let event = Event::new(Act::InitiativeFileRemoved, Subject::initiative(initiative))
        .before(json!({ "file": id, "was_public": true }))
        .reason(Some(words));
    history::record(tx, can.by(), event).await?;
    tell::all(tx, can.by(), initiative, |of| {
        Letter::Partner(LetterToPartner::FileTakenDown {
            of,
            words: words.to_string(),
        })
    })
    .await
}

/// Takes the key of a file away, and its place; which initiative showed it.
async fn take_out(tx: &mut Tx, by: &Actor, id: InitiativeFileId) -> Result<Option<InitiativeId>> {
    let (now, by) = (tx.now(), by.person()?.id);
    let shown = sqlx::query!(
        r#"update initiative_files new set removed_at = $2, removed_by = $3, key_sealed = null, position = null, languages = null,
            words = null
         from (select id, position is not null as is_shown from initiative_files where id = $1 for update) old
         where new.id = old.id and new.removed_at is null
         returning new.initiative_id, old.is_shown as "is_shown!""#,
        id as _,
        now,
        by as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::Overtaken)?;
    let initiative = shown.initiative_id.filter(|_| shown.is_shown);
    if let Some(initiative) = initiative {
        sqlx::query!(
            "update initiatives set updated_at = $2 where id = $1",
            initiative as _,
            now
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(initiative)
}

fn subject(can: &CanKeepProposal) -> Subject {
    let of = can.organization();
    Subject::organization(of.id, of.number)
}
