//! What a paper is made of, before anything has a place.

use super::fonts::Weight;

/// A paper.
pub struct Paper {
    /// What the file is called in the window of a reader.
    pub title: String,
    /// The language of most of it (BCP 47).
    pub lang: String,
    /// The day of it: year, month, day.
    pub day: (u16, u8, u8),
    /// What stands on it, from top to bottom.
    pub parts: Vec<Part>,
}

/// A part of a paper.
pub enum Part {
    /// A text over the whole width.
    Block(Block),
    /// Columns beside each other; what is first stands where its reader begins.
    Columns(Vec<Vec<Block>>, bool),
    /// A picture of squares: how many in a row, which of them are dark, and what it says.
    Squares(usize, Vec<bool>, String),
}

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The heading of the whole.
    Title,
    /// What is read.
    Text,
    /// Of less weight, such as the name of a number.
    Label,
}

/// Where its lines stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// In the middle.
    Middle,
    /// Where a reader of this direction begins.
    Start(bool),
}

/// A text.
#[derive(Clone)]
pub struct Block {
    /// What it says.
    pub text: String,
    /// Its language (BCP 47), where that is known.
    pub lang: Option<String>,
    /// Its direction; that of its first letter, where nothing is said.
    pub is_rtl: Option<bool>,
    /// What it is.
    pub kind: Kind,
    /// The size of its letters, in points.
    pub size: f32,
    /// How heavy they are.
    pub weight: Weight,
    /// Where its lines stand.
    pub align: Align,
    /// The space above it, in points.
    pub above: f32,
}
