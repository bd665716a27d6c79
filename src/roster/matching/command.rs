//! What `concord match` does, without its flags.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::registry::Registry;
pub use super::rows::Form;
use super::{Summary, pairs, rows};
use crate::db::{Db, DbError};
use crate::roster::columns::{ColumnMap, MapError};
use crate::roster::header::NoColumn;
use crate::roster::table::TableError;
use crate::values::Lang;

/// Why nothing was matched, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// A file cannot be read.
    #[error("{path} cannot be read: {error}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file cannot be written.
    #[error("{path} cannot be written: {error}")]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Reading or writing broke off.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A workbook or a page, not a text.
    #[error("the file is a workbook or a PDF; save it as CSV and try again")]
    Workbook,
    /// No table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// No column of names can be told from its header.
    #[error("none of the columns is called “name”; say with --columns which one has the names")]
    NeedsMap,
    /// The column map has a mistake.
    #[error(transparent)]
    Map(#[from] MapError),
    /// Columns of the map that the file does not have.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Columns(Vec<NoColumn>),
    /// A column that was asked for.
    #[error("{0}")]
    Column(NoColumn),
    /// One column of a usual pair is there.
    #[error(
        "there is a column “{there}” and none called “{missing}”; say with --first and --second which two have the names"
    )]
    HalfPair {
        /// The one that is there.
        there: &'static str,
        /// The one that is not.
        missing: &'static str,
    },
    /// There is nothing to compare with.
    #[error("the file has one column; pairs need two")]
    OneColumn,
    /// The registry cannot be read.
    #[error("the registry cannot be read: {}", crate::error::for_log(.0))]
    Registry(#[from] DbError),
    /// There is no row that can be read.
    #[error("none of the rows can be read")]
    NothingRead,
    /// A thread ended in a panic.
    #[error("matching stopped unexpectedly")]
    Died,
}

/// Which pairs.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// The file.
    pub file: PathBuf,
    /// Its two columns; by their usual names, or the first two, where nothing is said.
    pub columns: Option<(String, String)>,
    /// From which score on a pair matches.
    pub least: Option<f32>,
    /// The file to write; standard output where none is said.
    pub output: Option<PathBuf>,
}

/// Which rows.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The file.
    pub file: PathBuf,
    /// Its column map.
    pub columns: Option<PathBuf>,
    /// How many candidates each row gets at most.
    pub top: usize,
    /// The form of the answers.
    pub form: Form,
    /// The language of the reasons.
    pub lang: Lang,
    /// The file to write; standard output where none is said.
    pub output: Option<PathBuf>,
}

/// Compares pairs. No database is needed.
pub fn pairs(what: &Pairs, say: &mut impl Write) -> Result<(), MatchError> {
    let file = open(&what.file)?;
    let run = |into: &mut dyn Write| pairs::run(file, what.columns.as_ref(), what.least, into);
    let Some(summary) = written(what.output.as_deref(), run)? else {
        return Ok(());
    };
    let Summary { rows, matches, .. } = summary;
    writeln!(say, "{rows} pairs, {matches} match")?;
    if let Some((first, second)) = &summary.first_two {
        writeln!(
            say,
            "compared the first two columns, “{first}” and “{second}”"
        )?;
    }
    tell(&summary, say)
}

/// Says what the file was read in, where that was a guess, and which rows could not be read. A file of nothing else is an error.
fn tell(summary: &Summary, say: &mut impl Write) -> Result<(), MatchError> {
    if summary.encoding != encoding_rs::UTF_8.name() {
        writeln!(say, "read as {}", summary.encoding)?;
    }
    if let Some((line, reason)) = summary.first {
        let unread = summary.unread;
        writeln!(
            say,
            "{unread} rows cannot be read and have no score, the first in line {line}: {reason}"
        )?;
        if unread == summary.rows {
            return Err(MatchError::NothingRead);
        }
    }
    Ok(())
}

/// Finds the candidates of each row.
pub async fn rows(db: &Db, what: &Rows, say: &mut impl Write) -> Result<(), MatchError> {
    let map = match &what.columns {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| reading(path, error))?;
            Some(ColumnMap::parse_names(&text)?)
        }
        None => None,
    };
    let opened = rows::open(open(&what.file)?, map)?;
    let registry = Registry::read(db).await?;
    let (top, form, lang, output) = (what.top, what.form, what.lang, what.output.clone());
    let answered = tokio::task::spawn_blocking(move || {
        written(output.as_deref(), |into: &mut dyn Write| {
            Ok(rows::answer(opened, &registry, top, form, lang, into)?)
        })
    });
    let Some(summary) = answered.await.map_err(|_| MatchError::Died)?? else {
        return Ok(());
    };
    let Summary { rows, matches, .. } = summary;
    writeln!(say, "{rows} rows, {matches} with a candidate that matches")?;
    tell(&summary, say)
}

/// Opens a file from its beginning. What cannot be read twice, standard input (`-`) or a pipe, is copied first into a file without a name: the
/// whole of it says how it is written.
fn open(path: &Path) -> Result<File, MatchError> {
    let read = |error| reading(path, error);
    if path == Path::new("-") {
        return copied(io::stdin().lock()).map_err(read);
    }
    let mut file = File::open(path).map_err(read)?;
    if file.metadata().map_err(read)?.is_dir() {
        return Err(read(io::ErrorKind::IsADirectory.into()));
    }
    match file.rewind() {
        Ok(()) => Ok(file),
        Err(_) => copied(file).map_err(read),
    }
}

fn copied(mut from: impl Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(&mut from, &mut file)?;
    file.rewind()?;
    Ok(file)
}

/// Writes to a file, which appears under its name only when it is whole, or to standard output. Nothing, where whoever reads that has gone:
/// they have what they wanted.
fn written<T>(
    output: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<T, MatchError>,
) -> Result<Option<T>, MatchError> {
    let Some(path) = output else {
        return match write(&mut BufWriter::new(io::stdout().lock())) {
            Err(MatchError::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(None),
            done => done.map(Some),
        };
    };
    let said = |error| writing(path, error);
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    // Like any file that is made; what a name of its own is for is gone with it if this fails.
    let mut part = tempfile::Builder::new()
        .suffix(".part")
        .permissions(fs::Permissions::from_mode(0o666))
        .tempfile_in(folder)
        .map_err(said)?;
    let done = write(part.as_file_mut())?;
    part.as_file().sync_all().map_err(said)?;
    part.persist(path).map_err(|error| said(error.error))?;
    Ok(Some(done))
}

fn reading(path: &Path, error: io::Error) -> MatchError {
    MatchError::Read {
        path: path.to_owned(),
        error,
    }
}

fn writing(path: &Path, error: io::Error) -> MatchError {
    MatchError::Write {
        path: path.to_owned(),
        error,
    }
}
