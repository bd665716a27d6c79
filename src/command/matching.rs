//! Matching files of names, by the hands of whoever runs the machine.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Store, Trouble};
use crate::config::StoreConfig;
use crate::roster::matching::command;
use crate::values::Lang;

/// What can be matched.
#[derive(Subcommand, Debug)]
pub enum MatchCommand {
    /// Say of each pair of names how alike they are, and whether they are taken for one organization's.
    Pairs(PairsArgs),
    /// Say of each row of a roster which organizations of the registry it may be, the likeliest first.
    Roster(RosterArgs),
}

/// Which pairs.
#[derive(Args, Debug)]
pub struct PairsArgs {
    /// The file, or - for standard input: CSV with the columns name1 and name2; of other headers the first two columns.
    file: PathBuf,
    /// The column with the first names.
    #[arg(long, requires = "second")]
    first: Option<String>,
    /// The column with the second names.
    #[arg(long, requires = "first")]
    second: Option<String>,
    /// From which score on a pair matches, 0 to 1.
    #[arg(long, value_parser = score)]
    least: Option<f32>,
    /// The file to write; standard output where none is said.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// Which rows.
#[derive(Args, Debug)]
pub struct RosterArgs {
    /// The file, or - for standard input: CSV in any encoding and with any separator.
    file: PathBuf,
    /// What its columns mean, as for import; a name is enough. Without a map, by what the columns are called.
    #[arg(long)]
    columns: Option<PathBuf>,
    /// How many candidates each row gets at most.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    top: u16,
    /// The form of the answers.
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
    /// The language of the reasons: en, ru or ar.
    #[arg(long, default_value = "en")]
    lang: String,
    /// The file to write; standard output where none is said.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    Jsonl,
    Csv,
}

/// A score, which is between 0 and 1.
fn score(text: &str) -> Result<f32, String> {
    let score: f32 = text.parse().map_err(|_| "no number".to_owned())?;
    match (0.0..=1.0).contains(&score) {
        true => Ok(score),
        false => Err("a score is between 0 and 1".to_owned()),
    }
}

/// Runs. Words about it go to standard error: what is printed may be the answers themselves.
pub async fn run(config: &StoreConfig, command: MatchCommand) -> Result<(), Trouble> {
    let said = |error: command::MatchError| Trouble::Said(error.to_string());
    match command {
        MatchCommand::Pairs(args) => {
            let what = command::Pairs {
                file: args.file,
                columns: args.first.zip(args.second),
                least: args.least,
                output: args.output,
            };
            command::pairs(&what, &mut std::io::stderr()).map_err(said)
        }
        MatchCommand::Roster(args) => {
            let lang = Lang::parse(&args.lang)
                .map_err(|_| Trouble::Said("--lang: one of en, ru, ar".to_owned()))?;
            let what = command::Rows {
                file: args.file,
                columns: args.columns,
                top: usize::from(args.top),
                form: match args.format {
                    Format::Jsonl => command::Form::Jsonl,
                    Format::Csv => command::Form::Csv,
                },
                lang,
                output: args.output,
            };
            let store = Store::open(config).await?;
            let done = command::rows(&store.db, &what, &mut std::io::stderr()).await;
            let closed = store.close().await;
            done.map_err(said)?;
            closed
        }
    }
}
