//! Words in the language of the paper and, where it has two, in the other.

use crate::document::Item;
use crate::say;
use crate::values::Lang;

/// The languages of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Languages {
    /// The one that it is read in.
    pub first: Lang,
    /// The one that stands below, if there is one.
    pub second: Option<Lang>,
}

/// The same in one or two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In the first.
    pub first: String,
    /// In the other, with that.
    pub second: Option<(Lang, String)>,
}

impl Languages {
    /// Words that each language has.
    pub fn say(self, said: impl Fn(Lang) -> String) -> Words {
        Words {
            first: said(self.first),
            second: self.second.map(|lang| (lang, said(lang))),
        }
    }

    /// A sentence.
    pub fn t(self, key: &str) -> Words {
        self.say(|lang| say::t(lang, key))
    }

    /// A sentence, if there is one.
    pub fn maybe(self, key: &str) -> Option<Words> {
        (!key.is_empty()).then(|| self.t(key))
    }

    /// What an item of a checklist is called, and what to look out for.
    pub fn item(self, item: &Item) -> (Words, Option<Words>) {
        let asks = &item.asks;
        let hint =
            (!asks.hint.en.is_empty()).then(|| self.say(|lang| asks.hint.of(lang).to_owned()));
        (self.say(|lang| asks.title.of(lang).to_owned()), hint)
    }
}
