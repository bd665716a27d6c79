//! The vault: personal fields are sealed (XChaCha20-Poly1305) under keys that live outside the database, so that a stolen dump names nobody.
//!
//! Keys have ids, so that they can rotate: new seals use the first key, old ones open under theirs. What must be
//! found again (an e-mail address at sign-in) has a blind index beside it: HMAC-SHA-256 under a key of its own, which
//! stays when the others rotate.

pub mod stream;

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretBox, SecretString};
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use uuid::Uuid;

/// Bytes that only the vault can read; what a sealed column holds.
#[derive(Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Sealed(Vec<u8>);

/// A keyed hash by which a sealed value is found.
#[derive(Clone, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct BlindIndex(Vec<u8>);

/// Opens and seals. Cheap to clone.
#[derive(Clone)]
pub struct Vault(Arc<Keys>);

struct Keys {
    index: SecretBox<[u8; 32]>,
    /// The first seals; all of them open.
    seals: Vec<(String, XChaCha20Poly1305)>,
}

/// Why keys cannot be used, or a value cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The text of the keys is not what it should be.
    #[error(
        "the vault's keys must be `index:KEY,ID:KEY,…`, each KEY 32 bytes in base64, each ID at most 32 letters and digits"
    )]
    BadKeys,
    /// A value was sealed under a key that is not among ours.
    #[error("a value is sealed under the key `{0}`, which is not among the vault's keys")]
    UnknownKey(String),
    /// A value was changed, belongs to another row, or is no seal at all.
    #[error("a sealed value cannot be opened: it was changed, or moved to another row")]
    Broken,
    /// The system has no randomness to give.
    #[error("the system gave no random bytes: {0}")]
    NoRandomness(getrandom::Error),
}

const VERSION: u8 = 1;
const NONCE: usize = 24;

impl Vault {
    /// Reads `index:KEY,ID:KEY,…`: the key of the blind index, the key that seals, and older ones.
    pub fn parse(text: &SecretString) -> Result<Self, VaultError> {
        let mut index = None;
        let mut seals = Vec::new();
        for part in text.expose_secret().split([',', '\n']).map(str::trim) {
            if part.is_empty() {
                continue;
            }
            let (id, key) = part.split_once(':').ok_or(VaultError::BadKeys)?;
            let bytes = BASE64.decode(key).map_err(|_| VaultError::BadKeys)?;
            let key: [u8; 32] = bytes.try_into().map_err(|_| VaultError::BadKeys)?;
            let plain = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            match id {
                "index" => index = Some(SecretBox::new(Box::new(key))),
                id if plain && (1..=32).contains(&id.len()) => {
                    seals.push((id.to_owned(), XChaCha20Poly1305::new(&key.into())));
                }
                _ => return Err(VaultError::BadKeys),
            }
        }
        match (index, seals.is_empty()) {
            (Some(index), false) => Ok(Self(Arc::new(Keys { index, seals }))),
            _ => Err(VaultError::BadKeys),
        }
    }

    /// The text of new keys, to be kept outside the database.
    pub fn fresh_keys() -> Result<SecretString, VaultError> {
        let key = || random::<32>().map(|bytes| BASE64.encode(bytes));
        Ok(format!("index:{},k1:{}", key()?, key()?).into())
    }

    /// Seals bytes for one place: `context` is the table and column, `row` the row that they belong to.
    pub fn seal(
        &self,
        context: &str,
        row: impl Into<Row>,
        bytes: &[u8],
    ) -> Result<Sealed, VaultError> {
        let (id, cipher) = self.0.seals.first().ok_or(VaultError::BadKeys)?;
        let nonce = random::<NONCE>()?;
        let aad = aad(context, row.into());
        let payload = Payload {
            msg: bytes,
            aad: &aad,
        };
        let text = cipher
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| VaultError::Broken)?;
        let mut out = Vec::with_capacity(2 + id.len() + NONCE + text.len());
        out.push(VERSION);
        out.push(u8::try_from(id.len()).map_err(|_| VaultError::BadKeys)?);
        out.extend_from_slice(id.as_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&text);
        Ok(Sealed(out))
    }

    /// Opens what was sealed for this place.
    pub fn open(
        &self,
        context: &str,
        row: impl Into<Row>,
        sealed: &Sealed,
    ) -> Result<Vec<u8>, VaultError> {
        let (head, rest) = sealed.0.split_at_checked(2).ok_or(VaultError::Broken)?;
        if head[0] != VERSION {
            return Err(VaultError::Broken);
        }
        let (id, rest) = rest
            .split_at_checked(usize::from(head[1]))
            .ok_or(VaultError::Broken)?;
        let (nonce, text) = rest.split_at_checked(NONCE).ok_or(VaultError::Broken)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| VaultError::Broken)?;
        let mut seals = self.0.seals.iter();
        let (_, cipher) = seals
            .find(|(known, _)| known.as_bytes() == id)
            .ok_or_else(|| VaultError::UnknownKey(String::from_utf8_lossy(id).into_owned()))?;
        let aad = aad(context, row.into());
        let payload = Payload {
            msg: text,
            aad: &aad,
        };
        cipher
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| VaultError::Broken)
    }

    /// Seals a text.
    pub fn seal_text(
        &self,
        context: &str,
        row: impl Into<Row>,
        text: &str,
    ) -> Result<Sealed, VaultError> {
        self.seal(context, row, text.as_bytes())
    }

    /// Opens a text.
    pub fn open_text(
        &self,
        context: &str,
        row: impl Into<Row>,
        sealed: &Sealed,
    ) -> Result<String, VaultError> {
        String::from_utf8(self.open(context, row, sealed)?).map_err(|_| VaultError::Broken)
    }

    /// Seals a value as JSON.
    pub fn seal_json<T: Serialize>(
        &self,
        context: &str,
        row: impl Into<Row>,
        value: &T,
    ) -> Result<Sealed, VaultError> {
        let json = serde_json::to_vec(value).map_err(|_| VaultError::Broken)?;
        self.seal(context, row, &json)
    }

    /// Opens a value from JSON.
    pub fn open_json<T: DeserializeOwned>(
        &self,
        context: &str,
        row: impl Into<Row>,
        sealed: &Sealed,
    ) -> Result<T, VaultError> {
        serde_json::from_slice(&self.open(context, row, sealed)?).map_err(|_| VaultError::Broken)
    }

    /// The blind index of a value: the same for the same text in the same context, and nothing without the key.
    pub fn index(&self, context: &str, text: &str) -> BlindIndex {
        BlindIndex(self.derive(context, text).to_vec())
    }

    /// Bytes that follow from the key of the blind index, the context and the text, and that nobody without the key can tell.
    pub fn derive(&self, context: &str, text: &str) -> [u8; 32] {
        // HMAC fills a short key with zeros up to its block (RFC 2104), so this is the same key.
        let mut block = [0; 64];
        block[..32].copy_from_slice(self.0.index.expose_secret());
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
        mac.update(context.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// The row that a sealed value belongs to: a seal that was copied to another row does not open.
#[derive(Clone, Copy)]
pub struct Row(Uuid);

impl From<Uuid> for Row {
    fn from(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

macro_rules! rows {
    ($($id:ident),+) => {$(
        impl From<crate::ids::$id> for Row {
            fn from(id: crate::ids::$id) -> Self {
                Self(id.uuid())
            }
        }
    )+};
}
rows!(
    AccountId,
    InitiativeInvitationId,
    ContributionId,
    ContributionFileId,
    InitiativeFileId,
    OrganizationId,
    CaseId,
    SubmissionId,
    SignatoryId,
    SignatureId,
    DecisionId,
    ProposalId,
    SittingId,
    SittingItemId,
    AddendumId,
    ConditionId,
    ConditionAnswerId,
    ConditionMarkId,
    OpinionId,
    MessageId,
    LeaderId,
    GroupId,
    LeaderMergerId,
    LeaderAddressId,
    ClaimId,
    ConsentId,
    ProposedInitiativeId,
    OverlapId,
    IntroductionId,
    LetterId,
    EventId,
    ImportId,
    GroupInvitationId,
    MeetingId,
    MeetingItemId,
    InvitationId,
    JoinRequestId,
    RescueId,
    DocumentId,
    VerdictId,
    AttachmentId,
    FindingId,
    ExcuseId,
    StandingId,
    FlagId,
    DutyHandoverId,
    BulkId,
    AbsenceId,
    MergerId
);

fn aad(context: &str, row: Row) -> Vec<u8> {
    let mut aad = context.as_bytes().to_vec();
    aad.push(0);
    aad.extend_from_slice(row.0.as_bytes());
    aad
}

/// Random bytes of the operating system.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for them"
)]
pub fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(VaultError::NoRandomness)?;
    Ok(bytes)
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(…)")
    }
}

impl fmt::Debug for BlindIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlindIndex(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(keys: &str) -> Vault {
        Vault::parse(&keys.to_owned().into()).unwrap()
    }

    fn key(byte: u8) -> String {
        BASE64.encode([byte; 32])
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let row = Uuid::from_u128(7);
        let sealed = vault
            .seal_text("accounts.email", row, "ani@example.org")
            .unwrap();
        assert_eq!(
            vault.open_text("accounts.email", row, &sealed).unwrap(),
            "ani@example.org"
        );
        assert!(vault.open_text("accounts.name", row, &sealed).is_err());
        assert!(
            vault
                .open_text("accounts.email", Uuid::from_u128(8), &sealed)
                .is_err()
        );
    }

    #[test]
    fn a_changed_byte_is_noticed_and_half_a_seal_is_none() {
        let vault = vault(&format!("index:{},k1:{}", key(1), key(2)));
        let row = Uuid::from_u128(7);
        let sealed = vault.seal_text("a", row, "text").unwrap();
        for at in 0..sealed.0.len() {
            let mut broken = sealed.clone();
            broken.0[at] ^= 1;
            assert!(vault.open("a", row, &broken).is_err(), "byte {at}");
            assert!(
                vault
                    .open("a", row, &Sealed(sealed.0[..at].to_vec()))
                    .is_err()
            );
        }
    }

    #[test]
    fn keys_rotate_and_the_index_stays() {
        let old = vault(&format!("index:{},k1:{}", key(1), key(2)));
        let new = vault(&format!("index:{},k2:{},k1:{}", key(1), key(3), key(2)));
        let row = Uuid::from_u128(7);
        let sealed = old.seal_text("a", row, "text").unwrap();
        assert_eq!(new.open_text("a", row, &sealed).unwrap(), "text");
        let newer = new.seal_text("a", row, "text").unwrap();
        assert!(
            matches!(old.open("a", row, &newer), Err(VaultError::UnknownKey(id)) if id == "k2")
        );
        assert!(old.index("e", "ani") == new.index("e", "ani"));
        assert!(old.index("e", "ani") != old.index("f", "ani"));
    }

    #[test]
    fn bad_keys_are_refused() {
        for keys in ["", "k1:abc", "index:AAAA,k1:AAAA", "nonsense"] {
            assert!(Vault::parse(&keys.to_owned().into()).is_err(), "{keys}");
        }
        let without_seal = format!("index:{}", key(1));
        assert!(Vault::parse(&without_seal.into()).is_err());
    }
}
