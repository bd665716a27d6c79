//! The words of a letter, in the language of whoever gets it.

use askama::Template;

use super::{Letter, LetterWords, Meeting};
use crate::markdown;
use crate::say;
use crate::values::{Arg, Country, Lang};

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The subject, in one line and without marks of direction.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The address that stops letters of this kind, of those that one can do without.
    pub unsubscribe: Option<String>,
    /// The meeting that it is about, for calendars.
    pub meeting: Option<Meeting>,
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
    /// What somebody wrote, as HTML in which nothing can do harm, and the same as paragraphs.
    written: Option<(String, Vec<String>)>,
    parts: Vec<Part>,
    link: Option<(String, String)>,
    after: Vec<String>,
    closing: String,
    footer: String,
    choice: Option<Choice>,
}

/// A letter within a digest.
struct Part {
    subject: String,
    paragraphs: Vec<String>,
    link: Option<(String, String)>,
}

/// How to get no more of these, or to choose.
struct Choice {
    stop: (String, String),
    choose: (String, String),
}

impl Letter {
    /// The letter in words; `url` is where people reach the portal, without a slash at its end.
    pub fn write(&self, lang: Lang, url: &str) -> Result<Written, askama::Error> {
        self.write_with(lang, url, None)
    }

    /// The same with the path that stops letters of this kind, where there is one.
    pub fn write_with(
        &self,
        lang: Lang,
        url: &str,
        stop: Option<&str>,
    ) -> Result<Written, askama::Error> {
        // Where somebody wrote in another language than the reader's, the whole letter is in it.
        let lang = self.words(lang).map_or(lang, |words| words.lang);
        let key = |part: &str| self.text_key(part);
        let args = self.args(lang);
        let Part {
            subject,
            mut paragraphs,
            link,
        } = self.part(lang, url);
        let written = self.written(lang);
        if let Some((_, plain)) = &written {
            // They stand in the page as they were marked.
            paragraphs.truncate(paragraphs.len().saturating_sub(plain.len()));
        }
        let parts = match self {
            Self::Digest { letters } => letters.iter().map(|it| it.part(lang, url)).collect(),
            _ => Vec::new(),
        };
        let choice = stop.map(|stop| Choice {
            stop: (say::t(lang, "letter-stop"), format!("{url}{stop}")),
            choose: (
                say::t(lang, "letter-choose"),
                format!("{url}/account/letters"),
            ),
        });
        let after = match say::knows(&key("after")) {
            true => self::paragraphs(&say::with(lang, &key("after"), &args)),
            false => Vec::new(),
        };
        let page = Page {
            lang,
            subject: &subject,
            greeting: say::t(lang, "letter-greeting"),
            paragraphs,
            written,
            parts,
            link,
            after,
            closing: say::t(lang, "letter-closing"),
            footer: say::t(lang, "letter-footer"),
            choice,
        };
        let (text, html) = (page.plain(), page.render()?);
        let unsubscribe = page.choice.map(|choice| choice.stop.1);
        let meeting = self.meeting(lang, url);
        Ok(Written {
            subject,
            meeting,
            text,
            unsubscribe,
            html,
        })
    }

    /// What somebody of the board wrote, for whoever reads a language.
    fn words(&self, lang: Lang) -> Option<&LetterWords> {
        match self {
            Self::FromBoard(of) => of.words(lang),
            _ => None,
        }
    }

    /// The same as HTML and as paragraphs.
    fn written(&self, lang: Lang) -> Option<(String, Vec<String>)> {
        let Self::FromBoard(of) = self else {
            return None;
        };
        let words = of.words(lang)?;
        let text = of.filled(&words.text, true);
        let plain = markdown::to_plain(&text);
        let lines = plain.split('\n').map(str::trim);
        Some((
            markdown::to_html(&text),
            lines
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
        ))
    }

    /// The key of one of its texts.
    fn text_key(&self, part: &str) -> String {
        format!("letter-{}-{part}", self.kind().code().replace('_', "-"))
    }

    /// What changed, and where it can be seen.
    fn part(&self, lang: Lang, url: &str) -> Part {
        let args = self.args(lang);
        let mut paragraphs = paragraphs(&say::with(lang, &self.text_key("text"), &args));
        let mut link_key = self.text_key("link");
        // In a digest the words stand with it.
        paragraphs.extend(self.written(lang).into_iter().flat_map(|(_, plain)| plain));
        if let Self::ForDeputy { letter, .. } = self {
            paragraphs.extend(letter.part(lang, url).paragraphs);
            link_key = letter.text_key("link");
        }
        if let Some(number) = self.registry() {
            let args = [("registry", Arg::Text(number))];
            paragraphs.push(say::with(lang, "letter-registry-number", &args));
        }
        Part {
            subject: say::plain(lang, &self.text_key("subject"), &args),
            paragraphs,
            link: self.path().map(|path| {
                let text = say::t(lang, &link_key);
                (text, format!("{url}{path}"))
            }),
        }
    }

    /// The meeting that it is about.
    fn meeting(&self, lang: Lang, url: &str) -> Option<Meeting> {
        if let Some(of) = self.of_meeting() {
            let is_off = matches!(self, Self::MeetingCalledOff(_) | Self::MeetingNotYours(_));
            return Some(of.calendar(lang, url, is_off));
        }
        let (Self::SessionCalled(of) | Self::SessionMoved(of) | Self::SessionCalledOff(of)) = self
        else {
            return None;
        };
        let number = [("number", Arg::Text(of.number.to_string()))];
        Some(Meeting {
            id: of.id.uuid(),
            cancelled: matches!(self, Self::SessionCalledOff(_)),
            sequence: of.sequence,
            starts_at: of.starts_at,
            minutes: of.lasts_minutes,
            summary: say::plain(lang, "session-title", &number),
            place: of.place.clone(),
            address: format!("{url}/desk/sessions/{}", of.id),
        })
    }

    /// The registry number that it announces.
    fn registry(&self) -> Option<String> {
        match self {
            Self::OnPaper { letter, .. } => letter.registry(),
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
            mention("title", of.title.clone());
        }
        if let Some(of) = self.of_group() {
            args.extend(of.args(lang));
        }
        if let Some(of) = self.of_meeting() {
            args.extend(of.args(lang));
        }
        if let Some(of) = self.of_initiative() {
            args.extend(of.args(lang));
        }
        let mut mention = |name, text: String| args.push((name, Arg::Text(text)));
        match self {
            Self::RecommendationAnswered(of) => args.extend(of.args(lang)),
            Self::InitiativeUnpublished(it) => mention("words", it.words.clone()),
            Self::Partner(letter) => args.extend(letter.args(lang)),
            Self::Member(letter) => args.extend(letter.args(lang)),
            Self::GroupAnswered { reply, .. } | Self::PartnerAnswered { reply, .. } => {
                mention("reply", say::t(lang, reply.key()));
            }
            Self::Invitation { title, role, .. } => {
                mention("title", title.clone());
                mention("role", say::t(lang, role.key()));
            }
            Self::LeaderEntered { title, .. } => mention("title", title.clone()),
            Self::Leader(letter) => {
                mention("title", letter.title().to_owned());
                if let Some(reason) = letter.reason() {
                    mention("reason", reason.to_string());
                }
            }
            Self::SignatureWanted { title, office, .. } => {
                mention("title", title.clone());
                mention("office", say::t(lang, office.key()));
            }
            Self::SignatureGiven(of) | Self::SignatureDeclined(of) => {
                mention("title", titled(lang, &of.title));
                mention("office", say::t(lang, of.office.key()));
            }
            Self::RenewedWithConditions {
                until,
                conditions,
                due,
                ..
            } => {
                mention("until", say::day(lang, *until));
                mention("due", say::day(lang, *due));
                let count = i64::try_from(*conditions).unwrap_or(i64::MAX);
                args.push(("count", Arg::Number(count)));
            }
            Self::TeamRoleChanged { role, .. } | Self::JoinAccepted { role, .. } => {
                mention("role", say::t(lang, role.key()));
            }
            Self::RescueAsked { until, .. }
            | Self::RenewalNear { until, .. }
            | Self::RenewalDue { until, .. }
            | Self::NoticeGiven { until, .. }
            | Self::Suspended { until, .. }
            | Self::Renewed { until, .. }
            | Self::CaseExpired { until, .. }
            | Self::Revived { until, .. } => mention("until", say::day(lang, *until)),
            Self::ChangesRequested { due, .. }
            | Self::AnswerWanted { due, .. }
            | Self::CaseRevived { due, .. }
            | Self::AcceptedWithConditions { due, .. }
            | Self::ConditionExtended { due, .. }
            | Self::OpinionWanted { due, .. } => {
                mention("due", say::day(lang, *due));
            }
            Self::Refused { appeal_until, .. } => mention("due", say::day(lang, *appeal_until)),
            Self::DocumentExpiring(of) | Self::DocumentExpired(of) => {
                mention("title", of.title.clone());
                mention("item", of.item.of(lang).to_owned());
                mention("date", say::day(lang, of.expires_on));
            }
            Self::OffAgenda { session, .. } => mention("session", session.to_string()),
            Self::SessionCalled(of) | Self::SessionMoved(of) | Self::SessionCalledOff(of) => {
                mention("number", of.number.to_string());
                mention("date", say::day(lang, of.starts_local.date()));
                mention("time", of.starts_local.format("%H:%M").to_string());
                mention("zone", of.zone.replace('_', " "));
                mention("place", of.place.clone());
            }
            Self::FromBoard(of) => {
                mention("title", of.title.clone());
                mention("number", of.number.to_string());
                let subject = of.words(lang).map(|it| of.filled(&it.subject, false));
                mention("subject", subject.unwrap_or_default());
            }
            Self::DutiesHandedOver(of) | Self::DutiesGone(of) => {
                let count = i64::try_from(of.count).unwrap_or(i64::MAX);
                args.push(("count", Arg::Number(count)));
            }
            Self::ForDeputy { name, until, .. } => {
                mention("name", name.clone());
                mention("until", say::day(lang, *until));
            }
            Self::OrganizationMerged { into, .. } => mention("into", into.to_string()),
            Self::RoleChanged { role } => mention("role", say::t(lang, role.key())),
            Self::OnPaper { letter, post } => {
                mention("who", typist(lang, *post));
                let news = format!("letter-on-paper-{}", letter.kind().code().replace('_', "-"));
                mention("news", say::with(lang, &news, &letter.args(lang)));
            }
            Self::RecordHandedOver { title, .. } => mention("title", titled(lang, title)),
            _ => {}
        }
        args
    }
}

/// What an organization is called that perhaps nobody named yet.
fn titled(lang: Lang, title: &str) -> String {
    match title {
        "" => say::plain(lang, "team-untitled", &[]),
        title => title.to_owned(),
    }
}

impl Page<'_> {
    /// The plain text: the address of a link stands alone in its line, so that mail programs find it.
    fn plain(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.written.iter().flat_map(|(_, plain)| plain.clone()));
        for part in &self.parts {
            parts.push(format!("* {}", part.subject));
            parts.extend(part.paragraphs.iter().cloned());
            if let Some((text, address)) = &part.link {
                parts.push(format!("{text}\n{address}"));
            }
        }
        if let Some((text, address)) = &self.link {
            parts.push(format!("{text}\n{address}"));
        }
        parts.extend(self.after.iter().cloned());
        parts.push(self.closing.clone());
        parts.push(format!("-- \n{}", self.footer));
        if let Some(choice) = &self.choice {
            for (text, address) in [&choice.stop, &choice.choose] {
                parts.push(format!("{text}\n{address}"));
            }
        }
        parts.join("\n\n") + "\n"
    }
}

/// Who types in paper forms: the post of a country, or the board.
pub fn typist(lang: Lang, post: Option<Country>) -> String {
    match post {
        Some(country) => say::t1(lang, "paper-who-post", "country", country.name(lang)),
        None => say::t(lang, "paper-who-board"),
    }
}

/// What empty lines part; within a paragraph, line breaks are only the catalogue's.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|part| part.replace('\n', " ").trim().to_owned())
        // What stands between isolates may be nothing.
        .filter(|part| part.chars().any(|c| !matches!(c, '\u{2068}' | '\u{2069}')))
        .collect()
}
