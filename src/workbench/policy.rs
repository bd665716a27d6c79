//! Who has a workbench.

use crate::actor::{Actor, Denied};
use crate::assignment;

/// May see what lies on the workbench.
#[derive(Clone, Copy, Debug)]
pub struct CanSee(());

/// The board, its auditor and admins. To others there is none.
pub fn see(actor: &Actor) -> Result<CanSee, Denied> {
    assignment::policy::see(actor).map(|()| CanSee(()))
}
