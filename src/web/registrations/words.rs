//! Words that a renewal has of its own, where the same page serves every kind of case.

use crate::say;
use crate::values::CaseKind;

/// The key of a sentence, `registration-…`, as this kind of case says it.
pub fn key_of(kind: CaseKind, key: &str) -> String {
    let rest = key.trim_start_matches("registration-");
    let own = format!("renewal-{rest}");
    match kind == CaseKind::Renewal && say::knows(&own) {
        true => own,
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
}
