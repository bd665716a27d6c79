//! Words that a renewal has of its own, where the same page serves every kind of case.

use crate::values::CaseKind;

/// What it says in its own words: `registration-…` is then `renewal-…`.
const OWN: &[&str] = &[
    "form-title",
    "form-lead",
    "tasks-done",
    "tasks-needed",
    "discard",
    "continue",
    "answers-lead",
    "answers-unchanged",
    "answers-declaration",
    "submit",
    "receipt-title",
    "receipt-next-review",
    "case-title",
    "case-withdraw",
    "withdrawal-lead",
    "withdrawal-of-draft",
    "now-draft",
    "now-submitted",
    "now-in-review",
    "now-accepted",
    "now-accepted-with-conditions",
    "now-refused",
    "now-refused-for-good",
    "now-withdrawn",
];

/// The key of a sentence, `registration-…`, as this kind of case says it.
pub fn key_of(kind: CaseKind, key: &str) -> String {
    let rest = key.trim_start_matches("registration-");
    match kind == CaseKind::Renewal && OWN.contains(&rest) {
        true => format!("renewal-{rest}"),
        false => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewal_says_some_things_in_its_own_words_and_the_rest_as_all_do() {
        let key = "registration-submit";
        assert_eq!(key_of(CaseKind::Renewal, key), "renewal-submit");
        assert_eq!(key_of(CaseKind::Registration, key), key);
        let shared = "registration-conversation";
        assert_eq!(key_of(CaseKind::Renewal, shared), shared);
    }

    #[test]
    fn every_sentence_of_its_own_is_there() {
        let there = include_str!("../../../locales/en/renewals.ftl");
        for own in OWN {
            assert!(there.contains(&format!("\nrenewal-{own} = ")), "{own}");
        }
    }
}
