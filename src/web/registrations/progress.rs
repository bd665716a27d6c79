//! How far a case has come, as a line of steps in plain words: what is done, what happens now, what is to come.

use chrono::{DateTime, NaiveDate, Utc};

use crate::case::{Case, Decision, Outcome, Stage, Submission};
use crate::history::{Act, Entry};
use crate::say;
use crate::values::Lang;

/// Where a step stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// It is behind.
    Done,
    /// It happens now.
    Now,
    /// It is to come.
    Ahead,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The key of its name.
    pub key: &'static str,
    /// Where it stands.
    pub at: At,
    /// The day on which it was done.
    pub day: Option<String>,
}

impl At {
    /// The word for classes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Ahead => "ahead",
        }
    }

    /// The key of what is said to those who do not see the line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "registration-step-is-done",
            Self::Now => "registration-step-is-now",
            Self::Ahead => "registration-step-is-ahead",
        }
    }
}

struct Line {
    lang: Lang,
    steps: Vec<Step>,
}

impl Line {
    fn step(&mut self, key: &'static str, at: At, day: Option<DateTime<Utc>>) {
        let day = day.map(|day| say::day(self.lang, NaiveDate::from(day.naive_utc())));
        self.steps.push(Step { key, at, day });
    }
}

/// The line of a case.
pub fn progress(
    lang: Lang,
    case: &Case,
    entries: &[Entry],
    submissions: &[Submission],
    decisions: &[Decision],
) -> Vec<Step> {
    let mut line = Line {
        lang,
        steps: Vec::new(),
    };
    let when = |act| {
        let entry = entries.iter().find(|entry| entry.act == act);
        entry.map(|entry| entry.at)
    };
    let Some(first) = submissions.first() else {
        not_sent(&mut line, case);
        return line.steps;
    };
    line.step("registration-step-sent", At::Done, Some(first.at));
    let passed = when(Act::CaseOpinionGiven).or(when(Act::CasePostPassed));
    match case.stage {
        Stage::AtPost { .. } => line.step("registration-step-post", At::Now, None),
        _ if passed.is_some() => line.step("registration-step-post", At::Done, passed),
        _ => {}
    }
    if let Stage::Withdrawn { at } = case.stage {
        line.step("registration-step-withdrawn", At::Now, Some(at));
        return line.steps;
    }
    if let Stage::Expired { at, .. } = case.stage {
        line.step("registration-step-expired", At::Now, Some(at));
        return line.steps;
    }
    let asked = decisions
        .iter()
        .rfind(|it| it.outcome == Outcome::ChangesRequested);
    let refused = decisions.iter().find(|it| it.outcome == Outcome::Refused);
    let read = match asked {
        Some(asked) => {
            line.step("registration-step-read", At::Done, Some(asked.at));
            let (changed, again) = match case.stage {
                Stage::ChangesRequested { .. } => (At::Now, None),
                _ => (At::Done, submissions.last()),
            };
            line.step("registration-step-changed", changed, again.map(|it| it.at));
            "registration-step-read-again"
        }
        None => "registration-step-read",
    };
    // What was refused was read; only an appeal is read once more.
    let is_read = decisions
        .iter()
        .any(|it| it.outcome != Outcome::ChangesRequested);
    line.step(read, reading(case.stage, is_read), None);
    match refused {
        Some(refused) => refusal(&mut line, case, refused, when(Act::CaseAppealed)),
        None => answer(&mut line, case.stage),
    }
    line.steps
}

/// What was never sent.
fn not_sent(line: &mut Line, case: &Case) {
    match case.stage {
        Stage::Withdrawn { at } => line.step("registration-step-withdrawn", At::Now, Some(at)),
        _ => {
            line.step("registration-step-fill", At::Now, None);
            line.step("registration-step-read", At::Ahead, None);
            line.step("registration-step-answer", At::Ahead, None);
        }
    }
}

const fn reading(stage: Stage, is_read: bool) -> At {
    match stage {
        _ if is_read => At::Done,
        Stage::Submitted { .. } | Stage::InReview { .. } => At::Now,
        _ => At::Ahead,
    }
}

fn answer(line: &mut Line, stage: Stage) {
    match stage {
        Stage::Accepted { at } => line.step("registration-step-accepted", At::Done, Some(at)),
        Stage::AcceptedWithConditions { at, .. } => {
            line.step("registration-step-accepted", At::Done, Some(at));
            line.step("registration-step-conditions", At::Now, None);
        }
        _ => line.step("registration-step-answer", At::Ahead, None),
    }
}

fn refusal(line: &mut Line, case: &Case, refused: &Decision, appealed: Option<DateTime<Utc>>) {
    line.step("registration-step-refused", At::Done, Some(refused.at));
    let Some(appealed) = appealed else {
        return;
    };
    line.step("registration-step-appealed", At::Done, Some(appealed));
    let chair = match case.stage {
        Stage::Appealed { .. } | Stage::InReview { .. } => At::Now,
        // The chair asked for changes: the line says so before.
        Stage::ChangesRequested { .. } | Stage::Submitted { .. } | Stage::AtPost { .. } => {
            At::Ahead
        }
        _ => At::Done,
    };
    line.step("registration-step-chair", chair, None);
    match case.stage {
        Stage::Refused { at, .. } => {
            line.step("registration-step-refused-again", At::Done, Some(at))
        }
        stage => answer(line, stage),
    }
}
