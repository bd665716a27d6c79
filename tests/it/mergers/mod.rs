//! Merging two records of one organization, splitting one that is two, and taking either back; likely duplicates.

mod importing;
mod merging;
mod splitting;

use concord::ids::OrganizationId;
use concord::values::RegistryNumber;

use crate::portal::{Browser, Page, Portal};

pub use crate::standings::{found, registered};

/// Where an organization is sorted out.
pub fn at(number: RegistryNumber, part: &str) -> String {
    format!("/desk/organizations/{number}/{part}")
}

/// Both side by side.
pub fn side_by_side(survivor: RegistryNumber, other: RegistryNumber) -> String {
    at(survivor, &format!("mergers/new?with={other}"))
}

/// What a merger will do, with these answers besides a reason.
pub async fn previewed(
    board: &Browser,
    (survivor, other): (RegistryNumber, RegistryNumber),
    answers: &[(&str, &str)],
) -> Page {
    let page = board.get(side_by_side(survivor, other)).await.is(200);
    let mut fields = vec![("reason", "They are one club.")];
    fields.extend(answers);
    page.submit(&fields).await.is(200)
}

/// Merges, and gives the page of the merger.
pub async fn merged(
    board: &Browser,
    pair: (RegistryNumber, RegistryNumber),
    answers: &[(&str, &str)],
) -> Page {
    let page = previewed(board, pair, answers).await;
    let done = page.submit(&[("confirmed", "yes")]).await.is(303);
    done.follow().await.is(200)
}

/// Takes back what this page tells of.
pub async fn undone(page: &Page) -> Page {
    page.submit(&[("reason", "They are two clubs.")])
        .await
        .is(303)
}

/// Splits a new one off, and gives the page of the split.
pub async fn split_off(board: &Browser, number: RegistryNumber, name: &str) -> Page {
    let page = board.get(at(number, "splits")).await.is(200);
    let fields = [("name", name), ("reason", "Two clubs share an office.")];
    let page = page.submit(&fields).await.is(200);
    let done = page.submit(&[("confirmed", "yes")]).await.is(303);
    done.follow().await.is(200)
}

/// Says of two what they are.
pub async fn judged(
    board: &Browser,
    (one, other): (RegistryNumber, RegistryNumber),
    verdict: &str,
) -> Page {
    let with = other.to_string();
    let fields = [("with", with.as_str()), ("verdict", verdict)];
    board.post(at(one, "likenesses"), &fields).await
}

/// The id of an organization.
async fn id_of(portal: &Portal, number: RegistryNumber) -> OrganizationId {
    found(portal, number).await.id
}
