//! What people make of a pair: they link both, introduce those who carry them, or say that it is nothing.

use serde_json::json;

use super::find::WORDS;
use super::introduction::{self, Between};
use super::policy::CanJudge;
use super::{LinkKind, OverlapState, SUGGESTED};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{InitiativeId, IntroductionId};
use crate::initiative;
use crate::organization::Mention;
use crate::values::{InitiativeRole, Prose};
use crate::{Error, Result};

/// What one initiative is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What.
    pub kind: LinkKind,
    /// Whether the other is that to the one, not the one to the other.
    pub reversed: bool,
}

/// Why two were not introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIntroduced {
    /// Nobody leads one of both.
    NoLead,
    /// The same organization leads both.
    SameLead,
    /// One of both is not published: its lead has not told anybody of it.
    Unpublished,
}

/// Links both, for a reason. `Overtaken` where somebody else said something of the pair meanwhile.
pub async fn link(tx: &mut Tx, can: &CanJudge, link: Link, words: &Prose) -> Result<()> {
    say(tx, can, OverlapState::Linked, Some(link), words).await?;
    record(tx, can, Act::InitiativesLinked, Some(link), words).await
}

/// Takes a link back: the pair is suggested again, if it comes close enough.
pub async fn unlink(tx: &mut Tx, can: &CanJudge, words: &Prose) -> Result<()> {
    let pair = can.pair();
    let undone = sqlx::query!(
        "update overlap_pairs set state = case when score >= $2 then 'suggested' else 'stale' end, link = null, reversed = false,
            said_at = null, said_by = null, words_sealed = null where id = $1 and state = 'linked'",
        pair.id as _,
        SUGGESTED
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if undone == 0 {
        return Err(Error::Overtaken);
    }
    let before = pair.link.map(|kind| Link {
        kind,
        reversed: pair.reversed,
    });
    record(tx, can, Act::InitiativesUnlinked, before, words).await
}

/// Says that it is nothing, for good: no comparison brings it back.
pub async fn dismiss(tx: &mut Tx, can: &CanJudge, words: &Prose) -> Result<()> {
    say(tx, can, OverlapState::Dismissed, None, words).await?;
    record(tx, can, Act::OverlapDismissed, None, words).await
}

/// Introduces those who lead both: a conversation of both teams and the board, which begins with these words.
pub async fn introduce(
    tx: &mut Tx,
    can: &CanJudge,
    words: &Prose,
) -> Result<std::result::Result<IntroductionId, NotIntroduced>> {
    let pair = can.pair();
    let both = [pair.one, pair.other];
    let published = initiative::find_many(tx, initiative::policy::public(), &both).await?;
    if published.len() < 2 {
        return Ok(Err(NotIntroduced::Unpublished));
    }
    let (Some(one), Some(other)) = (lead(tx, pair.one).await?, lead(tx, pair.other).await?) else {
        return Ok(Err(NotIntroduced::NoLead));
    };
    if one.id == other.id {
        return Ok(Err(NotIntroduced::SameLead));
    }
    if pair.state == OverlapState::Introduced {
        return Err(Error::Overtaken);
    }
    say(tx, can, OverlapState::Introduced, None, words).await?;
    let between = Between {
        pair: pair.id,
        one: &one,
        other: &other,
    };
    let id = introduction::open(tx, can.by(), &between, words).await?;
    record(tx, can, Act::OrganizationsIntroduced, None, words).await?;
    Ok(Ok(id))
}

async fn lead(tx: &mut Tx, initiative: InitiativeId) -> Result<Option<Mention>> {
    Ok(initiative::partners(tx, initiative)
        .await?
        .into_iter()
        .find(|it| it.role == InitiativeRole::Lead && it.organization.can_join())
        .map(|it| it.organization))
}

async fn say(
    tx: &mut Tx,
    can: &CanJudge,
    state: OverlapState,
    link: Option<Link>,
    words: &Prose,
) -> Result<()> {
    let pair = can.pair();
    let (now, by, vault) = (tx.now(), can.by().person()?.id, tx.vault());
    let said = sqlx::query!(
        "update overlap_pairs set state = $3, link = $4, reversed = $5, said_at = $6, said_by = $7, words_sealed = $8
         where id = $1 and state = $2",
        pair.id as _,
        pair.state as _,
        state as _,
        link.map(|it| it.kind) as _,
        link.is_some_and(|it| it.reversed),
        now,
        by as _,
        vault.seal_text(WORDS, pair.id, words)? as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    match said {
        0 => Err(Error::Overtaken),
        _ => Ok(()),
    }
}

/// History of both: each says what happened to it.
async fn record(
    tx: &mut Tx,
    can: &CanJudge,
    act: Act,
    link: Option<Link>,
    words: &Prose,
) -> Result<()> {
    let pair = can.pair();
    for (of, with) in [(pair.one, pair.other), (pair.other, pair.one)] {
        let after = match link {
            Some(link) => json!({ "with": with, "link": link.kind, "from": match link.reversed {
                true => pair.other,
                false => pair.one,
            } }),
            None => json!({ "with": with }),
        };
        let event = Event::new(act, Subject::initiative(of))
            .after(after)
            .reason(Some(words));
        history::record(tx, can.by(), event).await?;
    }
    Ok(())
}
