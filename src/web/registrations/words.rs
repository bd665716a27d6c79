//! Words that a renewal or a change has of its own, where the same page serves every kind of case.

use crate::values::CaseKind;

/// What a renewal says in its own words: `registration-…` is then `renewal-…`.
const OF_RENEWALS: &[&str] = &[
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

/// What a change of what is registered says in its own words: `registration-…` is then `amendment-…`.
const OF_AMENDMENTS: &[&str] = &[
    "discard",
    "submit",
    "receipt-title",
    "receipt-next-review",
    "case-title",
    "case-withdraw",
    "withdrawal-lead",
    "withdrawal-of-draft",
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
    match kind {
        CaseKind::Renewal if OF_RENEWALS.contains(&rest) => format!("renewal-{rest}"),
        CaseKind::Amendment if OF_AMENDMENTS.contains(&rest) => format!("amendment-{rest}"),
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewal_and_a_change_say_some_things_in_their_own_words_and_the_rest_as_all_do() {
        let key = "registration-submit";
        assert_eq!(key_of(CaseKind::Renewal, key), "renewal-submit");
        assert_eq!(key_of(CaseKind::Amendment, key), "amendment-submit");
        assert_eq!(key_of(CaseKind::Registration, key), key);
        let shared = "registration-conversation";
        assert_eq!(key_of(CaseKind::Renewal, shared), shared);
    }

    #[test]
    fn every_sentence_of_their_own_is_there() {
        for (own, kind, there) in [
            (
                OF_RENEWALS,
                "renewal",
                include_str!("../../../locales/en/renewals.ftl"),
            ),
            (
                OF_AMENDMENTS,
                "amendment",
                include_str!("../../../locales/en/amendments.ftl"),
            ),
        ] {
            for own in own {
                assert!(there.contains(&format!("\n{kind}-{own} = ")), "{own}");
            }
        }
    }
}
