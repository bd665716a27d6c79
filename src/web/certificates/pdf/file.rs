//! The file that is made of a paper.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::NotDrawn;
use super::fonts::Fonts;
use super::layout::{HIGH, Layout, Placed, WIDE, What};
use super::parts::{Block, Kind, Paper};

impl Paper {
    /// The file: tagged for screen readers (PDF/UA-1), and the same bytes for the same paper.
    pub fn draw(&self, fonts: &Fonts) -> Result<Vec<u8>, NotDrawn> {
        let layout = Layout::of(&self.parts, fonts)?;
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|_| NotDrawn::File)?;
        let mut document = Document::new_with(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        });
        document.set_metadata(self.metadata());
        // What a thing is made of may stand on two sheets, and is one thing to whoever listens.
        let mut groups: Vec<Option<TagGroup>> = (0..layout.count).map(|_| None).collect();
        for sheet in &layout.sheets {
            let settings = PageSettings::from_wh(WIDE, HIGH).ok_or(NotDrawn::File)?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for placed in sheet {
                let id = placed.draw(&mut surface);
                if let Some(slot) = groups.get_mut(placed.of) {
                    slot.get_or_insert_with(|| placed.group()).push(id);
                }
            }
            surface.finish();
            page.finish();
        }
        let mut tree = TagTree::new().with_lang(Some(self.lang.clone()));
        for group in groups.into_iter().flatten() {
            tree.push(group);
        }
        document.set_tag_tree(tree);
        // PDF/UA-1 asks for an outline, of one sheet too.
        let mut outline = Outline::new();
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(self.title.clone(), top));
        document.set_outline(outline);
        document.finish().map_err(|_| NotDrawn::File)
    }

    fn metadata(&self) -> Metadata {
        let (year, month, day) = self.day;
        Metadata::new()
            .title(self.title.clone())
            .language(self.lang.clone())
            .creation_date(DateTime::new(year).month(month).day(day))
    }
}

impl Placed<'_> {
    /// Draws it, and says by what a tag names it.
    fn draw(&self, surface: &mut Surface<'_>) -> Identifier {
        match &self.what {
            What::Line(block, line) => {
                let ink = match block.kind {
                    Kind::Label => rgb::Color::new(80, 90, 95),
                    Kind::Title | Kind::Text => rgb::Color::new(11, 12, 12),
                };
                surface.set_fill(Some(Fill {
                    paint: ink.into(),
                    ..Fill::default()
                }));
                let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                let mut x = self.x;
                for run in &line.runs {
                    surface.draw_glyphs(
                        Point::from_xy(x, self.y),
                        &run.glyphs,
                        run.font.clone(),
                        &run.text,
                        block.size,
                        false,
                    );
                    x += run.wide * block.size;
                }
                surface.end_tagged();
                id
            }
            What::Squares(side, row, dark, _) => {
                surface.set_fill(Some(Fill::default()));
                let id = surface.start_tagged(ContentTag::Other);
                if let Some(path) = squares(self.x, self.y, *side, *row, dark) {
                    surface.draw_path(&path);
                }
                surface.end_tagged();
                id
            }
        }
    }

    /// What a screen reader is told that it is.
    fn group(&self) -> TagGroup {
        match &self.what {
            What::Line(block, _) => block.group(),
            What::Squares(.., says) => TagGroup::new(Tag::Figure(Some((*says).to_owned()))),
        }
    }
}

impl Block {
    fn group(&self) -> TagGroup {
        match self.kind {
            Kind::Title => {
                let tag = Tag::Hn(NonZeroU16::MIN, Some(self.text.clone()));
                TagGroup::new(tag.with_lang(self.lang.clone()))
            }
            Kind::Text | Kind::Label => TagGroup::new(Tag::P.with_lang(self.lang.clone())),
        }
    }
}

/// The dark squares as one shape, so that no hairline shows between two of them.
fn squares(x: f32, y: f32, side: f32, row: usize, dark: &[bool]) -> Option<Path> {
    let unit = side / row as f32;
    let mut path = PathBuilder::new();
    for (at, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let (column, line) = ((at % row) as f32, (at / row) as f32);
        let square = Rect::from_xywh(x + column * unit, y + line * unit, unit, unit)?;
        path.push_rect(square);
    }
    path.finish()
}
