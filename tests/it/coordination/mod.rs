//! Grouping organizations, giving them into somebody's hands, joining them to initiatives, and the consents of leaders.

mod assignments;
pub mod consents;
pub mod ending;
mod groups;
mod initiatives;
pub mod joining;
mod leaders;
mod pages;
mod places;
mod public;
mod reopening;
mod struck_off;
mod terms;

use concord::actor::Actor;
use concord::ids::OrganizationId;
use concord::organization;
use concord::values::RegistryNumber;

use crate::cases::particulars;
use crate::portal::Portal;

/// A registered organization.
pub async fn registered(
    portal: &Portal,
    name: &str,
    host: &str,
) -> (OrganizationId, RegistryNumber) {
    let mut tx = portal.tx().await;
    let said = particulars(name, host);
    let made = organization::register(&mut tx, &Actor::System, &said, None).await;
    let _ = tx.commit().await.unwrap();
    made.unwrap()
}
