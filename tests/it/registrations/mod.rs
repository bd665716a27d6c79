//! Registering an organization in a browser, and its case as the applicant sees it.

mod answer;
mod draft;
mod following;
mod form;
mod submission;
mod whose;

use concord::case::{self, Answer, policy};
use concord::ids::CaseId;
use concord::outcome;
use concord::values::Prose;

use crate::portal::{Browser, Page, Portal};

/// A form that nothing is wrong with.
pub const FULL: &[(&str, &str)] = &[
    ("names-0-text", "Haus der Armenier"),
    ("names-0-role", "legal"),
    ("names-0-language", "de"),
    ("names-1-text", "Հայ Տուն"),
    ("names-1-role", "native"),
    ("names-1-language", "hy"),
    ("kind", "cultural-centre"),
    ("founded", "1987"),
    ("host_country", "DE"),
    ("city", "Köln"),
    ("homeland", "AM"),
    ("community", ""),
    ("identifiers-0-scheme", "DE-CR"),
    ("identifiers-0-value", "VR 1234"),
    ("areas", "culture"),
    ("areas", "language"),
    ("languages-0-tag", "hy"),
    ("website", "www.example.org"),
    ("contacts-0-channel", "email"),
    ("contacts-0-value", "office@example.org"),
    ("contacts-0-purpose", "general"),
    ("about-0-language", "de"),
    ("about-0-text", "Schule, Chor und Bibliothek."),
    ("people-0-name", "Ani Sarkissian"),
    ("people-0-title", "Vorsitzende"),
    ("people-0-email", "ani@example.org"),
];

/// The full form with some answers changed.
pub fn full_but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> = FULL
        .iter()
        .copied()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .collect();
    fields.extend_from_slice(changes);
    fields
}

/// Starts a draft in the browser and gives the page with its form.
pub async fn start(browser: &Browser) -> Page {
    let page = browser.get("/registrations/new").await.is(200);
    let page = page.submit_to("/registrations", &[]).await.is(303);
    page.follow().await.is(200)
}

/// The case that a page is about, from its address.
pub fn case_of(address: &str) -> String {
    let id = address.split('/').nth(2).expect("an address of a case");
    format!("/cases/{id}")
}

/// Fills in the form, checks it, submits it, and gives the address of the case.
pub async fn submitted(portal: &Portal, browser: &Browser) -> String {
    let form = start(browser).await;
    let mut fields = FULL.to_vec();
    fields.push(("go", "check"));
    let answers = form.submit(&fields).await.is(303).follow().await.is(200);
    let receipt = answers.submit(&[]).await.is(303);
    portal.letters().await;
    case_of(receipt.location())
}

/// The id in the address of a case.
pub fn id_of(case: &str) -> CaseId {
    case.trim_start_matches("/cases/").parse().expect("an id")
}

/// The board answers, through the domain's own verbs.
pub async fn answered(portal: &Portal, judge: &Browser, case: &str, answer: Answer) {
    let actor = judge.actor().await;
    let mut tx = portal.tx().await;
    let found = case::find(&mut tx, &actor, id_of(case)).await.unwrap();
    let granted = policy::take(&actor, &found).unwrap();
    case::take(&mut tx, granted).await.unwrap();
    let found = case::find(&mut tx, &actor, id_of(case)).await.unwrap();
    let granted = policy::decide(&actor, &found).unwrap();
    let verdict = case::decide(&mut tx, granted, answer).await.unwrap();
    outcome::apply(&mut tx, verdict).await.unwrap();
    drop(tx.commit().await.unwrap());
}

pub fn prose(text: &str) -> Prose {
    Prose::parse(text, 10_000).unwrap()
}
