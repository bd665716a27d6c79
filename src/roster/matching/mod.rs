//! Matching files against each other and the registry: two columns of names, or any roster's rows and who they may be.

mod asking;
pub mod command;
mod pairs;
mod registry;
mod rows;

#[cfg(test)]
#[path = "matching_test.rs"]
mod tests;

pub use command::{MatchError, Pairs, Rows};

/// The rows of a file that are worked on at once.
const BATCH: usize = 2_000;

/// Works on items with every core and keeps their order.
fn by_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> Vec<R> + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let part = items.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = items
            .chunks(part)
            .map(|part| scope.spawn(|| work(part)))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}
