//! Pairs of initiatives of our own invention, labelled by hand, to measure the radar with: half to tune it on, half held out.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Profile, Spot, Texts, Wants, community_keys};

const INITIATIVES: &str = include_str!("../../tests/radar/initiatives.tsv");
const PAIRS: &str = include_str!("../../tests/radar/pairs.tsv");

/// The day on which they are looked at.
const TODAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 24);

/// An initiative that was made up.
#[derive(Clone, Debug)]
pub struct Invented {
    /// Its id in the file.
    pub id: &'static str,
    /// The language of its first text.
    pub language: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What the radar knows of it.
    pub profile: Profile,
}

/// A pair, and whether the board would link or introduce it.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Whether it was held out while the weights were found.
    pub is_held_out: bool,
    /// Whether it is one.
    pub is_overlap: bool,
    /// One of both.
    pub one: Invented,
    /// The other.
    pub other: Invented,
}

/// All of them.
pub fn labelled() -> Vec<Labelled> {
    let invented: HashMap<&str, Invented> = lines(INITIATIVES)
        .filter_map(invented)
        .map(|it| (it.id, it))
        .collect();
    lines(PAIRS)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (half, is, one, other) =
                (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            Some(Labelled {
                is_held_out: half == "held",
                is_overlap: is == "1",
                one: invented.get(one)?.clone(),
                other: invented.get(other)?.clone(),
            })
        })
        .collect()
}

/// Every pair that the file names.
pub fn count() -> usize {
    lines(PAIRS).count()
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn invented(line: &'static str) -> Option<Invented> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let cell = |n: usize| cells.get(n).copied().unwrap_or_default();
    let texts: Vec<(&'static str, Vec<&'static str>)> = cell(9)
        .split(" || ")
        .filter_map(|text| {
            let (language, words) = text.split_once(':')?;
            Some((language, words.split(" | ").collect()))
        })
        .collect();
    let (language, words) = texts.first()?;
    let ends_on = cell(6).parse().ok();
    let mut profile = Profile {
        areas: list(cell(1))
            .map(|area| match area.split_once('/') {
                Some((top, leaf)) => (leaf.to_owned(), top.to_owned()),
                None => (area.to_owned(), area.to_owned()),
            })
            .collect(),
        hosts: spots(cell(2)),
        homelands: spots(cell(3)),
        communities: community_keys(cell(4)),
        starts_on: cell(5).parse().ok(),
        ends_on,
        is_over: ends_on.zip(TODAY).is_some_and(|(end, today)| end < today),
        wants: Wants {
            needs: list(cell(7)).map(str::to_owned).collect(),
            offers: list(cell(8)).map(str::to_owned).collect(),
        },
        ..Profile::default()
    };
    let read: Vec<Texts<'_>> = texts
        .iter()
        .map(|(_, words)| Texts {
            title: words.first().copied().unwrap_or_default(),
            more: words.iter().skip(1).copied().collect(),
        })
        .collect();
    profile.read(&read);
    Some(Invented {
        id: cell(0),
        language,
        title: words.first().copied().unwrap_or_default(),
        profile,
    })
}

fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(',').filter(|it| !it.is_empty())
}

fn spots(cell: &'static str) -> Vec<Spot> {
    cell.split(';')
        .filter(|it| !it.is_empty())
        .map(|it| {
            let (country, place) = it.split_once(':').unwrap_or((it, ""));
            Spot::new(country, place)
        })
        .collect()
}
