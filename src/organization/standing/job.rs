//! The job: reminders, suspensions that are over, and the rungs that are reached by their day.

use super::{advance, lift_ended, remind};
use crate::Result;
use crate::db::Db;

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
pub async fn keep(db: &Db) -> Result<Kept> {
    let mut kept = Kept::default();
    macro_rules! until_none_is_left {
        ($act:expr, $count:ident) => {
            loop {
                let mut tx = db.begin().await?;
                let many = $act(&mut tx).await?;
                let _ = tx.commit().await?;
                if many == 0 {
                    break;
                }
                kept.$count += many;
            }
        };
    }
    until_none_is_left!(lift_ended, lifted);
    until_none_is_left!(advance, advanced);
    until_none_is_left!(remind, reminded);
    Ok(kept)
}
