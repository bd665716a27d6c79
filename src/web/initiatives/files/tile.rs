//! A picture or document as pages show it, and what a change would change of them.

use crate::document::small_size;
use crate::initiative::FileUse;
use crate::initiative::files::InitiativeFile;
use crate::say;
use crate::values::Lang;
use crate::web::coordination::Spoken;
use crate::web::documents::{file_kind, file_size};
use crate::web::initiatives::facts::Changed;
use crate::web::urls;

/// A file.
pub struct Tile {
    /// By which the page leads to it.
    pub id: String,
    pub href: String,
    /// The small picture, and how large that is; empty of a document.
    pub small: String,
    pub width: u32,
    pub height: u32,
    /// What it shows or is called, for the reader.
    pub words: Spoken,
    /// The same in every language.
    pub all: Vec<Spoken>,
    /// The word for its kind.
    pub kind: &'static str,
    pub size: String,
    /// Whether nobody saw it before.
    pub is_new: bool,
    /// The address under which it is kept; empty where whoever looks may not.
    pub at: String,
}

/// The pictures and documents of an initiative.
pub struct Tiles {
    pub pictures: Vec<Tile>,
    pub documents: Vec<Tile>,
    /// Whether the words stand there in every language, for whoever judges them.
    pub says_all: bool,
}

impl Tiles {
    /// As anybody sees them.
    pub fn new(lang: Lang, files: &[InitiativeFile]) -> Self {
        let of = |used_as| {
            let alike = files.iter().filter(move |it| it.used_as == used_as);
            alike.map(|it| Tile::new(lang, it)).collect()
        };
        Self {
            pictures: of(FileUse::Picture),
            documents: of(FileUse::Document),
            says_all: false,
        }
    }

    /// The same for whoever judges or keeps them: with the words in every language, and where each is kept.
    pub fn kept(
        lang: Lang,
        files: &[InitiativeFile],
        at: impl Fn(&InitiativeFile) -> String,
    ) -> Self {
        let mut tiles = Self::new(lang, files);
        tiles.says_all = true;
        for tile in tiles.pictures.iter_mut().chain(&mut tiles.documents) {
            if let Some(file) = files.iter().find(|it| anchor(it) == tile.id) {
                tile.at = at(file);
            }
        }
        tiles
    }

    /// Marks what nobody saw before.
    pub fn mark_new(&mut self, before: &[InitiativeFile]) {
        for tile in self.pictures.iter_mut().chain(&mut self.documents) {
            tile.is_new = !before.iter().any(|it| anchor(it) == tile.id);
        }
    }
}

impl Tile {
    fn new(lang: Lang, file: &InitiativeFile) -> Self {
        let (width, height) = small_size(file.size.unwrap_or_default());
        let all = file.words.iter();
        Self {
            id: anchor(file),
            href: urls::initiative_file(file.id),
            small: match file.used_as {
                FileUse::Picture => urls::initiative_file_small(file.id),
                FileUse::Document => String::new(),
            },
            width,
            height,
            words: Spoken::of(&file.words, lang),
            all: all
                .map(|it| Spoken::new(it.text.as_str(), Some(&it.language)))
                .collect(),
            kind: file_kind(file.kind),
            size: file_size(lang, file.bytes),
            is_new: false,
            at: String::new(),
        }
    }
}

fn anchor(file: &InitiativeFile) -> String {
    format!("file-{}", file.id)
}

/// What a change would change of the pictures and documents.
pub fn changed(lang: Lang, before: &[InitiativeFile], after: &[InitiativeFile]) -> Vec<Changed> {
    [
        (FileUse::Picture, "initiative-pictures"),
        (FileUse::Document, "initiative-documents"),
    ]
    .into_iter()
    .map(|(used_as, key)| Changed {
        label: say::t(lang, key),
        before: line(used_as, before),
        after: line(used_as, after),
    })
    .filter(|it| it.before != it.after)
    .collect()
}

/// The files of a kind in one line.
fn line(used_as: FileUse, files: &[InitiativeFile]) -> String {
    let alike = files.iter().filter(|it| it.used_as == used_as);
    let words = alike.map(|it| {
        let words: Vec<&str> = it.words.iter().map(|it| it.text.as_str()).collect();
        words.join(" / ")
    });
    words.collect::<Vec<_>>().join(" · ")
}
