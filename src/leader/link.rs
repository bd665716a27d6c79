//! The link by which a leader sees and changes their own consents, without an account, and the letter that brings it.
//!
//! The token is signed by the vault: it says whose consents, and nobody without the key can make one. Nothing is kept of it but
//! its version. It does not expire, because the right to withdraw does not; but whoever it is of, and the board, can end it, and
//! another goes to the address on the entry. Links of other sorts that a leader got before end with it.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sqlx::PgConnection;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::keep::{is_theirs, organization_of};
use super::lock;
use super::merged::merged_into;
use super::person::{PRIVATE, Private};
use super::policy::{CanKeepConsents, CanKeepProfile, by_an_old_link, by_themselves};
use super::profile::{Keeper, known};
use crate::actor::{Actor, Denied};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::{LeaderId, OrganizationId};
use crate::notice::{self, Letter, LetterToLeader, Recipient};
use crate::organization;
use crate::values::{Email, Lang, LanguageTag, Line};
use crate::vault::Vault;
use crate::{Error, Result};

/// What the signature is for.
const CONTEXT: &str = "leaders.consents";

/// How many letters are written in one transaction.
const BATCH: i64 = 50;

/// The token of a leader's link, in the version that holds.
pub fn consent_token(vault: &Vault, leader: LeaderId, version: i32) -> String {
    signed(vault, CONTEXT, leader.uuid(), &said(leader, version))
}

/// What is signed. Links from before they had versions are of version 0.
fn said(leader: LeaderId, version: i32) -> String {
    match version {
        0 => leader.to_string(),
        version => format!("{leader} {version}"),
    }
}

/// A token that names something by its id, and is signed for one purpose and no other.
pub(super) fn signed(vault: &Vault, context: &str, id: Uuid, said: &str) -> String {
    let mut token = id.as_bytes().to_vec();
    token.extend_from_slice(&vault.derive(context, said));
    BASE64.encode(token)
}

/// What a token names, and its signature; nothing, if it is no token.
pub(super) fn parts(token: &str) -> Option<(Uuid, Vec<u8>)> {
    let bytes = BASE64.decode(token).ok()?;
    let (id, signature) = bytes.split_at_checked(16)?;
    Some((Uuid::from_slice(id).ok()?, signature.to_vec()))
}

/// Whether a signature is the vault's.
pub(super) fn is_signed(vault: &Vault, context: &str, said: &str, signature: &[u8]) -> bool {
    bool::from(vault.derive(context, said).ct_eq(signature))
}

/// Tokens that say which leader holds them, for one purpose and no other. They end with the link of their consents.
pub async fn signed_links(
    conn: &mut PgConnection,
    vault: &Vault,
    context: &str,
    leaders: &[LeaderId],
) -> Result<HashMap<LeaderId, String>> {
    let rows = sqlx::query!(
        "select id, link_version from leaders where id = any($1)",
        leaders as _
    )
    .fetch_all(conn)
    .await?;
    let token = |row: (LeaderId, i32)| {
        let text = said(row.0, row.1);
        (row.0, signed(vault, context, row.0.uuid(), &text))
    };
    Ok(rows
        .into_iter()
        .map(|row| token((row.id, row.link_version)))
        .collect())
}

/// Which leader holds a token for a purpose.
///
/// # Errors
///
/// [`Error::NotFound`] if it is none of ours, [`Error::Ended`] if it was one and was ended.
pub async fn follow_signed_link(
    conn: &mut PgConnection,
    vault: &Vault,
    context: &str,
    token: &str,
) -> Result<LeaderId> {
    let (id, signature) = parts(token).ok_or(Error::NotFound)?;
    let id = LeaderId::from(id);
    let version = version_of(conn, id).await?.ok_or(Error::NotFound)?;
    let is_of = |version| is_signed(vault, context, &said(id, version), &signature);
    match is_of(version) {
        true => Ok(id),
        // Whoever follows one that was ended mostly missed the last letter.
        false if (0..version).rev().any(is_of) => Err(Error::Ended),
        false => Err(Error::NotFound),
    }
}

/// Whose link it is, and that whoever follows it keeps their consents. Of an entry that gave way it is the one that it leads to today.
///
/// # Errors
///
/// [`Error::NotFound`] if it is none of ours, [`Error::Ended`] if it was one and was ended.
pub async fn follow_link(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    token: &str,
) -> Result<(LeaderId, CanKeepConsents)> {
    let id = follow_signed_link(conn, vault, CONTEXT, token).await?;
    Ok(match merged_into(conn, id).await? {
        Some(into) => (into, by_an_old_link(actor)),
        None => (id, by_themselves(actor)),
    })
}

async fn version_of(conn: &mut PgConnection, leader: LeaderId) -> Result<Option<i32>> {
    Ok(sqlx::query_scalar!(
        "select link_version from leaders where id = $1",
        leader as _
    )
    .fetch_optional(conn)
    .await?)
}

/// Ends the link of a leader, and sends another to the address on their entry. Whether it was sent: where there is no address,
/// there is nobody to send it to. `Overtaken` if somebody ended it since it was `seen`, `NotFound` where they are none of the
/// organization.
pub async fn renew_link(
    tx: &mut Tx,
    can: &CanKeepProfile,
    leader: LeaderId,
    seen: i32,
) -> Result<bool> {
    if can.keeper() == Keeper::Organization {
        return Err(Denied::Forbidden.into());
    }
    if !is_theirs(tx, can, leader).await? {
        return Err(Error::NotFound);
    }
    lock(tx, leader).await?;
    let vault = tx.vault();
    let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    if there.link_version != seen {
        return Err(Error::Overtaken);
    }
    let to = there.facts.email.clone();
    end_link(tx, can.by(), leader, to).await
}

/// The same, for whoever was shown to have a right to it. The new one goes to an address, if there is one. An address that was said by
/// the old link and waits for its reader is not waited for any more; what undoes one that was said goes on, since it is the way back.
pub(super) async fn end_link(
    tx: &mut Tx,
    by: &Actor,
    leader: LeaderId,
    to: Option<Email>,
) -> Result<bool> {
    let (vault, now) = (tx.vault(), tx.now());
    super::address::withdraw(tx, leader).await?;
    let version = sqlx::query_scalar!(
        "update leaders set link_version = link_version + 1, updated_at = $2 where id = $1 returning link_version",
        leader as _,
        now
    )
    .fetch_one(&mut **tx)
    .await?;
    let subject = super::consent::subject(tx, leader).await?;
    let after = serde_json::json!({ "version": version, "sent": to.is_some() });
    history::record(
        tx,
        by,
        Event::new(Act::LeaderLinkEnded, subject).after(after),
    )
    .await?;
    let Some(email) = to else {
        return Ok(false);
    };
    let title = organization_of(tx, leader).await?;
    let letter = LetterToLeader::LinkRenewed {
        token: consent_token(&vault, leader, version),
        title: title.map(|it| it.to_string()).unwrap_or_default(),
    };
    let to = Recipient::Address {
        email,
        lang: letters_in(tx, leader).await?,
        account: None,
    };
    notice::post(tx, to, Letter::Leader(letter)).await?;
    Ok(true)
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

/// Tells those who were entered by others, or of whom others recorded that they agree, where an address of theirs is known. How many
/// were looked at.
pub async fn tell(tx: &mut Tx) -> Result<usize> {
    let rows = sqlx::query!(
        r#"update leaders l set to_be_told = false, consents_to_be_told = false
         from (select id, to_be_told from leaders where to_be_told or consents_to_be_told order by id limit $1
            for update skip locked) due
         where l.id = due.id
         returning due.to_be_told as is_new, l.id, l.private_sealed, l.languages, l.link_version, (select o.name from leader_offices f join organizations o on o.id = f.organization_id
            where f.leader_id = l.id and f.mistaken_at is null order by f.until desc nulls first, f.id limit 1) as "organization: Line""#,
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
        let token = consent_token(&vault, row.id, row.link_version);
        let title = organization.to_string();
        let letter = match row.is_new {
            true => Letter::LeaderEntered { token, title },
            false => Letter::Leader(LetterToLeader::ConsentRecorded { token, title }),
        };
        notice::post(tx, to, letter).await?;
    }
    Ok(rows.len())
}

/// Tells somebody who is known already that another organization names them as one of those who lead it.
pub(super) async fn tell_entered(
    tx: &mut Tx,
    leader: LeaderId,
    organization: OrganizationId,
) -> Result<()> {
    let vault = tx.vault();
    let there = known(tx, &vault, leader).await?.ok_or(Error::NotFound)?;
    let of = organization::mention(tx, organization).await?;
    let (Some(email), Some(of)) = (there.facts.email, of) else {
        return Ok(());
    };
    let to = Recipient::Address {
        email,
        lang: spoken(&there.facts.languages),
        account: None,
    };
    let letter = Letter::LeaderEntered {
        token: consent_token(&vault, leader, there.link_version),
        title: of.name.to_string(),
    };
    notice::post(tx, to, letter).await
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

    fn whose(vault: &Vault, token: &str, version: i32) -> Option<LeaderId> {
        let (id, signature) = parts(token)?;
        let leader = LeaderId::from(id);
        is_signed(vault, CONTEXT, &said(leader, version), &signature).then_some(leader)
    }

    #[test]
    fn a_token_says_whose_consents_and_nobody_makes_one_from_another() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let other = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let (one, two) = (LeaderId::fresh(), LeaderId::fresh());
        let token = consent_token(&vault, one, 0);
        assert_eq!(whose(&vault, &token, 0), Some(one));
        assert_eq!(whose(&other, &token, 0), None);
        let mut forged = BASE64.decode(&token).unwrap();
        forged[..16].copy_from_slice(two.uuid().as_bytes());
        for wrong in ["", "a", &token[1..], &BASE64.encode(forged), "é"] {
            assert_eq!(whose(&vault, wrong, 0), None, "{wrong}");
        }
    }

    #[test]
    fn a_link_from_before_versions_is_of_the_first_and_each_version_ends_the_one_before() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let one = LeaderId::fresh();
        assert_eq!(
            consent_token(&vault, one, 0),
            signed(&vault, CONTEXT, one.uuid(), &one.to_string())
        );
        let tokens = [0, 1, 12].map(|version| (version, consent_token(&vault, one, version)));
        for (of, token) in &tokens {
            for (version, _) in &tokens {
                let is_right = whose(&vault, token, *version).is_some();
                assert_eq!(is_right, of == version, "{of} {version}");
            }
        }
    }
}
