//! The link by which a letter stops others of its kind, without a sign-in (RFC 8058).
//!
//! Its token is signed by the vault: it says whose letters and of which kind, and nobody without the key can make one.
//! Nothing is kept of it, so a stolen database has none. It can do one thing, which is harmless and can be taken back by
//! its account, and so it does not expire: a letter may lie for a year before somebody has enough of them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::LetterKind;
use crate::ids::AccountId;
use crate::vault::Vault;

/// What the signature is for.
const CONTEXT: &str = "letters.unsubscribe";

/// The link of a letter of this kind to this account; nothing, where the letter is one that they need.
pub fn unsubscribe_path(vault: &Vault, account: AccountId, kind: LetterKind) -> Option<String> {
    if kind.stops().is_empty() {
        return None;
    }
    let mut token = account.uuid().as_bytes().to_vec();
    token.extend_from_slice(&signature(vault, account, kind));
    Some(format!("/unsubscribe/{kind}.{}", BASE64.encode(token)))
}

/// Whose letters of which kind a token stops; nothing, if it is none of ours.
pub fn read_unsubscribe(vault: &Vault, token: &str) -> Option<(AccountId, LetterKind)> {
    let (kind, rest) = token.split_once('.')?;
    let kind = LetterKind::from_code(kind).filter(|kind| !kind.stops().is_empty())?;
    let bytes = BASE64.decode(rest).ok()?;
    let (id, signed) = bytes.split_at_checked(16)?;
    let account = AccountId::from(Uuid::from_slice(id).ok()?);
    let right = signature(vault, account, kind);
    bool::from(right.ct_eq(signed)).then_some((account, kind))
}

fn signature(vault: &Vault, account: AccountId, kind: LetterKind) -> [u8; 32] {
    vault.derive(CONTEXT, &format!("{account} {kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::parse(&Vault::fresh_keys().unwrap()).unwrap()
    }

    #[test]
    fn a_token_says_whose_letters_of_which_kind_it_stops() {
        let (vault, account) = (vault(), AccountId::fresh());
        for kind in LetterKind::ALL {
            let path = unsubscribe_path(&vault, account, *kind);
            assert_eq!(path.is_some(), !kind.stops().is_empty(), "{kind}");
            if let Some(token) = path
                .as_deref()
                .and_then(|it| it.strip_prefix("/unsubscribe/"))
            {
                assert_eq!(read_unsubscribe(&vault, token), Some((account, *kind)));
            }
        }
    }

    #[test]
    fn nobody_makes_one_from_another() {
        let (vault, account) = (vault(), AccountId::fresh());
        let path = unsubscribe_path(&vault, account, LetterKind::Message).unwrap();
        let token = path.strip_prefix("/unsubscribe/").unwrap();
        let (_, rest) = token.split_once('.').unwrap();
        let other = BASE64.encode(AccountId::fresh().uuid().as_bytes());
        let mut foreign = rest.to_owned();
        foreign.replace_range(..20, &other[..20]);
        for wrong in [
            String::new(),
            "message.".to_owned(),
            format!("digest.{rest}"),
            format!("accepted.{rest}"),
            format!("message.{foreign}"),
            format!("message.{}", &rest[..rest.len() - 4]),
            format!("{token}AAAA"),
            format!("message.{}", BASE64.encode([0; 8])),
        ] {
            assert_eq!(read_unsubscribe(&vault, &wrong), None, "{wrong}");
        }
        assert_eq!(read_unsubscribe(&self::vault(), token), None, "another key");
    }
}
