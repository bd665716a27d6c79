//! Areas as forms offer them: boxes in groups, or one list to choose from.

use super::Fields;
use crate::values::{Area, Areas, Lang, area::Term};

/// An area of the first level with those beneath it, as a form offers them.
pub struct Group {
    /// The area itself.
    pub top: Choice,
    /// Those beneath it.
    pub own: Vec<Choice>,
    /// Whether one of those is chosen, so that they are not folded away.
    pub is_open: bool,
}

/// An area that can be chosen.
pub struct Choice {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// The areas that a form offers, and those that were chosen when they still were offered.
pub fn groups(lang: Lang, form: &Fields, name: &str) -> Vec<Group> {
    let areas = Areas::now();
    let chosen: Vec<Area> = form
        .all(name)
        .filter_map(|code| areas.parse(code).ok())
        .collect();
    let is_on = |term: &Term| chosen.contains(&term.area);
    let is_there = |term: &&Term| !term.is_retired || is_on(term);
    let choice = |term: &Term| Choice {
        code: term.area.to_string(),
        name: term.names.of(lang).to_owned(),
        on: is_on(term),
    };
    areas
        .terms()
        .iter()
        .filter(|term| term.level() == 1)
        .filter_map(|top| {
            let own: Vec<Choice> = areas
                .children(top.area)
                .filter(is_there)
                .map(choice)
                .collect();
            let is_open = own.iter().any(|one| one.on);
            (is_there(&top) || is_open).then(|| Group {
                top: choice(top),
                is_open,
                own,
            })
        })
        .collect()
}

/// The areas to choose one from, each of the first level before those beneath it; and the chosen one, if it is not
/// offered any more.
pub fn options(lang: Lang, chosen: Option<Area>) -> Vec<(String, String)> {
    let areas = Areas::now();
    let mut options = Vec::new();
    for (top, own) in areas.offered() {
        options.push((top.area.to_string(), top.names.of(lang).to_owned()));
        options.extend(own.into_iter().map(|term| {
            let name = format!("{}: {}", top.names.of(lang), term.names.of(lang));
            (term.area.to_string(), name)
        }));
    }
    if let Some(area) = chosen
        && !options.iter().any(|(code, _)| *code == area.code())
    {
        options.push((area.to_string(), area.name(lang)));
    }
    options
}

/// Says by its present code what the address of a list says by an old one, and takes away what nothing is called.
pub fn renew(fields: &mut Fields, name: &str) -> Option<Area> {
    if !fields.sent(name) {
        return None;
    }
    let area = Area::from_code(fields.get(name));
    fields.set(name, area.map(|area| area.to_string()).unwrap_or_default());
    area
}

/// What areas are called.
pub fn names(lang: Lang, areas: &[Area]) -> Vec<String> {
    areas.iter().map(|area| area.name(lang)).collect()
}
