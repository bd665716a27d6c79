//! The filter of the queue, which is its address. What cannot be read filters nothing.

use super::view::People;
use crate::case::{CaseState, Cursor, Held, Looking};
use crate::ids::CaseId;
use crate::say;
use crate::values::Lang;
use crate::web::{Fields, areas, urls};

/// What the address says.
pub struct Asked {
    /// The list.
    pub looking: Looking,
    /// Which page.
    pub cursor: Cursor,
}

/// Something that is filtered by now, and the address without it.
pub struct Chosen {
    /// What.
    pub text: String,
    /// Where it is taken off.
    pub href: String,
}

/// Reads the address.
pub fn read(mut fields: Fields) -> Asked {
    areas::renew(&mut fields, "area");
    Asked {
        cursor: match (fields.get("after").parse(), fields.get("before").parse()) {
            (Ok(case), _) => Cursor::After(case),
            (_, Ok(case)) => Cursor::Before(case),
            _ => Cursor::First,
        },
        looking: Looking::of_pairs(fields.iter()),
    }
}

/// The address of a list, its first page.
pub fn address(looking: &Looking) -> String {
    urls::desk_cases(&looking.query())
}

/// The address of a page of it.
pub fn page(looking: &Looking, name: &str, case: Option<CaseId>) -> String {
    let Some(case) = case else {
        return String::new();
    };
    let query = looking.query();
    let and = if query.is_empty() { "" } else { "&" };
    urls::desk_cases(&format!("{query}{and}{name}={case}"))
}

/// The list with one more thing filtered, or one less.
pub fn with(looking: &Looking, name: &str, value: Option<&str>) -> Looking {
    let pairs = looking.filter.pairs();
    let kept = pairs
        .iter()
        .filter(|(known, _)| *known != name)
        .map(|(known, value)| (*known, value.as_str()));
    let mut changed = Looking::of_pairs(kept.chain(value.map(|value| (name, value))));
    changed.order = looking.order;
    changed.columns.clone_from(&looking.columns);
    changed
}

/// What a list is filtered by, in words: the name of each in addresses, and what it says.
pub fn words(lang: Lang, looking: &Looking, people: &People) -> Vec<(&'static str, String)> {
    let filter = &looking.filter;
    let mut words = Vec::new();
    let mut add = |name, text: Option<String>| words.extend(text.map(|text| (name, text)));
    let on = |is_so: bool, key| is_so.then(|| say::t(lang, key));
    add("q", Some(filter.words.clone()).filter(|it| !it.is_empty()));
    add("asks", on(filter.asks_me, "desk-filter-asks"));
    add(
        "held",
        filter.held.map(|held| match held {
            Held::ByMe => say::t(lang, "desk-held-me"),
            Held::ByNobody => say::t(lang, "desk-held-nobody"),
            Held::By(account) => say::t1(lang, "desk-held-by", "name", people.name(account)),
            Held::BySecond => say::t(lang, "desk-waits-for-second"),
            Held::ByMeAsSecond => say::t(lang, "desk-second-title"),
        }),
    );
    add("waits", filter.waits.map(|it| say::t(lang, it.key())));
    add("stage", filter.stage.map(|it| say::t(lang, it.key())));
    let state = Some(filter.state).filter(|it| *it != CaseState::Open);
    add("state", state.map(|it| say::t(lang, it.key())));
    add("kind", filter.kind.map(|it| say::t(lang, it.key())));
    add("host", filter.host.map(|it| it.name(lang).to_owned()));
    let homeland = filter.homeland.map(|it| it.name(lang).to_owned());
    add("homeland", homeland);
    add("community", filter.community.clone());
    add("area", filter.area.map(|it| it.name(lang)));
    add("age", filter.age.map(|it| say::t(lang, it.key())));
    add("late", on(filter.late, "desk-filter-late"));
    add("flagged", on(filter.flagged, "desk-filter-flagged"));
    add("paper", on(filter.paper, "desk-filter-paper"));
    words
}

/// All that is filtered by now, each with the way to take it off.
pub fn chosen(lang: Lang, looking: &Looking, people: &People) -> Vec<Chosen> {
    words(lang, looking, people)
        .into_iter()
        .map(|(name, text)| Chosen {
            text,
            href: address(&with(looking, name, None)),
        })
        .collect()
}

/// What the form shows of a list.
pub fn filled(looking: &Looking) -> Fields {
    let mut fields: Fields = looking.filter.pairs().into_iter().collect();
    fields.set("order", looking.order.code());
    for column in &looking.columns {
        fields.push("column", column.code());
    }
    fields
}
