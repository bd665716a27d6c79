//! Who has a case next, and by when an answer can be expected.

use chrono::NaiveDate;

use crate::case::{Case, Stage, TurnOf};
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
    today: NaiveDate,
    (may_act, may_appeal, may_revive): (bool, bool, bool),
) -> Option<Next> {
    if let (Stage::InReview { .. }, Some(day)) = (case.stage, case.sits_on) {
        let date = [("date", Arg::Text(say::day(lang, day)))];
        return Some(Next {
            who: say::with(lang, "registration-next-session", &date),
            when: None,
        });
    }
    let who = match case.turn.map(|turn| turn.of) {
        Some(TurnOf::Applicant) if !may_act => "registration-next-yours",
        Some(TurnOf::Applicant) => "registration-next-you",
        Some(TurnOf::Post) => "registration-next-post",
        Some(TurnOf::Chair) => "registration-next-chair",
        // An appeal is read by a chair alone.
        Some(TurnOf::Holder) if case.was_refused() => "registration-next-chair",
        Some(TurnOf::Holder) => "registration-next-reader",
        Some(TurnOf::Board) => "registration-next-board",
        None => match case.stage {
            Stage::Refused { .. } if may_appeal => "registration-next-you-or-nobody",
            Stage::Expired { until, .. } if may_revive && today <= until => {
                "registration-next-you-revive"
            }
            _ => return None,
        },
    };
    Some(Next {
        who: say::t(lang, who),
        when: case.answer_expected().map(|day| expected(lang, day, today)),
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
