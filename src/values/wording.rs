//! The same thing said in several languages, and which of them a reader is shown.

use serde::{Deserialize, Serialize};

use super::{Lang, LanguageTag, Line};

/// A short text and the language it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The language.
    pub language: LanguageTag,
    /// The words.
    pub text: Line,
}

/// What readers of a language of the interface are shown: what is said in theirs, else in English, else first.
pub fn for_reader<T>(
    all: &[T],
    lang: Lang,
    language: impl Fn(&T) -> Option<&LanguageTag>,
) -> Option<&T> {
    let said_in = |code: &str| {
        all.iter()
            .find(|it| language(it).is_some_and(|tag| is_of(tag, code)))
    };
    said_in(lang.code())
        .or_else(|| said_in(Lang::En.code()))
        .or(all.first())
}

/// Whether a tag is of a language: `en-GB` is of `en`, `enf` is not.
fn is_of(tag: &LanguageTag, code: &str) -> bool {
    tag.as_str()
        .strip_prefix(code)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

impl Wording {
    /// The wording that readers of a language are shown.
    pub fn for_reader(all: &[Self], lang: Lang) -> Option<&Self> {
        for_reader(all, lang, |it| Some(&it.language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Vec<Wording> {
        pairs
            .iter()
            .map(|(tag, text)| Wording {
                language: LanguageTag::parse(tag).unwrap(),
                text: Line::parse(text, 100).unwrap(),
            })
            .collect()
    }

    fn shown(all: &[Wording], lang: Lang) -> Option<&str> {
        Wording::for_reader(all, lang).map(|it| it.text.as_str())
    }

    #[test]
    fn a_reader_is_shown_their_own_language_else_english_else_the_first() {
        let all = said(&[("hyw", "Խորհուրդ"), ("en-GB", "Council"), ("ru", "Совет")]);
        assert_eq!(shown(&all, Lang::Ru), Some("Совет"));
        assert_eq!(shown(&all, Lang::En), Some("Council"));
        assert_eq!(shown(&all, Lang::Ar), Some("Council"));
        assert_eq!(shown(&all[..1], Lang::Ar), Some("Խորհուրդ"));
        assert_eq!(shown(&[], Lang::Ar), None);
    }

    #[test]
    fn a_tag_that_only_begins_alike_is_another_language() {
        let all = said(&[("hy", "Հայերեն"), ("arc", "ܐܪܡܝܐ")]);
        assert_eq!(shown(&all, Lang::Ar), Some("Հայերեն"));
    }
}
