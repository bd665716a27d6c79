//! E-mail addresses (RFC 5321, with the domain in ASCII by IDNA 2008).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{
    Problem,
    column::{Written, text_columns},
};

/// An address that mail can be sent to. `Debug` shows none of it, so that no log does.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// RFC 5321, 4.5.3.1.3, less the angle brackets.
    pub const MAX: usize = 254;

    /// Reads an address as people type it. The domain is lower-cased; the part before the `@` is its owner's affair.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        let (user, domain) = text.rsplit_once('@').ok_or(Problem::BadEmail)?;
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| Problem::BadEmail)?;
        let address = lettre::Address::new(user, &domain)
            .map_err(|_| Problem::BadEmail)?
            .to_string();
        // Quoted local parts and address literals are legal, and nobody's real address.
        let odd = user
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "\"\\<>()[],;:".contains(c));
        if odd || !domain.contains('.') || domain.ends_with('.') {
            return Err(Problem::BadEmail);
        }
        if address.len() > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX });
        }
        Ok(Self(address))
    }

    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What comes after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The form by which an account is looked up: nobody is two people by capital letters.
    pub fn lookup_key(&self) -> String {
        self.0.to_lowercase()
    }

    /// The address with its domain in its own script, for reading.
    pub fn readable(&self) -> String {
        match self.0.rsplit_once('@') {
            Some((user, domain)) => match idna::domain_to_unicode(domain) {
                (domain, Ok(())) => format!("{user}@{domain}"),
                _ => self.0.clone(),
            },
            None => self.0.clone(),
        }
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Email {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl Written for Email {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

text_columns!(Email);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_taken_and_their_domain_lower_cased() {
        for (typed, kept) in [
            ("  Ani@Example.ORG ", "Ani@example.org"),
            (
                "o'neill+board@mail.example.org",
                "o'neill+board@mail.example.org",
            ),
            ("info@пример.рф", "info@xn--e1afmkfd.xn--p1ai"),
            ("info@xn--e1afmkfd.xn--p1ai", "info@xn--e1afmkfd.xn--p1ai"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_mail_cannot_reach_is_refused() {
        for typed in [
            "ani",
            "ani@",
            "@example.org",
            "ani@localhost",
            "ani@@example.org",
            "a b@example.org",
            "ani@example..org",
            "ani@-example.org",
            "ani@[127.0.0.1]",
            "\"a b\"@example.org",
            "ani@example.org\r\nBcc: other@example.org",
            "Ani <ani@example.org>",
            "a@x.org,b@x.org",
            "ani@example.org.",
            "ani@exa mple.org",
            ".ani@example.org",
        ] {
            assert_eq!(Email::parse(typed), Err(Problem::BadEmail), "{typed}");
        }
        assert_eq!(Email::parse(" "), Err(Problem::Required));
    }

    #[test]
    fn one_person_has_one_key() {
        let key = |typed| Email::parse(typed).unwrap().lookup_key();
        assert_eq!(key("Ani@Example.org"), key("ani@example.ORG"));
    }

    #[test]
    fn a_log_learns_nothing() {
        let email = Email::parse("ani@example.org").unwrap();
        assert!(!format!("{email:?} {email:#?}").contains("ani"));
    }

    #[test]
    fn people_read_the_domain_in_its_own_script() {
        assert_eq!(
            Email::parse("info@ПРИМЕР.рф").unwrap().readable(),
            "info@пример.рф"
        );
    }
}
