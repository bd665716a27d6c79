//! Rows of a roster and their candidates in the registry, one answer a row, in the order of the file.

use std::io::{self, Read, Seek, Write};

use serde::Serialize;

use super::asking::{Asking, guess};
use super::registry::{Candidate, Registry};
use super::{BATCH, MatchError, Summary};
use crate::names::by_all_cores;
use crate::organization::Asked;
use crate::roster::columns::ColumnMap;
use crate::roster::encoding;
use crate::roster::table::{Row, Table};
use crate::say;
use crate::values::{Identifier, Lang};

/// The form of the answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// One JSON object a line.
    Jsonl,
    /// A line for each candidate, and one for a row that has none.
    Csv,
}

/// A roster that was opened, before the registry is read for it.
pub(super) struct Opened<R> {
    table: Table<encoding::Text<R>>,
    asking: Asking,
    encoding: &'static str,
}

/// Opens a roster by its map, or by what its columns are called.
pub(super) fn open<R: Read + Seek>(
    mut file: R,
    map: Option<ColumnMap>,
) -> Result<Opened<R>, MatchError> {
    if encoding::is_workbook(&mut file)? {
        return Err(MatchError::Workbook);
    }
    let text = encoding::open(file, map.as_ref().and_then(|map| map.encoding))?;
    let encoding = text.encoding().name();
    let table = Table::open(text, map.as_ref().map(|map| map.layout).unwrap_or_default())?;
    let map = match map {
        Some(map) => map,
        None => guess(table.header()).ok_or(MatchError::NeedsMap)?,
    };
    let asking = Asking::new(&map, table.header()).map_err(MatchError::Columns)?;
    Ok(Opened {
        table,
        asking,
        encoding,
    })
}

/// Answers every row. Says what became of them; those match that have a candidate that does.
pub(super) fn answer<R: Read>(
    opened: Opened<R>,
    registry: &Registry,
    top: usize,
    form: Form,
    lang: Lang,
    into: impl Write,
) -> io::Result<Summary> {
    let Opened {
        mut table,
        mut asking,
        encoding,
    } = opened;
    let mut into = io::BufWriter::new(into);
    if form == Form::Csv {
        write_csv(
            &mut into,
            &[
                "row",
                "name",
                "rank",
                "number",
                "candidate",
                "identifiers",
                "score",
                "reasons",
            ],
        )?;
    }
    let mut summary = Summary::of(encoding);
    loop {
        let mut batch: Vec<(u64, Asked)> = Vec::with_capacity(BATCH);
        let mut ended = false;
        while batch.len() < BATCH {
            let Some(row) = table.advance()? else {
                ended = true;
                break;
            };
            summary.rows += 1;
            let asked = match row {
                Row::Record(record) => asking.read(&record).unwrap_or_default(),
                Row::Refused(refused) => {
                    summary.refuse(&refused);
                    Asked::default()
                }
            };
            batch.push((summary.rows, asked));
        }
        let answers = by_all_cores(&batch, |part| {
            let mut finder = registry.finder();
            part.iter()
                .map(|(row, asked)| {
                    let found = registry.find(&mut finder, asked, top);
                    let is_match = found.first().is_some_and(|best| best.weighed.is_match());
                    let text = match form {
                        Form::Jsonl => json_line(*row, asked, &found, lang),
                        Form::Csv => csv_lines(*row, asked, &found, lang),
                    };
                    (is_match, text)
                })
                .collect()
        });
        for (is_match, text) in answers {
            summary.matches += u64::from(is_match);
            into.write_all(text?.as_bytes())?;
        }
        if ended {
            break;
        }
    }
    into.flush()?;
    Ok(summary)
}

fn name(asked: &Asked) -> &str {
    asked.names.first().map_or("", String::as_str)
}

/// The address of an identifier that is one, else register and value as org-id.guide writes them.
fn written(identifier: &Identifier) -> String {
    identifier
        .link()
        .map_or_else(|| identifier.to_string(), str::to_owned)
}

fn reasons(candidate: &Candidate<'_>, lang: Lang) -> Vec<String> {
    candidate
        .weighed
        .signs
        .iter()
        .map(|sign| say::plain(lang, sign.key(), &[]))
        .collect()
}

/// Four digits tell all there is to tell.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 10_000.0).round() / 10_000.0
}

/// An answer as a line of JSON has it, in this order.
#[derive(Serialize)]
struct Answer<'a> {
    row: u64,
    name: &'a str,
    candidates: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    number: String,
    name: &'a str,
    identifiers: Vec<String>,
    score: f64,
    reasons: Vec<String>,
}

fn json_line(row: u64, asked: &Asked, found: &[Candidate<'_>], lang: Lang) -> io::Result<String> {
    let candidates = found
        .iter()
        .map(|it| Said {
            number: it.bearer.number.to_string(),
            name: &it.bearer.name,
            identifiers: it.bearer.known.identifiers.iter().map(written).collect(),
            score: rounded(it.weighed.score),
            reasons: reasons(it, lang),
        })
        .collect();
    let answer = Answer {
        row,
        name: name(asked),
        candidates,
    };
    let mut line = serde_json::to_string(&answer)?;
    line.push('\n');
    Ok(line)
}

fn csv_lines(row: u64, asked: &Asked, found: &[Candidate<'_>], lang: Lang) -> io::Result<String> {
    let mut out: Vec<u8> = Vec::new();
    let row = row.to_string();
    if found.is_empty() {
        write_csv(&mut out, &[&row, name(asked), "", "", "", "", "", ""])?;
    }
    for (at, it) in found.iter().enumerate() {
        let identifiers: Vec<String> = it.bearer.known.identifiers.iter().map(written).collect();
        write_csv(
            &mut out,
            &[
                &row,
                name(asked),
                &(at + 1).to_string(),
                &it.bearer.number.to_string(),
                &it.bearer.name,
                &identifiers.join(" | "),
                &rounded(it.weighed.score).to_string(),
                &reasons(it, lang).join(" "),
            ],
        )?;
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn write_csv(into: &mut impl Write, cells: &[&str]) -> io::Result<()> {
    let mut writer = crate::roster::CellWriter::new(into, false)?;
    writer.write(cells)?;
    writer.finish()?;
    Ok(())
}
