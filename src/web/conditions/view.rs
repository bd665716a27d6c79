//! A condition with all that was said about it, as both sides see it. To the applicant the board has no names.

use chrono::{DateTime, NaiveDate, Utc};

use crate::case::{Condition, ConditionMark, ConditionState};
use crate::ids::{AccountId, ConditionId};
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::urls;

/// A condition as pages show it.
pub struct Shown {
    /// Its id.
    pub id: ConditionId,
    /// Until when, as a sentence.
    pub title: String,
    /// What is to be done.
    pub words: Vec<String>,
    /// How far it is.
    pub state: ConditionState,
    /// What was said about it, the first first.
    pub said: Vec<Said>,
}

/// An answer, or what the board said of it.
pub struct Said {
    /// What it is.
    pub title: String,
    /// Who, where the reader may know.
    pub who: String,
    /// When.
    pub when: String,
    /// The same for machines.
    pub iso: String,
    /// In words.
    pub words: Vec<String>,
    /// The paper that shows it.
    pub paper: Option<String>,
}

impl Shown {
    /// The tone of its tag.
    pub const fn tone(&self) -> &'static str {
        match self.state {
            ConditionState::Open => "grey",
            ConditionState::Answered => "blue",
            ConditionState::Overdue => "red",
            ConditionState::NotMet => "amber",
            ConditionState::Met => "green",
        }
    }

    /// Whether something is still to be done about it.
    pub fn is_open(&self) -> bool {
        self.state != ConditionState::Met
    }
}

/// A condition for a page; `who` names people for readers who may know them.
pub fn shown(
    lang: Lang,
    today: NaiveDate,
    condition: &Condition,
    who: impl Fn(AccountId) -> String,
) -> Shown {
    let lines = |words: &Prose| words.paragraphs().map(str::to_owned).collect();
    let day = |day| say::day(lang, day);
    let mut said: Vec<(DateTime<Utc>, Said)> = Vec::new();
    for answer in &condition.answers {
        said.push((
            answer.at,
            Said {
                title: say::t(lang, "condition-answered"),
                who: who(answer.by),
                when: day(answer.at.date_naive()),
                iso: iso(answer.at),
                words: lines(&answer.words),
                paper: answer.document.map(urls::document),
            },
        ));
    }
    for marked in &condition.marks {
        said.push((
            marked.at,
            Said {
                title: match (marked.mark, marked.due) {
                    (ConditionMark::Extended, Some(due)) => {
                        say::t1(lang, "condition-extended-until", "date", day(due))
                    }
                    (mark, _) => say::t(lang, mark.key()),
                },
                who: who(marked.by),
                when: day(marked.at.date_naive()),
                iso: iso(marked.at),
                words: marked.reason.as_ref().map_or_else(Vec::new, lines),
                paper: None,
            },
        ));
    }
    said.sort_by_key(|(at, _)| *at);
    let state = condition.state(today);
    let key = match (state, condition.due < today) {
        (ConditionState::Met, _) | (_, true) => "registration-conditions-passed",
        _ => "registration-conditions",
    };
    Shown {
        id: condition.id,
        title: say::t1(lang, key, "date", day(condition.due)),
        words: lines(&condition.words),
        state,
        said: said.into_iter().map(|(_, said)| said).collect(),
    }
}

fn iso(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
