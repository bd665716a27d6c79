//! The link by which a leader sees and changes their own consents, without an account, and the letter that brings it.
//!
//! The token is signed by the vault: it says whose consents, and nobody without the key can make one. Nothing is kept of it.
//! It does not expire, because the right to withdraw does not; and it can give or withdraw consents and do nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sqlx::PgConnection;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::merged::merged_into;
use super::person::{PRIVATE, Private};
use super::policy::{CanKeepConsents, by_an_old_link, by_themselves};
use crate::Result;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::notice::{self, Letter, Recipient};
use crate::values::{Lang, LanguageTag, Line};
use crate::vault::Vault;

/// What the signature is for.
const CONTEXT: &str = "leaders.consents";

/// How many letters are written in one transaction.
const BATCH: i64 = 50;

/// The token of a leader's link.
pub fn consent_token(vault: &Vault, leader: LeaderId) -> String {
    signed_link(vault, CONTEXT, leader)
}

/// Whose link it is, and that whoever follows it keeps their consents; nothing, if it is none of ours.
pub fn follow_consent_link(
    vault: &Vault,
    actor: &Actor,
    token: &str,
) -> Option<(LeaderId, CanKeepConsents)> {
    let leader = follow_signed_link(vault, CONTEXT, token)?;
    Some((leader, by_themselves(actor)))
}

/// A token that says which leader holds it, for one purpose and no other.
pub fn signed_link(vault: &Vault, context: &str, leader: LeaderId) -> String {
    let mut token = leader.uuid().as_bytes().to_vec();
    token.extend_from_slice(&vault.derive(context, &leader.to_string()));
    BASE64.encode(token)
}

/// Which leader holds a token for a purpose; nobody, if it is none of ours.
pub fn follow_signed_link(vault: &Vault, context: &str, token: &str) -> Option<LeaderId> {
    let bytes = BASE64.decode(token).ok()?;
    let (id, signed) = bytes.split_at_checked(16)?;
    let leader = LeaderId::from(Uuid::from_slice(id).ok()?);
    let right = vault.derive(context, &leader.to_string());
    bool::from(right.ct_eq(signed)).then_some(leader)
}

/// The same for the entry that it leads to today, if that gave way to another.
pub async fn follow_link(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    token: &str,
) -> Result<Option<(LeaderId, CanKeepConsents)>> {
    let Some((id, can)) = follow_consent_link(vault, actor, token) else {
        return Ok(None);
    };
    Ok(Some(match merged_into(conn, id).await? {
        Some(into) => (into, by_an_old_link(actor)),
        None => (id, can),
    }))
}

/// Marks somebody who was entered by others: a letter tells them so.
pub async fn tell_later(tx: &mut Tx, leader: LeaderId) -> Result<()> {
    sqlx::query!(
        "update leaders set to_be_told = true where id = $1 and private_sealed is not null",
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Tells those who were entered by others, where an address of theirs is known. How many were looked at.
pub async fn tell(tx: &mut Tx) -> Result<usize> {
    let rows = sqlx::query!(
        r#"update leaders l set to_be_told = false
         from (select id from leaders where to_be_told order by id limit $1 for update skip locked) due
         where l.id = due.id
         returning l.id, l.private_sealed, l.languages, (select o.name from leader_offices f join organizations o on o.id = f.organization_id
            where f.leader_id = l.id order by f.until desc nulls first, f.id limit 1) as "organization: Line""#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    for row in &rows {
        let (Some(sealed), Some(organization)) = (&row.private_sealed, &row.organization) else {
            continue;
        };
        let private: Private = vault.open_json(PRIVATE, row.id, sealed)?;
        let Some(email) = private.email else {
            continue;
        };
        let to = Recipient::Address {
            email,
            lang: spoken(&row.languages),
            account: None,
        };
        let letter = Letter::LeaderEntered {
            token: consent_token(&vault, row.id),
            title: organization.to_string(),
        };
        notice::post(tx, to, letter).await?;
    }
    Ok(rows.len())
}

/// The language in which letters to a leader are written.
pub async fn letters_in(conn: &mut PgConnection, leader: LeaderId) -> Result<Lang> {
    let languages = sqlx::query_scalar!(
        r#"select languages as "languages: Vec<LanguageTag>" from leaders where id = $1"#,
        leader as _
    )
    .fetch_optional(conn)
    .await?;
    Ok(spoken(&languages.unwrap_or_default()))
}

/// The first language of somebody's that letters are written in.
pub(super) fn spoken(languages: &[LanguageTag]) -> Lang {
    let known = languages
        .iter()
        .find_map(|tag| Lang::from_code(tag.as_str()));
    known.unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whose(vault: &Vault, token: &str) -> Option<LeaderId> {
        let (leader, _) = follow_consent_link(vault, &Actor::Visitor, token)?;
        Some(leader)
    }

    #[test]
    fn a_token_says_whose_consents_and_nobody_makes_one_from_another() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let other = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let (one, two) = (LeaderId::fresh(), LeaderId::fresh());
        let token = consent_token(&vault, one);
        assert_eq!(whose(&vault, &token), Some(one));
        assert_eq!(whose(&other, &token), None);
        let mut forged = BASE64.decode(&token).unwrap();
        forged[..16].copy_from_slice(two.uuid().as_bytes());
        for wrong in ["", "a", &token[1..], &BASE64.encode(forged), "é"] {
            assert_eq!(whose(&vault, wrong), None, "{wrong}");
        }
    }
}
