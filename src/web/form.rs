//! Forms that remember: all mistakes at once, each at its field, and everything typed still there.

use std::borrow::Cow;

use super::Fields;
use crate::ids::OnceKey;
use crate::values::{Arg, Lang, LanguageTag, Problem};

/// Something that is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The name of the field, which is the id of its input.
    pub field: String,
    /// The key of the sentence.
    pub key: Cow<'static, str>,
    /// What the sentence mentions.
    pub args: Vec<(&'static str, Arg)>,
}

/// Everything that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(Vec<Mistake>);

/// Reads typed values out of fields; every mistake is noted, and none stops the others from being found.
pub struct Reader<'a> {
    fields: &'a Fields,
    mistakes: Mistakes,
}

/// A form as a page shows it: what was typed, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Sheet {
    fields: Fields,
    mistakes: Mistakes,
    key: OnceKey,
}

/// The field in which a form that creates something carries its key.
pub const KEY: &str = "idempotency_key";

impl Mistakes {
    /// One mistake.
    pub fn one(field: impl Into<String>, key: &'static str) -> Self {
        let mut mistakes = Self::default();
        mistakes.add(field, key);
        mistakes
    }

    /// Notes a mistake.
    pub fn add(&mut self, field: impl Into<String>, key: impl Into<Cow<'static, str>>) {
        self.0.push(Mistake {
            field: field.into(),
            key: key.into(),
            args: Vec::new(),
        });
    }

    /// Notes a mistake that mentions something.
    pub fn add_with(
        &mut self,
        field: impl Into<String>,
        key: &'static str,
        args: Vec<(&'static str, Arg)>,
    ) {
        self.0.push(Mistake {
            field: field.into(),
            key: key.into(),
            args,
        });
    }

    /// Notes why a value was refused.
    pub fn problem(&mut self, field: impl Into<String>, problem: Problem) {
        self.add_with(field, problem.key(), problem.args());
    }

    /// Notes that a file which came with a form that comes back has to be chosen again: no browser puts it back into its
    /// field. Where something else is wrong with it, that says enough.
    pub fn lost(&mut self, field: &str) {
        if self.iter().all(|mistake| mistake.field != field) {
            self.add(field, "ui-file-again");
        }
    }

    /// Adds others behind these.
    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Mistake> {
        self.0.iter()
    }
}

impl FromIterator<Mistake> for Mistakes {
    fn from_iter<I: IntoIterator<Item = Mistake>>(mistakes: I) -> Self {
        Self(mistakes.into_iter().collect())
    }
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub fn new(fields: &'a Fields) -> Self {
        Self {
            fields,
            mistakes: Mistakes::default(),
        }
    }

    /// The fields that are read.
    pub const fn fields(&self) -> &'a Fields {
        self.fields
    }

    /// A value that must be there.
    pub fn required<T>(
        &mut self,
        field: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        match parse(self.fields.get(field)) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.mistakes.problem(field, problem);
                None
            }
        }
    }

    /// A value that may be missing.
    pub fn optional<T>(
        &mut self,
        field: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        if self.fields.get(field).trim().is_empty() {
            return None;
        }
        self.required(field, parse)
    }

    /// Every value of a name that was sent more than once, such as checkboxes.
    pub fn many<T>(&mut self, field: &str, parse: impl Fn(&str) -> Result<T, Problem>) -> Vec<T> {
        let mut values = Vec::new();
        for text in self
            .fields
            .all(field)
            .filter(|text| !text.trim().is_empty())
        {
            match parse(text) {
                Ok(value) => values.push(value),
                Err(problem) => self.mistakes.problem(field, problem),
            }
        }
        values
    }

    /// Notes a mistake by the key of its sentence.
    pub fn mistake(&mut self, field: impl Into<String>, key: &'static str) {
        self.mistakes.add(field, key);
    }

    /// Notes why a value was refused.
    pub fn problem(&mut self, field: impl Into<String>, problem: Problem) {
        self.mistakes.problem(field, problem);
    }

    /// The end of reading: nothing was wrong, or all that was.
    pub fn done(self) -> Result<(), Mistakes> {
        if self.mistakes.is_empty() {
            Ok(())
        } else {
            Err(self.mistakes)
        }
    }
}

impl Sheet {
    /// A form that nobody has filled in.
    pub fn empty() -> Self {
        Self::of(Fields::default())
    }

    /// A form with what is known.
    pub fn of(fields: Fields) -> Self {
        Self::with(fields, Mistakes::default())
    }

    /// A form that came back, with what is wrong. It keeps its key: sent again, it is still the same act.
    ///
    /// HTML has no way to write most control characters: where somebody sent one, the page shows U+FFFD in its place,
    /// which is refused like them if it comes back.
    pub fn with(mut fields: Fields, mistakes: Mistakes) -> Self {
        let key = fields.get(KEY).parse().unwrap_or_else(|_| OnceKey::fresh());
        fields.remove(KEY);
        fields.make_showable();
        Self {
            fields,
            mistakes,
            key,
        }
    }

    /// The same form, the same act, with this wrong in it.
    pub fn but_with(self, mistakes: Mistakes) -> Self {
        Self { mistakes, ..self }
    }

    /// What was typed.
    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    /// Everything that was chosen.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.all(name).collect()
    }

    /// Whether this was chosen.
    pub fn has(&self, name: &str, value: impl AsRef<str>) -> bool {
        self.fields.has(name, value.as_ref())
    }

    /// The language that was chosen and is not offered; nothing, if it is, or none was chosen. Lists offer the common ones, and what
    /// is there stays.
    pub fn besides<A: AsRef<str>, B>(
        &self,
        name: &str,
        offered: impl AsRef<[(A, B)]>,
    ) -> Option<LanguageTag> {
        let chosen = self.get(name);
        let mut offered = offered.as_ref().iter();
        if chosen.is_empty() || offered.any(|(value, _)| value.as_ref() == chosen) {
            return None;
        }
        // What is neither a word of two or three letters (ISO 639) nor known to CLDR is of another list.
        let first = chosen.split('-').next().unwrap_or_default();
        let is_code = (2..=3).contains(&first.len());
        LanguageTag::parse(chosen)
            .ok()
            .filter(|tag| is_code || tag.name(Lang::En) != chosen)
    }

    /// How many of these fields say something.
    pub fn filled(&self, names: &[&str]) -> usize {
        names
            .iter()
            .filter(|name| !self.get(name).is_empty())
            .count()
    }

    /// What is wrong with a field.
    pub fn mistake(&self, name: &str) -> Option<&Mistake> {
        self.mistakes.iter().find(|mistake| mistake.field == name)
    }

    /// All that is wrong.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes.0
    }

    /// What makes sending it twice one act.
    pub const fn key(&self) -> OnceKey {
        self.key
    }

    /// The fields.
    pub const fn fields(&self) -> &Fields {
        &self.fields
    }
}
