//! Accounts, as they are kept and found.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::policy::CanList;
use super::{EMAIL, NAME};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::AccountId;
use crate::values::{Country, Email, Lang, Role};
use crate::vault::{BlindIndex, Sealed, Vault};

/// The most accounts on one page.
const MOST: i64 = 50;

/// Somebody who signs in.
#[derive(Clone)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The address that letters go to.
    pub email: Email,
    /// What the person is called.
    pub name: String,
    /// What they may do in the portal as a whole.
    pub role: Role,
    /// The host countries of a post officer.
    pub hosts: Vec<Country>,
    /// The language of their letters.
    pub lang: Lang,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When the address was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({}, {})", self.id, self.role)
    }
}

struct Row {
    id: AccountId,
    email_sealed: Sealed,
    name_sealed: Sealed,
    role: Role,
    hosts: Vec<Country>,
    lang: Lang,
    created_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

impl Row {
    fn open(self, vault: &Vault) -> crate::Result<Account> {
        let email = vault.open_text(EMAIL, self.id, &self.email_sealed)?;
        Ok(Account {
            email: Email::parse(&email)
                .map_err(|_| crate::Error::Contradiction("an account without an address"))?,
            name: vault.open_text(NAME, self.id, &self.name_sealed)?,
            id: self.id,
            role: self.role,
            hosts: self.hosts,
            lang: self.lang,
            created_at: self.created_at,
            confirmed_at: self.confirmed_at,
            closed_at: self.closed_at,
        })
    }
}

/// The key that an address is found by.
pub fn index(vault: &Vault, email: &Email) -> BlindIndex {
    vault.index(EMAIL, &email.lookup_key())
}

/// An account.
pub async fn find(
    conn: &mut PgConnection,
    vault: &Vault,
    id: AccountId,
) -> crate::Result<Option<Account>> {
    sqlx::query_as!(
        Row,
        "select id, email_sealed, name_sealed, role, hosts, lang, created_at, confirmed_at, closed_at
         from accounts where id = $1",
        id as _
    )
    .fetch_optional(conn)
    .await?
    .map(|row| row.open(vault))
    .transpose()
}

/// The account with this address, held until the end of the transaction.
pub(super) async fn lock_by_email(tx: &mut Tx, email: &Email) -> crate::Result<Option<Account>> {
    let vault = tx.vault();
    sqlx::query_as!(
        Row,
        "select id, email_sealed, name_sealed, role, hosts, lang, created_at, confirmed_at, closed_at
         from accounts where email_index = $1 for update",
        index(&vault, email) as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|row| row.open(&vault))
    .transpose()
}

/// An account, held until the end of the transaction.
pub(super) async fn lock(tx: &mut Tx, id: AccountId) -> crate::Result<Option<Account>> {
    let vault = tx.vault();
    sqlx::query_as!(
        Row,
        "select id, email_sealed, name_sealed, role, hosts, lang, created_at, confirmed_at, closed_at
         from accounts where id = $1 for update",
        id as _
    )
    .fetch_optional(&mut **tx)
    .await?
    .map(|row| row.open(&vault))
    .transpose()
}

/// The people with a role, by name: for lists from which one is chosen.
pub async fn with_roles(
    conn: &mut PgConnection,
    vault: &Vault,
    roles: &[Role],
) -> crate::Result<Vec<(AccountId, String)>> {
    let roles: Vec<String> = roles.iter().map(|role| role.code().to_owned()).collect();
    let rows = sqlx::query!(
        "select id, name_sealed as \"name_sealed: Sealed\" from accounts
         where role = any($1) and confirmed_at is not null and closed_at is null",
        &roles
    )
    .fetch_all(conn)
    .await?;
    let mut people = rows
        .into_iter()
        .map(|row| {
            let id: AccountId = row.id;
            Ok((id, vault.open_text(NAME, id, &row.name_sealed)?))
        })
        .collect::<crate::Result<Vec<_>>>()?;
    people.sort_by_cached_key(|(_, name)| crate::names::fold(name));
    Ok(people)
}

/// An account with everything that is known of the person. That somebody looked is on record.
pub async fn view(tx: &mut Tx, granted: &CanList, id: AccountId) -> crate::Result<Option<Account>> {
    let vault = tx.vault();
    let found = find(tx, &vault, id).await?;
    if found.is_some() && granted.by().account() != Some(id) {
        let event = Event::new(Act::PersonalDataViewed, Subject::account(id));
        history::record(tx, granted.by(), event).await?;
    }
    Ok(found)
}

/// What a list of accounts is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The account with this address. Names are sealed, and cannot be searched.
    pub email: Option<Email>,
    /// Those with this role.
    pub role: Option<Role>,
    /// Those that come behind this one.
    pub after: Option<AccountId>,
}

/// Accounts, the newest first. The second value says whether there are more.
pub async fn list(
    conn: &mut PgConnection,
    vault: &Vault,
    _: CanList,
    wanted: &Wanted,
) -> crate::Result<(Vec<Account>, bool)> {
    let email = wanted.email.as_ref().map(|email| index(vault, email));
    let mut rows = sqlx::query_as!(
        Row,
        "select id, email_sealed, name_sealed, role, hosts, lang, created_at, confirmed_at, closed_at
         from accounts
         where ($1::bytea is null or email_index = $1) and ($2::text is null or role = $2) and ($3::uuid is null or id < $3)
         order by id desc limit $4",
        email as _,
        wanted.role as _,
        wanted.after as _,
        MOST + 1
    )
    .fetch_all(conn)
    .await?;
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let accounts = rows
        .into_iter()
        .map(|row| row.open(vault))
        .collect::<Result<_, _>>()?;
    Ok((accounts, more))
}
