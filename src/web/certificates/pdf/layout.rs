//! Where everything stands on the sheets.

use super::NotDrawn;
use super::fonts::Fonts;
use super::lines::{Line, Style, lines};
use super::parts::{Align, Block, Part};

/// How wide a sheet of A4 is, in points.
pub const WIDE: f32 = 595.28;
/// How high it is.
pub const HIGH: f32 = 841.89;
/// What stays white at each edge.
const MARGIN: f32 = 51.0;
/// Between columns.
const GAP: f32 = 20.0;

/// The distance between lines, as a part of the size of letters.
const LEADING: f32 = 1.4;

/// Of a picture of squares: large enough for a telephone at arm's length.
const SIDE: f32 = 110.0;

/// A block set in lines.
struct Set<'a> {
    block: &'a Block,
    lines: Vec<Line>,
}

/// Something at its place.
pub struct Placed<'a> {
    /// Which of all things it is a part of, in the order of reading.
    pub of: usize,
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// What it is.
    pub what: What<'a>,
}

/// What has a place.
pub enum What<'a> {
    /// A line of a text.
    Line(&'a Block, Line),
    /// A picture of squares with this side: how many in a row, which are dark, and what it says.
    Squares(f32, usize, &'a [bool], &'a str),
}

/// Lays everything out, sheet by sheet.
pub struct Layout<'a> {
    fonts: &'a Fonts,
    /// What stands on each sheet.
    pub sheets: Vec<Vec<Placed<'a>>>,
    y: f32,
    /// How many things there are; each is one in the order of reading.
    pub count: usize,
}

impl<'a> Layout<'a> {
    /// Gives everything its place.
    pub fn of(parts: &'a [Part], fonts: &'a Fonts) -> Result<Self, NotDrawn> {
        let mut layout = Self {
            fonts,
            sheets: vec![Vec::new()],
            y: MARGIN,
            count: 0,
        };
        for part in parts {
            layout.part(part)?;
        }
        Ok(layout)
    }

    fn set(&self, block: &'a Block, wide: f32) -> Result<Set<'a>, NotDrawn> {
        let style = Style {
            size: block.size,
            weight: block.weight,
            is_rtl: block.is_rtl,
        };
        Ok(Set {
            block,
            lines: lines(self.fonts, &block.text, style, wide)?,
        })
    }

    /// Begins another sheet if so much has no room on this one.
    fn room(&mut self, high: f32) {
        let is_fresh = self.sheets.last().is_some_and(Vec::is_empty);
        if self.y + high > HIGH - MARGIN && !is_fresh {
            self.sheets.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn put(&mut self, placed: Placed<'a>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(placed);
        }
    }

    fn lines(&mut self, set: Set<'a>, left: f32, wide: f32) {
        let block = set.block;
        let of = self.count;
        self.count += 1;
        self.y += block.above;
        for line in set.lines {
            let high = block.size * LEADING;
            self.room(high);
            let own = line.wide * block.size;
            let x = match block.align {
                Align::Middle => left + (wide - own) / 2.0,
                Align::Start(true) => left + wide - own,
                Align::Start(false) => left,
            };
            let y = self.y + block.size * (LEADING + 0.7) / 2.0;
            self.put(Placed {
                of,
                x,
                y,
                what: What::Line(block, line),
            });
            self.y += high;
        }
    }

    fn part(&mut self, part: &'a Part) -> Result<(), NotDrawn> {
        let all = WIDE - 2.0 * MARGIN;
        match part {
            Part::Block(block) => {
                let set = self.set(block, all)?;
                self.lines(set, MARGIN, all);
            }
            Part::Columns(columns, is_rtl) => self.columns(columns, *is_rtl)?,
            Part::Squares(row, dark, says) => {
                let side = SIDE;
                self.y += SIDE / 8.0;
                self.room(side);
                let of = self.count;
                self.count += 1;
                let (x, y) = ((WIDE - side) / 2.0, self.y);
                self.put(Placed {
                    of,
                    x,
                    y,
                    what: What::Squares(side, *row, dark, says),
                });
                self.y += side;
            }
        }
        Ok(())
    }

    /// Sets columns beside each other, all on one sheet.
    fn columns(&mut self, columns: &'a [Vec<Block>], is_rtl: bool) -> Result<(), NotDrawn> {
        let all = WIDE - 2.0 * MARGIN;
        let many = columns.len().max(1) as f32;
        let wide = (all - GAP * (many - 1.0)) / many;
        let mut sets = Vec::new();
        for column in columns {
            let set: Result<Vec<_>, _> = column.iter().map(|it| self.set(it, wide)).collect();
            sets.push(set?);
        }
        let high = |sets: &Vec<Set<'_>>| -> f32 {
            let one =
                |set: &Set<'_>| set.block.above + set.lines.len() as f32 * set.block.size * LEADING;
            sets.iter().map(one).sum()
        };
        let most = sets.iter().map(high).fold(0.0, f32::max);
        self.room(most);
        let top = self.y;
        for (at, column) in sets.into_iter().enumerate() {
            let place = if is_rtl {
                many - 1.0 - at as f32
            } else {
                at as f32
            };
            self.y = top;
            for set in column {
                self.lines(set, MARGIN + place * (wide + GAP), wide);
            }
        }
        self.y = top + most;
        Ok(())
    }
}
