//! How far each section of a draft is: one pure function, for the task list, the sections and the tests alike.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::fields::{is_touched, section_of};
use super::form::reading;
use super::renewed::changes;
use crate::Result;
use crate::case::policy::CanRead;
use crate::case::{self, Case, Saved};
use crate::organization::{Particulars, Section, sections_of};
use crate::values::{CaseKind, codes};
use crate::vault::Vault;
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
        /// Of a renewal: nobody has said yet whether it is still true.
        ToConfirm = "to-confirm",
        /// Of a renewal: it is as the registry has it.
        Confirmed = "confirmed",
        /// Of a renewal: it says something else than the registry.
        Changed = "changed",
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

impl SectionState {
    /// The tone of its tag.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::NotStarted | Self::ToConfirm => "grey",
            Self::InProgress | Self::Changed => "blue",
            Self::Unreadable => "amber",
            Self::Complete | Self::Confirmed => "green",
            Self::Optional => "quiet",
        }
    }
}

impl Status {
    /// Whether nothing more is wanted there.
    pub const fn is_done(&self) -> bool {
        matches!(
            self.state,
            SectionState::Complete
                | SectionState::Optional
                | SectionState::Confirmed
                | SectionState::Changed
        )
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

/// How far every section of a case is, in their order.
pub async fn of_case(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanRead,
    case: &Case,
    (draft, today): (&Fields, NaiveDate),
) -> Result<Vec<Status>> {
    let base = match case.kind {
        CaseKind::Renewal => case::base(conn, vault, granted).await?,
        _ => None,
    };
    Ok(match base {
        Some(base) => {
            let saved = case::saved_sections(conn, granted).await?;
            of_renewal(draft, &base, &saved, today)
        }
        None => statuses(draft, today),
    })
}

/// How far every section of a renewal is: what can be read is changed or confirmed, or nobody has said so yet.
fn of_renewal(
    draft: &Fields,
    base: &Particulars,
    saved: &BTreeMap<Section, Saved>,
    today: NaiveDate,
) -> Vec<Status> {
    let changed = sections_of(&changes(base, &reading(draft, today).said, today));
    let mut all = statuses(draft, today);
    for status in all.iter_mut().filter(|status| status.is_done()) {
        let is_confirmed = saved.get(&status.section).is_some_and(|it| it.confirmed);
        status.state = match (changed.contains(&status.section), is_confirmed) {
            (true, _) => SectionState::Changed,
            (false, true) => SectionState::Confirmed,
            (false, false) => SectionState::ToConfirm,
        };
    }
    all
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
    fn a_section_of_a_renewal_is_done_once_it_is_confirmed_or_changed_and_can_be_read() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let base = full();
        let mut draft = fill(&base);
        let confirmed = Saved {
            confirmed: true,
            ..Saved::default()
        };
        let saved = BTreeMap::from([(Section::Names, confirmed), (Section::Place, confirmed)]);
        let state = |draft: &Fields, section| {
            let all = of_renewal(draft, &base, &saved, today);
            let status = all.into_iter().find(|it| it.section == section).unwrap();
            (status.state, status.is_done())
        };
        assert_eq!(
            state(&draft, Section::Names),
            (SectionState::Confirmed, true)
        );
        assert_eq!(
            state(&draft, Section::Work),
            (SectionState::ToConfirm, false)
        );
        assert_eq!(
            state(&draft, Section::Ties),
            (SectionState::ToConfirm, false)
        );
        // What was confirmed and then changed says something else; what cannot be read is not done either way.
        draft.set("city", "Bonn");
        assert_eq!(state(&draft, Section::Place), (SectionState::Changed, true));
        draft.set("city", "");
        assert_eq!(
            state(&draft, Section::Place),
            (SectionState::InProgress, false)
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
