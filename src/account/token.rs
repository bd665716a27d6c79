//! Secrets that stand for a person for a while: in a cookie, or in a mailed link. The database keeps their hashes alone.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sha2::{Digest, Sha256};

use crate::vault::{VaultError, random};

/// 256 random bits. A hash without salt is enough for them: there is nothing to guess.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// How many characters a token has.
    const LENGTH: usize = 43;

    /// A token that nobody has yet.
    pub fn fresh() -> Result<Self, VaultError> {
        Ok(Self(BASE64.encode(random::<32>()?)))
    }

    /// Reads what a cookie or a link holds.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (text.len() == Self::LENGTH && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// What the database knows it by.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The secret itself, for the cookie or the link.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_text_and_no_log_learns_it() {
        let token = Token::fresh().unwrap();
        assert_eq!(Token::parse(token.expose()).unwrap(), token);
        assert_ne!(token, Token::fresh().unwrap());
        assert!(!format!("{token:?}").contains(token.expose()));
    }

    #[test]
    fn anything_else_is_no_token() {
        for text in [
            "",
            "short",
            &"a".repeat(42),
            &"a".repeat(44),
            &"/".repeat(43),
            &"é".repeat(43),
        ] {
            assert!(Token::parse(text).is_none(), "{text}");
        }
    }
}
