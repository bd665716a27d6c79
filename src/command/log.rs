//! The log: structured, to standard error, and without people.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Begins to log; `CONCORD_LOG` says what (`info` without it). JSON, unless a person watches.
pub fn start() {
    let filter = EnvFilter::try_from_env("CONCORD_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,sqlx::query=error,concord=info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start, as tests make one, changes nothing.
    let _ = if std::io::stderr().is_terminal() {
        log.compact().try_init()
    } else {
        log.json().flatten_event(true).try_init()
    };
    // The text of a panic may hold what somebody typed: where it happened is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(at, "panicked");
    }));
}
