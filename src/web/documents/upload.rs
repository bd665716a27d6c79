//! The form with a file, taken apart as it arrives. The file goes sealed to the disk; whatever happens to it, the form can be
//! answered, and the answer can be read.

use std::time::Duration;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use tokio::time::{Instant, timeout};

use crate::document::{Arrived, FILE_MAX, Incoming, IncomingError};
use crate::web::{App, Error, Fields, Form, Mistakes, Result};

/// The most bytes of any other field: ten thousand letters of any script.
const FIELD_MAX: usize = 48 * 1024;
/// The most parts of the form: a note may be put on the desks of many.
const PARTS_MAX: usize = 100;
/// What a form may have beside its file.
const AROUND: u64 = 256 * 1024;
/// The longest silence.
const SILENCE: Duration = Duration::from_secs(30);
/// The longest that a whole form may take: 20 MB over a slow telephone.
const WHOLE: Duration = Duration::from_secs(30 * 60);
/// How much of a file that is too large is still read, and for how long. A browser shows an answer only when it has sent
/// everything; beyond this it is cut off.
const DRAIN_MAX: u64 = 256 * 1024 * 1024;
const DRAIN: Duration = Duration::from_secs(30);

/// A form that arrived, as far as it did.
pub struct Upload {
    /// What was typed and chosen.
    pub fields: Fields,
    /// The file, and the name it was sent under.
    pub file: Option<(String, Arrived)>,
    /// What is wrong with the file.
    pub mistakes: Mistakes,
    /// Whether more may still be coming, so that the connection cannot be used again.
    pub is_cut: bool,
}

/// How the reading of a part ended.
enum Next {
    Bytes(Bytes),
    End,
    /// Whoever sent it stopped in the middle, or fell silent.
    Gone,
}

impl Upload {
    /// Takes the form; one without a file may come as any other form does.
    pub async fn take(app: &App, request: Request) -> Result<Self> {
        let kind = request.headers().get(CONTENT_TYPE);
        let is_plain = kind.is_some_and(|kind| {
            let plain = b"application/x-www-form-urlencoded";
            kind.as_bytes().to_ascii_lowercase().starts_with(plain)
        });
        if is_plain {
            let Form(fields) = Form::from_request(request, app).await?;
            return Ok(Self {
                fields,
                file: None,
                mistakes: Mistakes::default(),
                is_cut: false,
            });
        }
        let declared = request.headers().get(CONTENT_LENGTH);
        let declared = declared
            .and_then(|length| length.to_str().ok()?.parse().ok())
            .unwrap_or(0);
        let mut form = Multipart::from_request(request, app)
            .await
            .map_err(|_| Error::UnknownKind)?;
        let mut upload = Self {
            fields: Fields::default(),
            file: None,
            mistakes: Mistakes::default(),
            is_cut: false,
        };
        let until = Instant::now() + WHOLE;
        for _ in 0..PARTS_MAX {
            let field = match timeout(SILENCE, form.next_field()).await {
                Ok(Ok(Some(field))) => field,
                Ok(Ok(None)) => return Ok(upload),
                Ok(Err(error)) => {
                    upload.broken(&error)?;
                    return Ok(upload);
                }
                Err(_) => {
                    upload.gone();
                    return Ok(upload);
                }
            };
            upload
                .part(app, field, declared > FILE_MAX + AROUND, until)
                .await?;
            if upload.is_cut {
                return Ok(upload);
            }
        }
        Err(Error::TooLarge)
    }

    async fn part(
        &mut self,
        app: &App,
        mut field: Field<'_>,
        is_too_large: bool,
        until: Instant,
    ) -> Result<()> {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(str::to_owned) else {
            let mut bytes = Vec::new();
            loop {
                match next(&mut field, until).await? {
                    Next::Bytes(chunk) if bytes.len() + chunk.len() <= FIELD_MAX => {
                        bytes.extend_from_slice(&chunk);
                    }
                    Next::Bytes(_) => return Err(Error::TooLarge),
                    Next::End => break,
                    Next::Gone => {
                        self.gone();
                        break;
                    }
                }
            }
            self.fields.push(&name, String::from_utf8_lossy(&bytes));
            return Ok(());
        };
        // A browser sends a file without a name where none was chosen.
        if name != "file" || file_name.is_empty() || self.file.is_some() {
            return self.drain(&mut field).await;
        }
        if is_too_large {
            self.mistakes.add("file", "document-too-large");
            return self.drain(&mut field).await;
        }
        let mut incoming = Incoming::begin(&app.documents).map_err(unwritable)?;
        loop {
            match next(&mut field, until).await? {
                Next::Bytes(chunk) => {
                    if !incoming.push(&chunk).await.map_err(unwritable)? {
                        self.mistakes.add("file", "document-too-large");
                        return self.drain(&mut field).await;
                    }
                }
                Next::End => break,
                Next::Gone => {
                    self.gone();
                    return Ok(());
                }
            }
        }
        let arrived = incoming.finish().await.map_err(unwritable)?;
        self.file = Some((file_name, arrived));
        Ok(())
    }

    /// Reads a part to its end and keeps nothing of it; only so far.
    async fn drain(&mut self, field: &mut Field<'_>) -> Result<()> {
        let until = Instant::now() + DRAIN;
        let mut drained = 0;
        loop {
            match next(field, until).await? {
                Next::Bytes(chunk) => drained += chunk.len() as u64,
                Next::End => return Ok(()),
                Next::Gone => {
                    self.is_cut = true;
                    return Ok(());
                }
            }
            if drained > DRAIN_MAX {
                self.is_cut = true;
                return Ok(());
            }
        }
    }

    /// The rest did not come.
    fn gone(&mut self) {
        self.is_cut = true;
        if self.mistakes.is_empty() {
            self.mistakes.add("file", "document-half-sent");
        }
    }

    fn broken(&mut self, error: &MultipartError) -> Result<()> {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Err(Error::TooLarge);
        }
        self.gone();
        Ok(())
    }
}

/// The next bytes of a part.
async fn next(field: &mut Field<'_>, until: Instant) -> Result<Next> {
    let wait = SILENCE.min(until.saturating_duration_since(Instant::now()));
    match timeout(wait, field.chunk()).await {
        Ok(Ok(Some(chunk))) => Ok(Next::Bytes(chunk)),
        Ok(Ok(None)) => Ok(Next::End),
        Ok(Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(Error::TooLarge),
        Ok(Err(_)) | Err(_) => Ok(Next::Gone),
    }
}

/// A disk that takes no file is nothing that a person can mend.
pub fn unwritable(error: IncomingError) -> Error {
    Error::Internal(error.to_string())
}
