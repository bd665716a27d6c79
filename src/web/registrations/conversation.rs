//! The conversation of a case, as the applicant's side reads it: the board is the board, nobody of it is named.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::actor::Actor;
use crate::case::{Case, Message};
use crate::document::Attachment;
use crate::ids::MessageId;
use crate::say;
use crate::values::Lang;
use crate::web::documents::{File, files};

/// A message.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who wrote it.
    pub who: String,
    /// Whose side that is, as the list of messages knows it.
    pub kind: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Its words.
    pub paragraphs: Vec<String>,
    /// What came with it.
    pub files: Vec<File>,
    /// Whether the reader sees it for the first time.
    pub is_new: bool,
}

impl Said {
    /// When, for machines.
    pub fn iso(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The messages; those of the board after the last that was read are new.
pub fn conversation(
    lang: Lang,
    actor: &Actor,
    case: &Case,
    (messages, attachments): (&[Message], &[Attachment]),
    last_read: Option<MessageId>,
) -> Vec<Said> {
    messages
        .iter()
        .map(|message| {
            let (who, kind) = if Some(message.by) == actor.account() {
                ("registration-who-you", "theirs")
            } else if case.was_typed_by(message.by) {
                // Whoever typed the form in wrote on behalf of the organization.
                ("registration-who-typist", "theirs")
            } else if case.concerns(message.by) {
                ("registration-who-colleague", "theirs")
            } else {
                ("registration-who-board", "ours")
            };
            Said {
                who: say::t(lang, who),
                kind: kind.to_owned(),
                at: message.at,
                paragraphs: message.body.paragraphs().map(str::to_owned).collect(),
                files: files(lang, attachments, message.id),
                is_new: kind == "ours" && last_read.is_none_or(|read| message.id > read),
            }
        })
        .collect()
}
