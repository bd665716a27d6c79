//! Why a row, or a value in a row, did not get in: for reports and, by key, for people.

use std::fmt;

use super::field::RosterField;
use crate::values::{Arg, Problem, RegistryNumber, TrackingNumber};

/// Why a row or a value was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A quotation mark opens in this line and nothing closes it where a row could end.
    UnclosedQuote,
    /// Text between a closing quotation mark and the next separator.
    TextAfterQuote,
    /// A line near a broken quotation mark, too narrow to be surely a row of its own.
    AfterBrokenQuote,
    /// The file ends within this row.
    CutShort,
    /// More cells with something in them than the header has names.
    TooManyCells { most: usize, found: usize },
    /// More cells than any table may have.
    TooManyColumns { max: usize },
    /// More bytes than a row may have.
    RowTooLong { max: usize },
    /// A NUL byte, which text does not have.
    NulByte,
    /// Nothing but empty cells.
    EmptyRow,
    /// The header once more.
    RepeatedHeader,
    /// The column map says to leave such rows out.
    LeftOut,
    /// An item that lacks the words before its colons.
    NotTagged,
    /// More items than a list may have.
    TooManyItems { max: usize },
    /// No name of a place where the column map expects one.
    NotAPlace,
    /// A row above names the same organization.
    DuplicateOf { line: u64 },
    /// Several organizations of the registry could be meant.
    Ambiguous,
    /// A registry number that no organization has.
    NoSuchNumber,
    /// Merged into another, and of a standing that says otherwise.
    NotMerged,
    /// It looks like an organization that is there: it came in, and somebody should look at both.
    LooksLike { number: RegistryNumber },
    /// The organization that the row names gave way to another, and is changed no more.
    GaveWay {
        number: RegistryNumber,
        to: RegistryNumber,
    },
    /// It looks like an organization that somebody asks to register, or was refused: it came in all the same.
    LooksLikeCase { number: TrackingNumber },
    /// The board's own word, which no file takes back.
    StandingKept,
    /// A value that its field does not take.
    Value(Problem),
}

/// A reason and what it is about: a field and its text, or the row as a whole. `Debug` shows no text, so
/// that no log does.
#[derive(Clone, PartialEq, Eq)]
pub struct Remark {
    /// The field, unless the row as a whole is meant.
    pub field: Option<RosterField>,
    /// The text in question, at most [`Remark::TEXT_MAX`] characters of it.
    pub text: String,
    /// What is wrong.
    pub reason: Reason,
}

impl Remark {
    /// The most characters of a text that a remark repeats.
    pub const TEXT_MAX: usize = 120;

    /// A remark on a field.
    pub fn on(field: RosterField, text: &str, reason: Reason) -> Self {
        Self {
            field: Some(field),
            text: text.chars().take(Self::TEXT_MAX).collect(),
            reason,
        }
    }

    /// A remark on a row.
    pub fn row(reason: Reason) -> Self {
        Self {
            field: None,
            text: String::new(),
            reason,
        }
    }
}

impl fmt::Debug for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Remark({:?}, {:?})", self.field, self.reason)
    }
}

impl Reason {
    /// The key of its sentence in the catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "roster-unclosed-quote",
            Self::TextAfterQuote => "roster-text-after-quote",
            Self::AfterBrokenQuote => "roster-after-broken-quote",
            Self::CutShort => "roster-cut-short",
            Self::TooManyCells { .. } => "roster-too-many-cells",
            Self::TooManyColumns { .. } => "roster-too-many-columns",
            Self::RowTooLong { .. } => "roster-row-too-long",
            Self::NulByte => "roster-nul-byte",
            Self::EmptyRow => "roster-empty-row",
            Self::RepeatedHeader => "roster-repeated-header",
            Self::LeftOut => "roster-left-out",
            Self::NotTagged => "roster-not-tagged",
            Self::TooManyItems { .. } => "roster-too-many-items",
            Self::NotAPlace => "roster-not-a-place",
            Self::DuplicateOf { .. } => "roster-duplicate-of",
            Self::Ambiguous => "roster-ambiguous",
            Self::NoSuchNumber => "roster-no-such-number",
            Self::NotMerged => "roster-not-merged",
            Self::LooksLike { .. } => "roster-looks-like",
            Self::GaveWay { .. } => "roster-gave-way",
            Self::LooksLikeCase { .. } => "roster-looks-like-case",
            Self::StandingKept => "roster-standing-kept",
            Self::Value(problem) => problem.key(),
        }
    }

    /// What the sentence mentions, by the names the catalogues use.
    pub fn args(self) -> Vec<(&'static str, Arg)> {
        let count = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            Self::TooManyCells { most, found } => {
                vec![("most", count(most)), ("found", count(found))]
            }
            Self::TooManyColumns { max } | Self::TooManyItems { max } => {
                vec![("max", count(max))]
            }
            Self::RowTooLong { max } => vec![("max", count(max / 1024))],
            // As text: a line number takes no separators of thousands.
            Self::DuplicateOf { line } => vec![("line", Arg::Text(line.to_string()))],
            Self::LooksLike { number } => vec![("number", Arg::Text(number.to_string()))],
            Self::LooksLikeCase { number } => vec![("number", Arg::Text(number.to_string()))],
            Self::GaveWay { number, to } => vec![
                ("number", Arg::Text(number.to_string())),
                ("to", Arg::Text(to.to_string())),
            ],
            Self::Value(problem) => problem.args(),
            _ => Vec::new(),
        }
    }
}

impl From<Problem> for Reason {
    fn from(problem: Problem) -> Self {
        Self::Value(problem)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnclosedQuote => {
                f.write_str("a quotation mark opens in this line and is never closed")
            }
            Self::TextAfterQuote => {
                f.write_str("there is text between a closing quotation mark and the next separator")
            }
            Self::AfterBrokenQuote => f.write_str(
                "the line follows a broken quotation mark and has fewer cells than other rows",
            ),
            Self::CutShort => f.write_str("the file ends in the middle of this row"),
            Self::TooManyCells { most, found } => {
                write!(
                    f,
                    "the row has {found} cells, the header names only {most} columns"
                )
            }
            Self::TooManyColumns { max } => write!(f, "the row has more than {max} cells"),
            Self::RowTooLong { max } => write!(f, "the row is longer than {} KiB", max / 1024),
            Self::NulByte => f.write_str("the row has NUL bytes in it"),
            Self::EmptyRow => f.write_str("every cell of the row is empty"),
            Self::RepeatedHeader => f.write_str("the row repeats the header"),
            Self::LeftOut => f.write_str("the column map leaves such rows out"),
            Self::NotTagged => f.write_str("the words before the colons are missing"),
            Self::TooManyItems { max } => write!(f, "the list has more than {max} items"),
            Self::NotAPlace => f.write_str("this is no name of a place"),
            Self::DuplicateOf { line } => {
                write!(f, "the row in line {line} names the same organization")
            }
            Self::Ambiguous => f.write_str("several organizations of the registry could be meant"),
            Self::NoSuchNumber => f.write_str("no organization has this registry number"),
            Self::NotMerged => f.write_str(
                "an organization that was merged has the standing “merged” and no other",
            ),
            Self::LooksLike { number } => {
                write!(f, "it looks like {number}, which is there already")
            }
            Self::GaveWay { number, to } => {
                write!(f, "{number} gave way to {to}; no file changes it any more")
            }
            Self::LooksLikeCase { number } => {
                write!(f, "it looks like what {number} asks to register")
            }
            Self::StandingKept => f.write_str(
                "the board suspended or merged this organization; no file takes that back",
            ),
            Self::Value(problem) => f.write_str(said(*problem)),
        }
    }
}

/// A problem as a report says it; forms address whoever is typing, a report speaks of a file.
fn said(problem: Problem) -> &'static str {
    match problem {
        Problem::Required => "nothing is there",
        Problem::TooLong { .. } => "the text is too long",
        Problem::TooShort { .. } => "the text is too short",
        Problem::ControlCharacter => "there is a control character in the text",
        Problem::BidiControl => "there is a character that turns the direction of the text",
        Problem::InvisibleCharacter => "there is an invisible character in the text",
        Problem::BrokenText => "the text is damaged or in another encoding",
        Problem::NotOnOneLine => "the text runs over several lines",
        Problem::UnknownCountry => "no country of ISO 3166-1 is called so",
        Problem::UnknownLanguage => "no language of BCP 47 is called so",
        Problem::UnknownCode => "the word is not in the list of terms",
        Problem::BadYear { .. } => "this is no year in four digits, or one out of range",
        Problem::BadEmail => "this is no email address",
        Problem::BadPhone => "this is no phone number",
        Problem::BadWebAddress => "this is no address of a web page",
        Problem::BadDate => "this is no date in an expected form",
        Problem::BadNumber => "this is no number, or its check digit is wrong",
        Problem::BadCheckDigit => "the check digit of this number is wrong",
        Problem::BadIdentifier => "this is no identifier of the register",
        // Problems that only forms know.
        #[allow(
            unreachable_patterns,
            reason = "the list of problems grows with the forms"
        )]
        other => other.key(),
    }
}
