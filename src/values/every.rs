//! Words that are written once for every language of the portal.

use serde::{Deserialize, Serialize};

use super::Lang;

/// The same words in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InEveryLanguage {
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
    /// Arabic.
    pub ar: String,
}

impl InEveryLanguage {
    /// In the language of the reader.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
            Lang::Ar => &self.ar,
        }
    }
}
