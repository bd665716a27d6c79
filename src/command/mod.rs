//! Commands: what whoever runs the machine asks the program to do. Each opens the store, does its work and lets go of it.

mod account;
mod health;
mod log;
mod matching;
mod postman;
mod radar;
mod roster;
mod sample;
mod serve;
mod store;
mod trouble;
mod worker;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use store::Store;
pub use trouble::Trouble;

use crate::config::{MailConfig, ServeConfig, StoreConfig};

/// A registry of diaspora organizations and a coordination portal.
#[derive(Parser, Debug)]
#[command(name = "concord", version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    store: StoreConfig,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the portal.
    Serve {
        #[command(flatten)]
        serve: ServeConfig,
        #[command(flatten)]
        mail: MailConfig,
    },
    /// Do the jobs alone: send letters, let clocks run out. `serve` does them too, unless told not to.
    Worker {
        /// The address at which people reach the portal, for links in letters.
        #[arg(long, env = "CONCORD_URL")]
        url: url::Url,
        #[command(flatten)]
        mail: MailConfig,
    },
    /// Send letters until standard input ends; `serve` and `worker` start it.
    #[command(hide = true)]
    Letters {
        /// The address at which people reach the portal, for links in letters.
        #[arg(long, env = "CONCORD_URL")]
        url: url::Url,
        #[command(flatten)]
        mail: MailConfig,
    },
    /// Bring the database's schema up to date. `serve` does so when it starts.
    Migrate,
    /// Accounts of people who sign in.
    #[command(subcommand)]
    Account(account::AccountCommand),
    /// Read a roster of organizations from a file.
    Import(roster::ImportArgs),
    /// Write a roster to a file.
    Export(roster::ExportArgs),
    /// Compare names across scripts: pairs of a file, or the rows of a roster with the registry.
    #[command(subcommand)]
    Match(matching::MatchCommand),
    /// Look which initiatives overlap. The worker does so by itself; this says when it is done.
    Radar(radar::RadarArgs),
    /// Fill a database that nobody uses with invented organizations, to measure with.
    Sample(sample::SampleArgs),
    /// Print new keys for the vault, to be kept outside the database.
    Keys,
    /// Ask a server on this machine whether it is ready; for health checks of containers.
    #[command(hide = true)]
    Health(health::HealthArgs),
}

/// Runs a command; a trouble is told in a sentence on standard error.
pub fn run(cli: Cli) -> ExitCode {
    log::start();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("concord: the system gives no threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(dispatch(cli));
    // Threads that still read from standard input must not keep the program.
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("concord: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> Result<(), Trouble> {
    match cli.command {
        Command::Serve { serve, mail } => serve::run(&cli.store, &serve, &mail).await,
        Command::Worker { url, mail } => worker::run(&cli.store, &url, &mail).await,
        Command::Letters { url, mail } => postman::run(&cli.store, &url, &mail).await,
        Command::Migrate => Store::open(&cli.store).await?.close().await,
        Command::Account(command) => account::run(&cli.store, command).await,
        Command::Import(args) => roster::import(&cli.store, args).await,
        Command::Export(args) => roster::export(&cli.store, args).await,
        Command::Match(command) => matching::run(&cli.store, command).await,
        Command::Radar(args) => radar::run(&cli.store, args).await,
        Command::Sample(args) => sample::run(&cli.store, args).await,
        Command::Keys => {
            use secrecy::ExposeSecret;
            println!("{}", crate::vault::Vault::fresh_keys()?.expose_secret());
            Ok(())
        }
        Command::Health(args) => health::run(&args).await,
    }
}
