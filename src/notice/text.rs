//! The words of a letter, in the language of whoever gets it.

use askama::Template;

use super::Letter;
use crate::say;
use crate::values::{Arg, Lang};

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The subject, in one line and without marks of direction.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as a page, which keeps the direction of Arabic where plain text cannot.
    pub html: String,
}

#[derive(Template)]
#[template(path = "letters/letter.html")]
struct Page<'a> {
    lang: Lang,
    subject: &'a str,
    greeting: String,
    paragraphs: Vec<String>,
    link: Option<(String, String)>,
    after: Vec<String>,
    closing: String,
    footer: String,
}

impl Letter {
    /// The letter in words; `url` is where people reach the portal, without a slash at its end.
    pub fn write(&self, lang: Lang, url: &str) -> Result<Written, askama::Error> {
        let key = |part: &str| format!("letter-{}-{part}", self.kind().code().replace('_', "-"));
        let args = self.args(lang);
        let subject = say::plain(lang, &key("subject"), &args);
        let mut paragraphs = paragraphs(&say::with(lang, &key("text"), &args));
        if let Some(number) = self.registry() {
            let args = [("registry", Arg::Text(number))];
            paragraphs.push(say::with(lang, "letter-registry-number", &args));
        }
        let link = self
            .path()
            .map(|path| (say::t(lang, &key("link")), format!("{url}{path}")));
        let after = match say::knows(&key("after")) {
            true => self::paragraphs(&say::with(lang, &key("after"), &args)),
            false => Vec::new(),
        };
        let page = Page {
            lang,
            subject: &subject,
            greeting: say::t(lang, "letter-greeting"),
            paragraphs,
            link,
            after,
            closing: say::t(lang, "letter-closing"),
            footer: say::t(lang, "letter-footer"),
        };
        let (text, html) = (page.plain(), page.render()?);
        Ok(Written {
            subject,
            text,
            html,
        })
    }

    /// The registry number that it announces.
    fn registry(&self) -> Option<String> {
        match self {
            Self::Accepted { registry, .. } | Self::AcceptedWithConditions { registry, .. } => {
                registry.map(|number| number.to_string())
            }
            _ => None,
        }
    }

    /// What its sentences mention.
    fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let mut args = Vec::new();
        let mut mention = |name, text: String| args.push((name, Arg::Text(text)));
        if let Some(of) = self.of_case() {
            mention("number", of.number.to_string());
            mention("title", of.title.clone());
        }
        if let Some(of) = self.of_organization() {
            mention("number", of.number.to_string());
            mention("name", of.name.clone());
        }
        match self {
            Self::RenewalNear { until, .. }
            | Self::RenewalDue { until, .. }
            | Self::NoticeGiven { until, .. }
            | Self::Suspended { until, .. }
            | Self::Revived { until, .. } => mention("until", say::day(lang, *until)),
            Self::ChangesRequested { due, .. }
            | Self::AcceptedWithConditions { due, .. }
            | Self::OpinionWanted { due, .. } => {
                mention("due", say::day(lang, *due));
            }
            Self::Refused { appeal_until, .. } => mention("due", say::day(lang, *appeal_until)),
            Self::RoleChanged { role } => mention("role", say::t(lang, role.key())),
            _ => {}
        }
        args
    }
}

impl Page<'_> {
    /// The plain text: the address of a link stands alone in its line, so that mail programs find it.
    fn plain(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.paragraphs.iter().cloned());
        if let Some((text, address)) = &self.link {
            parts.push(format!("{text}\n{address}"));
        }
        parts.extend(self.after.iter().cloned());
        parts.push(self.closing.clone());
        parts.push(format!("-- \n{}", self.footer));
        parts.join("\n\n") + "\n"
    }
}

/// What empty lines part; within a paragraph, line breaks are only the catalogue's.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|part| part.replace('\n', " ").trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}
