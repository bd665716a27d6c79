//! `concord import` and `concord export`: a roster in or out by the hands of whoever runs the machine.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tokio::sync::mpsc;

use super::export::{self, ExportError};
use super::import::{self, ImportError, Order, Why};
use super::write::CellWriter;
use super::{ColumnMap, MapError, Reason, Remark, policy};
use crate::actor::{Actor, Denied};
use crate::db::Db;
use crate::search::{Directory, Filter, WhereError};

/// Why a command did not do what it was asked, in a sentence for whoever typed it.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A file is not there, or may not be read.
    #[error("{} cannot be read: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file may not be written, or the disk is full.
    #[error("{} cannot be written: {error}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What is printed goes nowhere.
    #[error("nothing can be printed: {0}")]
    Print(#[from] io::Error),
    /// The column map has a mistake.
    #[error(transparent)]
    Map(#[from] MapError),
    /// The filter has a mistake.
    #[error("--where: {0}")]
    Where(#[from] WhereError),
    /// The import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The export.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Not for this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
}

/// What to import.
#[derive(Clone, Debug)]
pub struct Import {
    /// The file.
    pub file: PathBuf,
    /// Its column map.
    pub columns: Option<PathBuf>,
    /// Only look.
    pub dry_run: bool,
    /// Where to write each reason with its line.
    pub report: Option<PathBuf>,
}

/// Lets a file in, and says what became of its rows.
pub async fn import(db: &Db, what: &Import, out: &mut impl Write) -> Result<(), CommandError> {
    let map = match &what.columns {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| reading(path, error))?;
            Some(ColumnMap::parse(&text)?)
        }
        None => None,
    };
    let title = map.as_ref().and_then(|map| map.title.clone());
    let file = File::open(&what.file).map_err(|error| reading(&what.file, error))?;
    let mut report = match &what.report {
        Some(path) => Some(report(path).map_err(|error| writing(path, error))?),
        None => None,
    };
    let order = Order {
        file_name: name_of(&what.file),
        map,
        dry_run: what.dry_run,
    };
    let granted = policy::import(&Actor::System)?;
    let started = import::start(db, granted, file, order).await?;
    writeln!(
        out,
        "{}{}, {}",
        title.map(|title| format!("{title}: ")).unwrap_or_default(),
        name_of(&what.file),
        started.encoding
    )?;
    if !started.unread.is_empty() {
        writeln!(out, "Not read: {}", started.unread.join(", "))?;
    }
    let mut reasons: BTreeMap<Why, (u64, Reason)> = BTreeMap::new();
    let mut note = |line: u64, refused: bool, remark: &Remark| {
        let why = Why {
            refused,
            field: remark.field,
            key: remark.reason.key().to_owned(),
        };
        reasons.entry(why).or_insert((0, remark.reason)).0 += 1;
        match &mut report {
            Some(report) => report.write(cells(line, refused, remark)),
            None => Ok(()),
        }
    };
    let counts = started.run(Some(&mut note)).await?;
    if let Some(path) = &what.report
        && let Some(report) = report
    {
        let finished = report.finish().and_then(|mut file| file.flush());
        finished.map_err(|error| writing(path, error))?;
    }
    writeln!(
        out,
        "{} rows: {} added, {} updated, {} unchanged, {} refused{}",
        counts.total,
        counts.added,
        counts.updated,
        counts.unchanged,
        counts.refused,
        if what.dry_run {
            ". A trial: nothing was taken over"
        } else {
            ""
        }
    )?;
    for (why, (times, reason)) in &reasons {
        let field = why.field.map_or("row", |field| field.code());
        let fate = if why.refused {
            "refused"
        } else {
            "in without it"
        };
        writeln!(out, "{times:>8}  {fate}: {field}: {reason}")?;
    }
    if let Some(path) = &what.report {
        writeln!(out, "The report with every line is in {}", path.display())?;
    }
    Ok(())
}

fn report(path: &Path) -> io::Result<CellWriter<BufWriter<File>>> {
    let mut report = CellWriter::new(BufWriter::new(File::create(path)?), true)?;
    report.write(["line", "result", "field", "text", "reason"])?;
    Ok(report)
}

fn cells(line: u64, refused: bool, remark: &Remark) -> [String; 5] {
    [
        line.to_string(),
        if refused { "refused" } else { "in" }.to_owned(),
        remark
            .field
            .map_or(String::new(), |field| field.code().to_owned()),
        remark.text.clone(),
        remark.reason.to_string(),
    ]
}

/// What to export.
#[derive(Clone, Debug)]
pub struct Export {
    /// The filter of the directory, `host=DE&area=culture`; everything where nothing is said.
    pub filter: Option<String>,
    /// The file; standard output where none is said.
    pub output: Option<PathBuf>,
}

/// Lets the organizations out. A file appears under its name only when it is whole.
pub async fn export(db: &Db, what: &Export, out: &mut impl Write) -> Result<(), CommandError> {
    let mut filter = Filter::parse(what.filter.as_deref().unwrap_or_default())?;
    if filter.standing.is_empty() {
        // A roster of everything has those that were merged into others too.
        filter.standing = Filter::everything().standing;
    }
    let granted = policy::export(&Actor::System)?;
    let directory = Directory::new(db.clone());
    if !filter.text.is_empty() {
        // Nobody waits for a page: the words are looked for as the directory does, however long it takes to read.
        let mut read = db.read().await.map_err(ExportError::from)?;
        let done = directory.index().read_now(&mut read).await;
        done.map_err(ExportError::from)?;
    }
    let export = export::start(&directory, &granted, filter).await?;
    let count = export.count;
    let Some(path) = &what.output else {
        return receive(export, &mut io::stdout().lock())
            .await
            .map_err(|error| match error {
                ExportError::Io(error) => CommandError::Print(error),
                other => other.into(),
            });
    };
    let part = path.with_extension("part");
    let mut file = File::create(&part).map_err(|error| writing(&part, error))?;
    let written = match receive(export, &mut file).await {
        Ok(()) => file.sync_all().and_then(|()| fs::rename(&part, path)),
        Err(ExportError::Io(error)) => Err(error),
        Err(other) => {
            let _ = fs::remove_file(&part);
            return Err(other.into());
        }
    };
    if let Err(error) = written {
        let _ = fs::remove_file(&part);
        return Err(writing(path, error));
    }
    writeln!(out, "{count} organizations are in {}", path.display())?;
    Ok(())
}

async fn receive(export: export::Export, into: &mut impl Write) -> Result<(), ExportError> {
    let (to, mut from) = mpsc::channel(4);
    let sender = tokio::spawn(export.send(to));
    while let Some(part) = from.recv().await {
        into.write_all(&part?)?;
    }
    into.flush()?;
    sender.await.map_err(|_| ExportError::Gone)
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn reading(path: &Path, error: io::Error) -> CommandError {
    CommandError::Read {
        path: path.to_owned(),
        error,
    }
}

fn writing(path: &Path, error: io::Error) -> CommandError {
    CommandError::Write {
        path: path.to_owned(),
        error,
    }
}
