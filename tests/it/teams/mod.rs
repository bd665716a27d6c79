//! Teams: inviting, what each role means, handing over, leaving, asking to join; and that no organization is without an owner.

mod closing;
mod handing;
mod inviting;
mod joining;
mod owners;
mod sharing;
mod switching;

use concord::case::Answer;
use concord::ids::{CaseId, OrganizationId};
use concord::organization::{self, team};
use concord::values::{RegistryNumber, TeamRole};

use crate::cases::{decide, held};
use crate::portal::{Browser, Portal};

/// An organization of which somebody is the only owner; the address of its team.
pub async fn owned(portal: &Portal, owner: &Browser, name: &str) -> String {
    let board = portal.coordinator().await;
    let id = held(portal, owner, &board, name).await;
    decide(portal, &board, id, Answer::Accept).await;
    portal.letters().await;
    home_of(portal, owner).await
}

/// The team of the newest organization whose owner somebody is.
pub async fn home_of(portal: &Portal, owner: &Browser) -> String {
    let mut read = portal.db().read().await.unwrap();
    let teams = team::of_person(&mut read, owner.account()).await.unwrap();
    let newest = teams
        .iter()
        .filter(|(_, role)| *role == TeamRole::Owner)
        .max_by_key(|(organization, _)| organization.id);
    let number = newest.expect("an owner").0.number;
    format!("/home/organizations/{number}/team")
}

/// The organization of a team.
pub async fn of_home(portal: &Portal, home: &str) -> (OrganizationId, RegistryNumber) {
    let number = RegistryNumber::parse(home.split('/').nth(3).unwrap()).unwrap();
    let mut read = portal.db().read().await.unwrap();
    let found = organization::find_by_number(&mut read, number).await;
    (found.unwrap().unwrap().id, number)
}

/// Takes somebody into the team, without a letter.
pub async fn join(portal: &Portal, owner: &Browser, name: &str, role: TeamRole) -> Browser {
    let somebody = portal.member(name).await;
    let of = of_home(portal, &home_of(portal, owner).await).await;
    let mut tx = portal.tx().await;
    let by = owner.actor().await;
    team::join(&mut tx, &by, of, somebody.account(), role)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    somebody
}

/// Who is in the team of an organization: names and roles.
pub async fn members(portal: &Portal, home: &str) -> Vec<(Browser, TeamRole)> {
    let (id, _) = of_home(portal, home).await;
    let mut read = portal.db().read().await.unwrap();
    let seats = team::of_organization(&mut read, id).await.unwrap();
    let mut members = Vec::new();
    for name in ["Ani", "Vahan", "Mariam", "Tigran"] {
        let somebody = portal.member(name).await;
        let seat = seats.iter().find(|seat| seat.account == somebody.account());
        members.extend(seat.map(|seat| (somebody, seat.role)));
    }
    members
}

/// What somebody is in a team.
pub async fn role(portal: &Portal, home: &str, who: &Browser) -> Option<TeamRole> {
    let (id, _) = of_home(portal, home).await;
    let mut read = portal.db().read().await.unwrap();
    team::role_of(&mut read, id, who.account()).await.unwrap()
}

/// Invites an address in the browser and gives the link of the letter.
pub async fn invited(
    portal: &Portal,
    owner: &Browser,
    home: &str,
    email: &str,
    role: &str,
) -> String {
    portal.letters().await;
    let page = owner.get(home).await.is(200);
    let fields = [("email", email), ("role", role), ("lang", "ru")];
    page.submit_to(&format!("{home}/invitations"), &fields)
        .await
        .is(303);
    portal.letter().await.link().to_owned()
}

/// Lets somebody write a registration together.
pub async fn share(
    portal: &Portal,
    applicant: &Browser,
    case: CaseId,
    name: &str,
    role: &str,
) -> Browser {
    let somebody = portal.member(name).await;
    let home = format!("/cases/{case}/team");
    let email = somebody.email().to_owned();
    let link = invited(portal, applicant, &home, &email, role).await;
    let page = somebody.get(&link).await.is(200);
    page.submit_to(&link, &[]).await.is(303);
    somebody
}
