//! Passwords: chosen with some care, kept as argon2id hashes, and never hashed on a thread that answers requests.

use std::fmt;
use std::sync::{Arc, LazyLock};

use argon2::{PasswordHash, PasswordHasher as _, PasswordVerifier as _};
use icu::normalizer::ComposingNormalizerBorrowed;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use zxcvbn::feedback::Warning;

use super::argon2id::Argon2id;
use crate::values::{Arg, Problem};
use crate::vault::random;

/// The fewest characters of a password.
pub const SHORTEST: usize = 10;
/// The most: argon2 takes more, and nobody types more.
pub const LONGEST: usize = 128;

/// A hash takes 19 MiB and a core: more of them at once than cores would only fill the memory.
static ROOM: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Arc::new(Semaphore::new(cores))
});

/// What is verified where there is no account, so that both take the same time: a hash of random bytes.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$Q29uY29yZCBub2JvZHkgIQ$yGHMYL3iMkC7l0cOSXhDyH9b3cVzR1ncrSB0a9J2Bk8";

/// A password that somebody typed: in Unicode NFC, so that it does not matter which keyboard it came from.
#[derive(Clone)]
pub struct Password(SecretString);

/// What the database keeps of a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Hash(String);

/// Why a password cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Too short, too long, or not typed by hand.
    Problem(Problem),
    /// Among those that everybody tries first.
    Common,
    /// Made of the person's own name or address.
    Personal,
    /// Repetitions, sequences, neighbours on the keyboard.
    Pattern,
    /// A date or a year.
    Date,
    /// One word or name, and little else.
    Word,
    /// Guessable in another way.
    Guessable,
}

impl Password {
    /// What was typed to sign in; it may be anything.
    pub fn typed(text: &str) -> Self {
        let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
        Self(text.into_owned().into())
    }

    /// A new password. `personal` is what others know of the person: name and address.
    pub async fn choose(text: &str, personal: &[&str]) -> crate::Result<Result<Self, Weak>> {
        let password = Self::typed(text);
        let kept = password.clone();
        let personal: Vec<String> = personal.iter().flat_map(|it| parts(it)).collect();
        let weak = on_own_thread(move || weakness(password.0.expose_secret(), &personal)).await?;
        Ok(weak.map_or(Ok(kept), Err))
    }

    /// Its hash, under a salt of its own.
    pub async fn hash(&self) -> crate::Result<Hash> {
        let (password, salt) = (self.clone(), random::<16>()?);
        on_own_thread(move || {
            Argon2id
                .hash_password_with_salt(password.0.expose_secret().as_bytes(), &salt)
                .map(|hash: PasswordHash| Hash(hash.to_string()))
                .map_err(|_| crate::Error::Contradiction("argon2 refused its own parameters"))
        })
        .await?
    }

    /// Whether this is the password. Without a hash it is not, and that takes as long to say.
    pub async fn matches(&self, hash: Option<&Hash>) -> crate::Result<bool> {
        let (password, is_somebody) = (self.clone(), hash.is_some());
        let hash = hash.map_or_else(|| NOBODY.to_owned(), |hash| hash.0.clone());
        let matches = on_own_thread(move || verify(&password, &hash)).await??;
        Ok(matches && is_somebody)
    }
}

impl Hash {
    /// From the database.
    pub(super) fn kept(text: String) -> Self {
        Self(text)
    }

    /// For the database.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn verify(password: &Password, hash: &str) -> crate::Result<bool> {
    let hash = PasswordHash::new(hash)
        .map_err(|_| crate::Error::Contradiction("a password hash that is none"))?;
    Ok(Argon2id
        .verify_password(password.0.expose_secret().as_bytes(), &hash)
        .is_ok())
}

/// Runs what takes a core beside the threads that answer, at most one per core.
async fn on_own_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> crate::Result<T> {
    const ENDED: crate::Error = crate::Error::Contradiction("hashing was broken off");
    let permit = ROOM.clone().acquire_owned().await.map_err(|_| ENDED)?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(permit);
        done
    });
    done.await.map_err(|_| ENDED)
}

/// A name or an address, and the words that it is made of: `ani.petrosyan@example.org` is guessed by its parts.
fn parts(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_owned);
    std::iter::once(text.to_owned()).chain(words).collect()
}

/// What is wrong with a password, if anything is.
fn weakness(text: &str, personal: &[String]) -> Option<Weak> {
    let length = text.chars().count();
    if text.contains('\u{FFFD}') {
        return Some(Weak::Problem(Problem::BrokenText));
    }
    if text.chars().any(char::is_control) {
        return Some(Weak::Problem(Problem::ControlCharacter));
    }
    if length == 0 {
        return Some(Weak::Problem(Problem::Required));
    }
    if length < SHORTEST {
        return Some(Weak::Problem(Problem::TooShort { min: SHORTEST }));
    }
    if length > LONGEST {
        return Some(Weak::Problem(Problem::TooLong { max: LONGEST }));
    }
    let inputs: Vec<&str> = personal.iter().map(String::as_str).collect();
    let judged = zxcvbn::zxcvbn(text, &inputs);
    if judged.score() >= zxcvbn::Score::Three {
        return None;
    }
    // What would do for others does not do for somebody whose name it is.
    if zxcvbn::zxcvbn(text, &[]).score() >= zxcvbn::Score::Three {
        return Some(Weak::Personal);
    }
    Some(reason(judged.feedback().and_then(|it| it.warning())))
}

const fn reason(warning: Option<Warning>) -> Weak {
    match warning {
        Some(
            Warning::StraightRowsOfKeysAreEasyToGuess
            | Warning::ShortKeyboardPatternsAreEasyToGuess
            | Warning::RepeatsLikeAaaAreEasyToGuess
            | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess
            | Warning::SequencesLikeAbcAreEasyToGuess,
        ) => Weak::Pattern,
        Some(
            Warning::ThisIsATop10Password
            | Warning::ThisIsATop100Password
            | Warning::ThisIsACommonPassword
            | Warning::ThisIsSimilarToACommonlyUsedPassword,
        ) => Weak::Common,
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => Weak::Date,
        Some(
            Warning::AWordByItselfIsEasyToGuess
            | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
            | Warning::CommonNamesAndSurnamesAreEasyToGuess,
        ) => Weak::Word,
        None => Weak::Guessable,
    }
}

impl Weak {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Problem(problem) => problem.key(),
            Self::Common => "password-weak-common",
            Self::Personal => "password-weak-personal",
            Self::Pattern => "password-weak-pattern",
            Self::Date => "password-weak-date",
            Self::Word => "password-weak-word",
            Self::Guessable => "password-weak-guessable",
        }
    }

    /// What the sentence mentions.
    pub fn args(self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Problem(problem) => problem.args(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hash(…)")
    }
}

#[cfg(test)]
#[path = "password_test.rs"]
mod tests;
