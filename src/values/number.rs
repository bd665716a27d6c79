//! The public numbers of organizations and cases, with a check digit (ISO/IEC 7064 MOD 11,10) against slips of hand and ear.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{
    Problem,
    column::{Written, text_columns},
    digits,
};

/// Declares a kind of public number by its prefix.
macro_rules! numbers {
    ($($(#[$outer:meta])* $name:ident = $prefix:literal),+ $(,)?) => {$(
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The letters before the digits.
            pub const PREFIX: &'static str = $prefix;

            /// The number for a value of the sequence that numbers them.
            pub const fn from_sequence(sequence: u64) -> Self {
                Self(sequence)
            }

            /// The value of the sequence.
            pub const fn sequence(self) -> u64 {
                self.0
            }

            /// Reads a number in any case, with or without blanks and dashes, in digits of any script.
            pub fn parse(text: &str) -> Result<Self, Problem> {
                read($prefix, text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let digits = format!("{:07}", self.0);
                write!(f, "{}-{digits}-{}", $prefix, check_digit(&digits))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = Problem;
            fn from_str(text: &str) -> Result<Self, Problem> {
                Self::parse(text)
            }
        }

        impl Written for $name {
            fn written(&self) -> Cow<'_, str> {
                self.to_string().into()
            }
            fn read(text: &str) -> Result<Self, Problem> {
                Self::parse(text)
            }
        }

        text_columns!($name);
    )+};
}

numbers! {
    /// The number of an organization in the registry: `CR-0000017-5`.
    RegistryNumber = "CR",
    /// The number by which applicants follow a case: `CT-0000123-4`.
    TrackingNumber = "CT",
    /// The number of a certificate: `CN-0000042-7`.
    CertificateNumber = "CN",
}

/// The sequence value behind a written number.
fn read(prefix: &str, text: &str) -> Result<u64, Problem> {
    let plain: String = digits::to_ascii(text)
        .chars()
        .filter(|c| !is_separator(*c))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if plain.is_empty() {
        return Err(Problem::Required);
    }
    let all = plain.strip_prefix(prefix).ok_or(Problem::BadNumber)?;
    let is_number = all.len() >= 8 && all.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Err(Problem::BadNumber);
    }
    let (number, check) = all.split_at(all.len() - 1);
    // One organization has one number: zeros beyond the seven digits would give it others.
    let canonical = number.len() == 7 || !number.starts_with('0');
    if !canonical || check != check_digit(number).to_string() {
        return Err(Problem::BadNumber);
    }
    number.parse().map_err(|_| Problem::BadNumber)
}

/// Blanks, dashes of every length, and the direction marks that copying out of Arabic text brings along.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2066}'..='\u{2069}')
}

/// The check digit: the hybrid system MOD 11,10 of ISO/IEC 7064.
fn check_digit(digits: &str) -> u32 {
    let product = digits.bytes().fold(10, |product, byte| {
        let sum = (product + u32::from(byte - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10
}

#[cfg(test)]
#[path = "number_test.rs"]
mod tests;
