//! What stands in the way of merging two entries, or of taking that back.

/// One thing that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is one and the same entry.
    Same,
    /// One of the two gave way to another already.
    GaveWay,
    /// One of the two was changed since the page was made.
    Changed,
    /// It was taken back already.
    Undone,
    /// What the merger changed was changed since.
    Moved,
}

impl Obstacle {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "people-obstacle-same",
            Self::GaveWay => "people-obstacle-gave-way",
            Self::Changed => "people-obstacle-changed",
            Self::Undone => "people-obstacle-undone",
            Self::Moved => "people-obstacle-moved",
        }
    }
}
