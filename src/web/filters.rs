//! What templates do with values: say them in the reader's language. Templates import this module by `use crate::web::filters`.

use std::any::Any;
use std::fmt::Display;
use std::str::FromStr;

use askama::filters::Safe;
use askama::{Result, Values, get_value};
use chrono::{DateTime, NaiveDate, Utc};
use fluent_templates::fluent_bundle::FluentValue;

use super::{Mistake, say};
use crate::values::{
    CertificateNumber, Country, Lang, LanguageTag, RegistryNumber, TrackingNumber,
};

/// Under which name the reader's language is handed to templates.
const LANG: &str = "lang";

/// The reader's language, as templates are handed it.
pub struct Reading(pub Lang);

impl Values for Reading {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn Any> {
        (key == LANG).then_some(&self.0 as &dyn Any)
    }
}

fn lang(values: &dyn Values) -> Result<Lang> {
    get_value::<Lang>(values, LANG).copied()
}

/// `{{ "key"|t }}`: a sentence.
#[askama::filter_fn]
pub fn t(key: impl Display, values: &dyn Values) -> Result<String> {
    Ok(say::t(lang(values)?, &key.to_string()))
}

/// `{{ "key"|t1("count", n) }}`: a sentence that mentions something.
#[askama::filter_fn]
pub fn t1<V: Mention>(
    key: impl Display,
    values: &dyn Values,
    name: &'static str,
    value: V,
) -> Result<String> {
    Ok(say::t1(
        lang(values)?,
        &key.to_string(),
        name,
        value.mention(),
    ))
}

/// `{{ "key"|t2("a", x, "b", y) }}`: a sentence that mentions two things.
#[askama::filter_fn]
pub fn t2<A: Mention, B: Mention>(
    key: impl Display,
    values: &dyn Values,
    first: &'static str,
    one: A,
    second: &'static str,
    two: B,
) -> Result<String> {
    let args = [(first, one.arg()), (second, two.arg())];
    Ok(say::with(lang(values)?, &key.to_string(), &args))
}

/// `{{ mistake|problem }}`: why a field is refused.
#[askama::filter_fn]
pub fn problem(mistake: &Mistake, values: &dyn Values) -> Result<String> {
    Ok(say::with(lang(values)?, &mistake.key, &mistake.args))
}

/// `{{ code|country }}`: the name of a country.
#[askama::filter_fn]
pub fn country(country: &Country, values: &dyn Values) -> Result<&'static str> {
    Ok(country.name(lang(values)?))
}

/// `{{ tag|language }}`: the name of a language.
#[askama::filter_fn]
pub fn language(tag: &LanguageTag, values: &dyn Values) -> Result<String> {
    Ok(tag.name(lang(values)?))
}

/// `{{ at|moment }}`: a day and a time, in UTC.
#[askama::filter_fn]
pub fn moment(at: &DateTime<Utc>, values: &dyn Values) -> Result<String> {
    Ok(say::moment(lang(values)?, *at))
}

/// `{{ sentence|coded }}`: a sentence that mentions public numbers, each of which keeps whole and keeps its direction.
#[askama::filter_fn]
pub fn coded(text: impl Display, _: &dyn Values) -> Result<Safe<String>> {
    Ok(Safe(with_codes(&text.to_string())))
}

/// A text as HTML, its public numbers as `part::code` writes them.
fn with_codes(text: &str) -> String {
    let is_of_word = |char: char| char.is_ascii_alphanumeric() || char == '-';
    let mut html = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = is_of_word(first);
        let end = rest.find(|char| is_of_word(char) != is_word);
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        if is_word && is_public_number(part) {
            html += &format!(r#"<bdi class="app-code" dir="ltr">{part}</bdi>"#);
        } else {
            html += &escaped(part);
        }
        rest = after;
    }
    html
}

fn is_public_number(word: &str) -> bool {
    fn is<T: FromStr + Display>(word: &str) -> bool {
        word.parse::<T>()
            .is_ok_and(|number| number.to_string() == word)
    }
    is::<RegistryNumber>(word) || is::<TrackingNumber>(word) || is::<CertificateNumber>(word)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// `{{ at|day }}`: a day.
#[askama::filter_fn]
pub fn day(day: &dyn HasDay, values: &dyn Values) -> Result<String> {
    Ok(written(lang(values)?, day.on_day()))
}

/// A day in words: `24 November 2026`.
pub fn written(lang: Lang, day: NaiveDate) -> String {
    say::day(lang, day)
}

/// Something that happens on a day.
pub trait HasDay {
    /// The day, in UTC.
    fn on_day(&self) -> NaiveDate;
}

impl HasDay for NaiveDate {
    fn on_day(&self) -> NaiveDate {
        *self
    }
}

impl HasDay for DateTime<Utc> {
    fn on_day(&self) -> NaiveDate {
        self.date_naive()
    }
}

impl<T: HasDay + ?Sized> HasDay for &T {
    fn on_day(&self) -> NaiveDate {
        (**self).on_day()
    }
}

/// Something that a sentence can mention: a number agrees with its noun, a text stays as it is.
pub trait Mention {
    /// As Fluent takes it.
    fn mention(&self) -> FluentValue<'static>;

    /// As an argument of ours.
    fn arg(&self) -> crate::values::Arg {
        match self.mention() {
            FluentValue::Number(number) => crate::values::Arg::Number(number.value as i64),
            FluentValue::String(text) => crate::values::Arg::Text(text.into_owned()),
            _ => crate::values::Arg::Text(String::new()),
        }
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl Mention for $type {
            fn mention(&self) -> FluentValue<'static> {
                (*self as i64).into()
            }
        }
    )+};
}
numbers!(i16, i32, i64, u16, u32, u64, usize);

macro_rules! texts {
    ($($type:ty),+) => {$(
        impl Mention for $type {
            fn mention(&self) -> FluentValue<'static> {
                self.to_string().into()
            }
        }
    )+};
}
texts!(
    str,
    String,
    crate::values::Line,
    CertificateNumber,
    RegistryNumber,
    TrackingNumber,
    crate::values::Year
);

impl<T: Mention + ?Sized> Mention for &T {
    fn mention(&self) -> FluentValue<'static> {
        (**self).mention()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_sentence_are_whole_and_nothing_else_is_marked_up() {
        let number = RegistryNumber::from_sequence(226);
        let code = format!(r#"<bdi class="app-code" dir="ltr">{number}</bdi>"#);
        for (text, html) in [
            (
                format!("gave way to \u{2068}{number}\u{2069}."),
                format!("gave way to \u{2068}{code}\u{2069}."),
            ),
            (format!("({number})"), format!("({code})")),
            (
                "A <b> & \"C\" of CR-1-1, X-ray".to_owned(),
                "A &#60;b&#62; &#38; &#34;C&#34; of CR-1-1, X-ray".to_owned(),
            ),
            (format!("{number}-7"), format!("{number}-7")),
            (String::new(), String::new()),
        ] {
            assert_eq!(with_codes(&text), html);
        }
    }
}
