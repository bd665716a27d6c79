//! argon2id, in memory that goes back to the system when a password is hashed.

use argon2::password_hash::phc::{Ident, Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, PasswordHasher};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// Blocks of a KiB that are reserved for a hash, whatever it uses of them.
///
/// glibc gives back at once what is larger than 32 MiB (`M_MMAP_THRESHOLD` in mallopt(3)). Of anything smaller it learns
/// to keep the memory for the thread, so that each thread that ever hashed would hold three times the 19 MiB. What is
/// reserved and not touched costs nothing.
const RESERVED: usize = 33 * 1024;

/// With OWASP's parameters, which are the crate's own: 19 MiB, twice over, on one core.
pub(super) struct Argon2id;

impl PasswordHasher<PasswordHash> for Argon2id {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<PasswordHash, Error> {
        self.hash_password_customized(password, salt, None, None, Params::DEFAULT)
    }
}

impl CustomizedPasswordHasher<PasswordHash> for Argon2id {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> Result<PasswordHash, Error> {
        let algorithm = algorithm.map(Algorithm::try_from).transpose()?;
        let version = version.map(Version::try_from).transpose()?;
        let (algorithm, version) = (algorithm.unwrap_or_default(), version.unwrap_or_default());
        let salt = Salt::new(salt)?;
        let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
        let mut blocks = Vec::with_capacity(RESERVED.max(params.block_count()));
        blocks.resize(params.block_count(), Block::new());
        let written = ParamsString::try_from(&params)?;
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(
            password,
            &salt,
            &mut out,
            &mut blocks,
        )?;
        Ok(PasswordHash {
            algorithm: Ident::from(algorithm),
            version: Some(version.into()),
            params: written,
            salt: Some(salt),
            hash: Some(Output::new(&out)?),
        })
    }
}
