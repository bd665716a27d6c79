//! What becomes of the files of a proposal when the board accepts it, or its team drops it.

use serde_json::{Value, json};

use super::{Listed, of_initiative, of_proposal};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{InitiativeId, ProposedInitiativeId};
use crate::initiative::Proposal;
use crate::initiative::policy::CanReview;

/// Shows the files of a proposal with its initiative, in their order and with their words, in the place of what was shown.
pub(in crate::initiative) async fn publish(
    tx: &mut Tx,
    can: &CanReview,
    initiative: InitiativeId,
    proposal: &Proposal,
) -> Result<()> {
    let before: Vec<Listed> = of_initiative(tx, initiative)
        .await?
        .iter()
        .map(super::InitiativeFile::listed)
        .collect();
    let after: Vec<Listed> = of_proposal(tx, proposal)
        .await?
        .iter()
        .map(super::InitiativeFile::listed)
        .collect();
    if before == after {
        return Ok(());
    }
    let (now, by) = (tx.now(), can.keep().by());
    sqlx::query!(
        "update initiative_files set position = null, languages = null, words = null
         where initiative_id = $1 and position is not null",
        initiative as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_files f set initiative_id = $1, position = it.position, languages = it.languages, words = it.words
         from jsonb_to_recordset($2) as it (id uuid, position smallint, languages text[], words text[])
         where f.id = it.id and f.removed_at is null and (f.initiative_id is null or f.initiative_id = $1)",
        initiative as _,
        rows(&after)
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update initiative_files set removed_at = $2, removed_by = $3, key_sealed = null
         where initiative_id = $1 and position is null and removed_at is null",
        initiative as _,
        now,
        by.person()?.id as _
    )
    .execute(&mut **tx)
    .await?;
    let subject = Subject::initiative(initiative).of_organization(can.organization().id);
    // The words are in the proposals, sealed: they may name people, and history cannot forget.
    let ids = |all: &[Listed]| all.iter().map(|it| it.id).collect::<Vec<_>>();
    let event = Event::new(Act::InitiativeFilesPublished, subject)
        .before(json!({ "files": ids(&before) }))
        .after(json!({ "files": ids(&after) }));
    history::record(tx, by, event).await
}

fn rows(files: &[Listed]) -> Value {
    files
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let languages: Vec<&str> = it.words.iter().map(|it| it.language.as_str()).collect();
            let words: Vec<&str> = it.words.iter().map(|it| it.text.as_str()).collect();
            json!({ "id": it.id, "position": at, "languages": languages, "words": words })
        })
        .collect()
}

/// Takes out whatever came with a proposal that is dropped, and nobody else sees.
pub(in crate::initiative) async fn drop_of(
    tx: &mut Tx,
    by: &Actor,
    proposal: ProposedInitiativeId,
) -> Result<()> {
    let (now, by) = (tx.now(), by.person()?.id);
    sqlx::query!(
        "update initiative_files set removed_at = $2, removed_by = $3, key_sealed = null
         where proposal_id = $1 and position is null and removed_at is null",
        proposal as _,
        now,
        by as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
