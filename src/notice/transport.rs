//! How letters leave: by SMTP, or as files in a folder.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

use super::Written;
use crate::ids::LetterId;
use crate::values::Lang;

/// The longest that the hand-over of one letter may take; lettre's own limit covers connecting alone.
pub(super) const TIMEOUT: Duration = Duration::from_secs(60);

/// Where letters go.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// Into a folder, one file per letter, named by its id: written twice it is still one.
    Folder(PathBuf),
}

/// What is needed to send.
#[derive(Clone)]
pub struct PostOffice {
    transport: Transport,
    from: Mailbox,
    url: String,
}

/// Why a post office cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The address of the mail server is none. It may hold a password, so it is not repeated.
    #[error(
        "the address of the mail server must look like `smtp://user:password@host:587?tls=required` or `smtps://…`"
    )]
    BadServer,
    /// The sender is none.
    #[error("the sender of letters must look like `Concord <concord@example.org>`")]
    BadSender,
}

/// Why a letter did not leave, without a word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// `smtp 450`, `smtp connection`, `timeout`, …
    pub code: String,
    /// Whether another try would end the same.
    pub is_final: bool,
}

impl Failure {
    pub(super) fn passing(code: impl Into<String>) -> Self {
        let (code, is_final) = (code.into(), false);
        Self { code, is_final }
    }

    pub(super) fn lasting(code: impl Into<String>) -> Self {
        let (code, is_final) = (code.into(), true);
        Self { code, is_final }
    }
}

impl Transport {
    /// To a mail server.
    pub fn smtp(url: &SecretString) -> Result<Self, TransportError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())
            .map_err(|_| TransportError::BadServer)?;
        let transport = builder
            .hello_name(ClientId::Domain("concord.invalid".to_owned()))
            .timeout(Some(Duration::from_secs(20)))
            .build();
        Ok(Self::Smtp(Box::new(transport)))
    }
}

impl PostOffice {
    /// Sends by `transport`, from `from`, with links to the portal at `url`.
    pub fn new(transport: Transport, from: &str, url: &str) -> Result<Self, TransportError> {
        let from = from.parse().map_err(|_| TransportError::BadSender)?;
        let url = url.trim_end_matches('/').to_owned();
        Ok(Self {
            transport,
            from,
            url,
        })
    }

    /// Where people reach the portal.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The domain that letters are named by.
    fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// The letter as it travels. Its `Message-ID` follows from its id: a receiver can tell a repetition.
    pub(super) fn envelope(
        &self,
        id: LetterId,
        to: &str,
        lang: Lang,
        at: DateTime<Utc>,
        written: Written,
    ) -> Result<Message, Failure> {
        let to: lettre::Address = to.parse().map_err(|_| Failure::lasting("address"))?;
        let header = |name| HeaderName::new_from_ascii_str(name);
        let plain = SinglePart::builder()
            .header(ContentType::TEXT_PLAIN)
            .body(written.text);
        let html = SinglePart::builder()
            .header(ContentType::TEXT_HTML)
            .body(written.html);
        let mut parts = MultiPart::alternative()
            .boundary(format!("concord-{id}"))
            .singlepart(plain)
            .singlepart(html);
        if let Some(meeting) = &written.meeting {
            let (from, to) = (self.from.email.to_string(), to.to_string());
            let kind = format!("text/calendar; method={}; charset=utf-8", meeting.method());
            let kind = ContentType::parse(&kind).map_err(|_| Failure::lasting("calendar"))?;
            let calendar = meeting.to_icalendar(&from, &to, at);
            parts = parts.singlepart(SinglePart::builder().header(kind).body(calendar));
        }
        let mut builder = Message::builder();
        if let Some(address) = &written.unsubscribe {
            builder = builder
                .raw_header(HeaderValue::new(
                    header("List-Unsubscribe"),
                    format!("<{address}>"),
                ))
                .raw_header(HeaderValue::new(
                    header("List-Unsubscribe-Post"),
                    "List-Unsubscribe=One-Click".to_owned(),
                ));
        }
        builder
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(written.subject)
            .date(at.into())
            .message_id(Some(format!("<{id}@{}>", self.domain())))
            .raw_header(HeaderValue::new(
                header("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .raw_header(HeaderValue::new(
                header("Content-Language"),
                lang.code().to_owned(),
            ))
            .multipart(parts)
            .map_err(|_| Failure::lasting("message"))
    }

    /// Hands a letter over.
    pub(super) async fn send(&self, id: LetterId, message: Message) -> Result<(), Failure> {
        let sending = async {
            match &self.transport {
                Transport::Smtp(smtp) => match smtp.send(message).await {
                    Ok(_) => Ok(()),
                    Err(error) => Err(refusal(&error)),
                },
                Transport::Folder(folder) => keep(folder.clone(), id, message.formatted())
                    .await
                    .map_err(|error| Failure::passing(format!("folder: {}", error.kind()))),
            }
        };
        match tokio::time::timeout(TIMEOUT, sending).await {
            Ok(done) => done,
            Err(_) => Err(Failure::passing("timeout")),
        }
    }
}

/// What a mail server's answer means. Its words may repeat the address: only the code is kept.
fn refusal(error: &lettre::transport::smtp::Error) -> Failure {
    match error.status() {
        Some(code) => {
            let code: u16 = code.into();
            // 530 to 538 speak of our own sign-in at the server, which somebody will mend.
            let is_final = (500..600).contains(&code) && !(530..=538).contains(&code);
            let code = format!("smtp {code}");
            Failure { code, is_final }
        }
        None if error.is_tls() => Failure::passing("smtp tls"),
        None if error.is_timeout() => Failure::passing("smtp timeout"),
        None if error.is_response() => Failure::passing("smtp response"),
        None => Failure::passing("smtp connection"),
    }
}

/// Writes a file whole or not at all.
async fn keep(folder: PathBuf, id: LetterId, bytes: Vec<u8>) -> io::Result<()> {
    tokio::fs::create_dir_all(&folder).await?;
    let part = folder.join(format!(".{id}.part"));
    tokio::fs::write(&part, bytes).await?;
    tokio::fs::rename(&part, folder.join(format!("{id}.eml"))).await
}
