//! Scripts in which names are written, by ISO 15924 code.

use std::borrow::Cow;

use super::column::{Written, holds_text, text_columns};
use super::{Lang, Problem, display};

/// A script: `Armn`, `Arab`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Script(String);

/// Scripts that living communities write their names in; ISO 15924 has many more.
const SCRIPTS: [&str; 37] = [
    "Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani",
    "Hans", "Hant", "Hebr", "Jpan", "Khmr", "Knda", "Kore", "Laoo", "Latn", "Mlym", "Mong", "Mtei",
    "Mymr", "Nkoo", "Olck", "Orya", "Sinh", "Syrc", "Taml", "Telu", "Tfng", "Thaa", "Thai", "Tibt",
    "Cher",
];

impl Script {
    /// Reads a code in any case.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        SCRIPTS
            .iter()
            .find(|code| code.eq_ignore_ascii_case(text))
            .map(|code| Self((*code).to_owned()))
            .ok_or(Problem::UnknownCode)
    }

    /// What CLDR calls it in a language of the interface.
    pub fn name(&self, lang: Lang) -> String {
        display::script(lang, &self.0)
    }

    /// Every script with its name, as readers of a language expect them sorted.
    pub fn sorted(lang: Lang) -> Vec<(&'static str, String)> {
        let mut all: Vec<_> = SCRIPTS
            .iter()
            .map(|code| (*code, display::script(lang, code)))
            .collect();
        display::sort_by_name(lang, &mut all, |(_, name)| name);
        all
    }
}

impl Written for Script {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

holds_text!(Script);
text_columns!(Script);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_a_name_in_every_language() {
        let unnamed: Vec<String> = Lang::ALL
            .iter()
            .flat_map(|lang| {
                Script::sorted(*lang)
                    .into_iter()
                    .map(move |one| (lang, one))
            })
            .filter(|(lang, (code, name))| code == name && !(*code == "Thai" && **lang == Lang::En))
            .map(|(lang, (code, _))| format!("{lang} {code}"))
            .collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
        assert_eq!(Script::parse("armn").unwrap().name(Lang::En), "Armenian");
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert_eq!(Script::parse("Zzzz"), Err(Problem::UnknownCode));
        assert_eq!(Script::parse(" "), Err(Problem::Required));
    }
}
