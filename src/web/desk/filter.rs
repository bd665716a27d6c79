//! The filter of the queue, which is its address. What cannot be read filters nothing.

use crate::case::{Cursor, Filter, Held, StageCode};
use crate::ids::AccountId;
use crate::say;
use crate::values::{Area, CaseKind, Country, Lang};
use crate::web::{Fields, urls};

/// What the address says.
pub struct Asked {
    /// The filter.
    pub filter: Filter,
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

/// Reads the address; `me` is who asks.
pub fn read(fields: &Fields, me: AccountId) -> Asked {
    let held = match fields.get("held") {
        "me" => Some(Held::By(me)),
        "nobody" => Some(Held::ByNobody),
        "second" => Some(Held::BySecond),
        _ => None,
    };
    Asked {
        filter: Filter {
            words: fields.get("q").to_owned(),
            kind: CaseKind::from_code(fields.get("kind")),
            stage: StageCode::from_code(fields.get("stage")),
            host: Country::from_code(fields.get("host")),
            homeland: Country::from_code(fields.get("homeland")),
            area: Area::from_code(fields.get("area")),
            held,
        },
        cursor: match (fields.get("after").parse(), fields.get("before").parse()) {
            (Ok(case), _) => Cursor::After(case),
            (_, Ok(case)) => Cursor::Before(case),
            _ => Cursor::First,
        },
    }
}

/// The address of the queue with some fields changed; always its first page unless a page is among them.
pub fn address(fields: &Fields, changes: &[(&str, Option<&str>)]) -> String {
    let mut all = vec![("after", None), ("before", None)];
    all.extend_from_slice(changes);
    let query = fields.query_with(&all);
    match query.is_empty() {
        true => urls::DESK_CASES.to_owned(),
        false => format!("{}?{query}", urls::DESK_CASES),
    }
}

/// All that is filtered by now.
pub fn chosen(lang: Lang, fields: &Fields, filter: &Filter) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    let mut add = |name: &str, text: Option<String>| {
        chosen.extend(text.map(|text| Chosen {
            text,
            href: address(fields, &[(name, None)]),
        }));
    };
    let words = filter.words.trim();
    add("q", (!words.is_empty()).then(|| words.to_owned()));
    add("kind", filter.kind.map(|it| say::t(lang, it.key())));
    add("stage", filter.stage.map(|it| say::t(lang, it.key())));
    add("host", filter.host.map(|it| it.name(lang).to_owned()));
    add(
        "homeland",
        filter.homeland.map(|it| it.name(lang).to_owned()),
    );
    add("area", filter.area.map(|it| it.name(lang)));
    add(
        "held",
        filter.held.map(|held| match held {
            Held::By(_) => say::t(lang, "desk-held-me"),
            Held::ByNobody => say::t(lang, "desk-held-nobody"),
            Held::BySecond => say::t(lang, "desk-waits-for-second"),
        }),
    );
    chosen
}
