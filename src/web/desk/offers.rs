//! What a person may do with a case now, and why it was given to them.

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::case::{Case, NextWhy, Reach, policy};
use crate::history::{Act, Entry};
use crate::say;
use crate::values::Lang;

/// What this person may do now: exactly what the policy grants.
pub struct Offers {
    /// Take it.
    pub take: bool,
    /// Take it over from a colleague.
    pub take_over: bool,
    /// Let go of it.
    pub release: bool,
    /// Decide.
    pub decide: bool,
    /// Confirm what a colleague proposed.
    pub confirm: bool,
    /// Disagree with it.
    pub disagree: bool,
    /// Take back what they proposed themselves.
    pub take_back: bool,
    /// Put it on the agenda of a session.
    pub agenda: bool,
    /// Give the opinion of the post.
    pub opinion: bool,
    /// Bring back what silence ended.
    pub revive: bool,
    /// Write a note.
    pub note: bool,
    /// Write to the applicant.
    pub message: bool,
    /// Invite the organization's own people to take the record over.
    pub hand_over: bool,
    /// Print a letter to go with the paper form.
    pub letter: bool,
}

impl Offers {
    /// What the policy says.
    pub fn to(actor: &Actor, case: &Case, today: NaiveDate) -> Self {
        Self {
            take: policy::take(actor, case).is_ok(),
            take_over: policy::take_over(actor, case).is_ok(),
            release: policy::release(actor, case).is_ok(),
            decide: policy::decide(actor, case).is_ok(),
            confirm: policy::confirm(actor, case).is_ok(),
            disagree: policy::disagree(actor, case).is_ok(),
            take_back: policy::take_back(actor, case).is_ok(),
            agenda: policy::put_on_agenda(actor, case).is_ok(),
            opinion: policy::give_opinion(actor, case).is_ok(),
            revive: case.stage.due().is_some_and(|until| today <= until)
                && policy::revive(actor, case).is_ok(),
            note: policy::write(actor, case, Reach::Internal).is_ok(),
            message: policy::write(actor, case, Reach::Applicant).is_ok(),
            hand_over: policy::hand_over(actor, case).is_ok(),
            letter: case.awaits_hand_over() && policy::type_in_any(actor).is_ok(),
        }
    }

    /// Whether there is anything to do now.
    pub const fn any(&self) -> bool {
        self.take
            || self.take_over
            || self.release
            || self.decide
            || self.disagree
            || self.take_back
            || self.agenda
            || self.opinion
            || self.revive
    }
}

/// Why the case was given to whoever holds it now, if they pressed for the next one; for themselves alone.
pub fn why_given(lang: Lang, actor: &Actor, case: &Case, entries: &[Entry]) -> Option<String> {
    let held = case.stage.holding()?;
    let given = entries.iter().find(|entry| {
        matches!(entry.act, Act::CaseHeld | Act::CaseReopened)
            && entry.at == held.since
            && entry.account == actor.account()
    })?;
    let after = given.after.as_ref()?;
    let why = NextWhy::from_code(after["why"].as_str()?)?;
    Some(match (why, after["lane"].as_str()) {
        (NextWhy::Lane, Some(lane)) => say::t1(lang, "desk-next-in-lane", "lane", lane.to_owned()),
        _ => say::t(lang, why.key()),
    })
}
