//! The board writes to an organization: to everybody in its team who wants such letters; where it has no team, to its own addresses.

use std::collections::{HashMap, HashSet};

use serde_json::json;
use sqlx::PgConnection;

use super::Organization;
use super::find::open_contacts;
use super::policy::CanWriteTo;
use crate::Result;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, OrganizationId};
use crate::notice::{self, Letter, LetterKind, LetterWords, OfBoard, Recipient};
use crate::values::{ContactChannel, Email, Lang, LanguageTag};
use crate::vault::{Sealed, Vault};

/// Who of an organization can be written to.
#[derive(Clone, Debug, Default)]
pub struct Addressees {
    /// Accounts of its team that want such letters.
    pub accounts: Vec<AccountId>,
    /// How many of its team do not.
    pub muted: usize,
    /// Its own addresses, where it has no team.
    pub contacts: Vec<Email>,
}

/// What came of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// So many letters leave.
    To(usize),
    /// Everybody there has chosen not to get such letters.
    Unwanted,
    /// Nobody there has an address.
    NoAddress,
}

impl Addressees {
    /// How many letters would leave.
    pub fn count(&self) -> usize {
        self.accounts.len() + self.contacts.len()
    }
}

/// Who of these organizations can be written to: by two queries for all of them.
pub async fn addressees(
    conn: &mut PgConnection,
    vault: &Vault,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Addressees>> {
    let mut all: HashMap<OrganizationId, Addressees> = HashMap::new();
    let rows = sqlx::query!(
        r#"select t.organization_id, t.account_id, coalesce($2 = any(p.muted), false) as "is_muted!"
         from organization_team t join accounts a on a.id = t.account_id
         left join letter_preferences p on p.account_id = a.id
         where t.organization_id = any($1) and t.until is null and a.closed_at is null
         order by t.organization_id, t.account_id"#,
        ids as _,
        LetterKind::FromBoard.code(),
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in rows {
        let of = all.entry(row.organization_id).or_default();
        match row.is_muted {
            true => of.muted += 1,
            false => of.accounts.push(row.account_id),
        }
    }
    let without: Vec<OrganizationId> = ids
        .iter()
        .copied()
        .filter(|id| !all.contains_key(id))
        .collect();
    let rows = sqlx::query!(
        r#"select id as "id: OrganizationId", contacts_sealed as "contacts_sealed: Sealed" from organizations
         where id = any($1) and contacts_sealed is not null"#,
        &without as _
    )
    .fetch_all(conn)
    .await?;
    for row in rows {
        let contacts = open_contacts(vault, row.id, row.contacts_sealed.as_ref())?;
        let mut known = HashSet::new();
        let emails = contacts
            .iter()
            .filter(|it| it.channel == ContactChannel::Email)
            .filter_map(|it| Email::parse(&it.value).ok())
            .filter(|email| known.insert(email.lookup_key()))
            .collect();
        all.entry(row.id).or_default().contacts = emails;
    }
    Ok(all)
}

/// Writes to one organization. Whoever has an account gets it in their language; its own addresses in one that it works in.
pub async fn write_to(tx: &mut Tx, granted: &CanWriteTo, said: &[LetterWords]) -> Result<Written> {
    let (organization, vault) = (granted.organization(), tx.vault());
    let mut all = addressees(tx, &vault, &[organization.id]).await?;
    let to = all.remove(&organization.id).unwrap_or_default();
    let count = to.count();
    if count == 0 {
        return Ok(match to.muted {
            0 => Written::NoAddress,
            _ => Written::Unwanted,
        });
    }
    let of = OfBoard {
        number: organization.number,
        title: organization.name.clone(),
        said: said.to_vec(),
    };
    for account in to.accounts {
        let letter = Letter::FromBoard(of.clone());
        notice::post(tx, Recipient::Account(account), letter).await?;
    }
    let lang = language_of(organization);
    for email in to.contacts {
        let to = Recipient::Address {
            email,
            lang,
            account: None,
        };
        notice::post(tx, to, Letter::FromBoard(of.clone())).await?;
    }
    let subject = Subject::organization(organization.id, organization.number);
    let event = Event::new(Act::OrganizationWrittenTo, subject).after(json!({ "letters": count }));
    history::record(tx, granted.actor(), event).await?;
    Ok(Written::To(count))
}

/// The first of the languages it works in that is ours.
fn language_of(organization: &Organization) -> Lang {
    let ours = |tag: &LanguageTag| Lang::from_code(tag.as_str().split('-').next()?);
    organization
        .languages
        .iter()
        .find_map(ours)
        .unwrap_or(Lang::En)
}
