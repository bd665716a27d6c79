//! Where a value comes from in a foreign table, and what is done to the text on the way: one entry of a column map.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize as Derive;
use serde::de::{
    Deserialize, Deserializer, MapAccess, SeqAccess, Visitor,
    value::{MapAccessDeserializer, StrDeserializer},
};

use crate::values::{ContactChannel, ContactPurpose, NameRole};

/// One source of a field. The steps run in the order in which they are listed here.
#[derive(Clone, Debug, Default, Derive)]
#[serde(deny_unknown_fields, default)]
pub struct Source {
    /// The header of the column, or of several whose texts are put together.
    pub column: OneOrMany<String>,
    /// What stands between the texts of several columns; a comma and a blank if not said.
    pub join: Option<String>,
    /// The same text for every row, instead of a column.
    pub constant: Option<String>,
    /// What stands between the items of a list in one cell.
    pub split: Option<String>,
    /// Only a separator without a blank behind it counts, because items contain it too.
    pub tight: bool,
    /// The part of the text to take.
    pub take: Option<Take>,
    /// Characters to remove from both ends, besides blanks.
    pub trim: String,
    /// Texts that mean nothing.
    pub skip: Vec<String>,
    /// Beginnings and what to write for them; the first that fits counts.
    pub starts: Vec<(String, String)>,
    /// Texts and what to write for them; `""` drops one. Case and blanks make no difference.
    pub values: BTreeMap<String, String>,
    /// What to write for a text that is not in `values`; `""` drops it.
    pub otherwise: Option<String>,
    /// Refuse texts that are no name of a place: with digits, `@` or `//` in them.
    pub place: bool,
    /// How the register writes its numbers in full, by their count of digits.
    pub numbers: Vec<Number>,
    /// Forms that dates have here: `iso`, `day-month-year`, `month-day-year`, `written`, or a pattern such as `%Y%m%d`.
    pub dates: Vec<String>,
    /// The list code of identifiers (org-id.guide).
    pub scheme: Option<String>,
    /// The language of names and texts.
    pub language: Option<String>,
    /// What names are.
    pub role: Option<NameRole>,
    /// Items have their language, scheme or channel in front of a colon.
    pub tagged: bool,
    /// What the middle words of tagged names stand for, besides our own.
    pub roles: BTreeMap<String, NameRole>,
    /// The channel of contacts.
    pub channel: Option<ContactChannel>,
    /// What contacts are for; general if not said.
    pub purpose: Option<ContactPurpose>,
    /// What to write before a text about the organization.
    pub label: Option<String>,
    /// A row without this value is refused.
    pub required: bool,
    /// The cell is a list as Concord writes them.
    #[serde(skip)]
    pub listed: bool,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Derive)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    BeforeFirstComma,
    AfterFirstComma,
    BeforeLastComma,
    AfterLastComma,
}

impl Take {
    /// The part; what comes before a comma that is not there is the whole text, what comes after it nothing.
    pub fn of(self, text: &str) -> &str {
        let parts = match self {
            Self::BeforeFirstComma | Self::AfterFirstComma => text.split_once(','),
            Self::BeforeLastComma | Self::AfterLastComma => text.rsplit_once(','),
        };
        match (self, parts) {
            (Self::BeforeFirstComma | Self::BeforeLastComma, Some((before, _))) => before,
            (Self::BeforeFirstComma | Self::BeforeLastComma, None) => text,
            (_, Some((_, after))) => after,
            (_, None) => "",
        }
    }
}

/// How numbers of some length are written in full: filled with zeros to the longest, behind a prefix.
#[derive(Clone, Debug, Derive)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The fewest and the most digits.
    pub digits: (usize, usize),
    /// What stands before the digits.
    #[serde(default)]
    pub prefix: String,
}

impl Number {
    /// The number in full, if it is one of these.
    pub fn write(&self, text: &str) -> Option<String> {
        let (fewest, most) = self.digits;
        let fits =
            (fewest..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| format!("{}{text:0>most$}", self.prefix))
    }
}

/// A list for which a single entry may stand without brackets.
#[derive(Clone, Debug)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = OneOrMany<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a table in braces, or a list of such")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(StrDeserializer::new(text)).map(|one| OneOrMany(vec![one]))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| OneOrMany(vec![one]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element()? {
                    all.push(one);
                }
                Ok(OneOrMany(all))
            }
        }
        from.deserialize_any(Reader(PhantomData))
    }
}

/// A source for which the bare header may stand.
#[derive(Clone, Debug)]
pub struct Entry(pub Source);

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Entry;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the header of a column, or a table in braces")
            }
            fn visit_str<E: serde::de::Error>(self, header: &str) -> Result<Entry, E> {
                Ok(Entry(Source::of_column(header)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
                Source::deserialize(MapAccessDeserializer::new(map)).map(Entry)
            }
        }
        from.deserialize_any(Reader)
    }
}

impl Source {
    /// The texts of a column as they are.
    pub fn of_column(header: &str) -> Self {
        Self {
            column: OneOrMany(vec![header.to_owned()]),
            ..Self::default()
        }
    }

    /// The keys that are set here and mean something for some fields only.
    pub fn special_keys(&self) -> Vec<&'static str> {
        let set = [
            ("dates", !self.dates.is_empty()),
            ("numbers", !self.numbers.is_empty()),
            ("scheme", self.scheme.is_some()),
            ("language", self.language.is_some()),
            ("role", self.role.is_some()),
            ("tagged", self.tagged),
            ("roles", !self.roles.is_empty()),
            ("channel", self.channel.is_some()),
            ("purpose", self.purpose.is_some()),
            ("label", self.label.is_some()),
        ];
        set.into_iter()
            .filter_map(|(key, set)| set.then_some(key))
            .collect()
    }
}
