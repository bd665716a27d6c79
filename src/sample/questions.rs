//! Whom the sample's board and its member ask to carry initiatives, and what was answered.

use super::SampleError;
use super::files::InitiativeRow;
use super::linking::placed;
use super::load::Loader;
use super::person::OF_MEMBER;
use crate::db::Tx;
use crate::initiative::{self, policy};
use crate::organization;
use crate::values::{InitiativeRole, Prose, TeamRole};

/// Whether one accepts, and a word to it.
type Answer = (bool, &'static str);

/// What the board asks the member's organization, and what that answered.
const ASKED: &[(&str, InitiativeRole, Option<Answer>)] = &[
    ("L’été des deux rives", InitiativeRole::Supporter, None),
    (
        "Letters for the first class",
        InitiativeRole::Partner,
        Some((false, "We have nobody who could carve letters this year.")),
    ),
    (
        "Scholarships for girls of border villages",
        InitiativeRole::Supporter,
        Some((true, "Gladly: our pupils collect for it at Easter.")),
    ),
];
/// What the member's organization leads, and whom it asks to join it.
const LED: (&str, &str) = ("École arménienne du dimanche", "paris-kolkheti");

/// Asks, and answers what was answered.
pub(super) async fn arrange(
    loader: &Loader<'_>,
    tx: &mut Tx,
    initiatives: &[InitiativeRow],
) -> Result<(), SampleError> {
    let member = loader.people.member()?;
    let own = organization::find(tx, loader.organization(OF_MEMBER)?).await?;
    let own = own.ok_or(SampleError::Missing("an organization"))?;
    for (title, role, answer) in ASKED {
        let id = placed(loader, initiatives, title)?;
        let can = policy::ask(loader.people.coordinator(0)?, id).map_err(crate::Error::from)?;
        let asked = initiative::ask(tx, &can, own.id, *role).await?;
        let asked = asked.map_err(|_| SampleError::Missing("somebody to ask"))?;
        if let Some((accepts, words)) = answer {
            let can = policy::answer_for(member, &own, Some(TeamRole::Owner));
            let can = can.map_err(crate::Error::from)?;
            let words = Prose::parse(words, Prose::CEILING);
            let words = words.map_err(|_| SampleError::Missing("words"))?;
            initiative::answer(tx, &can, asked, *accepts, Some(&words)).await?;
        }
    }
    let (title, other) = LED;
    let part = (placed(loader, initiatives, title)?, InitiativeRole::Lead);
    let can = policy::ask_for(member, &own, Some(TeamRole::Owner), part);
    let can = can.map_err(crate::Error::from)?;
    let other = loader.organization(other)?;
    let asked = initiative::ask(tx, &can, other, InitiativeRole::Partner).await?;
    asked.map_err(|_| SampleError::Missing("somebody to ask"))?;
    Ok(())
}
