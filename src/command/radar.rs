//! Looking which initiatives overlap, as a job and by the hands of whoever runs the machine.

use std::time::Instant;

use clap::Args;

use super::{Store, Trouble};
use crate::config::StoreConfig;
use crate::db::Db;
use crate::radar;

/// How.
#[derive(Args, Debug)]
pub struct RadarArgs {
    /// Look at every initiative anew, not only at those that are new or were changed.
    #[arg(long)]
    anew: bool,
}

/// Looks at all that waits, in parts that each land by themselves; stopped, it goes on where it was.
pub async fn look_at_what_waits(db: &Db) -> crate::Result<usize> {
    loop {
        let mut tx = db.begin().await?;
        let read = radar::profile_waiting(&mut tx).await?;
        let _ = tx.commit().await?;
        if read == 0 {
            break;
        }
    }
    let mut all = 0;
    loop {
        let mut tx = db.begin().await?;
        let compared = radar::compare_waiting(&mut tx).await?;
        let _ = tx.commit().await?;
        all += compared;
        if compared == 0 {
            return Ok(all);
        }
    }
}

/// Runs, and says what was done.
pub async fn run(config: &StoreConfig, args: RadarArgs) -> Result<(), Trouble> {
    let store = Store::open(config).await?;
    let done = look(&store.db, args.anew).await;
    let closed = store.close().await;
    println!("{}", done?);
    closed
}

async fn look(db: &Db, anew: bool) -> crate::Result<String> {
    let began = Instant::now();
    if anew {
        let mut tx = db.begin().await?;
        radar::begin_anew(&mut tx).await?;
        let _ = tx.commit().await?;
    }
    let compared = look_at_what_waits(db).await?;
    let seconds = began.elapsed().as_secs_f64();
    Ok(format!(
        "{compared} initiatives were looked at in {seconds:.1} s"
    ))
}
