//! What an organization answers that is asked to carry an initiative, and leaving one.

use super::AcceptedBy;
use super::asked::WORDS;
use super::partner::{self, Entry, rise};
use super::policy::CanAnswer;
use super::tell;
use crate::db::Tx;
use crate::group::JoinAnswer;
use crate::history::Act;
use crate::ids::{AssignmentId, InitiativeId, InitiativeInvitationId};
use crate::notice::GroupReply;
use crate::organization;
use crate::values::Prose;
use crate::{Error, Result};

/// Answers, with a word if there is one. From an acceptance on the organization carries the initiative, in public too. Whoever
/// asked is told. Which initiative it is.
///
/// # Errors
///
/// [`Error::NotFound`] if another organization is asked; [`Error::TooLate`] if it is too old; [`Error::Overtaken`] if it is answered or taken back, or the
/// organization takes part in nothing any more.
pub async fn answer(
    tx: &mut Tx,
    can: &CanAnswer,
    id: InitiativeInvitationId,
    accepts: bool,
    words: Option<&Prose>,
) -> Result<InitiativeId> {
    let (now, vault) = (tx.now(), tx.vault());
    let organization = can.organization().id;
    // Held before the question, as mergers hold it before what goes over.
    organization::hold(tx, &[organization]).await?;
    let mention = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    let found = sqlx::query!(
        r#"select initiative_id, organization_id, role, asking_id, asked_by, answer is null as "is_open!", expires_at
         from initiative_invitations where id = $1 for update"#,
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .filter(|it| it.organization_id == organization)
    .ok_or(Error::NotFound)?;
    if !found.is_open || accepts && !mention.can_join() {
        return Err(Error::Overtaken);
    }
    if found.expires_at <= now {
        return Err(Error::TooLate);
    }
    let said = match accepts {
        true => JoinAnswer::Accepted,
        false => JoinAnswer::Declined,
    };
    let sealed = match words {
        Some(words) => Some(vault.seal_text(WORDS, id, words)?),
        None => None,
    };
    sqlx::query!(
        "update initiative_invitations set answer = $2, answered_at = $3, words_sealed = $4 where id = $1",
        id as _,
        said as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?;
    if accepts {
        let entry = Entry {
            initiative: found.initiative_id,
            organization,
            role: found.role,
            accepted_by: AcceptedBy::Organization,
            asked_by: Some(found.asked_by),
        };
        // It may carry the initiative by its own proposal meanwhile.
        rise(tx, &entry).await?;
    }
    let (act, reply) = match accepts {
        true => (Act::InitiativePartnerAccepted, GroupReply::Joined),
        false => (Act::InitiativePartnerDeclined, GroupReply::Declined),
    };
    let part = (found.initiative_id, &mention, found.role);
    partner::record(tx, can.by(), (act, words), part).await?;
    let whom = (can.by().account(), Some(found.asked_by), found.asking_id);
    tell::reply(tx, part, reply, whom).await?;
    Ok(found.initiative_id)
}

/// Leaves an initiative, with a word if there is one. Whoever asked is told, and those who lead it. Which initiative it was.
///
/// # Errors
///
/// [`Error::NotFound`] if it is another organization's part; [`Error::Overtaken`] if it ended already.
pub async fn leave(
    tx: &mut Tx,
    can: &CanAnswer,
    id: AssignmentId,
    words: Option<&Prose>,
) -> Result<InitiativeId> {
    let is_theirs = sqlx::query_scalar!(
        r#"select exists (select from initiative_partners where id = $1 and organization_id = $2) as "is!""#,
        id as _,
        can.organization().id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if !is_theirs {
        return Err(Error::NotFound);
    }
    let act = (Act::InitiativePartnerLeft, words);
    let ended = partner::end(tx, can.by(), act, id).await?;
    // Whoever asked for an organization reads it where that organization leads, with the others there.
    let asking = sqlx::query_scalar!(
        "select asking_id from initiative_invitations
         where initiative_id = $1 and organization_id = $2 and answer = 'accepted' order by answered_at desc limit 1",
        ended.initiative as _,
        ended.organization.id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .flatten();
    let part = (ended.initiative, &ended.organization, ended.role);
    let whom = (can.by().account(), ended.asked_by, asking);
    tell::reply(tx, part, GroupReply::Left, whom).await?;
    Ok(ended.initiative)
}
