//! What the list cannot be: said at a field of the form, never a failure.

/// Why the list does not change so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Another area has the code, or had it.
    CodeTaken,
    /// The name gives no code of its own.
    NoCode,
    /// Another area has this name, in the language at this place of `Lang::ALL`.
    NameTaken(usize),
    /// What is beneath something can have nothing beneath it.
    ThirdLevel,
    /// What it shall be beneath is no area of the first level that is offered.
    NoParent,
    /// Something beneath it is still offered.
    HasChildren,
    /// What it is beneath is not offered.
    ParentRetired,
    /// It cannot become itself, or something that is retired or merged.
    NoTarget,
    /// What is beneath it would come onto a third level.
    TargetTooLow,
}

impl Refusal {
    /// The key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CodeTaken => "area-code-taken",
            Self::NoCode => "area-code-needed",
            Self::NameTaken(_) => "area-name-taken",
            Self::ThirdLevel => "area-third-level",
            Self::NoParent => "area-no-parent",
            Self::HasChildren => "area-has-children",
            Self::ParentRetired => "area-parent-retired",
            Self::NoTarget => "area-no-target",
            Self::TargetTooLow => "area-target-too-low",
        }
    }

    /// The field of the form at which it is said.
    pub const fn field(self) -> &'static str {
        match self {
            Self::CodeTaken | Self::NoCode => "code",
            Self::NameTaken(0) => "name_en",
            Self::NameTaken(1) => "name_ru",
            Self::NameTaken(_) => "name_ar",
            Self::ThirdLevel | Self::NoParent => "parent",
            Self::HasChildren | Self::ParentRetired => "state",
            Self::NoTarget | Self::TargetTooLow => "into",
        }
    }
}
