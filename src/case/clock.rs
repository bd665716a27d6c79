//! By when the board means to answer: a promise of the house, not a rule of the process. Pure.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::Case;
use super::row::StageCode;

/// How long the board gives itself for an answer, from the day on which it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceStandard(Days);

impl ServiceStandard {
    /// So many days.
    pub const fn days(days: u16) -> Self {
        Self(Days::new(days as u64))
    }

    /// The last day on which an answer is in time, of what was asked then.
    pub fn until(self, asked: DateTime<Utc>) -> NaiveDate {
        asked.date_naive() + self.0
    }

    /// What was asked before this day is late today.
    pub fn late_before(self, today: NaiveDate) -> NaiveDate {
        today - self.0
    }

    /// The day by which a case is to be answered that stands here; nothing, where the board owes no answer. A post that has
    /// the case for longer than that is waited for.
    pub fn expected(
        self,
        stage: StageCode,
        asked: Option<DateTime<Utc>>,
        due: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let until = self.until(asked?);
        match stage {
            StageCode::Submitted | StageCode::InReview | StageCode::Appealed => Some(until),
            StageCode::AtPost => Some(due.map_or(until, |due| until.max(due))),
            _ => None,
        }
    }

    /// The same of a case.
    pub fn answer_to(self, case: &Case) -> Option<NaiveDate> {
        self.expected(case.stage.code(), case.asked_at, case.stage.due())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_owed_only_while_the_board_or_its_post_has_the_case() {
        let asked: DateTime<Utc> = "2026-11-24T10:00:00Z".parse().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (standard, short) = (ServiceStandard::days(30), ServiceStandard::days(7));
        let post = Some(day("2026-12-08"));
        for stage in StageCode::ALL {
            let expected = standard.expected(*stage, Some(asked), None);
            let owed = matches!(
                stage,
                StageCode::Submitted
                    | StageCode::InReview
                    | StageCode::Appealed
                    | StageCode::AtPost
            );
            assert_eq!(expected, owed.then(|| day("2026-12-24")), "{stage}");
            assert_eq!(standard.expected(*stage, None, post), None);
        }
        let at_post =
            |standard: ServiceStandard| standard.expected(StageCode::AtPost, Some(asked), post);
        assert_eq!(at_post(standard), Some(day("2026-12-24")));
        assert_eq!(at_post(short), post, "nobody answers before the post");
        assert_eq!(standard.late_before(day("2026-12-24")), asked.date_naive());
    }
}
