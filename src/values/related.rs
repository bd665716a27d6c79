//! Another organization as somebody names it: by its registry number where it has one, else by name.

use std::borrow::Cow;

use super::column::{Written, text_columns};
use super::{Line, Problem, RegistryNumber};

/// An umbrella, a chapter, a successor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Related {
    /// One of the registry.
    Number(RegistryNumber),
    /// One by name.
    Name(Line),
}

impl Related {
    /// The longest name.
    pub const MAX: usize = 300;

    /// Reads a registry number, or else a name. What looks like a number of ours and is none is a mistake.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if let Ok(number) = RegistryNumber::parse(text) {
            return Ok(Self::Number(number));
        }
        let name = Line::parse(text, Self::MAX)?;
        let mut rest = name
            .chars()
            .skip_while(|c| matches!(c, 'c' | 'C' | 'r' | 'R' | '-' | ' '));
        let is_meant = name.to_ascii_uppercase().starts_with("CR-")
            && rest.all(|c| c.is_ascii_digit() || c == '-');
        if is_meant {
            return Err(Problem::BadNumber);
        }
        Ok(Self::Name(name))
    }

    /// The number, where it was named by one.
    pub const fn number(&self) -> Option<RegistryNumber> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Name(_) => None,
        }
    }
}

impl Written for Related {
    fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Number(number) => number.to_string().into(),
            Self::Name(name) => Cow::Borrowed(name),
        }
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl std::fmt::Display for Related {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written())
    }
}

text_columns!(Related);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_number_and_anything_else_a_name() {
        let number = RegistryNumber::from_sequence(17);
        assert_eq!(
            Related::parse(&number.to_string()),
            Ok(Related::Number(number))
        );
        assert!(matches!(
            Related::parse("Union of 1915"),
            Ok(Related::Name(_))
        ));
        assert!(matches!(Related::parse("CR Union"), Ok(Related::Name(_))));
        assert_eq!(Related::parse("CR-0000017-0"), Err(Problem::BadNumber));
        assert_eq!(Related::parse(" "), Err(Problem::Required));
    }
}
