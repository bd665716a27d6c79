//! Mailed links: what they are for, how long they work, and that they work once.

use chrono::TimeDelta;
use sqlx::PgConnection;
use uuid::Uuid;

use super::token::Token;
use crate::db::Tx;
use crate::ids::{AccountId, SessionId};
use crate::values::{Email, codes};
use crate::vault::{BlindIndex, Sealed, Vault};

/// Where the address of a change is sealed.
pub(super) const EMAIL: &str = "account_tokens.email";

codes! {
    /// What a link is for.
    pub enum Purpose {
        Confirmation = "confirmation",
        Password = "password",
        Email = "email",
    }
}

impl Purpose {
    /// How long its link works.
    const fn lasts(self) -> TimeDelta {
        match self {
            Self::Confirmation | Self::Email => TimeDelta::hours(24),
            Self::Password => TimeDelta::hours(1),
        }
    }
}

/// A link that works.
pub(super) struct Link {
    /// Its own id, which its sealed fields are bound to.
    pub id: Uuid,
    /// The address that an account moves to.
    pub email: Option<Sealed>,
}

/// What is typed at sign-up, and confirmed with the address.
pub(super) struct SignUp {
    /// The name, sealed for the account.
    pub name: Sealed,
    /// The password.
    pub hash: String,
    /// The language.
    pub lang: crate::values::Lang,
}

/// An address that an account may move to.
pub(super) struct NewEmail<'a> {
    /// The address.
    pub email: &'a Email,
    /// The key that it is found by.
    pub index: BlindIndex,
}

/// Makes a link to choose a new password.
pub(super) async fn for_password(tx: &mut Tx, account: AccountId) -> crate::Result<Token> {
    write(tx, account, Purpose::Password, None, None).await
}

/// Makes a link that confirms an address and what was typed with it.
pub(super) async fn for_confirmation(
    tx: &mut Tx,
    account: AccountId,
    sign_up: SignUp,
) -> crate::Result<Token> {
    write(tx, account, Purpose::Confirmation, None, Some(sign_up)).await
}

/// Makes a link that moves an account to another address. Earlier ones work no more.
pub(super) async fn for_email(
    tx: &mut Tx,
    account: AccountId,
    new: NewEmail<'_>,
) -> crate::Result<Token> {
    withdraw(tx, account, Some(Purpose::Email)).await?;
    write(tx, account, Purpose::Email, Some(new), None).await
}

async fn write(
    tx: &mut Tx,
    account: AccountId,
    purpose: Purpose,
    new: Option<NewEmail<'_>>,
    sign_up: Option<SignUp>,
) -> crate::Result<Token> {
    // Any id will do; a session's is as fresh as another.
    let (id, token, now) = (SessionId::fresh().uuid(), Token::fresh()?, tx.now());
    let email = match &new {
        Some(new) => Some(tx.vault().seal_text(EMAIL, id, new.email.as_str())?),
        None => None,
    };
    let (name, hash, lang) = match sign_up {
        Some(it) => (Some(it.name), Some(it.hash), Some(it.lang)),
        None => (None, None, None),
    };
    sqlx::query!(
        "insert into account_tokens (id, account_id, purpose, token_hash, email_index, email_sealed, name_sealed,
            password_hash, lang, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        account as _,
        purpose as _,
        token.hash(),
        new.map(|new| new.index) as _,
        email as _,
        name as _,
        hash,
        lang as _,
        now,
        now + purpose.lasts(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

/// Whether a link works, without using it up.
pub async fn works(
    conn: &mut PgConnection,
    purpose: Purpose,
    token: &Token,
    now: chrono::DateTime<chrono::Utc>,
) -> crate::Result<bool> {
    let found = sqlx::query_scalar!(
        "select true from account_tokens t join accounts a on a.id = t.account_id
         where t.token_hash = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3 and a.closed_at is null",
        token.hash(),
        purpose as _,
        now
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// The account behind a link, to be held before the link is used.
pub(super) async fn owner(
    conn: &mut PgConnection,
    purpose: Purpose,
    token: &Token,
    now: chrono::DateTime<chrono::Utc>,
) -> crate::Result<Option<AccountId>> {
    Ok(sqlx::query_scalar!(
        "select account_id from account_tokens
         where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3",
        token.hash(),
        purpose as _,
        now
    )
    .fetch_optional(conn)
    .await?)
}

/// Uses a link up, if it works.
pub(super) async fn spend(
    tx: &mut Tx,
    purpose: Purpose,
    token: &Token,
) -> crate::Result<Option<Link>> {
    let now = tx.now();
    Ok(sqlx::query_as!(
        Link,
        "update account_tokens set used_at = $3
         where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
         returning id, email_sealed as email",
        token.hash(),
        purpose as _,
        now
    )
    .fetch_optional(&mut **tx)
    .await?)
}

/// What was typed at the sign-up that a link confirms.
pub(super) async fn sign_up(tx: &mut Tx, link: &Link) -> crate::Result<SignUp> {
    let row = sqlx::query!(
        "select name_sealed, password_hash, lang from account_tokens where id = $1",
        link.id
    )
    .fetch_one(&mut **tx)
    .await?;
    match (row.name_sealed, row.password_hash, row.lang) {
        (Some(name), Some(hash), Some(lang)) => Ok(SignUp { name, hash, lang }),
        _ => Err(crate::Error::Contradiction(
            "a confirmation without a sign-up",
        )),
    }
}

/// The address that a link moves an account to.
pub(super) fn new_email(vault: &Vault, link: &Link) -> crate::Result<Email> {
    const BROKEN: crate::Error = crate::Error::Contradiction("a change of address without one");
    let sealed = link.email.as_ref().ok_or(BROKEN)?;
    Email::parse(&vault.open_text(EMAIL, link.id, sealed)?).map_err(|_| BROKEN)
}

/// Takes back the links of an account: those for one purpose, or all.
pub(super) async fn withdraw(
    tx: &mut Tx,
    account: AccountId,
    purpose: Option<Purpose>,
) -> crate::Result<()> {
    let now = tx.now();
    sqlx::query!(
        "update account_tokens set used_at = $2
         where account_id = $1 and used_at is null and ($3::text is null or purpose = $3)",
        account as _,
        now,
        purpose as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
