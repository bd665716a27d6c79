//! Leaders who enter themselves: what they say stays sealed until their organization or the board confirms it. Then the entry is
//! there, and theirs; until then it is a claim of an entry that is not there yet.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::alike::candidates;
use super::claim::{Claim, ClaimAnswer, ClaimMeans, ClaimState, claims, settle, tell_claimant};
use super::create::{self, NewLeader, NewOffice};
use super::find::last_offices;
use super::keep::is_theirs;
use super::merged::names_of;
use super::person::{LeaderName, Office, Term};
use super::policy::{CanClaim, CanKeepProfile};
use super::profile::{Facts, Keeper, known};
use super::{address, lock};
use crate::account;
use crate::actor::Denied;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, ClaimId, LeaderId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization::{self, Mention, team};
use crate::values::{Email, LanguageTag, Line, Prose, RegistryNumber, SigningOffice};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

/// Where it is sealed what they say.
const SAID: &str = "leader_claims.said";

/// What somebody says of themselves who leads an organization.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidOfOneself {
    /// What they are called; the first is the name they go by.
    pub names: Vec<LeaderName>,
    /// How they are reached.
    pub email: Option<Email>,
    /// The title of their office.
    pub title: Line,
    /// The language of the title.
    pub title_language: Option<LanguageTag>,
    /// Which office it is.
    pub office: SigningOffice,
    /// The first day in office.
    pub since: Option<NaiveDate>,
}

/// Somebody who says that they lead an organization, and waits.
pub struct AskedEntry {
    /// The claim.
    pub id: ClaimId,
    /// Whose account it is.
    pub account: AccountId,
    /// Since when they wait.
    pub at: DateTime<Utc>,
    /// What they say.
    pub said: SaidOfOneself,
    /// Those of the organization who may be the same person.
    pub alike: Vec<(LeaderId, Vec<LeaderName>, Option<Office>)>,
}

/// A request of one's own that waits.
pub struct OwnAsked {
    /// The claim.
    pub id: ClaimId,
    /// At which organization.
    pub organization: (RegistryNumber, Line, Option<LanguageTag>),
    /// Since when.
    pub at: DateTime<Utc>,
}

/// The answer to it.
#[derive(Clone)]
pub enum EntryAnswer {
    /// They lead it, and have no entry so far.
    New,
    /// They lead it, and this entry is theirs.
    Is(LeaderId),
    /// They do not.
    Refuse(Prose),
}

/// Why somebody does not wait for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// The organization takes part in nothing any more.
    NotRegistered,
    /// They wait already.
    Waiting,
    /// They have an entry there.
    There,
}

/// Says that one leads an organization. Its owners are told, and nothing is public.
pub async fn ask_entry(
    tx: &mut Tx,
    can: &CanClaim,
    organization: &Mention,
    said: &SaidOfOneself,
) -> Result<std::result::Result<ClaimId, NotAsked>> {
    if !organization.can_join() {
        return Ok(Err(NotAsked::NotRegistered));
    }
    if has_entry(tx, can.account(), organization.id).await? {
        return Ok(Err(NotAsked::There));
    }
    let (id, now, vault) = (ClaimId::fresh(), tx.now(), tx.vault());
    let sealed = vault.seal_json(SAID, id, said)?;
    let made = sqlx::query!(
        "insert into leader_claims (id, organization_id, account_id, state, made_at, said_sealed)
         values ($1, $2, $3, 'waiting', $4, $5) on conflict do nothing",
        id as _,
        organization.id as _,
        can.account() as _,
        now,
        sealed as _
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if made == 0 {
        return Ok(Err(NotAsked::Waiting));
    }
    let event = Event::new(Act::LeaderClaimed, subject(organization))
        .after(json!({ "account": can.account(), "claim": id }));
    history::record(tx, can.by(), event).await?;
    if let Some(of) = organization::find(tx, organization.id).await? {
        for owner in team::owners(tx, of.id).await? {
            if owner != can.account() {
                let letter = LetterToLeader::EntryAsked(team::in_letters(&of));
                notice::post(tx, Recipient::Account(owner), Letter::Leader(letter)).await?;
            }
        }
    }
    Ok(Ok(id))
}

/// Whether an account has an entry of somebody who leads an organization.
async fn has_entry(tx: &mut Tx, account: AccountId, organization: OrganizationId) -> Result<bool> {
    let today = tx.today();
    Ok(sqlx::query_scalar!(
        r#"select exists (select from leader_claims c join leader_offices o on o.leader_id = c.leader_id
            where c.account_id = $1 and c.state = 'confirmed' and o.organization_id = $2 and o.mistaken_at is null
                and (o.until is null or o.until >= $3)) as "has!""#,
        account as _,
        organization as _,
        today
    )
    .fetch_one(&mut **tx)
    .await?)
}

fn subject(organization: &Mention) -> Subject {
    Subject::organization(organization.id, organization.number)
}

/// The requests of an account that wait.
pub async fn asked_by(conn: &mut PgConnection, account: AccountId) -> Result<Vec<OwnAsked>> {
    let rows = sqlx::query!(
        r#"select c.id as "id: ClaimId", c.made_at, o.number, o.name as "name: Line", o.name_language
         from leader_claims c join organizations o on o.id = c.organization_id
         where c.account_id = $1 and c.leader_id is null and c.state = 'waiting' order by c.id"#,
        account as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OwnAsked {
            id: row.id,
            organization: (row.number, row.name, row.name_language),
            at: row.made_at,
        })
        .collect())
}

/// Who says that they lead an organization and waits: the claims, and the accounts that made them.
pub async fn asked_at(
    conn: &mut PgConnection,
    organization: OrganizationId,
) -> Result<Vec<(ClaimId, AccountId)>> {
    let rows = sqlx::query!(
        r#"select id as "id: ClaimId", account_id as "account: AccountId" from leader_claims
         where organization_id = $1 and leader_id is null and state = 'waiting' order by id"#,
        organization as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.account)).collect())
}

/// The organization at which a claim waits that is of no entry yet.
pub async fn asked_where(
    conn: &mut PgConnection,
    claim: ClaimId,
) -> Result<Option<RegistryNumber>> {
    Ok(sqlx::query_scalar!(
        r#"select o.number as "number: RegistryNumber" from leader_claims c join organizations o on o.id = c.organization_id
         where c.id = $1 and c.leader_id is null and c.state = 'waiting'"#,
        claim as _
    )
    .fetch_optional(conn)
    .await?)
}

/// What somebody says who wants to be entered, for those who answer; history says who looked. `NotFound` where it is another
/// organization's, `Overtaken` if it was answered or taken back.
pub async fn look_at_asked(tx: &mut Tx, can: &CanKeepProfile, id: ClaimId) -> Result<AskedEntry> {
    let (organization, mut asked) = hold(tx, can, id).await?;
    let vault = tx.vault();
    asked.alike = alike(tx, &vault, can, &asked.said).await?;
    let event = Event::new(Act::PersonalDataViewed, subject(&organization))
        .after(json!({ "leaders": 1 + asked.alike.len() }));
    history::record(tx, can.by(), event).await?;
    Ok(asked)
}

/// Nobody else answers it until the transaction ends.
async fn hold(tx: &mut Tx, can: &CanKeepProfile, id: ClaimId) -> Result<(Mention, AskedEntry)> {
    let organization = can.organization().ok_or(Error::NotFound)?;
    let row = sqlx::query!(
        r#"select account_id as "account: AccountId", made_at, state as "state: ClaimState", leader_id as "leader: LeaderId",
            said_sealed as "said: Sealed"
         from leader_claims where id = $1 and organization_id = $2 for update"#,
        id as _,
        organization as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    let Some(said) = row
        .said
        .filter(|_| row.state == ClaimState::Waiting && row.leader.is_none())
    else {
        return Err(Error::Overtaken);
    };
    let organization = organization::mention(tx, organization)
        .await?
        .ok_or(Error::NotFound)?;
    let said = tx.vault().open_json(SAID, id, &said)?;
    let asked = AskedEntry {
        id,
        account: row.account,
        at: row.made_at,
        said,
        alike: Vec::new(),
    };
    Ok((organization, asked))
}

/// Those of the organization who may be the same person, as far as whoever answers may say something of them.
async fn alike(
    tx: &mut Tx,
    vault: &Vault,
    can: &CanKeepProfile,
    said: &SaidOfOneself,
) -> Result<Vec<(LeaderId, Vec<LeaderName>, Option<Office>)>> {
    let facts = Facts {
        names: said.names.clone(),
        email: said.email.clone(),
        ..Facts::default()
    };
    let mut ids = Vec::new();
    for one in candidates(tx, vault, &facts).await? {
        if is_theirs(tx, can, one.leader).await? {
            ids.push(one.leader);
        }
    }
    let mut names = names_of(tx, vault, &ids).await?;
    let mut offices = last_offices(tx, &ids).await?;
    Ok(ids
        .into_iter()
        .filter_map(|id| {
            let office = offices.remove(&id).map(|(office, _)| office);
            Some((id, names.remove(&id)?, office))
        })
        .collect())
}

/// Answers somebody who wants to be entered, as the team or the board; nobody answers themselves. `Overtaken` if it was answered
/// or taken back meanwhile, or the organization takes part in nothing any more.
pub async fn answer_asked(
    tx: &mut Tx,
    can: &CanKeepProfile,
    id: ClaimId,
    answer: &EntryAnswer,
) -> Result<()> {
    let (organization, asked) = hold(tx, can, id).await?;
    if can.by().account() == Some(asked.account) {
        return Err(Denied::Forbidden.into());
    }
    let leader = match answer {
        EntryAnswer::Refuse(reason) => {
            return refuse(tx, can, (&organization, &asked), reason).await;
        }
        _ if !organization.can_join() => return Err(Error::Overtaken),
        EntryAnswer::New => write(tx, can, organization.id, &asked).await?,
        EntryAnswer::Is(leader) => {
            let vault = tx.vault();
            let alike = alike(tx, &vault, can, &asked.said).await?;
            if !alike.iter().any(|it| it.0 == *leader) {
                return Err(Error::NotFound);
            }
            make_room(tx, can, *leader, asked.account).await?;
            *leader
        }
    };
    sqlx::query!(
        "update leader_claims set leader_id = $2 where id = $1",
        id as _,
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    let claim = Claim {
        id,
        leader,
        account: asked.account,
        state: ClaimState::Waiting,
    };
    let means = match can.keeper() {
        Keeper::Board => ClaimMeans::Board,
        _ => ClaimMeans::Organization,
    };
    settle(tx, can.by(), &claim, (ClaimState::Confirmed, Some(means))).await?;
    tell_claimant(tx, &claim, ClaimAnswer::Confirm).await
}

async fn refuse(
    tx: &mut Tx,
    can: &CanKeepProfile,
    (organization, asked): (&Mention, &AskedEntry),
    reason: &Prose,
) -> Result<()> {
    end(tx, asked.id, (ClaimState::Refused, can.by().account())).await?;
    let event = Event::new(Act::LeaderClaimRefused, subject(organization))
        .after(json!({ "account": asked.account, "claim": asked.id }))
        .reason(Some(reason));
    history::record(tx, can.by(), event).await?;
    let letter = LetterToLeader::EntryRefused {
        title: organization.name.to_string(),
        reason: reason.clone(),
    };
    notice::post(
        tx,
        Recipient::Account(asked.account),
        Letter::Leader(letter),
    )
    .await
}

/// Writes them down as they said it. An address counts at once if it is their account's, else when whoever reads it confirms.
async fn write(
    tx: &mut Tx,
    can: &CanKeepProfile,
    organization: OrganizationId,
    asked: &AskedEntry,
) -> Result<LeaderId> {
    let (said, vault) = (&asked.said, tx.vault());
    let account = account::find(tx, &vault, asked.account).await?;
    let (own, other) = match &said.email {
        Some(email) => {
            let is_own = account.is_some_and(|it| {
                it.confirmed_at.is_some() && it.email.lookup_key() == email.lookup_key()
            });
            match is_own {
                true => (Some(email.clone()), None),
                false => (None, Some(email.clone())),
            }
        }
        None => (None, None),
    };
    let mut languages: Vec<LanguageTag> = Vec::new();
    for language in said.names.iter().filter_map(|it| it.language.as_ref()) {
        if !languages.contains(language) {
            languages.push(language.clone());
        }
    }
    let new = NewLeader {
        names: said.names.clone(),
        languages,
        email: own,
        office: NewOffice {
            organization,
            title: said.title.clone(),
            title_language: said.title_language.clone(),
            other: None,
            since: said.since,
            until: None,
            signs: false,
            term: Term {
                office: Some(said.office),
                ..Term::default()
            },
        },
        consent: None,
    };
    let (leader, _) = create::with_office(tx, can.by(), Keeper::Themselves, new).await?;
    if let Some(email) = other {
        let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
        address::ask(tx, can.by(), &there, email).await?;
    }
    Ok(leader)
}

/// Ends what stands in the way of an entry becoming an account's: a claim of theirs that waits, and whoever has it, whom the board
/// alone puts aside.
async fn make_room(
    tx: &mut Tx,
    can: &CanKeepProfile,
    leader: LeaderId,
    account: AccountId,
) -> Result<()> {
    lock(tx, leader).await?;
    for other in claims(tx, &[leader]).await? {
        let is_in_the_way = other.account == account || other.state == ClaimState::Confirmed;
        if !is_in_the_way {
            continue;
        }
        if other.state == ClaimState::Confirmed && can.keeper() != Keeper::Board {
            return Err(Denied::Forbidden.into());
        }
        settle(tx, can.by(), &other, (ClaimState::Ended, None)).await?;
    }
    Ok(())
}

/// Takes back that one wants to be entered; nothing of what was said is kept. `NotFound` where it is not one's own, `Overtaken` if
/// it was answered.
pub async fn take_back_entry(tx: &mut Tx, can: &CanClaim, id: ClaimId) -> Result<()> {
    let row = sqlx::query!(
        r#"select organization_id as "organization!: OrganizationId", state as "state: ClaimState",
            leader_id is not null as "is_entered!"
         from leader_claims where id = $1 and account_id = $2 and organization_id is not null for update"#,
        id as _,
        can.account() as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Error::NotFound)?;
    if row.state != ClaimState::Waiting || row.is_entered {
        return Err(Error::Overtaken);
    }
    end(tx, id, (ClaimState::Ended, Some(can.account()))).await?;
    sqlx::query!(
        "update leader_claims set said_sealed = null where id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    let organization = organization::mention(tx, row.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let event = Event::new(Act::LeaderClaimEnded, subject(&organization))
        .after(json!({ "account": can.account(), "claim": id }));
    history::record(tx, can.by(), event).await
}

async fn end(tx: &mut Tx, id: ClaimId, (state, by): (ClaimState, Option<AccountId>)) -> Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update leader_claims set state = $2, answered_by = $3, answered_at = $4 where id = $1",
        id as _,
        state as _,
        by as _,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether a name is like one of somebody's.
pub fn is_alike(ours: &[LeaderName], theirs: &[LeaderName]) -> bool {
    super::alike::likeness(ours, theirs).is_match()
}
