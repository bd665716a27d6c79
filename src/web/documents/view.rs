//! Documents as pages show them: what is asked for, what is there, what is missing.

use chrono::{NaiveDate, SecondsFormat};

use super::urls;
use crate::document::{Attachment, Document, FileKind, Slot};
use crate::ids::{ItemId, MessageId};
use crate::say;
use crate::values::{Arg, Lang, Prose};

/// For how many days before its last one a document is marked.
const SOON: i64 = 30;

/// How the list is read.
pub struct Reading<'a> {
    /// In which language.
    pub lang: Lang,
    /// On which day.
    pub today: NaiveDate,
    /// Where one is added; nothing for whoever may not.
    pub add: Option<&'a (dyn Fn(ItemId) -> String + Sync)>,
    /// Whether from the desk.
    pub at_desk: bool,
    /// Whether what reviewers said is told.
    pub tells_verdicts: bool,
}

impl Reading<'_> {
    /// By the desk.
    pub const fn at_desk(lang: Lang, today: NaiveDate) -> Self {
        Self {
            lang,
            today,
            add: None,
            at_desk: true,
            tells_verdicts: true,
        }
    }
}

/// Something that is asked for, with what is there.
pub struct Shown {
    /// By which the page leads to it.
    pub id: String,
    /// What is asked for.
    pub title: String,
    /// What to look out for.
    pub hint: String,
    /// Whether it is needed and not there.
    pub missing: bool,
    /// Whether it is asked for now.
    pub is_asked: bool,
    /// Whether the board has it of the organization already.
    pub is_kept: bool,
    /// Where one is added; empty for whoever may not.
    pub add: String,
    /// Those that count.
    pub current: Vec<Paper>,
    /// Former ones.
    pub former: Vec<Paper>,
}

/// A document in a list.
#[derive(Clone)]
pub struct Paper {
    /// What it is called.
    pub name: String,
    /// Where its content is.
    pub href: String,
    /// A small picture of it; empty if there is none.
    pub thumbnail: String,
    /// The word for its kind, where there is no picture.
    pub kind: &'static str,
    /// How large it is.
    pub size: String,
    /// The day on which it was added, in words and for machines.
    pub added: String,
    pub added_iso: String,
    /// Until when it is good: the sentence and its tone.
    pub until: Option<(String, &'static str)>,
    /// What a reviewer said: the key of the word and its tone.
    pub verdict: Option<(&'static str, &'static str)>,
    /// In which words.
    pub note: Vec<String>,
    /// The page for reviewers; empty for everybody else.
    pub review: String,
    /// Whether looking at it is written down.
    pub personal: bool,
}

/// The list as a page shows it.
pub fn shown(slots: &[Slot], reading: &Reading<'_>) -> Vec<Shown> {
    let papers = |documents: &[Document]| -> Vec<Paper> {
        documents.iter().map(|it| Paper::of(it, reading)).collect()
    };
    slots
        .iter()
        .map(|slot| Shown {
            id: anchor(slot.item.id),
            title: slot.item.asks.title.of(reading.lang).to_owned(),
            hint: slot.item.asks.hint.of(reading.lang).to_owned(),
            missing: slot.is_missing(),
            is_asked: slot.is_asked,
            is_kept: slot.is_kept,
            add: match reading.add.filter(|_| slot.is_asked) {
                Some(add) => add(slot.item.id),
                None => String::new(),
            },
            current: papers(&slot.current),
            former: papers(&slot.former),
        })
        .collect()
}

impl Paper {
    /// A document.
    pub fn of(document: &Document, reading: &Reading<'_>) -> Self {
        let lang = reading.lang;
        let verdict = document.verdict.as_ref().filter(|_| reading.tells_verdicts);
        Self {
            name: document.shown_name(),
            href: urls::document(document.id),
            thumbnail: match document.has_thumbnail() {
                true => urls::document_thumbnail(document.id),
                false => String::new(),
            },
            kind: file_kind(document.kind),
            size: file_size(lang, document.bytes),
            added: say::day(lang, document.at.date_naive()),
            added_iso: document.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            until: until(lang, document, reading.today),
            verdict: verdict.map(|verdict| match verdict.fine {
                true => ("document-fine", "green"),
                false => ("document-not-fine", "red"),
            }),
            note: verdict
                .and_then(|verdict| verdict.note.as_ref())
                .into_iter()
                .flat_map(Prose::paragraphs)
                .map(str::to_owned)
                .collect(),
            review: match reading.at_desk {
                true => urls::desk_document(document.id),
                false => String::new(),
            },
            personal: document.personal,
        }
    }
}

/// A file that came with a note or message.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// Where its content is.
    pub href: String,
    /// The word for its kind.
    pub kind: &'static str,
    /// How large it is.
    pub size: String,
}

impl File {
    /// One for a list.
    pub fn new(lang: Lang, name: String, href: String, (kind, bytes): (FileKind, u64)) -> Self {
        Self {
            name,
            href,
            kind: file_kind(kind),
            size: file_size(lang, bytes),
        }
    }
}

/// What came with a note or message, of all that came in its case.
pub fn files(lang: Lang, all: &[Attachment], message: MessageId) -> Vec<File> {
    all.iter()
        .filter(|it| it.message == message)
        .map(|it| {
            File::new(
                lang,
                it.shown_name(),
                urls::attachment(it.id),
                (it.kind, it.bytes),
            )
        })
        .collect()
}

/// By which a page leads to an item.
pub fn anchor(item: ItemId) -> String {
    format!("item-{item}")
}

/// The word for a kind of file: the same in every language.
pub const fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF",
        FileKind::Jpeg => "JPEG",
        FileKind::Png => "PNG",
        FileKind::Docx => "DOCX",
        FileKind::Odt => "ODT",
    }
}

/// How large a file is, as people say it.
pub fn file_size(lang: Lang, bytes: u64) -> String {
    let kilo = bytes.div_ceil(1024);
    if kilo < 1024 {
        return say::with(
            lang,
            "document-size-kb",
            &[("size", Arg::Text(kilo.to_string()))],
        );
    }
    let tenths = (kilo * 10).div_ceil(1024);
    let sign = if lang == Lang::Ru { ',' } else { '.' };
    let size = format!("{}{sign}{}", tenths / 10, tenths % 10);
    say::with(lang, "document-size-mb", &[("size", Arg::Text(size))])
}

/// Until when it is good, marked where the day is near or past.
fn until(lang: Lang, document: &Document, today: NaiveDate) -> Option<(String, &'static str)> {
    let (day, left) = (document.expires_on?, document.days_left(today)?);
    let (key, tone) = match left {
        ..0 => ("document-expired", "red"),
        0..=SOON => ("document-expires-soon", "amber"),
        _ => ("document-valid-until", "quiet"),
    };
    // A former one is marked no more: a newer one stands before it.
    let tone = if document.superseded_at.is_some() {
        "quiet"
    } else {
        tone
    };
    Some((
        say::with(lang, key, &[("date", Arg::Text(say::day(lang, day)))]),
        tone,
    ))
}

/// Whether something that counts is over, or will be soon.
pub fn flag(shown: &[Shown]) -> Option<&'static str> {
    let tones = || {
        shown
            .iter()
            .flat_map(|slot| &slot.current)
            .filter_map(|paper| paper.until.as_ref().map(|(_, tone)| *tone))
    };
    if tones().any(|tone| tone == "red") {
        Some("document-flag-expired")
    } else if tones().any(|tone| tone == "amber") {
        Some("document-flag-soon")
    } else {
        None
    }
}
