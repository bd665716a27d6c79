//! What the board says of a group: its kind, its names, what it is for and by which terms it works, in each language.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::Result;
use crate::db::Tx;
use crate::ids::GroupId;
use crate::values::{
    Area, Country, GroupKind, Lang, LanguageTag, Line, Prose, Wording, codes, for_reader,
};

codes! {
    /// How members come into a group.
    pub enum Joining {
        Notice = "notice",
        Consent = "consent",
    }
}

/// What a group says of itself in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupText {
    /// The language.
    pub language: LanguageTag,
    /// What it is for, in a sentence or two.
    pub purpose: Option<Prose>,
    /// Its terms of reference: tasks, how it works, to whom it answers.
    pub terms: Option<Prose>,
}

/// All that the board says of a group.
#[derive(Clone, Debug)]
pub struct Said {
    /// What it is.
    pub kind: GroupKind,
    /// What it is called, in several languages; the first is the name it goes by.
    pub names: Vec<Wording>,
    /// What it is for and how it works.
    pub texts: Vec<GroupText>,
    /// The group that it is a part of.
    pub parent: Option<GroupId>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The countries it works in; none where it works everywhere.
    pub host_countries: Vec<Country>,
    /// How members come in.
    pub joining: Joining,
    /// The day it began.
    pub started_on: NaiveDate,
    /// The last day, once it is known.
    pub ended_on: Option<NaiveDate>,
}

impl Said {
    /// A group with a name and nothing else.
    pub const fn named(kind: GroupKind, names: Vec<Wording>, started_on: NaiveDate) -> Self {
        Self {
            kind,
            names,
            texts: Vec::new(),
            parent: None,
            areas: Vec::new(),
            host_countries: Vec::new(),
            joining: Joining::Notice,
            started_on,
            ended_on: None,
        }
    }

    /// What it is for, for readers of a language.
    pub fn purpose(&self, lang: Lang) -> Option<(&Prose, &LanguageTag)> {
        self.text(lang, |it| it.purpose.as_ref())
    }

    /// Its terms of reference, for readers of a language.
    pub fn terms(&self, lang: Lang) -> Option<(&Prose, &LanguageTag)> {
        self.text(lang, |it| it.terms.as_ref())
    }

    fn text(
        &self,
        lang: Lang,
        part: fn(&GroupText) -> Option<&Prose>,
    ) -> Option<(&Prose, &LanguageTag)> {
        let said: Vec<_> = self
            .texts
            .iter()
            .filter_map(|it| Some((part(it)?, &it.language)))
            .collect();
        for_reader(&said, lang, |it| Some(it.1)).copied()
    }

    /// What history keeps of it.
    pub(super) fn in_history(&self) -> Value {
        let texts = self.texts.iter().map(|it| {
            json!({
                "language": it.language,
                "purpose": it.purpose,
                "terms": it.terms,
            })
        });
        json!({
            "kind": self.kind,
            "name": self.names.first().map(|name| &name.text),
            "names": self.names,
            "texts": texts.collect::<Vec<_>>(),
            "parent": self.parent,
            "areas": self.areas.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "host_countries": self.host_countries,
            "joining": self.joining,
            "started_on": self.started_on,
            "ended_on": self.ended_on,
        })
    }
}

/// The name that a group goes by, for history.
pub(super) async fn first_name(tx: &mut Tx, group: GroupId) -> Result<Option<Line>> {
    Ok(sqlx::query_scalar!(
        "select text from group_names where group_id = $1 order by position limit 1",
        group as _
    )
    .fetch_optional(&mut **tx)
    .await?)
}
