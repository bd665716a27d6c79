//! Writing a letter: a row in the outbox, in the transaction of its cause.

use super::preference::preferences;
use super::{Letter, LetterKind, LetterState};
use crate::db::Tx;
use crate::ids::{AccountId, CaseId, LetterId};
use crate::values::{Email, Lang};
use crate::vault::Sealed;

/// Where addresses are sealed.
pub(super) const TO: &str = "letters.to";
/// Where contents are sealed.
pub(super) const DATA: &str = "letters.data";
/// Where accounts keep their address.
const EMAIL: &str = "accounts.email";

/// Who gets a letter.
#[derive(Clone, Debug)]
pub enum Recipient {
    /// Whoever has this account, at the address and in the language that it has now.
    Account(AccountId),
    /// An address: one that is to be confirmed, or was left.
    Address {
        /// The address.
        email: Email,
        /// The language of the letter.
        lang: Lang,
        /// The account that it is about.
        account: Option<AccountId>,
    },
}

struct Address {
    email: String,
    lang: Lang,
    account: Option<AccountId>,
}

/// Writes a letter. A closed account gets none, and nobody gets what they can do without and do not want.
pub async fn post(tx: &mut Tx, to: Recipient, letter: Letter) -> crate::Result<()> {
    let state = match to {
        Recipient::Account(account) if letter.kind().is_choice() => {
            let wanted = preferences(tx, account).await?;
            wanted.state_of(letter.kind())
        }
        _ => Some(LetterState::Waiting),
    };
    if let Some(state) = state {
        write(tx, to, letter, state).await?;
    }
    Ok(())
}

/// Writes a letter in a state; its id, unless the account is closed.
pub(super) async fn write(
    tx: &mut Tx,
    to: Recipient,
    letter: Letter,
    state: LetterState,
) -> crate::Result<Option<LetterId>> {
    let Some(to) = address(tx, to).await? else {
        return Ok(None);
    };
    let (id, now, vault) = (LetterId::fresh(), tx.now(), tx.vault());
    let kind: LetterKind = letter.kind();
    let case: Option<CaseId> = letter.of_case().map(|of| of.case);
    let sealed_to = vault.seal_text(TO, id, &to.email)?;
    let data = vault.seal_json(DATA, id, &letter)?;
    sqlx::query!(
        "insert into letters (id, account_id, to_sealed, lang, kind, data_sealed, case_id, created_at, next_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)",
        id as _,
        to.account as _,
        sealed_to as _,
        to.lang as _,
        kind as _,
        data as _,
        case as _,
        now,
        state as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(Some(id))
}

async fn address(tx: &mut Tx, to: Recipient) -> crate::Result<Option<Address>> {
    let account = match to {
        Recipient::Account(account) => account,
        Recipient::Address {
            email,
            lang,
            account,
        } => {
            let email = email.to_string();
            return Ok(Some(Address {
                email,
                lang,
                account,
            }));
        }
    };
    let row = sqlx::query!(
        "select email_sealed as \"email_sealed: Sealed\", lang from accounts where id = $1 and closed_at is null",
        account as _
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Address {
        email: tx.vault().open_text(EMAIL, account, &row.email_sealed)?,
        lang: row.lang,
        account: Some(account),
    }))
}
