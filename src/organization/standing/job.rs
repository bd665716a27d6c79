//! The job: reminders, suspensions that are over, and the rungs that are reached by their day.

use super::{advance, lift_ended, remind};
use crate::Result;
use crate::db::{Db, Tx};

/// What a run of the job did, in organizations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Whose owners were reminded.
    pub reminded: usize,
    /// Whose suspension was lifted.
    pub lifted: usize,
    /// Who went a rung down.
    pub advanced: usize,
}

/// Does what is to be done today, in transactions of a few organizations each: stopped anywhere, the next run goes on
/// where it stood, and two at once do everything once.
///
/// What goes wrong with the one keeps nobody from the others.
pub async fn keep(db: &Db) -> Result<Kept> {
    let lifted = until_none_is_left(db, lift_ended).await;
    let advanced = until_none_is_left(db, advance).await;
    let reminded = until_none_is_left(db, remind).await;
    Ok(Kept {
        reminded: reminded?,
        lifted: lifted?,
        advanced: advanced?,
    })
}

async fn until_none_is_left(db: &Db, act: impl AsyncFn(&mut Tx) -> Result<usize>) -> Result<usize> {
    let mut all = 0;
    loop {
        let mut tx = db.begin().await?;
        let many = act(&mut tx).await?;
        let _ = tx.commit().await?;
        if many == 0 {
            return Ok(all);
        }
        all += many;
    }
}
