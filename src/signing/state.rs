//! What is asked, who has signed what the draft says now, and what is missing. Pure.

use chrono::{DateTime, Utc};

use super::{AnswerCode, Answered, Digest, Signatory};
use crate::ids::AccountId;
use crate::values::{CaseKind, SigningOffice};

/// Whether a case of this kind is signed at all, where the rules ask for it. `material`: it changes what the board looks
/// at before it counts.
pub const fn is_signed(kind: CaseKind, material: bool) -> bool {
    match kind {
        CaseKind::Registration => true,
        CaseKind::Amendment => material,
        CaseKind::Renewal | CaseKind::Claim | CaseKind::Initiative => false,
    }
}

/// What the rules ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// How many people besides whoever submits.
    pub people: usize,
    /// The offices that must be among them.
    pub offices: Vec<SigningOffice>,
}

/// How far one of those who sign is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Named, and not written to yet.
    Named,
    /// Written to; the link works until then.
    Waiting(DateTime<Utc>),
    /// Written to, and the time of the link ran out.
    Expired,
    /// Signed what the draft says now.
    Signed(DateTime<Utc>),
    /// Signed what it said before.
    Stale(DateTime<Utc>),
    /// Declined what it says now, in these words.
    Declined(String),
}

/// Where the signatures of a draft stand.
#[derive(Clone, Debug)]
pub struct Signing {
    /// What is asked.
    pub asked: Asked,
    /// What the draft says now.
    pub digest: Digest,
    /// Those who are named.
    pub signatories: Vec<Signatory>,
    /// When this was seen.
    pub now: DateTime<Utc>,
}

impl Signatory {
    /// The signature under what the draft says now, if there is one.
    pub fn signature(&self, digest: Digest) -> Option<&Answered> {
        let said = |it: &&Answered| it.digest == digest;
        let last = self.answers.iter().rev().find(said)?;
        (last.answer == AnswerCode::Signed).then_some(last)
    }

    /// How far they are.
    pub fn state(&self, digest: Digest, now: DateTime<Utc>) -> State {
        if let Some(signed) = self.signature(digest) {
            return State::Signed(signed.at);
        }
        let last = self.answers.last();
        match (self.waits, self.sent, last) {
            (true, Some((_, until)), _) if until > now => State::Waiting(until),
            (true, ..) => State::Expired,
            (false, _, Some(last)) if last.answer == AnswerCode::Signed => State::Stale(last.at),
            (false, _, Some(last)) => State::Declined(last.words.clone()),
            (false, _, None) => State::Named,
        }
    }
}

impl Signing {
    /// How far one of them is.
    pub fn state(&self, signatory: &Signatory) -> State {
        signatory.state(self.digest, self.now)
    }

    /// Those who signed what the draft says now. Whoever submits does not count.
    fn signed(&self, submitter: AccountId) -> impl Iterator<Item = &Signatory> {
        self.signatories
            .iter()
            .filter(move |it| it.account != Some(submitter))
            .filter(|it| it.signature(self.digest).is_some())
    }

    /// How many signed what the draft says now.
    pub fn count(&self, submitter: AccountId) -> usize {
        self.signed(submitter).count()
    }

    /// The offices that are asked for and in which nobody signed yet.
    pub fn missing_offices(&self, submitter: AccountId) -> Vec<SigningOffice> {
        let signed: Vec<SigningOffice> = self.signed(submitter).map(|it| it.office).collect();
        let mut missing = self.asked.offices.clone();
        missing.retain(|office| !signed.contains(office));
        missing
    }

    /// Whether it may be submitted by this person as far as signatures go.
    pub fn is_complete(&self, submitter: AccountId) -> bool {
        self.count(submitter) >= self.asked.people && self.missing_offices(submitter).is_empty()
    }

    /// Whether there is something to show: something is asked, or somebody was named.
    pub fn is_there(&self) -> bool {
        self.asked.people > 0 || !self.signatories.is_empty()
    }

    /// Whether somebody signed what is not so any more.
    pub fn has_stale(&self) -> bool {
        self.signatories.iter().any(|it| {
            let signed = it.answers.iter().any(|it| it.answer == AnswerCode::Signed);
            signed && it.signature(self.digest).is_none()
        })
    }

    /// Whether somebody is to be written to: not yet, or again.
    pub fn has_unasked(&self) -> bool {
        self.signatories.iter().any(|it| self.is_unasked(it))
    }

    /// Whether the one button writes to them: no link of theirs works, and they have not declined just this.
    pub(super) fn is_unasked(&self, signatory: &Signatory) -> bool {
        let declined_this = signatory
            .answers
            .last()
            .is_some_and(|it| it.answer == AnswerCode::Declined && it.digest == self.digest);
        match self.state(signatory) {
            State::Named | State::Expired | State::Stale(_) => true,
            State::Declined(_) => !declined_this,
            State::Waiting(_) | State::Signed(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::ids::{CaseId, SignatoryId, SignatureId};
    use crate::organization::sample::{full, line};
    use crate::values::{Email, Lang};

    fn digest(case: CaseId, city: &str) -> Digest {
        let mut said = full();
        said.city = Some(line(city));
        Digest::of(case, &said).unwrap()
    }

    fn signatory(office: SigningOffice) -> Signatory {
        Signatory {
            id: SignatoryId::fresh(),
            name: "Somebody".to_owned(),
            office,
            email: Email::parse("somebody@example.org").unwrap(),
            lang: Lang::En,
            account: None,
            sent: None,
            waits: false,
            answers: Vec::new(),
        }
    }

    fn answer(answer: AnswerCode, digest: Digest) -> Answered {
        Answered {
            id: SignatureId::fresh(),
            answer,
            digest,
            words: "Words".to_owned(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_signature_counts_for_what_was_signed_alone() {
        let case = CaseId::fresh();
        let (now, before) = (digest(case, "Bonn"), digest(case, "Köln"));
        let at = DateTime::UNIX_EPOCH;
        let mut who = signatory(SigningOffice::President);
        assert_eq!(who.state(now, at), State::Named);
        who.sent = Some((at, at + TimeDelta::days(1)));
        who.waits = true;
        assert!(matches!(who.state(now, at), State::Waiting(_)));
        assert_eq!(who.state(now, at + TimeDelta::days(2)), State::Expired);
        who.waits = false;
        who.answers.push(answer(AnswerCode::Signed, before));
        assert_eq!(who.state(now, at), State::Stale(at));
        assert_eq!(who.state(before, at), State::Signed(at));
        who.answers.push(answer(AnswerCode::Declined, now));
        assert!(matches!(who.state(now, at), State::Declined(_)));
        who.answers.push(answer(AnswerCode::Signed, now));
        assert_eq!(who.state(now, at), State::Signed(at));
    }

    #[test]
    fn people_and_offices_are_asked_for_and_whoever_submits_is_neither() {
        let case = CaseId::fresh();
        let digest = digest(case, "Bonn");
        let submitter = AccountId::fresh();
        let mut signing = Signing {
            asked: Asked {
                people: 2,
                offices: vec![SigningOffice::Treasurer],
            },
            digest,
            signatories: vec![
                signatory(SigningOffice::President),
                signatory(SigningOffice::Secretary),
                signatory(SigningOffice::Treasurer),
            ],
            now: DateTime::UNIX_EPOCH,
        };
        assert!(signing.has_unasked());
        for at in [0, 1] {
            signing.signatories[at].answers = vec![answer(AnswerCode::Signed, digest)];
        }
        assert_eq!(signing.count(submitter), 2);
        assert_eq!(
            signing.missing_offices(submitter),
            [SigningOffice::Treasurer]
        );
        assert!(!signing.is_complete(submitter));
        signing.signatories[2].answers = vec![answer(AnswerCode::Signed, digest)];
        assert!(signing.is_complete(submitter));
        signing.signatories[2].account = Some(submitter);
        assert!(!signing.is_complete(submitter));
    }

    #[test]
    fn a_kind_is_signed_by_one_rule() {
        for kind in CaseKind::ALL {
            let signed = matches!(kind, CaseKind::Registration | CaseKind::Amendment);
            assert_eq!(is_signed(*kind, true), signed, "{kind}");
        }
        assert!(!is_signed(CaseKind::Amendment, false), "a new telephone");
    }
}
