//! The answer to leaders who enter themselves: confirmed, the entry is there and theirs; or one that is there already is.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

use super::alike::{candidates, likeness};
use super::asked::{SAID, SaidOfOneself, end, subject};
use super::claim::{Claim, ClaimAnswer, ClaimMeans, ClaimState, claims, settle, tell_claimant};
use super::create::{self, NewLeader, NewOffice};
use super::find::last_offices;
use super::keep::is_theirs;
use super::merged::names_of;
use super::person::{LeaderName, Office, Term};
use super::policy::CanKeepProfile;
use super::profile::{Facts, Keeper, known};
use super::{address, lock};
use crate::account;
use crate::actor::Denied;
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{AccountId, ClaimId, LeaderId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization::{self, Mention};
use crate::values::{LanguageTag, Prose, SigningOffice};
use crate::vault::{Sealed, Vault};
use crate::{Error, Result};

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
    /// Where.
    pub organization: Mention,
    /// Those of the organization who may be the same person.
    pub alike: Vec<(LeaderId, Vec<LeaderName>, Option<Office>)>,
    /// Who holds that office there today, and since when as far as it is known. Nobody, where it is none of the named offices.
    pub holders: Vec<(Vec<LeaderName>, Option<NaiveDate>)>,
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

/// What somebody says who wants to be entered, for those who answer; history says who looked. `NotFound` where it is another
/// organization's, `Overtaken` if it was answered or taken back.
pub async fn look_at_asked(tx: &mut Tx, can: &CanKeepProfile, id: ClaimId) -> Result<AskedEntry> {
    let mut asked = hold(tx, can, id).await?;
    let vault = tx.vault();
    asked.alike = alike(tx, &vault, can, &asked.said).await?;
    asked.holders = holders(tx, &vault, asked.organization.id, asked.said.office).await?;
    let seen = 1 + asked.alike.len() + asked.holders.len();
    let event = Event::new(Act::PersonalDataViewed, subject(&asked.organization))
        .after(json!({ "leaders": seen }));
    history::record(tx, can.by(), event).await?;
    Ok(asked)
}

/// Nobody else answers it until the transaction ends.
async fn hold(tx: &mut Tx, can: &CanKeepProfile, id: ClaimId) -> Result<AskedEntry> {
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
    Ok(AskedEntry {
        id,
        account: row.account,
        at: row.made_at,
        said,
        organization,
        alike: Vec::new(),
        holders: Vec::new(),
    })
}

/// Who holds an office today, whom somebody who says that they do may have come after.
async fn holders(
    tx: &mut Tx,
    vault: &Vault,
    organization: OrganizationId,
    office: SigningOffice,
) -> Result<Vec<(Vec<LeaderName>, Option<NaiveDate>)>> {
    if office == SigningOffice::Other {
        return Ok(Vec::new());
    }
    let today = tx.today();
    let rows = sqlx::query!(
        "select leader_id as \"leader: LeaderId\", since from leader_offices
         where organization_id = $1 and office = $2 and covers(since, until, $3) and mistaken_at is null
         order by since nulls first, id",
        organization as _,
        office as _,
        today
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<LeaderId> = rows.iter().map(|row| row.leader).collect();
    let names = names_of(tx, vault, &ids).await?;
    let named = rows
        .iter()
        .filter_map(|row| Some((names.get(&row.leader)?.clone(), row.since)));
    Ok(named.collect())
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
    let asked = hold(tx, can, id).await?;
    if can.by().account() == Some(asked.account) {
        return Err(Denied::Forbidden.into());
    }
    let leader = match answer {
        EntryAnswer::Refuse(reason) => {
            return refuse(tx, can, &asked, reason).await;
        }
        _ if !asked.organization.can_join() => return Err(Error::Overtaken),
        EntryAnswer::New => write(tx, can, &asked).await?,
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
    // From here on it stands in the entry, and nowhere else.
    sqlx::query!(
        "update leader_claims set leader_id = $2, said_sealed = null where id = $1",
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
    asked: &AskedEntry,
    reason: &Prose,
) -> Result<()> {
    end(tx, asked.id, (ClaimState::Refused, can.by().account())).await?;
    let event = Event::new(Act::LeaderClaimRefused, subject(&asked.organization))
        .after(json!({ "account": asked.account, "claim": asked.id }))
        .reason(Some(reason));
    history::record(tx, can.by(), event).await?;
    let letter = LetterToLeader::EntryRefused {
        title: asked.organization.name.to_string(),
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
async fn write(tx: &mut Tx, can: &CanKeepProfile, asked: &AskedEntry) -> Result<LeaderId> {
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
            organization: asked.organization.id,
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

/// Whether a name is like one of somebody's.
pub fn is_alike(ours: &[LeaderName], theirs: &[LeaderName]) -> bool {
    likeness(ours, theirs).is_match()
}
