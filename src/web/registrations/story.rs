//! What happened in a case, in plain words, as far as it concerns its applicant.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::actor::Actor;
use crate::case::{Case, Submission};
use crate::history::{Act, Entry};
use crate::organization::compare;
use crate::say;
use crate::values::Lang;
use crate::web::desk::signed_as;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What, as a sentence.
    pub title: String,
    /// Who: the reader, a colleague, the board. Nobody of the board is named.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The words that came with it.
    pub words: Option<String>,
    /// The fields that a further submission changed.
    pub changed: Vec<String>,
}

impl Happened {
    /// When, for machines.
    pub fn iso(&self) -> String {
        self.at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The story, the newest first.
pub fn story(
    lang: Lang,
    actor: &Actor,
    case: &Case,
    entries: &[Entry],
    submissions: &[Submission],
) -> Vec<Happened> {
    // Entries are the newest first: the last of their submissions is the first.
    let mut ordinal = entries
        .iter()
        .filter(|entry| entry.act == Act::CaseSubmitted)
        .count();
    let mut told = Vec::new();
    for entry in entries {
        let nth = ordinal;
        if entry.act == Act::CaseSubmitted {
            ordinal = ordinal.saturating_sub(1);
        }
        let Some(key) = key(entry.act, nth) else {
            continue;
        };
        told.push(Happened {
            title: say::t(lang, key),
            who: signed_as(lang, entry).unwrap_or_else(|| say::t(lang, who(actor, case, entry))),
            at: entry.at,
            words: entry
                .reason
                .clone()
                .filter(|_| is_said_to_the_applicant(entry.act)),
            changed: match entry.act {
                Act::CaseSubmitted => changed(lang, submissions, nth),
                _ => Vec::new(),
            },
        });
    }
    told
}

/// The sentence for an act. Messages stand in the conversation, and the rest is the board's own business.
const fn key(act: Act, nth_submission: usize) -> Option<&'static str> {
    match act {
        Act::CaseSubmitted if nth_submission > 1 => Some("registration-story-submitted-again"),
        Act::CaseStarted
        | Act::CaseStartedOverLike
        | Act::CaseStartedAgainstRules
        | Act::CaseTypedIn
        | Act::CaseTypedAlong
        | Act::CaseSectionTyped
        | Act::CasePaperCorrected
        | Act::RecordHandedOver
        | Act::CaseSubmitted
        | Act::CaseOpinionGiven
        | Act::CasePostPassed
        | Act::CaseChangesRequested
        | Act::CaseAccepted
        | Act::CaseAcceptedWithConditions
        | Act::CaseConditionAnswered
        | Act::CaseConditionMet
        | Act::CaseConditionNotMet
        | Act::CaseConditionExtended
        | Act::CaseConditionsMet
        | Act::CaseRefused
        | Act::CaseAppealed
        | Act::CaseReopened
        | Act::CaseWithdrawn
        | Act::CaseDueMoved
        | Act::CaseExpired
        | Act::CaseRevived
        | Act::SignatureGiven
        | Act::SignatureDeclined
        | Act::DocumentAdded => Some(act.key()),
        _ => None,
    }
}

/// Whether the words of an act are meant for the applicant: the board's answers, and what they wrote themselves.
const fn is_said_to_the_applicant(act: Act) -> bool {
    matches!(
        act,
        Act::CaseChangesRequested
            | Act::CaseAccepted
            | Act::CaseAcceptedWithConditions
            | Act::CaseConditionMet
            | Act::CaseConditionNotMet
            | Act::CaseConditionExtended
            | Act::CaseRefused
            | Act::CaseAppealed
            | Act::CaseWithdrawn
            | Act::CaseRevived
            | Act::SignatureDeclined
    )
}

fn who(actor: &Actor, case: &Case, entry: &Entry) -> &'static str {
    match entry.account {
        None => "registration-who-system",
        who if who == actor.account() => "registration-who-you",
        Some(account) if case.concerns(account) => "registration-who-colleague",
        Some(_) if entry.role == crate::values::Role::PostOfficer.code() => "registration-who-post",
        Some(_) => "registration-who-board",
    }
}

fn changed(lang: Lang, submissions: &[Submission], nth: usize) -> Vec<String> {
    let before = nth.checked_sub(2).and_then(|at| submissions.get(at));
    let after = nth.checked_sub(1).and_then(|at| submissions.get(at));
    before
        .zip(after)
        .map(|(before, after)| compare(&before.particulars, &after.particulars))
        .unwrap_or_default()
        .iter()
        .map(|change| say::t(lang, change.field.key()))
        .collect()
}
