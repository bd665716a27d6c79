//! What was said in a case: opinions of posts, answers of the board, notes and messages.

use super::view::{People, When, paragraphs};
use crate::case::{Case, Decision, Message, Opinion, Reach};
use crate::document::Attachment;
use crate::say;
use crate::values::Lang;
use crate::web::documents::{File, files as files_of};

/// An opinion of a post.
pub struct Said {
    pub title: String,
    pub who: String,
    pub when: When,
    pub words: Vec<String>,
}

/// An answer of the board.
pub struct Decided {
    pub title: String,
    pub who: String,
    pub when: When,
    pub words: Vec<String>,
    pub notes: Vec<(&'static str, Vec<String>)>,
    pub due: Option<When>,
    pub appeal_until: Option<When>,
}

/// A note or message.
pub struct Written {
    pub kind: String,
    pub who: String,
    pub when: When,
    pub words: Vec<String>,
    /// What came with it.
    pub files: Vec<File>,
}

impl Said {
    pub fn of(lang: Lang, people: &People, opinion: &Opinion) -> Self {
        Self {
            title: say::t(lang, opinion.view.key()),
            who: people.name(opinion.by),
            when: When::moment(lang, opinion.at),
            words: paragraphs(opinion.words.as_ref()),
        }
    }
}

impl Decided {
    pub fn of(lang: Lang, people: &People, decision: &Decision) -> Self {
        Self {
            title: say::t(lang, decision.outcome.key()),
            who: people.name(decision.by),
            when: When::moment(lang, decision.at),
            words: paragraphs(decision.words.as_ref()),
            notes: decision
                .notes
                .iter()
                .map(|note| (note.field.key(), paragraphs(Some(&note.note))))
                .collect(),
            due: decision.due.map(|due| When::day(lang, due)),
            appeal_until: decision.appeal_until.map(|until| When::day(lang, until)),
        }
    }
}

impl Written {
    pub fn of(
        lang: Lang,
        people: &People,
        (message, files): (&Message, &[Attachment]),
        case: &Case,
    ) -> Self {
        Self {
            kind: match message.reach {
                Reach::Internal => "note",
                Reach::Applicant if case.concerns(message.by) || case.was_typed_by(message.by) => {
                    "theirs"
                }
                Reach::Applicant => "ours",
            }
            .to_owned(),
            who: people.name(message.by),
            when: When::moment(lang, message.at),
            words: paragraphs(Some(&message.body)),
            files: files_of(lang, files, message.id),
        }
    }
}
