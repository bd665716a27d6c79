//! Addresses of web pages (WHATWG URL), of the kind that may be shown to anybody as a link.

use std::borrow::Cow;
use std::str::FromStr;

use url::{Host, Url};

use super::{
    Problem,
    column::{Written, holds_text, text_columns},
};
use crate::names::script_of;

/// The address of a public web page: http or https, a named host, no credentials.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// The longest address kept.
    pub const MAX: usize = 500;

    /// Reads an address as people write it; `www.example.org` is meant as `https://www.example.org/`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        // The URL standard drops tabs and line breaks and turns backslashes around; nobody means them.
        if text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(Problem::BadWebAddress);
        }
        let mut url = match text.split_once("://") {
            Some(_) => Url::parse(text),
            None => Url::parse(&format!("https://{text}")),
        }
        .map_err(|_| Problem::BadWebAddress)?;
        // A dot after the last label is the same host to the network, and another to a comparison.
        let bare = url
            .host_str()
            .and_then(|host| host.strip_suffix('.'))
            .map(str::to_owned);
        if let Some(host) = bare {
            url.set_host(Some(&host))
                .map_err(|_| Problem::BadWebAddress)?;
        }
        let named = match url.host() {
            Some(Host::Domain(host)) => host.contains('.') && !host.ends_with('.'),
            _ => false,
        };
        let public = matches!(url.scheme(), "http" | "https");
        if !named || !public || !url.username().is_empty() || url.password().is_some() {
            return Err(Problem::BadWebAddress);
        }
        if url.as_str().len() > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX });
        }
        Ok(Self(url.into()))
    }

    /// The host as people know it: without `www.`, in its own script.
    ///
    /// A label that mixes Latin with a script that looks like it stays in ASCII, so that it deceives nobody.
    pub fn host_label(&self) -> String {
        let Ok(url) = Url::parse(&self.0) else {
            return self.0.clone();
        };
        let ascii = url.host_str().unwrap_or_default();
        let (readable, valid) = idna::domain_to_unicode(ascii);
        let host = if valid.is_ok() && readable.split('.').all(is_of_one_script) {
            &readable
        } else {
            ascii
        };
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }
}

/// Whether all letters of a label are of one script.
fn is_of_one_script(label: &str) -> bool {
    let whole = script_of(label);
    let mut letter = [0; 4];
    label.chars().all(|c| {
        let script = script_of(c.encode_utf8(&mut letter));
        script == whole || script == "Zyyy" || matches!(whole, "Jpan" | "Kore")
    })
}

impl FromStr for WebAddress {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl Written for WebAddress {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

holds_text!(WebAddress);
text_columns!(WebAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_scheme_is_filled_in() {
        for (typed, kept) in [
            ("www.example.org", "https://www.example.org/"),
            (
                "  Example.ORG/About?x=1#top ",
                "https://example.org/About?x=1#top",
            ),
            ("http://example.org", "http://example.org/"),
            ("HTTPS://EXAMPLE.ORG:8443/", "https://example.org:8443/"),
            ("www.example.org.", "https://www.example.org/"),
            ("пример.рф", "https://xn--e1afmkfd.xn--p1ai/"),
        ] {
            assert_eq!(WebAddress::parse(typed).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn only_public_pages_are_taken() {
        for typed in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org",
            "mailto:ani@example.org",
            "https://user:secret@example.org",
            "https://user@example.org",
            "localhost",
            "http://localhost:8080",
            "http://127.0.0.1/",
            "http://[::1]/",
            "0x7f.1",
            "example",
            "https://",
            "exam ple.org",
            "https://example.org\\@other.org",
            "https://exa\nmple.org",
            "n/a",
            "https://example.org../",
            "javascript://example.org/%0aalert(1)",
        ] {
            assert_eq!(
                WebAddress::parse(typed),
                Err(Problem::BadWebAddress),
                "{typed}"
            );
        }
    }

    #[test]
    fn an_address_has_a_length() {
        let long = format!("example.org/{}", "x".repeat(500));
        assert_eq!(WebAddress::parse(&long), Err(Problem::TooLong { max: 500 }));
    }

    #[test]
    fn people_read_the_host_and_are_not_deceived() {
        let label = |typed| WebAddress::parse(typed).unwrap().host_label();
        assert_eq!(label("https://www.example.org/about"), "example.org");
        assert_eq!(label("пример.рф"), "пример.рф");
        // The second letter is Cyrillic.
        assert!(label("https://eхample.org").starts_with("xn--"));
    }
}
