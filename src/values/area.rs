//! What organizations and initiatives work on: a code of the list that admins keep, and the list as it is now.
//!
//! A process serves one registry, so it has one list, as it has one list of countries; `db` reads it again as soon as it
//! has changed. docs/decisions/areas.md says why it is not handed from function to function.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use uuid::Uuid;

use super::code::same_code;
use super::column::{Written, text_columns};
use super::{InEveryLanguage, Lang, Problem};
use crate::names::fold;

/// The longest code.
const CODE_MAX: usize = 40;

/// An area, by its code: the bytes of it, then zeros. Records hold many, and copying one costs nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area([u8; CODE_MAX]);

/// An area of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its code.
    pub area: Area,
    /// What it belongs to; nothing on the first level.
    pub parent: Option<Area>,
    /// Whether it is not offered any more.
    pub is_retired: bool,
    /// What it is now, if it was merged into another.
    pub merged_into: Option<Area>,
    /// What it is called.
    pub names: InEveryLanguage,
    /// What it is called in languages that the portal does not speak; files may.
    pub other_names: Vec<String>,
}

/// The list, each area of the first level with those beneath it behind it.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    state: Uuid,
    terms: Vec<Term>,
    /// Where each stands.
    places: HashMap<Area, usize>,
    /// Folded names.
    names: HashMap<String, Area>,
}

/// Empty until the database is read; unit tests, which have none, begin with a list of their own.
static NOW: LazyLock<RwLock<Arc<Areas>>> = LazyLock::new(|| {
    #[cfg(test)]
    let first = tests::first_list();
    #[cfg(not(test))]
    let first = Areas::default();
    RwLock::new(Arc::new(first))
});

impl Area {
    /// A code as records hold it, whether the list has it or not; nothing, if it cannot be one.
    pub fn recorded(code: &str) -> Option<Self> {
        let parts_are_words = code.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if code.len() > CODE_MAX || !parts_are_words || !code.starts_with(|c: char| !c.is_numeric())
        {
            return None;
        }
        let mut bytes = [0; CODE_MAX];
        bytes[..code.len()].copy_from_slice(code.as_bytes());
        Some(Self(bytes))
    }

    /// The area with exactly this code; an old code leads to what became of it.
    pub fn from_code(code: &str) -> Option<Self> {
        Areas::now().find(code)
    }

    /// Reads an area as people type it: by its code in any case, blanks, `-` and `_` alike, or by its name in any
    /// language. Retired ones are understood, since records have them.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        Areas::now().parse(text)
    }

    /// The word that stands for it in the database, in JSON and in addresses.
    pub fn code(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0);
        let bytes = self.0.get(..end.unwrap_or(CODE_MAX)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Everything that a search for it finds: see [`Areas::under`].
    pub fn under(self) -> Vec<Self> {
        Areas::now().under(self)
    }

    /// What it is called.
    pub fn name(&self, lang: Lang) -> String {
        Areas::now().name(*self, lang)
    }
}

impl Areas {
    /// The list as this process knows it.
    pub fn now() -> Arc<Self> {
        NOW.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Knows this list from now on.
    pub(crate) fn learn(self) {
        *NOW.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(self);
    }

    /// From its terms, those of one level in their order; `state` tells one list from another.
    pub fn new(state: Uuid, terms: Vec<Term>) -> Self {
        let mut sorted: Vec<Term> = Vec::with_capacity(terms.len());
        let tops = terms.iter().filter(|term| term.level() == 1);
        for top in tops {
            sorted.push(top.clone());
            let own = terms.iter().filter(|term| term.parent == Some(top.area));
            sorted.extend(own.cloned());
        }
        sorted.extend(terms.into_iter().filter(|term| term.merged_into.is_some()));
        let places = sorted
            .iter()
            .enumerate()
            .map(|(at, term)| (term.area, at))
            .collect();
        let mut names = HashMap::new();
        // What was merged stands last, so a name that was given anew means what it means now.
        for term in &sorted {
            let spoken = Lang::ALL.iter().map(|lang| term.names.of(*lang));
            for name in spoken.chain(term.other_names.iter().map(String::as_str)) {
                let folded = fold(name);
                if !folded.is_empty() {
                    let now = term.merged_into.unwrap_or(term.area);
                    names.entry(folded).or_insert(now);
                }
            }
        }
        Self {
            state,
            terms: sorted,
            places,
            names,
        }
    }

    /// What tells this list from another.
    pub const fn state(&self) -> Uuid {
        self.state
    }

    /// Every area, each of the first level with those beneath it behind it; what was merged comes last.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// An area of the list.
    pub fn term(&self, area: Area) -> Option<&Term> {
        self.places.get(&area).and_then(|at| self.terms.get(*at))
    }

    /// The area with exactly this code, or what became of it.
    pub fn find(&self, code: &str) -> Option<Area> {
        Area::recorded(code)
            .filter(|area| self.places.contains_key(area))
            .map(|area| self.now_of(area))
    }

    /// Reads what people type: a code, or a name in any language.
    pub fn parse(&self, text: &str) -> Result<Area, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if let Some(area) = self.find(text) {
            return Ok(area);
        }
        self.terms
            .iter()
            .find(|term| same_code(term.area.code(), text))
            .map(|term| self.now_of(term.area))
            .or_else(|| self.names.get(&fold(text)).copied())
            .ok_or(Problem::UnknownCode)
    }

    /// What became of an area; itself, if nothing did.
    pub fn now_of(&self, area: Area) -> Area {
        self.term(area)
            .and_then(|term| term.merged_into)
            .unwrap_or(area)
    }

    /// What it belongs to on the first level, itself if it stands there.
    pub fn top_of(&self, area: Area) -> Area {
        let now = self.now_of(area);
        self.term(now).and_then(|term| term.parent).unwrap_or(now)
    }

    /// The areas beneath one.
    pub fn children(&self, area: Area) -> impl Iterator<Item = &Term> {
        self.terms
            .iter()
            .filter(move |term| term.parent == Some(area))
    }

    /// Everything that a search for an area finds: itself, what is beneath it, and what was merged into any of these.
    pub fn under(&self, area: Area) -> Vec<Area> {
        let now = self.now_of(area);
        self.terms
            .iter()
            .filter(|term| {
                let current = self.now_of(term.area);
                current == now || self.term(current).and_then(|it| it.parent) == Some(now)
            })
            .map(|term| term.area)
            .collect()
    }

    /// What an area is called. One that was merged keeps its name for the papers that name it.
    pub fn name(&self, area: Area, lang: Lang) -> String {
        match self.term(area) {
            Some(term) => term.names.of(lang).to_owned(),
            None => area.code().to_owned(),
        }
    }

    /// What has this name in a language: nothing merged, and only a name that reads as this one does.
    pub fn named(&self, name: &str) -> Option<Area> {
        let folded = fold(name);
        self.terms
            .iter()
            .filter(|term| term.merged_into.is_none())
            .find(|term| {
                let spoken = Lang::ALL.iter().map(|lang| term.names.of(*lang));
                spoken.map(fold).any(|known| known == folded)
            })
            .map(|term| term.area)
    }

    /// Those that are offered, each of the first level with those beneath it.
    pub fn offered(&self) -> Vec<(&Term, Vec<&Term>)> {
        self.terms
            .iter()
            .filter(|term| term.level() == 1 && !term.is_retired)
            .map(|top| {
                let own = self.children(top.area).filter(|term| !term.is_retired);
                (top, own.collect())
            })
            .collect()
    }
}

impl Term {
    /// On which of two levels it stands; on none, if it was merged.
    pub const fn level(&self) -> u8 {
        match (self.merged_into, self.parent) {
            (Some(_), _) => 0,
            (None, None) => 1,
            (None, Some(_)) => 2,
        }
    }
}

impl FromStr for Area {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Area({})", self.code())
    }
}

impl Written for Area {
    fn written(&self) -> Cow<'_, str> {
        self.code().into()
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::recorded(text).ok_or(Problem::UnknownCode)
    }
}

text_columns!(Area);

#[cfg(test)]
#[path = "area_test.rs"]
pub(crate) mod tests;
