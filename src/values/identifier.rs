//! Identifiers that other registers gave an organization: a list of org-id.guide, or ROR, and a value in it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Country, Line, Problem, Scheme};
use crate::names::fold;

/// A register and the organization's entry there: `GB-NIC` and `100002`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Raw")]
pub struct Identifier {
    scheme: String,
    value: Line,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<Line>,
}

#[derive(Deserialize)]
struct Raw {
    scheme: String,
    value: String,
    #[serde(default)]
    issuer: Option<Line>,
}

impl Identifier {
    /// The scheme of the Research Organization Registry, whose entries are web addresses.
    pub const ROR: &'static str = "ROR";

    /// Reads a scheme (`GB-NIC`, `XI-LEI`, `ROR`; any case) and a value of at most 100 characters.
    pub fn parse(scheme: &str, value: &str) -> Result<Self, Problem> {
        let scheme = scheme.trim().to_ascii_uppercase();
        let value = Line::parse(value, 100)?;
        if scheme.is_empty() {
            return Err(Problem::Required);
        }
        if matches!(scheme.as_str(), Self::ROR | "XI-ROR") {
            let url = ror(&value).ok_or(Problem::BadIdentifier)?;
            return Ok(Self {
                scheme: Self::ROR.to_owned(),
                value: Line::parse(&url, 100)?,
                issuer: None,
            });
        }
        if !is_list_code(&scheme) {
            return Err(Problem::BadIdentifier);
        }
        Ok(Self {
            scheme,
            value,
            issuer: None,
        })
    }

    /// The same for what somebody types: where the register is known, its format and check digit must agree.
    pub fn checked(scheme: &str, value: &str) -> Result<Self, Problem> {
        match Scheme::find(scheme) {
            Some(known) => Self::parse(known.code, &known.read(value)?),
            None => Self::parse(scheme, value),
        }
    }

    /// The same for what a list says: it stays as it is written there, but a check digit must agree. A list may write numbers as no
    /// form does, and have older kinds of them: those are taken at its word.
    pub fn listed(scheme: &str, value: &str) -> Result<Self, Problem> {
        match Self::checked(scheme, value) {
            Err(Problem::BadCheckDigit) => Err(Problem::BadCheckDigit),
            _ => Self::parse(scheme, value),
        }
    }

    /// An entry in a register that has no list code: it gets one of ours, from the country and the register's name, so that
    /// entries of different registers are never taken for the same.
    pub fn of_issuer(country: Option<Country>, issuer: &str, value: &str) -> Result<Self, Problem> {
        let issuer = Line::parse(issuer, Self::ISSUER_MAX)?;
        let value = Line::parse(value, 100)?;
        let word = fold(&issuer).to_ascii_uppercase().replace(' ', "_");
        let word: String = word.chars().take(30).collect();
        if word.is_empty() {
            return Err(Problem::BadIdentifier);
        }
        let country = country.map_or("XI", Country::code);
        Ok(Self::parse(&format!("{country}-X_{word}"), &value)?.with_issuer(Some(issuer)))
    }

    /// The longest name of an issuer.
    pub const ISSUER_MAX: usize = 200;

    /// The same entry, with who issued it.
    #[must_use]
    pub fn with_issuer(mut self, issuer: Option<Line>) -> Self {
        self.issuer = issuer;
        self
    }

    /// Who issued it, where that was said.
    pub const fn issuer(&self) -> Option<&Line> {
        self.issuer.as_ref()
    }

    /// Whether the list code is one of ours, for a register that has none.
    pub fn is_unlisted(&self) -> bool {
        self.scheme.get(2..5) == Some("-X_")
    }

    /// What readers are told of the register: who issued it, else what the register calls itself, else its code.
    pub fn register(&self) -> String {
        let known =
            Scheme::find(&self.scheme).map(|known| format!("{} ({})", known.name, known.code));
        match (&self.issuer, known) {
            (Some(issuer), _) if self.is_unlisted() => issuer.to_string(),
            (Some(issuer), Some(known)) => format!("{issuer}, {known}"),
            (Some(issuer), None) => format!("{issuer} ({})", self.scheme),
            (None, Some(known)) => known,
            (None, None) => self.scheme.clone(),
        }
    }

    /// The code of the register.
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// The entry in it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The entry as it is compared: without blanks and separators, in capitals.
    pub fn normal(&self) -> String {
        let signs = self.value.chars().filter(|c| c.is_alphanumeric());
        let normal: String = signs.flat_map(char::to_uppercase).collect();
        if normal.is_empty() {
            return self.value.to_string();
        }
        normal
    }

    /// Whether both are the same entry of the same register, however they are typed.
    pub fn is_same(&self, other: &Self) -> bool {
        self.scheme == other.scheme && self.normal() == other.normal()
    }

    /// A page about the entry, where the value is one.
    pub fn link(&self) -> Option<&str> {
        (self.scheme == Self::ROR).then(|| self.value())
    }
}

/// A country or `XI` (international), then parts of capitals, digits and `_`, each after a dash.
fn is_list_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let country = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let part = |part: &&str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    };
    country.len() == 2
        && country.bytes().all(|b| b.is_ascii_uppercase())
        && code.len() <= 40
        && !rest.is_empty()
        && rest.iter().all(part)
}

/// A ROR id as its full address, if its check digits (ISO/IEC 7064 MOD 97-10 over base 32) agree.
fn ror(value: &str) -> Option<String> {
    const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";
    let lower = value.to_ascii_lowercase();
    let id = lower
        .rsplit_once("ror.org/")
        .map_or(lower.as_str(), |(_, id)| id);
    if id.len() != 9 || !id.starts_with('0') || !id.is_ascii() {
        return None;
    }
    let (body, check) = id.split_at(7);
    let number = body
        .chars()
        .try_fold(0u64, |sum, c| Some(sum * 32 + ALPHABET.find(c)? as u64))?;
    let expected = 98 - (number * 100) % 97;
    (format!("{expected:02}") == check).then(|| format!("https://ror.org/{id}"))
}

impl TryFrom<Raw> for Identifier {
    type Error = Problem;
    fn try_from(raw: Raw) -> Result<Self, Problem> {
        Ok(Self::parse(&raw.scheme, &raw.value)?.with_issuer(raw.issuer))
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.scheme, self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_codes_of_org_id_are_taken() {
        for scheme in [
            "GB-NIC",
            "gb-chc",
            "XI-LEI",
            "US-EIN",
            "CA-CRA_ACR",
            "IN-MHA",
            "DE-CR",
            "BE-BCE_KBO",
        ] {
            assert!(Identifier::parse(scheme, "100002").is_ok(), "{scheme}");
        }
    }

    #[test]
    fn other_schemes_are_refused() {
        for scheme in [
            "NIC", "GB", "GB-", "GBR-CHC", "GB-CHC-", "GB CHC", "G1-CHC", "GB--CHC", "ГБ-CHC",
        ] {
            assert_eq!(
                Identifier::parse(scheme, "1"),
                Err(Problem::BadIdentifier),
                "{scheme}"
            );
        }
        assert_eq!(Identifier::parse("", "1"), Err(Problem::Required));
        assert_eq!(Identifier::parse("GB-NIC", " "), Err(Problem::Required));
        let long = "1".repeat(101);
        assert_eq!(
            Identifier::parse("GB-NIC", &long),
            Err(Problem::TooLong { max: 100 })
        );
    }

    #[test]
    fn ror_ids_are_addresses_with_check_digits() {
        for value in [
            "https://ror.org/00005jn19",
            "00005jn19",
            "ror.org/00005JN19",
        ] {
            let id = Identifier::parse("ror", value).unwrap();
            assert_eq!(id.link(), Some("https://ror.org/00005jn19"), "{value}");
        }
        for value in [
            "https://ror.org/00005jn18",
            "00006jn19",
            "100005jn1",
            "00005jn1",
            "0000ujn19",
        ] {
            assert_eq!(
                Identifier::parse("ROR", value),
                Err(Problem::BadIdentifier),
                "{value}"
            );
        }
    }

    #[test]
    fn one_entry_is_one_however_it_is_typed() {
        let id = |value| Identifier::parse("CH-FDJP", value).unwrap();
        for typed in ["CHE-107.787.577", "CHE107787577", "che 107 787 577"] {
            assert!(id("CHE-107.787.577").is_same(&id(typed)), "{typed}");
            assert_eq!(id(typed).value(), typed, "it stays as it was typed");
        }
        assert!(!id("CHE-107.787.577").is_same(&id("CHE-107.787.578")));
        let elsewhere = Identifier::parse("DE-CR", "CHE107787577").unwrap();
        assert!(!elsewhere.is_same(&id("CHE107787577")));
        assert_eq!(id("№").normal(), "№", "of signs alone something is left");
    }

    #[test]
    fn a_wrong_check_digit_is_refused_and_another_way_of_writing_is_not() {
        let listed = |value| Identifier::listed("CH-FDJP", value);
        assert_eq!(listed("CHE-100.200.300"), Err(Problem::BadCheckDigit));
        assert_eq!(listed("CHE107787577").unwrap().value(), "CHE107787577");
        assert!(
            listed("CH-550-1000000-1").is_ok(),
            "an older kind of number"
        );
    }

    #[test]
    fn a_register_without_a_code_gets_one_of_ours() {
        let entry = |issuer| Identifier::of_issuer(Country::from_code("DE"), issuer, "17").unwrap();
        assert_eq!(entry("Amtsgericht Köln").scheme(), "DE-X_AMTSGERICHT_KOLN");
        assert_ne!(entry("Amtsgericht Köln"), entry("Amtsgericht Bonn"));
        assert_eq!(entry("Суд").register(), "Суд");
        let json = serde_json::to_string(&entry("Amtsgericht Köln")).unwrap();
        assert_eq!(
            serde_json::from_str::<Identifier>(&json).unwrap(),
            entry("Amtsgericht Köln")
        );
        assert!(Identifier::of_issuer(None, "…", "17").is_err());
    }

    #[test]
    fn json_is_looked_at_again() {
        let id = Identifier::parse("GB-NIC", "100002").unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, r#"{"scheme":"GB-NIC","value":"100002"}"#);
        assert_eq!(serde_json::from_str::<Identifier>(&json).unwrap(), id);
        assert!(serde_json::from_str::<Identifier>(r#"{"scheme":"x","value":"1"}"#).is_err());
    }
}
