//! Names read once, however often they are compared.

use super::Asked;
use crate::names::{Name, by_all_cores};

/// A name as it is written and as it is compared.
#[derive(Clone, Debug)]
pub struct Called {
    /// As it is written.
    pub text: String,
    /// As it is compared.
    pub name: Name,
}

impl Called {
    /// Reads a name.
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            name: Name::read(text),
        }
    }

    /// Reads all names of somebody.
    pub fn all(names: &[String]) -> Vec<Self> {
        names.iter().map(|text| Self::of(text)).collect()
    }
}

/// What is asked for, with its names read.
#[derive(Clone, Debug)]
pub struct ReadAsked {
    /// As it was said.
    pub asked: Asked,
    /// Its names.
    pub names: Vec<Called>,
}

impl ReadAsked {
    /// Reads what is asked for.
    pub fn of(asked: Asked) -> Self {
        Self {
            names: Called::all(&asked.names),
            asked,
        }
    }

    /// Reads all of these by all cores.
    pub fn all(asked: &[Asked]) -> Vec<Self> {
        by_all_cores(asked, |some| some.iter().cloned().map(Self::of).collect())
    }

    /// The keys of its names.
    pub fn keys(&self) -> impl Iterator<Item = i32> {
        self.names.iter().flat_map(|it| it.name.keys())
    }
}
