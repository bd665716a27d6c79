//! Languages of names and texts: BCP 47 tags in canonical form (UTS #35).

use std::borrow::Cow;
use std::collections::HashMap;
use std::str::FromStr;
use std::sync::LazyLock;

use icu::locale::{
    Direction as IcuDirection, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander,
};

use super::{
    Lang, Problem,
    column::{Written, holds_text, text_columns},
    display,
};
use crate::names::fold;

/// A language tag: language, and script, country and variants where they matter. Without extensions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

/// The direction in which lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As HTML writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl LanguageTag {
    /// The languages that a picker offers, by tag: large ones, and those of peoples with a diaspora.
    pub const COMMON: &'static [&'static str] = &[
        "ab", "ady", "af", "ak", "am", "ar", "arc", "as", "av", "az", "ba", "be", "bg", "bm", "bn",
        "bo", "bs", "ca", "ce", "ceb", "ckb", "crh", "cs", "cy", "da", "de", "dv", "el", "en",
        "eo", "es", "et", "eu", "fa", "ff", "fi", "fil", "fr", "fy", "ga", "gag", "gd", "gl", "gn",
        "gu", "ha", "haw", "he", "hi", "hr", "ht", "hu", "hy", "hyw", "id", "ig", "inh", "is",
        "it", "ja", "jv", "ka", "kbd", "kk", "km", "kn", "ko", "krc", "ku", "kv", "ky", "lad",
        "lb", "lez", "ln", "lo", "lt", "lv", "mg", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my",
        "nb", "ne", "nl", "nn", "no", "ny", "oc", "om", "or", "os", "pa", "pl", "ps", "pt", "qu",
        "rn", "ro", "rom", "ru", "rw", "sa", "sd", "se", "si", "sk", "sl", "sm", "sn", "so", "sq",
        "sr", "st", "su", "sv", "sw", "syr", "ta", "te", "tg", "th", "ti", "tk", "tn", "tr", "tt",
        "ug", "uk", "ur", "uz", "vi", "wo", "xh", "xmf", "yi", "yo", "yue", "za", "zh", "zu",
    ];

    /// Reads a tag in any case, with `-` or `_`, and brings it into canonical form (`iw` is `he`).
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if text.len() > 35 {
            return Err(Problem::UnknownLanguage);
        }
        let mut locale =
            Locale::from_str(&text.replace('_', "-")).map_err(|_| Problem::UnknownLanguage)?;
        if !locale.extensions.is_empty() {
            return Err(Problem::UnknownLanguage);
        }
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        if !is_known(&locale) {
            return Err(Problem::UnknownLanguage);
        }
        Ok(Self(locale.to_string()))
    }

    /// The language that people call so in any language of the interface, or by its tag.
    pub fn from_name(name: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, LanguageTag>> = LazyLock::new(|| {
            let mut names = HashMap::new();
            for tag in LanguageTag::common() {
                for lang in Lang::ALL {
                    names
                        .entry(fold(&tag.name(*lang)))
                        .or_insert_with(|| tag.clone());
                }
            }
            names
        });
        NAMES
            .get(&fold(name))
            .cloned()
            .or_else(|| Self::parse(name).ok())
    }

    /// The languages of [`Self::COMMON`], in its order.
    pub fn common() -> impl Iterator<Item = Self> {
        Self::COMMON.iter().map(|tag| Self((*tag).to_owned()))
    }

    /// The common languages with their names, in the order that readers of a language look for them.
    pub fn sorted(lang: Lang) -> &'static [(Self, String)] {
        static SORTED: LazyLock<HashMap<Lang, Vec<(LanguageTag, String)>>> = LazyLock::new(|| {
            let sort = |lang| {
                let mut all: Vec<_> = LanguageTag::common()
                    .map(|tag| {
                        let name = tag.name(lang);
                        (tag, name)
                    })
                    .collect();
                display::sort_by_name(lang, &mut all, |(_, name)| name);
                all
            };
            Lang::ALL.iter().map(|lang| (*lang, sort(*lang))).collect()
        });
        SORTED.get(&lang).map_or(&[], Vec::as_slice)
    }

    /// What CLDR calls it in a language of the interface; its tag where CLDR has no name.
    pub fn name(&self, lang: Lang) -> String {
        self.locale()
            .map_or_else(|| self.0.clone(), |locale| display::language(lang, &locale))
    }

    /// The ISO 15924 code of its script, said or likely.
    pub fn script(&self) -> Option<String> {
        let locale = self.locale()?;
        locale
            .id
            .script
            .or_else(|| LocaleExpander::new_extended().get_likely_script(&locale.id))
            .map(|script| script.to_string())
    }

    /// The direction of its script.
    pub fn direction(&self) -> Direction {
        let direction = self
            .locale()
            .and_then(|locale| LocaleDirectionality::new_extended().get(&locale.id));
        match direction {
            Some(IcuDirection::RightToLeft) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    fn locale(&self) -> Option<Locale> {
        Locale::from_str(&self.0).ok()
    }
}

/// Two-letter codes (ISO 639-1) are a closed list that CLDR names in full; of the seven thousand
/// three-letter ones it names few, so those are taken at their word.
fn is_known(locale: &Locale) -> bool {
    let language = locale.id.language;
    let code = language.to_string();
    match code.as_str() {
        "und" | "mul" | "mis" | "zxx" => false,
        code if code.len() == 2 => display::language(Lang::En, &Locale::from(language)) != code,
        code => code.len() == 3,
    }
}

impl FromStr for LanguageTag {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl From<Lang> for LanguageTag {
    fn from(lang: Lang) -> Self {
        Self(lang.code().to_owned())
    }
}

impl Written for LanguageTag {
    fn written(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

holds_text!(LanguageTag);
text_columns!(LanguageTag);

#[cfg(test)]
#[path = "language_test.rs"]
mod tests;
