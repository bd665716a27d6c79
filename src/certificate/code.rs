//! The code of a certificate: what a paper carries, and nobody can guess.

use std::borrow::Cow;
use std::fmt;

use crate::values::Problem;
use crate::values::column::{Written, text_columns};
use crate::vault::{VaultError, random};

/// Letters that no eye takes for one another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters.
const LEN: usize = 16;

/// Eighty random bits, as people read and type them: `7QK2-M8X4-…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A code that nothing has yet.
    pub fn fresh() -> Result<Self, VaultError> {
        let letters = random::<LEN>()?;
        Ok(Self(
            letters
                .iter()
                .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
                .collect(),
        ))
    }

    /// Reads a code as people type it: any case, with or without blanks and dashes, letters that look alike taken for what
    /// they stand for.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code: String = text
            .chars()
            .filter(|c| {
                !c.is_whitespace()
                    && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{200E}' | '\u{200F}')
            })
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .take(LEN + 1)
            .collect();
        if code.is_empty() {
            return Err(Problem::Required);
        }
        let is_code = code.len() == LEN && code.bytes().all(|byte| LETTERS.contains(&byte));
        match is_code {
            true => Ok(Self(code)),
            false => Err(Problem::BadNumber),
        }
    }

    /// As it stands in addresses.
    pub fn plain(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    /// In groups of four, for eyes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Written for Code {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

text_columns!(Code);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_typed() {
        let code = Code::fresh().unwrap();
        assert_eq!(code.plain().len(), LEN);
        assert_eq!(Code::parse(&code.to_string()).as_ref(), Ok(&code));
        assert_eq!(Code::parse(&code.to_string().to_lowercase()), Ok(code));
        assert_eq!(
            Code::parse("o000 iiii LLLL 2345").unwrap().plain(),
            "0000111111112345"
        );
        for bad in [
            "",
            " ",
            "0123",
            "0123456789ABCDEFG",
            "UUUUUUUUUUUUUUUU",
            "../../etc/passwd",
        ] {
            assert!(Code::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn no_two_are_alike() {
        let codes: std::collections::HashSet<String> = (0..1000)
            .map(|_| Code::fresh().unwrap().plain().to_owned())
            .collect();
        assert_eq!(codes.len(), 1000);
    }
}
