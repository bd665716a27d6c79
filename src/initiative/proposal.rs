//! What a team asks the board to publish: a new initiative, or a change of one that is published. What anybody sees stays as
//! it is until the board has looked at it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use super::create::{NobodyLeads, change, create, is_led, lock, publish};
use super::files::{self, InitiativeFile, Listed};
use super::find::find;
use super::partner::{self, Entry, enter};
use super::policy::{CanKeepProposal, CanPropose, CanReview, CanSeeProposals, desk};
use super::{AcceptedBy, ProposalStage, Said};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, InitiativeId, OrganizationId, ProposedInitiativeId};
use crate::notice::{self, Letter, OfOrganization, Recipient};
use crate::organization::{self, Organization};
use crate::values::{InitiativeRole, Prose};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// The form as it was typed: every field with its values in order.
pub type Form = BTreeMap<String, Vec<String>>;

/// Where forms are sealed.
const FORM: &str = "initiative_proposals.form";
/// Where the words of the board are sealed.
const WORDS: &str = "initiative_proposals.words";

/// What a team proposes.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: ProposedInitiativeId,
    /// For which organization.
    pub organization: OrganizationId,
    /// Which initiative it changes, or became; nothing of a new one.
    pub initiative: Option<InitiativeId>,
    /// How far it has come.
    pub stage: ProposalStage,
    /// Grows with each change, so that nobody overwrites what they have not seen.
    pub revision: i32,
    /// What was typed.
    pub form: Form,
    /// Its pictures and documents, in their order.
    pub files: Vec<Listed>,
    /// Why the board sent it back.
    pub words: Option<String>,
    /// Who began it.
    pub written_by: AccountId,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was sent last.
    pub sent_at: Option<DateTime<Utc>>,
}

struct Row {
    id: ProposedInitiativeId,
    organization_id: OrganizationId,
    initiative_id: Option<InitiativeId>,
    stage: ProposalStage,
    revision: i32,
    form_sealed: Sealed,
    files_sealed: Option<Sealed>,
    words_sealed: Option<Sealed>,
    written_by: AccountId,
    updated_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
}

impl Row {
    fn open(self, vault: &Vault) -> Result<Proposal> {
        Ok(Proposal {
            form: vault.open_json(FORM, self.id, &self.form_sealed)?,
            files: match &self.files_sealed {
                Some(sealed) => vault.open_json(files::LIST, self.id, sealed)?,
                None => Vec::new(),
            },
            words: self
                .words_sealed
                .map(|sealed| vault.open_text(WORDS, self.id, &sealed))
                .transpose()?,
            id: self.id,
            organization: self.organization_id,
            initiative: self.initiative_id,
            stage: self.stage,
            revision: self.revision,
            written_by: self.written_by,
            updated_at: self.updated_at,
            sent_at: self.sent_at,
        })
    }
}

/// Begins a proposal with what is filled in already. `Err`: another one about this initiative is under way, which is to be
/// continued.
pub async fn begin(
    tx: &mut Tx,
    can: &CanPropose,
    initiative: Option<InitiativeId>,
    form: &Form,
) -> Result<std::result::Result<ProposedInitiativeId, ProposedInitiativeId>> {
    let (id, now, vault) = (ProposedInitiativeId::fresh(), tx.now(), tx.vault());
    let person = can.by().person()?.id;
    let of = can.organization();
    let files: Vec<Listed> = match initiative {
        Some(shown) => files::of_initiative(tx, shown)
            .await?
            .iter()
            .map(InitiativeFile::listed)
            .collect(),
        None => Vec::new(),
    };
    let begun = sqlx::query!(
        "insert into initiative_proposals (id, organization_id, initiative_id, stage, form_sealed, written_by, created_at,
            updated_at, files_sealed)
         values ($1, $2, $3, 'draft', $4, $5, $6, $6, $7)
         on conflict (initiative_id) where stage in ('draft', 'sent', 'returned') do nothing",
        id as _,
        of.id as _,
        initiative as _,
        vault.seal_json(FORM, id, form)? as _,
        person as _,
        now,
        vault.seal_json(files::LIST, id, &files)? as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if begun == 0 {
        let open = sqlx::query_scalar!(
            "select id from initiative_proposals where initiative_id = $1 and stage in ('draft', 'sent', 'returned')",
            initiative as _
        )
        .fetch_optional(&mut **tx)
        .await?;
        return Ok(Err(open.ok_or(Error::Overtaken)?));
    }
    let event = Event::new(Act::InitiativeDrafted, subject(of))
        .after(json!({ "proposal": id, "initiative": initiative }));
    history::record(tx, can.by(), event).await?;
    Ok(Ok(id))
}

/// Keeps the form as it is, however incomplete. `revision` is the one that its writer saw; saving is no act of its own.
pub async fn save(tx: &mut Tx, can: &CanKeepProposal, revision: i32, form: &Form) -> Result<()> {
    let (id, now, vault) = (can.proposal().id, tx.now(), tx.vault());
    let saved = sqlx::query!(
        "update initiative_proposals set form_sealed = $3, updated_at = $4, revision = revision + 1
         where id = $1 and revision = $2 and stage in ('draft', 'returned')",
        id as _,
        revision,
        vault.seal_json(FORM, id, form)? as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    landed(saved)
}

/// Sends it to the board, with the form as it is now. Whoever calls this has read it whole: nothing half-filled is sent.
pub async fn send(
    tx: &mut Tx,
    can: &CanKeepProposal,
    revision: i32,
    form: &Form,
    _complete: &Said,
) -> Result<()> {
    save(tx, can, revision, form).await?;
    let (id, now) = (can.proposal().id, tx.now());
    sqlx::query!(
        "update initiative_proposals set stage = 'sent', sent_at = $2, decided_at = null, decided_by = null,
            words_sealed = null where id = $1",
        id as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    record(tx, can, Act::InitiativeSent).await
}

/// Takes back what was sent and not yet looked at, or drops what will not be sent: a draft is dropped, what was sent becomes
/// a draft again.
pub async fn take_back(tx: &mut Tx, can: &CanPropose, proposal: &Proposal) -> Result<()> {
    let (to, act) = match proposal.stage {
        ProposalStage::Sent => (ProposalStage::Draft, Act::InitiativeTakenBack),
        _ => (ProposalStage::Dropped, Act::InitiativeDropped),
    };
    let now = tx.now();
    let moved = sqlx::query!(
        "update initiative_proposals set stage = $3, updated_at = $4, revision = revision + 1, decided_at = null,
            decided_by = null, words_sealed = null
         where id = $1 and stage = $2 and organization_id = $5 and stage in ('draft', 'sent', 'returned')",
        proposal.id as _,
        proposal.stage as _,
        to as _,
        now,
        can.organization().id as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    landed(moved)?;
    if to == ProposalStage::Dropped {
        files::drop_of(tx, can.by(), proposal.id).await?;
    }
    let event = Event::new(act, subject(can.organization()))
        .after(json!({ "proposal": proposal.id, "initiative": proposal.initiative }));
    history::record(tx, can.by(), event).await
}

/// Drops what an organization wanted to change of an initiative that it does not lead any more.
pub(super) async fn drop_changes(
    tx: &mut Tx,
    by: &Actor,
    (initiative, organization): (InitiativeId, OrganizationId),
) -> Result<()> {
    let now = tx.now();
    // One at most is under way.
    let dropped = sqlx::query_scalar!(
        "update initiative_proposals set stage = 'dropped', updated_at = $3, revision = revision + 1, decided_at = null,
            decided_by = null, words_sealed = null
         where initiative_id = $1 and organization_id = $2 and stage in ('draft', 'sent', 'returned') returning id",
        initiative as _,
        organization as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(id) = dropped else { return Ok(()) };
    files::drop_of(tx, by, id).await?;
    let subject = Subject::initiative(initiative).of_organization(organization);
    let event = Event::new(Act::InitiativeDropped, subject)
        .after(json!({ "proposal": id, "initiative": initiative }));
    history::record(tx, by, event).await
}

/// Publishes what was sent: a new initiative with its lead, or a change of one. Its writer hears of it.
pub async fn accept(tx: &mut Tx, can: &CanReview, said: &Said) -> Result<InitiativeId> {
    let proposal = can.proposal();
    let of = can.organization();
    let initiative = match proposal.initiative {
        None => {
            let id = create(tx, can.keep(), said).await?;
            lead(tx, can, id).await?;
            let published = publish(tx, can.keep(), id).await?;
            published.map_err(|NobodyLeads| Error::Overtaken)?;
            id
        }
        Some(id) => {
            lock(tx, id).await?;
            if !is_led(tx, id, Some(of.id)).await? {
                return Err(Error::Overtaken);
            }
            let scope = desk(can.keep().by())?;
            let now = find(tx, scope, id).await?.ok_or(Error::NotFound)?;
            change(tx, can.keep(), id, (&now.said, said)).await?;
            if now.published_at.is_none() {
                let published = publish(tx, can.keep(), id).await?;
                published.map_err(|NobodyLeads| Error::Overtaken)?;
            }
            id
        }
    };
    files::publish(tx, can, initiative, proposal).await?;
    let (at, by) = (tx.now(), can.keep().by().person()?.id);
    let decided = sqlx::query!(
        "update initiative_proposals set stage = 'published', initiative_id = $2, decided_at = $3, decided_by = $4
         where id = $1 and stage = 'sent' and revision = $5",
        proposal.id as _,
        initiative as _,
        at,
        by as _,
        proposal.revision
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    landed(decided)?;
    let letter = Letter::InitiativePublished(in_letters(of));
    notice::post(tx, Recipient::Account(proposal.written_by), letter).await?;
    Ok(initiative)
}

/// Whoever proposed an initiative leads it: it has said so itself.
async fn lead(tx: &mut Tx, can: &CanReview, initiative: InitiativeId) -> Result<()> {
    let found = organization::mention(tx, can.organization().id)
        .await?
        .filter(organization::Mention::can_join)
        .ok_or(Error::Overtaken)?;
    let entry = Entry {
        initiative,
        organization: found.id,
        role: InitiativeRole::Lead,
        accepted_by: AcceptedBy::Organization,
        asked_by: None,
    };
    enter(tx, &entry).await?.ok_or(Error::Overtaken)?;
    let part = (initiative, &found, InitiativeRole::Lead);
    let act = (Act::InitiativePartnerAdded, None);
    partner::record(tx, can.keep().by(), act, part).await
}

/// Sends it back with words. Its writer hears of it, and can change it and send it again.
pub async fn send_back(tx: &mut Tx, can: &CanReview, words: &Prose) -> Result<()> {
    let proposal = can.proposal();
    let (at, by, vault) = (tx.now(), can.keep().by().person()?.id, tx.vault());
    let decided = sqlx::query!(
        "update initiative_proposals set stage = 'returned', decided_at = $2, decided_by = $3, words_sealed = $4
         where id = $1 and stage = 'sent' and revision = $5",
        proposal.id as _,
        at,
        by as _,
        vault.seal_text(WORDS, proposal.id, words)? as _,
        proposal.revision
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    landed(decided)?;
    let event = Event::new(Act::InitiativeReturned, subject(can.organization()))
        .after(json!({ "proposal": proposal.id, "initiative": proposal.initiative }))
        .reason(Some(words));
    history::record(tx, can.keep().by(), event).await?;
    let letter = Letter::InitiativeReturned(in_letters(can.organization()));
    notice::post(tx, Recipient::Account(proposal.written_by), letter).await
}

/// The proposal with this id.
pub async fn find_proposal(
    conn: &mut PgConnection,
    vault: &Vault,
    id: ProposedInitiativeId,
) -> Result<Option<Proposal>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, stage, revision, form_sealed, files_sealed, words_sealed, written_by, updated_at, sent_at
         from initiative_proposals where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// What an organization proposes and has not dropped, the latest first.
pub async fn of_organization(
    conn: &mut PgConnection,
    vault: &Vault,
    organization: OrganizationId,
) -> Result<Vec<Proposal>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, stage, revision, form_sealed, files_sealed, words_sealed, written_by, updated_at, sent_at
         from initiative_proposals where organization_id = $1 and stage in ('draft', 'sent', 'returned')
         order by updated_at desc, id",
        organization as _
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// What waits for the board, whoever waits longest first: `limit` of it from `offset` on.
pub async fn waiting(
    conn: &mut PgConnection,
    vault: &Vault,
    _can: &CanSeeProposals,
    (offset, limit): (i64, i64),
) -> Result<Vec<Proposal>> {
    sqlx::query_as!(
        Row,
        "select id, organization_id, initiative_id, stage, revision, form_sealed, files_sealed, words_sealed, written_by, updated_at, sent_at
         from initiative_proposals where stage = 'sent' order by sent_at, id offset $1 limit $2",
        offset,
        limit
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| row.open(vault))
    .collect()
}

/// How many wait.
pub async fn count_waiting(conn: &mut PgConnection, _can: &CanSeeProposals) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from initiative_proposals where stage = 'sent'"#
    )
    .fetch_one(conn)
    .await?)
}

fn subject(of: &Organization) -> Subject {
    Subject::organization(of.id, of.number)
}

fn in_letters(of: &Organization) -> OfOrganization {
    organization::team::in_letters(of)
}

async fn record(tx: &mut Tx, can: &CanKeepProposal, act: Act) -> Result<()> {
    let proposal = can.proposal();
    let event = Event::new(act, subject(can.organization()))
        .after(json!({ "proposal": proposal.id, "initiative": proposal.initiative }));
    history::record(tx, can.by(), event).await
}

const fn landed(rows: u64) -> Result<()> {
    match rows {
        0 => Err(Error::Overtaken),
        _ => Ok(()),
    }
}
