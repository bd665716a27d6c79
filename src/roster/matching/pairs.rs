//! Pairs of names: two columns of a file, and whether each row's are names of one organization.

use std::io::{self, Read, Seek, Write};

use super::{BATCH, MatchError, by_all_cores};
use crate::names::{Likeness, MATCH, Rarity, compare_texts};
use crate::roster::encoding;
use crate::roster::header::Header;
use crate::roster::table::{Layout, Record, Row, Table};

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

/// Reads a file and writes its rows with a score and whether they match. Says how many rows there were and matched.
pub(super) fn run<R: Read + Seek>(
    mut file: R,
    columns: Option<&(String, String)>,
    least: Option<f32>,
    into: impl Write,
) -> Result<(u64, u64), MatchError> {
    if encoding::is_workbook(&mut file)? {
        return Err(MatchError::Workbook);
    }
    let mut table = Table::open(encoding::open(file, None)?, Layout::default())?;
    let places = places(table.header(), columns)?;
    let least = least.unwrap_or(MATCH);
    let mut out = csv::Writer::from_writer(into);
    let names = table.header().names().to_vec();
    let width = table.header().len();
    let more = ["score".to_owned(), "match".to_owned()];
    out.write_record(names.iter().chain(&more))
        .map_err(io::Error::other)?;
    let (mut rows, mut matches) = (0, 0);
    loop {
        let batch = batch(&mut table)?;
        let ended = batch.len() < BATCH;
        let likenesses = by_all_cores(&batch, |part| {
            part.iter().map(|row| likeness(row, places)).collect()
        });
        for (row, likeness) in batch.iter().zip(likenesses) {
            rows += 1;
            let (score, matched) = match (row, likeness) {
                (Row::Record(_), Some(likeness)) => {
                    let is_match = likeness.score >= least;
                    matches += u64::from(is_match);
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
                .map_err(io::Error::other)?;
        }
        if ended {
            break;
        }
    }
    out.flush()?;
    Ok((rows, matches))
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
    let cell = |record: &Record, place| record.cell(place).trim().to_owned();
    Some(compare_texts(
        &cell(record, first),
        &cell(record, second),
        &Rarity::unknown(),
    ))
}

/// Where the names are: as told, by what the columns are called, or the first two.
fn places(header: &Header, told: Option<&(String, String)>) -> Result<(usize, usize), MatchError> {
    if let Some((first, second)) = told {
        let find = |name: &str| header.find(name).map_err(MatchError::Column);
        return Ok((find(first)?, find(second)?));
    }
    NAMES
        .iter()
        .find_map(|(first, second)| Some((header.find(first).ok()?, header.find(second).ok()?)))
        .or_else(|| (header.len() >= 2).then_some((0, 1)))
        .ok_or(MatchError::OneColumn)
}
