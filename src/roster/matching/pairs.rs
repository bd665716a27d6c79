//! Pairs of names: two columns of a file, and whether each row's are names of one organization.

use std::io::{self, Read, Seek, Write};

use super::{BATCH, MatchError, Summary};
use crate::names::{Likeness, MATCH, Rarity, by_all_cores, compare_texts};
use crate::roster::encoding;
use crate::roster::header::Header;
use crate::roster::table::{Layout, Row, Table};

/// What the columns may be called.
const NAMES: &[(&str, &str)] = &[
    ("name1", "name2"),
    ("name_1", "name_2"),
    ("name 1", "name 2"),
    ("name_a", "name_b"),
    ("left_name", "right_name"),
    ("left", "right"),
    ("registered_name", "query"),
    ("name", "query"),
    ("a", "b"),
];

/// How many of these say of one name that there is another.
const NUMBERED: usize = 5;

/// Reads a file and writes its rows with a score and whether they match. Says what became of them.
pub(super) fn run<R: Read + Seek>(
    mut file: R,
    columns: Option<&(String, String)>,
    least: Option<f32>,
    into: impl Write,
) -> Result<Summary, MatchError> {
    if encoding::is_workbook(&mut file)? {
        return Err(MatchError::Workbook);
    }
    let text = encoding::open(file, None)?;
    let mut summary = Summary::of(text.encoding().name());
    let mut table = Table::open(text, Layout::default())?;
    let (places, by_name) = places(table.header(), columns)?;
    let least = least.unwrap_or(MATCH);
    let mut out = csv::Writer::from_writer(into);
    let names = table.header().names().to_vec();
    if !by_name {
        summary.first_two = names.first().cloned().zip(names.get(1).cloned());
    }
    let width = table.header().len();
    let more = ["score".to_owned(), "match".to_owned()];
    out.write_record(names.iter().chain(&more)).map_err(cause)?;
    loop {
        let batch = batch(&mut table)?;
        let ended = batch.len() < BATCH;
        let likenesses = by_all_cores(&batch, |part| {
            part.iter().map(|row| likeness(row, places)).collect()
        });
        for (row, likeness) in batch.iter().zip(likenesses) {
            summary.rows += 1;
            if let Row::Refused(refused) = row {
                summary.refuse(refused);
            }
            let (score, matched) = match (row, likeness) {
                (Row::Record(_), Some(likeness)) => {
                    let is_match = likeness.score >= least;
                    summary.matches += u64::from(is_match);
                    (format!("{:.4}", likeness.score), is_match.to_string())
                }
                // A row that cannot be read keeps its place, with nothing in it.
                _ => (String::new(), String::new()),
            };
            let cells = (0..width).map(|place| match row {
                Row::Record(record) => record.cell(place),
                Row::Refused(_) => "",
            });
            out.write_record(cells.chain([score.as_str(), matched.as_str()]))
                .map_err(cause)?;
        }
        if ended {
            break;
        }
    }
    out.flush()?;
    Ok(summary)
}

/// What writing came to grief on; whether the reader has gone is told by its kind.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn batch<R: Read>(table: &mut Table<R>) -> io::Result<Vec<Row>> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH {
        match table.advance()? {
            Some(row) => batch.push(row),
            None => break,
        }
    }
    Ok(batch)
}

fn likeness(row: &Row, (first, second): (usize, usize)) -> Option<Likeness> {
    let Row::Record(record) = row else {
        return None;
    };
    let (first, second) = (record.cell(first).trim(), record.cell(second).trim());
    if first.is_empty() && second.is_empty() {
        return Some(Likeness {
            score: 0.0,
            reasons: Vec::new(),
        });
    }
    Some(compare_texts(first, second, &Rarity::unknown()))
}

/// Where the names are, and whether that is known by what the columns are called: as told, by their usual names, or the first two. Half of
/// a usual pair is a mistake: the first two would be something else.
fn places(
    header: &Header,
    told: Option<&(String, String)>,
) -> Result<((usize, usize), bool), MatchError> {
    let find = |name: &str| header.find(name).ok();
    if let Some((first, second)) = told {
        let find = |name: &str| header.find(name).map_err(MatchError::Column);
        return Ok(((find(first)?, find(second)?), true));
    }
    let known = NAMES
        .iter()
        .find_map(|(first, second)| Some((find(first)?, find(second)?)));
    if let Some(places) = known {
        return Ok((places, true));
    }
    for (first, second) in &NAMES[..NUMBERED] {
        for (there, missing) in [(first, second), (second, first)] {
            if find(there).is_some() && find(missing).is_none() {
                return Err(MatchError::HalfPair { there, missing });
            }
        }
    }
    match header.len() {
        0 | 1 => Err(MatchError::OneColumn),
        _ => Ok(((0, 1), false)),
    }
}
