//! The command line, and nothing else.

use std::process::ExitCode;

use clap::Parser;
use concord::command::{self, Cli};

fn main() -> ExitCode {
    command::run(Cli::parse())
}
