//! Answers that come at the same pace, whatever they are.

use std::future::Future;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// A form that tells nothing about others answers no sooner than this.
const EVEN: Duration = Duration::from_millis(250);

/// What became of an act that is slowed down for those who fail often.
#[derive(Debug)]
pub enum Paced<T> {
    /// It was done, or refused.
    Done(T),
    /// It was not even looked at; wait so long.
    Wait(Duration),
}

/// Answers when at least so much time has passed that what was written or not written meanwhile does not show.
pub(super) async fn evenly<T>(work: impl Future<Output = T>) -> T {
    let until = Instant::now() + EVEN;
    let done = work.await;
    sleep_until(until).await;
    done
}
