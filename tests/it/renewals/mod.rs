//! Renewing a registration: every section is still true or has changed, and the board adds a term.

mod going_on;
mod people;
mod sending;

use chrono::{NaiveDate, TimeDelta};
use concord::case::Answer;
use concord::organization;
use concord::values::RegistryNumber;

use crate::portal::{Browser, Page, Portal};
pub use crate::registrations::SECTIONS;
use crate::registrations::{answered, submitted};
use crate::standings::TERM;

/// An organization that registered itself through the front door, as its team sees it; its registration ends in so many days.
pub async fn ending(portal: &Portal, owner: &str, days: i64) -> (Browser, String) {
    let ani = portal.member(owner).await;
    let case = submitted(portal, &ani).await;
    answered(portal, &portal.coordinator().await, &case, Answer::Accept).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(TERM - days));
    // Nobody stays signed in for years.
    let ani = portal.member(owner).await;
    let team = crate::teams::home_of(portal, &ani).await;
    (ani, team.trim_end_matches("/team").to_owned())
}

/// The number in the address of an organization.
pub fn number_of(home: &str) -> RegistryNumber {
    RegistryNumber::parse(home.rsplit('/').next().unwrap()).unwrap()
}

/// Until when it is registered.
pub async fn until(portal: &Portal, home: &str) -> NaiveDate {
    let found = crate::standings::found(portal, number_of(home)).await;
    let mut read = portal.db().read().await.unwrap();
    let until = organization::standing::registered_until(&mut read, found.id).await;
    until.unwrap().unwrap()
}

/// Begins a renewal; the address of its case.
pub async fn begin(who: &Browser, home: &str) -> String {
    let page = who.get(format!("{home}/renewal")).await.is(200);
    let begun = page.submit_to(&format!("{home}/renewals"), &[]).await;
    crate::registrations::case_of(begun.is(303).location())
}

/// Presses the button that a section is still true.
pub async fn confirm(who: &Browser, case: &str, section: &str) -> Page {
    let page = who.get(format!("{case}/form/{section}")).await.is(200);
    let action = format!("{case}/form/{section}/confirmation");
    page.submit_to(&action, &[]).await
}

/// Says of all sections but these that they are still true.
pub async fn confirm_all_but(who: &Browser, case: &str, others: &[&str]) {
    for section in SECTIONS.iter().filter(|it| !others.contains(it)) {
        confirm(who, case, section).await.is(303);
    }
}

/// Changes a section and saves it by this button.
pub async fn change(
    who: &Browser,
    case: &str,
    section: &str,
    fields: &[(&str, &str)],
    button: &str,
) -> Page {
    let page = who.get(format!("{case}/form/{section}")).await.is(200);
    let mut fields = fields.to_vec();
    fields.push(("go", button));
    page.submit_to(&format!("{case}/form/{section}"), &fields)
        .await
}

/// Sends it as it is.
pub async fn send(who: &Browser, case: &str) -> Page {
    let page = who.get(format!("{case}/answers")).await.is(200);
    page.submit_to(&format!("{case}/submission"), &[]).await
}

/// A renewal in which nothing changed, with all papers, sent.
pub async fn sent(who: &Browser, home: &str) -> String {
    let case = begin(who, home).await;
    confirm_all_but(who, &case, &[]).await;
    crate::documents::supply(who, &case).await;
    send(who, &case).await.is(303);
    case
}
