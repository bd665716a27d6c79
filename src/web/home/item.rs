//! One thing on somebody's own page: a sentence, and a link to what can be done about it.

use chrono::NaiveDate;

use crate::case::Mine;
use crate::say;
use crate::values::{Arg, Lang};

/// One thing.
#[derive(Clone, Debug)]
pub struct Item {
    /// What there is to know.
    pub sentence: String,
    /// Where something can be done about it.
    pub href: String,
    /// What can be done.
    pub act: String,
    /// What it is about, for those who hear the link alone; empty where the act says it.
    pub about: String,
    /// Whether its day has passed or is near.
    pub is_pressing: bool,
    /// The day that it is about: the nearest comes first, and what has none last.
    pub day: Option<NaiveDate>,
}

impl Item {
    /// An item with everything that its sentence mentions.
    pub fn new(
        lang: Lang,
        sentence: &str,
        args: &[(&'static str, Arg)],
        act: &str,
        href: String,
    ) -> Self {
        Self {
            sentence: say::with(lang, sentence, args),
            href,
            act: say::t(lang, act),
            about: String::new(),
            is_pressing: false,
            day: None,
        }
    }

    /// The same, about something with a name.
    #[must_use]
    pub fn about(self, about: String) -> Self {
        Self { about, ..self }
    }

    /// The same, with its day.
    #[must_use]
    pub fn on(self, day: NaiveDate, is_pressing: bool) -> Self {
        Self {
            day: Some(day),
            is_pressing,
            ..self
        }
    }
}

/// Puts the nearest day first.
pub fn by_day(items: &mut [Item]) {
    items.sort_by_key(|item| (item.day.is_none(), item.day));
}

/// What a case is called, in a sentence.
pub fn title(lang: Lang, title: &str) -> String {
    if title.is_empty() {
        say::t(lang, "registration-untitled")
    } else {
        title.to_owned()
    }
}

/// The same of a case in a list.
pub fn of(lang: Lang, case: &Mine) -> String {
    title(lang, &case.title)
}

/// An argument that is a day.
pub fn day(lang: Lang, day: NaiveDate) -> Arg {
    Arg::Text(say::day(lang, day))
}
