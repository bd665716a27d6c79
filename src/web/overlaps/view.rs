//! Pairs as pages show them: the other initiative, how much both overlap, and why in words.

use std::collections::HashMap;

use sqlx::PgConnection;

use crate::ids::{InitiativeId, OverlapId};
use crate::initiative::{self, Initiative, Scope};
use crate::names::meanings;
use crate::organization;
use crate::radar::policy::CanSeeForTeam;
use crate::radar::{self, Link, LinkKind, Pair, Reason};
use crate::say;
use crate::values::{Area, Arg, Country, Lang, Need, Problem};
use crate::web::coordination::Spoken;
use crate::web::{Result, urls};

/// An initiative that ought to know of another, or be known by it.
pub struct Suggested {
    /// The pair.
    pub id: OverlapId,
    /// The other initiative.
    pub other: InitiativeId,
    /// What it is called.
    pub title: Spoken,
    /// Where it is read.
    pub href: String,
    /// How much they overlap, of a hundred.
    pub score: i64,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// An initiative that is linked to this one.
pub struct Linked {
    /// The pair.
    pub id: OverlapId,
    /// What it is to this one: the key of a sentence.
    pub key: &'static str,
    /// The other initiative.
    pub title: Spoken,
    /// Where it is read.
    pub href: String,
}

/// A conversation with an organization.
pub struct Introduced {
    /// Where it is read.
    pub href: String,
    /// The other organization.
    pub title: String,
    /// Since when.
    pub hint: String,
}

/// Of a hundred.
pub fn percent(score: f32) -> i64 {
    // The database keeps it between nothing and one.
    (score * 100.0).round() as i64
}

/// Initiatives by their ids.
pub async fn by_id(
    conn: &mut PgConnection,
    scope: Scope,
    ids: &[InitiativeId],
) -> Result<HashMap<InitiativeId, Initiative>> {
    let found = initiative::find_many(conn, scope, ids).await?;
    Ok(found.into_iter().map(|it| (it.id, it)).collect())
}

/// What ought to know of an initiative, at the desk.
pub async fn suggested(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
    lang: Lang,
) -> Result<Vec<Suggested>> {
    let pairs = radar::of_initiative(conn, scope, id).await?;
    let others = pairs.iter().map(|pair| pair.besides(id));
    let both: Vec<InitiativeId> = others.chain([id]).collect();
    let found = by_id(conn, scope, &both).await?;
    let written = Written::of(found.values(), false);
    Ok(pairs
        .iter()
        .filter_map(|pair| {
            let other = found.get(&pair.besides(id))?;
            let reader = (lang, pair.one == id);
            Some(row(pair, other, &written, reader, urls::desk_initiative))
        })
        .collect())
}

/// What others do that the initiatives of a team's organization ought to know of.
pub async fn suggested_to(
    conn: &mut PgConnection,
    can: &CanSeeForTeam,
    lang: Lang,
) -> Result<Vec<Suggested>> {
    let pairs = radar::of_organization(conn, can).await?;
    let ids: Vec<InitiativeId> = pairs
        .iter()
        .flat_map(|pair| [pair.one, pair.other])
        .collect();
    let found = by_id(conn, initiative::policy::public(), &ids).await?;
    let written = Written::of(found.values(), false);
    let own = radar::carried(conn, can).await?;
    Ok(pairs
        .iter()
        .filter_map(|pair| {
            let is_first = own.contains(&pair.one);
            let other = if is_first { pair.other } else { pair.one };
            let other = found.get(&other)?;
            let reader = (lang, is_first);
            Some(row(pair, other, &written, reader, urls::initiative))
        })
        .collect())
}

fn row(
    pair: &Pair,
    other: &Initiative,
    written: &Written,
    (lang, is_first): (Lang, bool),
    href: fn(InitiativeId) -> String,
) -> Suggested {
    Suggested {
        id: pair.id,
        other: other.id,
        title: Spoken::title(&other.said.texts, lang),
        href: href(other.id),
        score: percent(pair.score),
        reasons: reasons(lang, pair, written, is_first),
    }
}

/// What an initiative is linked to.
pub async fn linked(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
    lang: Lang,
    href: fn(InitiativeId) -> String,
) -> Result<Vec<Linked>> {
    let pairs = radar::links_of(conn, scope, id).await?;
    let others: Vec<InitiativeId> = pairs.iter().map(|pair| pair.besides(id)).collect();
    let found = by_id(conn, scope, &others).await?;
    Ok(pairs
        .iter()
        .filter_map(|pair| {
            let other = found.get(&pair.besides(id))?;
            // Whether this one is what the link says, or the other is.
            let is_from = (pair.one == id) != pair.reversed;
            Some(Linked {
                id: pair.id,
                key: link_key(pair.link?, is_from),
                title: Spoken::title(&other.said.texts, lang),
                href: href(other.id),
            })
        })
        .collect())
}

/// What the page's initiative is to the other.
pub const fn link_key(kind: LinkKind, is_from: bool) -> &'static str {
    use LinkKind::{Duplicates, Follows, PartOf, Supports};
    match (kind, is_from) {
        (Duplicates, _) => "radar-link-same",
        (Supports, true) => "radar-link-supports",
        (Supports, false) => "radar-link-supported",
        (PartOf, true) => "radar-link-part",
        (PartOf, false) => "radar-link-whole",
        (Follows, true) => "radar-link-follows",
        (Follows, false) => "radar-link-before",
    }
}

/// What two linked initiatives are to each other, in a sentence with what both are called.
pub fn said_of_both(lang: Lang, pair: &Pair, (one, other): (&str, &str)) -> Option<String> {
    let (from, to) = match pair.reversed {
        false => (one, other),
        true => (other, one),
    };
    let key = match pair.link? {
        LinkKind::Duplicates => "radar-says-duplicates",
        LinkKind::Supports => "radar-says-supports",
        LinkKind::PartOf => "radar-says-part-of",
        LinkKind::Follows => "radar-says-follows",
    };
    let text = |it: &str| Arg::Text(it.to_owned());
    Some(say::with(
        lang,
        key,
        &[("from", text(from)), ("to", text(to))],
    ))
}

/// What the first can be to the second, or the second to the first.
pub fn links(lang: Lang) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for kind in LinkKind::ALL {
        for is_from in [true, false] {
            // Two that are the same are so both ways.
            if is_from || *kind != LinkKind::Duplicates {
                let side = if is_from { "one" } else { "other" };
                all.push((
                    format!("{kind}-{side}"),
                    say::t(lang, link_key(*kind, is_from)),
                ));
            }
        }
    }
    all
}

/// Reads which of these was chosen.
pub fn read_link(text: &str) -> std::result::Result<Link, Problem> {
    let (kind, side) = text.rsplit_once('-').ok_or(Problem::Required)?;
    let kind = LinkKind::from_code(kind).ok_or(Problem::UnknownCode)?;
    match side {
        "one" => Ok(Link {
            kind,
            reversed: false,
        }),
        "other" => Ok(Link {
            kind,
            reversed: true,
        }),
        _ => Err(Problem::UnknownCode),
    }
}

/// The conversations of a team's organization.
pub async fn introduced(
    conn: &mut PgConnection,
    can: &CanSeeForTeam,
    lang: Lang,
) -> Result<Vec<Introduced>> {
    let all = radar::introductions_of(conn, can).await?;
    let others: Vec<_> = all.iter().flat_map(|it| [it.one, it.other]).collect();
    let found = organization::find_many(conn, &others).await?;
    let mine = can.own();
    Ok(all
        .iter()
        .filter_map(|it| {
            let other = if it.one == mine { it.other } else { it.one };
            let other = found.iter().find(|one| one.id == other)?;
            Some(Introduced {
                href: urls::introduction(it.id),
                title: other.name.clone(),
                hint: say::day(lang, it.made_at.date_naive()),
            })
        })
        .collect())
}

/// The words of initiatives as they are written there, by how the radar reads them.
pub struct Written(HashMap<String, String>);

impl Written {
    /// Of their titles; and of their summaries, where there are few.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Initiative>, with_summaries: bool) -> Self {
        let mut written = HashMap::new();
        for text in all.into_iter().flat_map(|it| &it.said.texts) {
            let summary = text.summary.as_deref().filter(|_| with_summaries);
            for word in std::iter::once(text.title.as_str())
                .chain(summary)
                .flat_map(str::split_whitespace)
            {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                for meaning in meanings(word) {
                    written
                        .entry(meaning.said)
                        .or_insert_with(|| word.to_owned());
                }
            }
        }
        Self(written)
    }

    fn word<'a>(&'a self, read: &'a str) -> &'a str {
        self.0.get(read).map_or(read, String::as_str)
    }
}

/// The reasons of a pair in words; `is_first`: the reader looks from the first of both.
pub fn reasons(lang: Lang, pair: &Pair, written: &Written, is_first: bool) -> Vec<String> {
    let all = pair.reasons.iter();
    all.map(|it| reason(lang, it, written, is_first)).collect()
}

fn reason(lang: Lang, reason: &Reason, written: &Written, is_first: bool) -> String {
    let with = |key: &str, name: &'static str, text: String| {
        say::with(lang, key, &[(name, Arg::Text(text))])
    };
    let country = |code: &str| {
        Country::from_code(code).map_or_else(|| code.to_owned(), |it| it.name(lang).to_owned())
    };
    match reason {
        Reason::Words { pairs } => {
            let both = pairs.iter().map(|(one, other)| {
                let (one, other) = (written.word(one), written.word(other));
                match one == other {
                    true => format!("\u{2068}{one}\u{2069}"),
                    false => format!("\u{2068}{one}\u{2069} – \u{2068}{other}\u{2069}"),
                }
            });
            let both: Vec<String> = both.collect();
            with("radar-reason-words", "words", both.join("; "))
        }
        Reason::Area { area } => {
            let name = Area::from_code(area).map_or_else(|| area.clone(), |it| it.name(lang));
            with("radar-reason-area", "area", name)
        }
        Reason::Place { place } => with("radar-reason-place", "place", place.clone()),
        Reason::Country { country: code } => with("radar-reason-country", "country", country(code)),
        Reason::HomelandPlace { place } => {
            with("radar-reason-homeland-place", "place", place.clone())
        }
        Reason::Homeland { country: code } => {
            with("radar-reason-homeland", "country", country(code))
        }
        Reason::Community => say::t(lang, "radar-reason-community"),
        Reason::Time => say::t(lang, "radar-reason-time"),
        Reason::Gives { kinds, first } => {
            let kinds: Vec<String> = kinds
                .iter()
                .filter_map(|kind| Need::from_code(kind))
                .map(|kind| say::t(lang, kind.key()))
                .collect();
            let key = match *first == is_first {
                true => "radar-reason-gives",
                false => "radar-reason-gets",
            };
            with(key, "what", say::list(lang, &kinds))
        }
    }
}
