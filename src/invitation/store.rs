//! Writing invitations: a new one, its letter again, taking it back.

use chrono::TimeDelta;
use serde_json::json;

use super::policy::CanInvite;
use super::{EMAIL, Place, of_place};
use crate::account::{self, Token};
use crate::actor::Denied;
use crate::case;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, CaseId, InvitationId, OrganizationId};
use crate::notice::{self, Letter, Recipient};
use crate::organization::team;
use crate::values::{Email, Lang, TeamRole};
use crate::{Error, Result};

/// How long a link works.
const LASTS: TimeDelta = TimeDelta::days(7);
/// How many invitations may wait in one place.
const MOST: usize = 50;

/// Why somebody was not invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// An invitation to this address waits already.
    Waits,
    /// The address belongs to somebody of the team.
    IsThere,
    /// Too many invitations wait.
    TooMany,
    /// Too many letters went to this address lately.
    TooOften,
}

/// Invites an address. The letter goes there in the language of the inviter's choice.
pub async fn invite(
    tx: &mut Tx,
    granted: &CanInvite,
    (email, role, lang): (&Email, TeamRole, Lang),
) -> Result<Result<InvitationId, NotInvited>> {
    lock(tx, granted).await?;
    let place = granted.place();
    let role = match granted.hands_over() {
        true => TeamRole::Owner,
        false => role,
    };
    let (id, now, vault) = (InvitationId::fresh(), tx.now(), tx.vault());
    let index = account::index(&vault, email);
    expire(tx, place).await?;
    if of_place(tx, &vault, place).await?.len() >= MOST {
        return Ok(Err(NotInvited::TooMany));
    }
    let there = sqlx::query_scalar!(
        r#"select exists (select from accounts a where a.email_index = $1 and (
            exists (select from organization_team t
                where t.organization_id = $2 and t.account_id = a.id and t.until is null)
            or exists (select from case_team t where t.case_id = $3 and t.account_id = a.id and t.until is null)
            or exists (select from cases c where c.id = $3 and c.applicant_id = a.id))) as "there!""#,
        index.clone() as _,
        place.organization() as _,
        place.case() as _
    )
    .fetch_one(&mut **tx)
    .await?;
    if there {
        return Ok(Err(NotInvited::IsThere));
    }
    if !account::may_write_to(tx, email).await? {
        return Ok(Err(NotInvited::TooOften));
    }
    let token = Token::fresh()?;
    let sealed = vault.seal_text(EMAIL, id, email.as_str())?;
    let made = sqlx::query!(
        "insert into invitations (id, organization_id, case_id, role, email_index, email_sealed, lang, token_hash,
            invited_by, created_at, sent_at, expires_at, hands_over)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12)
         on conflict (coalesce(organization_id, case_id), email_index) where ended_at is null do nothing",
        id as _,
        place.organization() as _,
        place.case() as _,
        role as _,
        index as _,
        sealed as _,
        lang as _,
        token.hash(),
        granted.actor().person()?.id as _,
        now,
        now + LASTS,
        granted.hands_over(),
    )
    .execute(&mut **tx)
    .await?;
    if made.rows_affected() == 0 {
        return Ok(Err(NotInvited::Waits));
    }
    let event = Event::new(Act::TeamInvited, place.subject())
        .after(json!({ "invitation": id, "role": role, "hands_over": granted.hands_over() }));
    history::record(tx, granted.actor(), event).await?;
    send(tx, place, (email, role, lang), &token).await?;
    Ok(Ok(id))
}

/// Writes the letter again, with a link of its own; the one before works no more.
pub async fn resend(
    tx: &mut Tx,
    granted: &CanInvite,
    id: InvitationId,
) -> Result<Result<(), NotInvited>> {
    lock(tx, granted).await?;
    let (now, vault, place) = (tx.now(), tx.vault(), granted.place());
    let waiting = of_place(tx, &vault, place).await?;
    let known = waiting
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(Error::Overtaken)?;
    if !account::may_write_to(tx, &known.email).await? {
        return Ok(Err(NotInvited::TooOften));
    }
    let token = Token::fresh()?;
    sqlx::query!(
        "update invitations set token_hash = $2, invited_by = $3, sent_at = $4, expires_at = $5 where id = $1",
        id as _,
        token.hash(),
        granted.actor().person()?.id as _,
        now,
        now + LASTS
    )
    .execute(&mut **tx)
    .await?;
    let event = Event::new(Act::TeamInvitationResent, place.subject())
        .after(json!({ "invitation": id, "role": known.role }));
    history::record(tx, granted.actor(), event).await?;
    let to = (&known.email, known.role, known.lang);
    send(tx, place, to, &token).await?;
    Ok(Ok(()))
}

/// Takes an invitation back: its link works no more.
pub async fn withdraw(tx: &mut Tx, granted: &CanInvite, id: InvitationId) -> Result<()> {
    lock(tx, granted).await?;
    let (now, place) = (tx.now(), granted.place());
    let ended = sqlx::query!(
        "update invitations set ended_at = $4, ended_how = 'withdrawn'
         where id = $1 and (organization_id = $2 or case_id = $3) and ended_at is null",
        id as _,
        place.organization() as _,
        place.case() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    let event = Event::new(Act::TeamInvitationWithdrawn, place.subject())
        .after(json!({ "invitation": id }));
    history::record(tx, granted.actor(), event).await
}

/// What waits for a registration waits for the organization that came of it.
pub async fn move_to_organization(
    tx: &mut Tx,
    case: CaseId,
    organization: OrganizationId,
) -> Result<()> {
    sqlx::query!(
        "update invitations set organization_id = $2, case_id = null where case_id = $1 and ended_at is null",
        case as _,
        organization as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The record has an owner from now on: what waits of the invitations by which it was handed over is theirs to keep or take back.
pub(super) async fn leave_to(tx: &mut Tx, place: &Place, owner: AccountId) -> Result<()> {
    sqlx::query!(
        "update invitations set hands_over = false, invited_by = $3
         where (organization_id = $1 or case_id = $2) and hands_over and ended_at is null",
        place.organization() as _,
        place.case() as _,
        owner as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Holds the team, and makes sure that the actor may still invite there.
async fn lock(tx: &mut Tx, granted: &CanInvite) -> Result<()> {
    let account = granted.actor().person()?.id;
    match granted.place() {
        Place::Organization { id, .. } => {
            team::lock(tx, *id).await?;
            if granted.hands_over() {
                let typed_in = case::typed_for(tx, *id).await?.is_some();
                return match typed_in && team::owners(tx, *id).await?.is_empty() {
                    true => Ok(()),
                    false => Err(Error::Overtaken),
                };
            }
            match team::role_of(tx, *id, account).await? {
                Some(TeamRole::Owner) => Ok(()),
                _ => Err(Error::Overtaken),
            }
        }
        Place::Case { id, .. } => {
            case::team::lock(tx, *id).await?;
            let case = case::find(tx, granted.actor(), *id).await?;
            let again = match granted.hands_over() {
                true => case::policy::hand_over(granted.actor(), &case).map(|_| ()),
                false => case::policy::keep_team(granted.actor(), &case).map(|_| ()),
            };
            match again {
                Ok(()) => Ok(()),
                Err(Error::Denied(Denied::Forbidden)) => Err(Error::Overtaken),
                Err(error) => Err(error),
            }
        }
    }
}

/// Ends those whose time ran out, so that the same address can be invited again.
async fn expire(tx: &mut Tx, place: &Place) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update invitations set ended_at = $3, ended_how = 'expired'
         where (organization_id = $1 or case_id = $2) and ended_at is null and expires_at <= $3",
        place.organization() as _,
        place.case() as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn send(
    tx: &mut Tx,
    place: &Place,
    (email, role, lang): (&Email, TeamRole, Lang),
    token: &Token,
) -> Result<()> {
    let to = Recipient::Address {
        email: email.clone(),
        lang,
        account: None,
    };
    let title = match place.title() {
        "" => crate::say::plain(lang, "team-untitled", &[]),
        title => title.to_owned(),
    };
    let token = token.expose().to_owned();
    notice::post(tx, to, Letter::Invitation { token, title, role }).await
}
