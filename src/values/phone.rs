//! Telephone numbers (ITU-T E.123 spacing, E.164 length).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{
    Problem,
    column::{Written, text_columns},
    digits,
};

/// A telephone number: digits in groups, with `+` before a country code. `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it; the grouping stays theirs, the signs between groups become blanks.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let ascii = digits::to_ascii(text.trim());
        if ascii.is_empty() {
            return Err(Problem::Required);
        }
        // +49 (0)30 …: the zero is dialled only without the country code.
        let ascii = if ascii.starts_with(['+', '＋']) {
            ascii.replacen("(0)", " ", 1)
        } else {
            ascii.into_owned()
        };
        let mut out = String::with_capacity(ascii.len());
        for c in ascii.chars() {
            match c {
                '0'..='9' => out.push(c),
                '+' | '＋' if out.is_empty() => out.push('+'),
                ' '
                | '\u{A0}'
                | '\u{202F}'
                | '-'
                | '.'
                | '/'
                | '('
                | ')'
                | '\u{2010}'..='\u{2015}' => {
                    if !out.is_empty() && !out.ends_with([' ', '+']) {
                        out.push(' ');
                    }
                }
                // Direction marks come along when a number is copied out of Arabic or Hebrew text.
                '\u{200E}' | '\u{200F}' | '\u{202A}' | '\u{202C}' | '\u{2066}' | '\u{2069}' => {}
                _ => return Err(Problem::BadPhone),
            }
        }
        let out = out.trim_end();
        let count = out.bytes().filter(u8::is_ascii_digit).count();
        if (5..=15).contains(&count) {
            Ok(Self(out.to_owned()))
        } else {
            Err(Problem::BadPhone)
        }
    }

    /// The number itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a `tel:` link (RFC 3966).
    pub fn link(&self) -> String {
        format!("tel:{}", self.0.replace(' ', "-"))
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Phone {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl Written for Phone {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

text_columns!(Phone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grouping_stays_and_the_signs_go() {
        for (typed, kept) in [
            ("+374 10 55-50-00", "+374 10 55 50 00"),
            ("+49 (0)30 / 901 820", "+49 30 901 820"),
            ("(028) 9032 0157", "028 9032 0157"),
            ("٠١١ ٢٣٤ ٥٦٧٨", "011 234 5678"),
            ("\u{202A}+962 6 500 1234\u{202C}", "+962 6 500 1234"),
            ("+(374)10555000", "+374 10555000"),
        ] {
            let kept_now = Phone::parse(typed).map(|phone| phone.to_string());
            assert_eq!(kept_now.as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn reading_a_kept_number_keeps_it() {
        let phone = Phone::parse("+49 (0)30 / 901 820").unwrap();
        assert_eq!(Phone::parse(phone.as_str()), Ok(phone));
    }

    #[test]
    fn what_nobody_can_dial_is_refused() {
        for typed in [
            "1234",
            "+1234567890123456",
            "0800 CALL",
            "12+345678",
            "++374105550",
            "call me",
        ] {
            assert_eq!(Phone::parse(typed), Err(Problem::BadPhone), "{typed}");
        }
    }

    #[test]
    fn a_log_learns_nothing() {
        let phone = Phone::parse("+374 10 555000").unwrap();
        assert!(!format!("{phone:?}").contains('5'));
    }

    #[test]
    fn a_link_has_no_blanks() {
        assert_eq!(
            Phone::parse("+374 10 555000").unwrap().link(),
            "tel:+374-10-555000"
        );
    }
}
