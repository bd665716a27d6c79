//! Papers as PDF: A4, tagged for screen readers (PDF/UA-1), the same bytes for the same paper.

mod file;
mod fonts;
mod layout;
mod lines;
mod parts;

pub use fonts::{Fonts, Weight};
pub use parts::{Align, Block, Kind, Paper, Part};

/// Why a paper cannot be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// None of our fonts has this letter.
    Letter(char),
    /// A font cannot be read.
    Font,
    /// The library refused the whole.
    File,
}
