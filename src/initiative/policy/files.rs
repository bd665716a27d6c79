//! Who may see a picture or document of an initiative.

use super::desk;
use crate::actor::{Actor, Denied};
use crate::initiative::files::SeenFile;
use crate::values::TeamRole;

/// May see a picture or document.
#[derive(Debug)]
pub struct CanSeeFile {
    file: SeenFile,
}

impl CanSeeFile {
    /// Which.
    pub const fn file(&self) -> &SeenFile {
        &self.file
    }
}

/// Anybody sees what is shown with an initiative. What is only proposed, the whole team sees, and the board, its auditor and admins
/// once it was sent: as with the words that it came with. To all others it is not there, and no sign-in is asked for.
pub fn see_file(
    actor: &Actor,
    file: SeenFile,
    own: Option<TeamRole>,
) -> Result<CanSeeFile, Denied> {
    let at_desk = file.was_sent && desk(actor).is_ok();
    match file.is_shown || own.is_some() || at_desk {
        true => Ok(CanSeeFile { file }),
        false => Err(Denied::Hidden),
    }
}
