//! Why a value is refused, in no language: the catalogues say it to people.

use std::fmt;

/// Why a value is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// Nothing was entered.
    Required,
    /// More than `max` characters.
    TooLong { max: usize },
    /// Fewer than `min` characters.
    TooShort { min: usize },
    /// A control character, such as a bell or an escape.
    ControlCharacter,
    /// A character that turns the direction of the text around it.
    BidiControl,
    /// A character that takes no room and has no business there.
    InvisibleCharacter,
    /// Text that was damaged before it came here: U+FFFD, unassigned or private characters.
    BrokenText,
    /// A line break where one line is expected.
    NotOnOneLine,
    /// No country of ISO 3166-1.
    UnknownCountry,
    /// No language of BCP 47.
    UnknownLanguage,
    /// No member of the list.
    UnknownCode,
    /// No year, or one outside of `min..=max`.
    BadYear { min: i16, max: i16 },
    /// No e-mail address.
    BadEmail,
    /// No telephone number.
    BadPhone,
    /// No address of a web page.
    BadWebAddress,
    /// No date, or not in an expected form.
    BadDate,
    /// A day that has not come yet.
    InTheFuture,
    /// No whole number, or a registry or tracking number whose check digit is wrong.
    BadNumber,
    /// A number that is more than can be meant.
    TooGreat,
    /// No scheme of org-id.guide, or a value that its scheme does not allow.
    BadIdentifier,
    /// A number that its register would write otherwise, as in `example`.
    BadFormat { example: &'static str },
    /// A number whose check digit says that something is mistyped.
    BadCheckDigit,
}

/// Something a sentence about a problem mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Counted, so that plurals agree with it.
    Number(i64),
    /// Written as it is, such as a year.
    Text(String),
}

impl Problem {
    /// The key of its sentence in the catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Required => "problem-required",
            Self::TooLong { .. } => "problem-too-long",
            Self::TooShort { .. } => "problem-too-short",
            Self::ControlCharacter => "problem-control-character",
            Self::BidiControl => "problem-bidi-control",
            Self::InvisibleCharacter => "problem-invisible-character",
            Self::BrokenText => "problem-broken-text",
            Self::NotOnOneLine => "problem-not-on-one-line",
            Self::UnknownCountry => "problem-unknown-country",
            Self::UnknownLanguage => "problem-unknown-language",
            Self::UnknownCode => "problem-unknown-code",
            Self::BadYear { .. } => "problem-bad-year",
            Self::BadEmail => "problem-bad-email",
            Self::BadPhone => "problem-bad-phone",
            Self::BadWebAddress => "problem-bad-web-address",
            Self::BadDate => "problem-bad-date",
            Self::InTheFuture => "problem-in-the-future",
            Self::BadNumber => "problem-bad-number",
            Self::TooGreat => "problem-too-great",
            Self::BadIdentifier => "problem-bad-identifier",
            Self::BadFormat { .. } => "problem-bad-format",
            Self::BadCheckDigit => "problem-bad-check-digit",
        }
    }

    /// What the sentence mentions, by the names the catalogues use.
    pub fn args(self) -> Vec<(&'static str, Arg)> {
        let count = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            Self::TooLong { max } => vec![("max", count(max))],
            Self::TooShort { min } => vec![("min", count(min))],
            Self::BadFormat { example } => vec![("example", Arg::Text(example.to_owned()))],
            Self::BadYear { min, max } => vec![
                ("min", Arg::Text(min.to_string())),
                ("max", Arg::Text(max.to_string())),
            ],
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Problem {}

impl From<Arg> for fluent_templates::fluent_bundle::FluentValue<'static> {
    fn from(arg: Arg) -> Self {
        match arg {
            Arg::Number(number) => number.into(),
            Arg::Text(text) => text.into(),
        }
    }
}
