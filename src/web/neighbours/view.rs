//! The page of a map: neighbours as a list, what ties each in words, and the nearest of them drawn.

use askama::Template;
use sqlx::PgConnection;

use super::drawing::{Drawing, Drawn};
use crate::neighbour::policy::CanSee;
use crate::neighbour::{self, Near, Neighbour, Of, Sort, Thing, Tie};
use crate::say;
use crate::values::{Arg, Country, Lang};
use crate::web::coordination::Spoken;
use crate::web::overlaps::link_key;
use crate::web::{Answer, Chrome, Page, Result, filters, html, urls};

/// How many of each sort are listed.
const LISTED: i64 = 24;
/// How many of each sort are drawn.
const DRAWN: usize = 6;

#[derive(Template)]
#[template(path = "neighbours/show.html")]
struct ShowPage {
    page: Page,
    title: Spoken,
    sort: Sort,
    /// The page of what is asked about.
    back: String,
    at_desk: bool,
    parts: Vec<Part>,
    drawing: Drawing,
    /// How many of the listed are not drawn.
    undrawn: usize,
    text: String,
}

struct Part {
    sort: Sort,
    rows: Vec<Row>,
    more: i64,
}

struct Row {
    title: Spoken,
    href: String,
    ties: Vec<String>,
}

impl ShowPage {
    /// The key of what a line means.
    fn line_key(&self, line: &str) -> &'static str {
        match line {
            "member" => "neighbours-line-member",
            "linked" => "neighbours-line-linked",
            "leader" => "neighbours-line-leader",
            "shared" => "neighbours-line-shared",
            _ => "neighbours-line-carries",
        }
    }
}

/// What is asked about, and by whom.
pub(super) struct Asked {
    pub(super) of: Of,
    pub(super) sort: Sort,
    pub(super) title: Spoken,
    pub(super) back: String,
    pub(super) can: CanSee,
    pub(super) at_desk: bool,
}

/// Where a page at the desk or in public is.
fn href(thing: &Thing, at_desk: bool) -> String {
    match (thing, at_desk) {
        (Thing::Organization { number, .. }, true) => urls::desk_organization(*number),
        (Thing::Organization { number, .. }, false) => urls::organization(*number),
        (Thing::Initiative { id, .. }, true) => urls::desk_initiative(*id),
        (Thing::Initiative { id, .. }, false) => urls::initiative(*id),
        (Thing::Group { id, .. }, true) => urls::desk_group(*id),
        (Thing::Group { id, .. }, false) => urls::group(*id),
        (Thing::Country(country), true) => urls::map_of(&urls::desk_country(*country)),
        (Thing::Country(country), false) => urls::country(*country),
    }
}

/// What it is called.
fn title(thing: &Thing, lang: Lang) -> Spoken {
    match thing {
        Thing::Organization { name, language, .. } => Spoken::new(name.as_str(), language.as_ref()),
        Thing::Initiative { texts, .. } => Spoken::title(texts, lang),
        Thing::Group { names, .. } => Spoken::of(names, lang),
        Thing::Country(country) => in_own_language(*country, lang),
    }
}

/// A country, which is named in the language of the page.
pub(super) fn in_own_language(country: Country, lang: Lang) -> Spoken {
    Spoken::new(country.name(lang), None)
}

/// A tie in words.
fn tie(lang: Lang, tie: Tie) -> String {
    let count = |key: &str, count: i64| say::with(lang, key, &[("count", Arg::Number(count))]);
    match tie {
        Tie::Carries(role) => say::t(lang, role.key()),
        Tie::Member(role) => say::t(lang, role.key()),
        Tie::Linked(kind, is_from) => say::t(lang, link_key(kind, is_from)),
        Tie::Initiatives(n) => count("neighbours-initiatives", n),
        Tie::Groups(n) => count("neighbours-groups", n),
        Tie::Leaders(n) => count("neighbours-leaders", n),
        Tie::Organizations(n) => count("neighbours-organizations", n),
    }
}

fn row(lang: Lang, at_desk: bool, neighbour: &Neighbour) -> Row {
    Row {
        title: title(&neighbour.thing, lang),
        href: href(&neighbour.thing, at_desk),
        ties: neighbour.ties.iter().map(|it| tie(lang, *it)).collect(),
    }
}

fn part(lang: Lang, at_desk: bool, near: &Near) -> Part {
    let shown = i64::try_from(near.neighbours.len()).unwrap_or_default();
    Part {
        sort: near.sort,
        rows: near
            .neighbours
            .iter()
            .map(|it| row(lang, at_desk, it))
            .collect(),
        more: (near.total - shown).max(0),
    }
}

/// The page.
pub(super) async fn show(
    conn: &mut PgConnection,
    chrome: &Chrome,
    today: chrono::NaiveDate,
    page: Page,
    asked: Asked,
) -> Answer {
    let lang = chrome.lang;
    let near = load(conn, today, &asked).await?;
    let parts: Vec<Part> = near
        .iter()
        .map(|it| part(lang, asked.at_desk, it))
        .collect();
    let mut drawn = Vec::new();
    for (part, near) in parts.iter().zip(&near) {
        let both = part.rows.iter().zip(&near.neighbours).take(DRAWN);
        drawn.extend(both.map(|(row, neighbour)| Drawn {
            sort: part.sort,
            name: &row.title.text,
            tie: neighbour.ties.first().copied(),
        }));
    }
    let drawing = Drawing::new(&drawn, lang == Lang::Ar);
    let listed: usize = parts.iter().map(|it| it.rows.len()).sum();
    let text = [
        ("name", Arg::Text(asked.title.text.clone())),
        (
            "count",
            Arg::Number(i64::try_from(drawn.len()).unwrap_or_default()),
        ),
    ];
    let text = say::with(lang, "neighbours-drawing-text", &text);
    html(
        lang,
        ShowPage {
            page: page.crumb("", say::t(lang, "neighbours-title")),
            undrawn: listed.saturating_sub(drawing.nodes.len()),
            title: asked.title,
            sort: asked.sort,
            back: asked.back,
            at_desk: asked.at_desk,
            parts,
            drawing,
            text,
        },
    )
}

async fn load(
    conn: &mut PgConnection,
    today: chrono::NaiveDate,
    asked: &Asked,
) -> Result<Vec<Near>> {
    Ok(neighbour::neighbours(conn, asked.can, (asked.of, today), LISTED).await?)
}
