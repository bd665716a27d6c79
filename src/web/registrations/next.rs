//! Who has a case next, and by when an answer can be expected.

use chrono::NaiveDate;

use crate::case::{Case, ServiceStandard, Stage};
use crate::say;
use crate::values::{Arg, Lang};

/// What comes next.
#[derive(Clone, Debug)]
pub struct Next {
    /// Who has it.
    pub who: String,
    /// By when an answer is expected, as a sentence; nothing, where the board owes none.
    pub when: Option<String>,
}

/// What comes next in a case that is not over. Whoever only reads for an organization is not asked to act.
pub fn next(
    lang: Lang,
    case: &Case,
    standard: ServiceStandard,
    today: NaiveDate,
    may_act: bool,
    may_appeal: bool,
) -> Option<Next> {
    if let (Stage::InReview { .. }, Some(day)) = (case.stage, case.sits_on) {
        let date = [("date", Arg::Text(say::day(lang, day)))];
        return Some(Next {
            who: say::with(lang, "registration-next-session", &date),
            when: None,
        });
    }
    let who = match case.stage {
        Stage::Draft | Stage::ChangesRequested { .. } | Stage::AcceptedWithConditions { .. }
            if !may_act =>
        {
            "registration-next-yours"
        }
        Stage::Draft | Stage::ChangesRequested { .. } | Stage::AcceptedWithConditions { .. } => {
            "registration-next-you"
        }
        Stage::Refused { .. } if may_appeal => "registration-next-you-or-nobody",
        Stage::AtPost { .. } => "registration-next-post",
        Stage::InReview { .. } if case.was_refused() => "registration-next-chair",
        Stage::Appealed { .. } => "registration-next-chair",
        Stage::InReview { held: Some(_) } => "registration-next-reader",
        Stage::Submitted { .. } | Stage::InReview { held: None } => "registration-next-board",
        Stage::Accepted { .. } | Stage::Refused { .. } | Stage::Withdrawn { .. } => return None,
    };
    Some(Next {
        who: say::t(lang, who),
        when: standard
            .answer_to(case)
            .map(|day| expected(lang, day, today)),
    })
}

/// The day of an answer; of one that is late, that it is.
pub fn expected(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let key = match day < today {
        true => "registration-expected-late",
        false => "registration-expected",
    };
    say::with(lang, key, &[("date", Arg::Text(say::day(lang, day)))])
}
