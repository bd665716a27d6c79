//! Rosters in and out, by the hands of whoever runs the machine.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Store, Trouble};
use crate::config::StoreConfig;
use crate::roster::command;

/// What to import.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The file: CSV in any encoding and with any separator.
    file: PathBuf,
    /// What its columns mean; files with Concord's own headers need none.
    #[arg(long)]
    columns: Option<PathBuf>,
    /// Look and tell, and take nothing over.
    #[arg(long)]
    dry_run: bool,
    /// Where to write, line by line, what was refused and why.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// What to export.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Which list.
    #[arg(value_enum)]
    list: List,
    /// The filter of the directory, such as `host=DE&area=culture` or `city=DE-München`: host, city, homeland, community, area,
    /// kind, language, standing, and q for words.
    #[arg(long = "where")]
    filter: Option<String>,
    /// The form of the file.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// The file to write; standard output where none is said.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum List {
    Organizations,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    Csv,
}

/// Imports.
pub async fn import(config: &StoreConfig, args: ImportArgs) -> Result<(), Trouble> {
    let what = command::Import {
        file: args.file,
        columns: args.columns,
        dry_run: args.dry_run,
        report: args.report,
    };
    let store = Store::open(config).await?;
    let done = command::import(&store.db, &what, &mut std::io::stdout()).await;
    let closed = store.close().await;
    done.map_err(|error| Trouble::Said(error.to_string()))?;
    closed
}

/// Exports.
pub async fn export(config: &StoreConfig, args: ExportArgs) -> Result<(), Trouble> {
    // One list and one form so far; a second makes each a question here.
    let (List::Organizations, Format::Csv) = (args.list, args.format);
    let what = command::Export {
        filter: args.filter,
        output: args.output,
    };
    let store = Store::open(config).await?;
    // What is printed may be the roster itself: words about it go beside it.
    let done = command::export(&store.db, &what, &mut std::io::stderr()).await;
    let closed = store.close().await;
    done.map_err(|error| Trouble::Said(error.to_string()))?;
    closed
}
