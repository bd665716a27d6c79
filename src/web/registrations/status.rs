//! How far each section of a draft is: one pure function, for the task list, the sections and the tests alike.

use chrono::NaiveDate;

use super::fields::{is_touched, section_of};
use super::form::reading;
use crate::organization::Section;
use crate::values::codes;
use crate::web::{Fields, Mistake};

codes! {
    /// How far a section is.
    pub enum SectionState {
        NotStarted = "not-started",
        InProgress = "in-progress",
        /// Something in it cannot be read yet, such as half a number.
        Unreadable = "unreadable",
        Complete = "complete",
        /// Nothing is said, and nothing has to be.
        Optional = "optional",
    }
}

/// A section of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Which.
    pub section: Section,
    /// How far it is.
    pub state: SectionState,
    /// The first field that wants something.
    pub wants: Option<String>,
}

impl Status {
    /// Whether nothing more is wanted there.
    pub const fn is_done(&self) -> bool {
        matches!(self.state, SectionState::Complete | SectionState::Optional)
    }
}

/// How far every section is, in their order.
pub fn statuses(draft: &Fields, today: NaiveDate) -> Vec<Status> {
    let mistakes = reading(draft, today).mistakes;
    Section::ALL
        .iter()
        .map(|section| {
            let own: Vec<&Mistake> = mistakes
                .iter()
                .filter(|mistake| section_of(&mistake.field) == *section)
                .collect();
            status(draft, *section, &own)
        })
        .collect()
}

fn status(draft: &Fields, section: Section, mistakes: &[&Mistake]) -> Status {
    let state = match (is_touched(draft, section), mistakes) {
        (false, _) if section.is_optional() => SectionState::Optional,
        (false, _) => SectionState::NotStarted,
        (true, []) => SectionState::Complete,
        (true, some) if some.iter().all(|it| is_missing(it)) => SectionState::InProgress,
        (true, _) => SectionState::Unreadable,
    };
    let unread = mistakes.iter().find(|it| !is_missing(it));
    Status {
        section,
        state,
        wants: unread
            .or(mistakes.first())
            .map(|mistake| mistake.field.clone()),
    }
}

/// Whether something is not there, rather than wrong.
fn is_missing(mistake: &Mistake) -> bool {
    mistake.key == "problem-required" || mistake.key.starts_with("registration-needs-")
}

#[cfg(test)]
mod tests {
    use super::super::filled::fill;
    use super::*;
    use crate::organization::sample::full;

    fn of(draft: &Fields, section: Section) -> Status {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let all = statuses(draft, today);
        assert_eq!(all.len(), Section::ALL.len());
        all.into_iter().find(|it| it.section == section).unwrap()
    }

    #[test]
    fn an_empty_draft_is_not_started_and_owes_nothing_that_is_optional() {
        let draft = Fields::default();
        for section in Section::ALL {
            let status = of(&draft, *section);
            let expected = match section.is_optional() {
                true => SectionState::Optional,
                false => SectionState::NotStarted,
            };
            assert_eq!(status.state, expected, "{section}");
            assert_eq!(status.wants.is_some(), !section.is_optional(), "{section}");
        }
    }

    #[test]
    fn a_full_draft_is_complete() {
        let draft = fill(&full());
        assert!(
            Section::ALL
                .iter()
                .all(|section| of(&draft, *section).is_done())
        );
    }

    #[test]
    fn what_is_missing_and_what_cannot_be_read_are_told_apart() {
        let mut draft = fill(&full());
        draft.set("city", "");
        let place = of(&draft, Section::Place);
        assert_eq!(place.state, SectionState::InProgress);
        assert_eq!(place.wants.as_deref(), Some("city"));
        draft.set("founded", "about 1980?");
        let kind = of(&draft, Section::Kind);
        assert_eq!(kind.state, SectionState::Unreadable);
        assert_eq!(kind.wants.as_deref(), Some("founded"));
    }

    #[test]
    fn choices_that_come_filled_in_do_not_start_a_section() {
        let draft: Fields = [("names-0-role", "legal"), ("contacts-0-channel", "email")]
            .into_iter()
            .collect();
        assert_eq!(of(&draft, Section::Names).state, SectionState::NotStarted);
        assert_eq!(
            of(&draft, Section::Contacts).state,
            SectionState::NotStarted
        );
    }
}
