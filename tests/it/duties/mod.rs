//! Handing over what somebody has at the desk, and standing in for whoever is away.

mod deputies;
pub mod handing;
mod hold_time;
mod refused;

use concord::actor::Actor;
use concord::ids::OrganizationId;
use concord::organization::team;
use concord::values::{RegistryNumber, TeamRole};

use crate::portal::{Browser, Page, Portal};

/// Looks at what would become of everything that somebody has.
pub async fn look(by: &Browser, from: Option<&Browser>, to: &Browser) -> Page {
    let from = from.map(|it| format!("&from={}", it.account()));
    let path = format!(
        "/desk/handovers/new?to={}{}",
        to.account(),
        from.unwrap_or_default()
    );
    by.get(path).await
}

/// What stands in the rows of such a page: of which kind, and what becomes of it.
pub fn rows(page: &Page) -> Vec<(String, String)> {
    let cells = page.select("main table tbody td");
    let pairs = cells.chunks(2);
    pairs
        .map(|pair| (pair[0].trim().to_owned(), pair[1].trim().to_owned()))
        .collect()
}

/// Gives an organization to a coordinator.
pub async fn assign(by: &Browser, desk: &str, to: &Browser) {
    let page = by.get(format!("{desk}/coordinator")).await.is(200);
    let to = to.account().to_string();
    page.submit(&[("coordinator", to.as_str())]).await.is(303);
}

/// Raises a flag that somebody looks after.
pub async fn flag(by: &Browser, desk: &str, owner: &Browser) {
    let page = by.get(format!("{desk}/flags")).await.is(200);
    let owner = owner.account().to_string();
    let fields = [
        ("words", "Its office is empty."),
        ("due-day", "24"),
        ("due-month", "12"),
        ("due-year", "2026"),
        ("owner", owner.as_str()),
    ];
    page.submit(&fields).await.is(303);
}

/// Names somebody in a note of a case.
pub async fn mention(by: &Browser, case: concord::ids::CaseId, told: &Browser, words: &str) {
    let page = by.get(format!("/desk/cases/{case}")).await.is(200);
    let told = told.account().to_string();
    let fields = [("body", words), ("tell", told.as_str())];
    page.submit_to(&format!("/desk/cases/{case}/messages"), &fields)
        .await
        .is(303);
}

/// Takes somebody of the desk into the team of an organization: it is their own from now on.
pub async fn seat(portal: &Portal, of: (OrganizationId, RegistryNumber), who: &Browser) {
    let mut tx = portal.tx().await;
    let (by, role) = (Actor::System, TeamRole::Reader);
    team::join(&mut tx, &by, of, who.account(), role)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

/// The page at the desk of an organization of somebody.
pub async fn organization(portal: &Portal, owner: &Browser, name: &str) -> String {
    let home = crate::teams::owned(portal, owner, name).await;
    let (_, number) = crate::teams::of_home(portal, &home).await;
    format!("/desk/organizations/{number}")
}
