//! The fonts that paper is set in: those that pages are, unpacked when a text needs them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use rustybuzz::ttf_parser;
use rustybuzz::{Direction, Face, UnicodeBuffer};

use super::NotDrawn;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Of running text.
    Plain,
    /// Of titles and names.
    Bold,
}

impl Weight {
    const fn axis(self) -> f32 {
        match self {
            Self::Plain => 400.0,
            Self::Bold => 650.0,
        }
    }
}

/// Which fonts have the letters from one code point on. As the sheets of @fontsource part them; where two have a
/// letter, the first is asked first.
const BLOCKS: &[(u32, &[&str])] = &[
    (0x0000, LATIN),
    (0x0370, &["noto-sans-greek", "noto-sans-greek-ext"]),
    (0x0400, &["noto-sans-cyrillic", "noto-sans-cyrillic-ext"]),
    (0x0530, &["noto-sans-armenian"]),
    (0x0590, &["noto-sans-hebrew"]),
    (0x0600, &["noto-sans-arabic"]),
    (0x0700, &["noto-sans-syriac"]),
    (0x0750, &["noto-sans-arabic"]),
    (0x0780, &["noto-sans-thaana"]),
    (0x07C0, &["noto-sans-arabic"]),
    (0x0900, &["noto-sans-devanagari"]),
    (0x0980, &["noto-sans-bengali"]),
    (0x0A00, &["noto-sans-gurmukhi"]),
    (0x0A80, &["noto-sans-gujarati"]),
    (0x0B80, &["noto-sans-tamil"]),
    (0x0C00, &["noto-sans-telugu"]),
    (0x0C80, &["noto-sans-kannada"]),
    (0x0D00, &["noto-sans-malayalam"]),
    (0x0D80, &["noto-sans-sinhala"]),
    (0x0E00, &["noto-sans-thai"]),
    (0x0E80, &["noto-sans-lao"]),
    (0x0F00, LATIN),
    (0x1000, &["noto-sans-myanmar"]),
    (0x10A0, &["noto-sans-georgian"]),
    (0x1100, LATIN),
    (0x1200, &["noto-sans-ethiopic"]),
    (0x13A0, LATIN),
    (0x1780, &["noto-sans-khmer"]),
    (0x1800, LATIN),
    (0x1C80, &["noto-sans-cyrillic-ext", "noto-sans-georgian"]),
    (0x1CC0, LATIN),
    (0x1F00, &["noto-sans-greek-ext", "noto-sans-greek"]),
    (0x2000, LATIN),
    (0x2D00, &["noto-sans-georgian"]),
    (0x2D30, &["noto-sans-ethiopic"]),
    (0x2DE0, &["noto-sans-cyrillic-ext"]),
    (0x2E00, LATIN),
    (0xA640, &["noto-sans-cyrillic-ext"]),
    (0xA6A0, LATIN),
    (0xA8E0, &["noto-sans-devanagari"]),
    (0xA900, LATIN),
    (0xAA60, &["noto-sans-myanmar"]),
    (0xAA80, LATIN),
    (0xAB00, &["noto-sans-ethiopic"]),
    (0xAB30, LATIN),
    (0xFB13, &["noto-sans-armenian"]),
    (0xFB1D, &["noto-sans-hebrew"]),
    (0xFB50, &["noto-sans-arabic"]),
    (0xFE00, LATIN),
    (0xFE70, &["noto-sans-arabic"]),
    (0xFF00, LATIN),
];

const LATIN: &[&str] = &[
    "noto-sans-latin",
    "noto-sans-latin-ext",
    "noto-sans-vietnamese",
    "noto-sans-cyrillic",
    "noto-sans-greek",
];

/// Fonts by the names of their files.
pub struct Fonts {
    /// Gives the packed font of a name (WOFF2).
    packed: fn(&str) -> Option<&'static [u8]>,
    unpacked: RefCell<BTreeMap<&'static str, Option<Arc<Vec<u8>>>>>,
    ready: RefCell<BTreeMap<(&'static str, Weight), Font>>,
}

/// A part of a text that one font has all letters of.
pub struct Item {
    /// The name of the font.
    pub font: &'static str,
    /// Which part.
    pub range: Range<usize>,
}

impl Fonts {
    /// Those that this function gives, none of them unpacked yet.
    pub const fn new(packed: fn(&str) -> Option<&'static [u8]>) -> Self {
        Self {
            packed,
            unpacked: RefCell::new(BTreeMap::new()),
            ready: RefCell::new(BTreeMap::new()),
        }
    }

    fn data(&self, name: &'static str) -> Option<Arc<Vec<u8>>> {
        let unpack = || {
            let packed = (self.packed)(name)?;
            wuff::decompress_woff2(packed).ok().map(Arc::new)
        };
        let mut unpacked = self.unpacked.borrow_mut();
        unpacked.entry(name).or_insert_with(unpack).clone()
    }

    /// A font, ready to be drawn with.
    pub fn font(&self, name: &'static str, weight: Weight) -> Result<Font, NotDrawn> {
        if let Some(font) = self.ready.borrow().get(&(name, weight)) {
            return Ok(font.clone());
        }
        let data = self.data(name).ok_or(NotDrawn::Font)?;
        let axis = [(Tag::new(b"wght"), weight.axis())];
        let font = Font::new_variable(data.into(), 0, &axis).ok_or(NotDrawn::Font)?;
        self.ready.borrow_mut().insert((name, weight), font.clone());
        Ok(font)
    }

    fn has(&self, name: &'static str, letter: char) -> bool {
        self.data(name).is_some_and(|data| {
            ttf_parser::Face::parse(&data, 0).is_ok_and(|face| face.glyph_index(letter).is_some())
        })
    }

    /// Parts a text by the fonts that have its letters. What belongs to no script stays with the letters before it.
    pub fn items(&self, text: &str) -> Result<Vec<Item>, NotDrawn> {
        let mut items: Vec<Item> = Vec::new();
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            if let Some(last) = items.last_mut()
                && (is_silent(letter)
                    || self.has(last.font, letter) && !letter.is_alphabetic()
                    || files(letter).contains(&last.font) && self.has(last.font, letter))
            {
                last.range.end = end;
                continue;
            }
            let silent = is_silent(letter).then_some(LATIN[0]);
            let known = files(letter).iter().chain(LATIN);
            let font = silent
                .or_else(|| known.copied().find(|name| self.has(name, letter)))
                .ok_or(NotDrawn::Letter(letter))?;
            match items.last_mut() {
                Some(last) if last.font == font => last.range.end = end,
                _ => items.push(Item {
                    font,
                    range: at..end,
                }),
            }
        }
        Ok(items)
    }

    /// The glyphs of a text that one font has all letters of, from left to right, and how wide they are at size 1.
    pub fn shape(
        &self,
        name: &'static str,
        weight: Weight,
        text: &str,
        is_rtl: bool,
    ) -> Result<(Vec<KrillaGlyph>, f32), NotDrawn> {
        let data = self.data(name).ok_or(NotDrawn::Font)?;
        let mut face = Face::from_slice(&data, 0).ok_or(NotDrawn::Font)?;
        face.set_variation(ttf_parser::Tag::from_bytes(b"wght"), weight.axis());
        let em = face.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(match is_rtl {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        });
        let shaped = rustybuzz::shape(&face, &[], buffer);
        // A cluster of letters ends where the next one in the text begins.
        let mut starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let end_of = |start: usize| {
            let next = starts.partition_point(|other| *other <= start);
            starts.get(next).copied().unwrap_or(text.len())
        };
        let mut wide = 0.0;
        let glyphs = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, place)| {
                let unit = |value: i32| value as f32 / em;
                wide += unit(place.x_advance);
                let start = info.cluster as usize;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    unit(place.x_advance),
                    unit(place.x_offset),
                    unit(place.y_offset),
                    unit(place.y_advance),
                    start..end_of(start),
                    None,
                )
            })
            .collect();
        Ok((glyphs, wide))
    }
}

/// The fonts that may have a letter.
fn files(letter: char) -> &'static [&'static str] {
    let behind = BLOCKS.partition_point(|(first, _)| *first <= u32::from(letter));
    BLOCKS
        .get(behind.saturating_sub(1))
        .map_or(LATIN, |(_, fonts)| fonts)
}

/// Letters without a shape of their own, which join and part others.
const fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}')
}
