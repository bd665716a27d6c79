//! Sentences in the reader's language, from the catalogues in `locales/`.

use std::borrow::{Borrow, Cow};
use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};

use crate::values::{Arg, Lang};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
    };
}

/// What sentences mention, by name.
type Args = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// A sentence.
pub fn t(lang: Lang, key: &str) -> String {
    say(lang, key, None)
}

/// A sentence that mentions something.
pub fn t1(
    lang: Lang,
    key: &str,
    name: &'static str,
    value: impl Into<FluentValue<'static>>,
) -> String {
    say(
        lang,
        key,
        Some(&HashMap::from([(Cow::Borrowed(name), value.into())])),
    )
}

/// A sentence that mentions several things.
pub fn with(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    let args = args
        .iter()
        .map(|(name, arg)| (Cow::Borrowed(*name), arg.clone().into()))
        .collect();
    say(lang, key, Some(&args))
}

/// A sentence without the marks that keep the direction of what it mentions: for `<option>`, subjects and files.
pub fn plain(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    with(lang, key, args).replace(['\u{2068}', '\u{2069}'], "")
}

/// A day in words: `24 November 2026`.
pub fn day(lang: Lang, day: NaiveDate) -> String {
    let month = t(lang, &format!("month-{}", day.month()));
    format!("{} {month} {}", day.day(), day.year())
}

/// A day and a time: `24 November 2026, 14:05 UTC`.
pub fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    let time = format!("{:02}:{:02} UTC", at.hour(), at.minute());
    list(lang, &[day(lang, at.date_naive()), time])
}

/// Things in one line, with the comma of the language between them.
pub fn list<S: Borrow<str>>(lang: Lang, all: &[S]) -> String {
    all.join(t(lang, "ui-comma").as_str())
}

/// Whether there is such a sentence.
pub fn knows(key: &str) -> bool {
    LOCALES.try_lookup(Lang::En.langid(), key).is_some()
}

/// A sentence that is missing is shown by its key; the tests let none be missing.
fn say(lang: Lang, key: &str, args: Option<&Args>) -> String {
    let said = match args {
        Some(args) => LOCALES.try_lookup_with_args(lang.langid(), key, args),
        None => LOCALES.try_lookup(lang.langid(), key),
    };
    debug_assert!(said.is_some(), "the catalogues have no {key}");
    said.unwrap_or_else(|| key.to_owned())
}
