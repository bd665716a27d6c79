//! What stands for everything that a draft says: the same for the same words, another one for any change.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::ids::CaseId;
use crate::organization::Particulars;

/// The digest of what a draft says, for one case alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these particulars in this case. Order within the JSON is that of the keys, not of the program.
    pub fn of(case: CaseId, said: &Particulars) -> Result<Self> {
        let canonical = serde_json::to_value(said)
            .map_err(|_| crate::Error::Contradiction("particulars that are no JSON"))?;
        let mut hash = Sha256::new();
        hash.update(case.uuid().as_bytes());
        hash.update(canonical.to_string().as_bytes());
        Ok(Self(hash.finalize().into()))
    }

    /// As it came from a row.
    pub(super) fn from_row(bytes: &[u8]) -> Result<Self> {
        let whole = bytes
            .try_into()
            .map_err(|_| crate::Error::Contradiction("half a digest"))?;
        Ok(Self(whole))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// As forms carry it: what somebody saw when they signed.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::{full, line};

    #[test]
    fn any_change_is_another_digest_and_another_case_too() {
        let case = CaseId::fresh();
        let digest = Digest::of(case, &full()).unwrap();
        assert_eq!(digest, Digest::of(case, &full()).unwrap());
        assert_ne!(digest, Digest::of(CaseId::fresh(), &full()).unwrap());
        let mut other = full();
        other.city = Some(line("Bonn"));
        assert_ne!(digest, Digest::of(case, &other).unwrap());
        let mut other = full();
        other.people[0].consents = !other.people[0].consents;
        assert_ne!(digest, Digest::of(case, &other).unwrap());
    }

    #[test]
    fn it_is_written_as_it_is_compared() {
        let digest = Digest::from_row(&[10; 32]).unwrap();
        assert_eq!(digest.to_string(), "0a".repeat(32));
        assert!(Digest::from_row(&[1, 2, 3]).is_err());
    }
}
