//! Registering an organization in a browser, and its case as the applicant sees it.

mod answer;
mod draft;
mod following;
mod form;
mod prescreen;
mod section;
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

/// Starts a draft in the browser and gives the page with its sections.
pub async fn start(browser: &Browser) -> Page {
    let page = asked(browser, ASKED).await.is(200);
    let page = page.submit_to("/registrations", &[]).await.is(303);
    page.follow().await.is(200)
}

/// What is answered before a form.
pub const ASKED: &[(&str, &str)] = &[
    ("name", "Haus der Armenier"),
    ("host_country", "DE"),
    ("kind", "cultural-centre"),
    ("for_profit", "no"),
];

/// Answers the questions before the form.
pub async fn asked(browser: &Browser, answers: &[(&str, &str)]) -> Page {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(answers.iter().copied())
        .finish();
    browser.get(format!("/registrations/new?{query}")).await
}

/// The case that a page is about, from its address.
pub fn case_of(address: &str) -> String {
    let id = address.split('/').nth(2).expect("an address of a case");
    format!("/cases/{id}")
}

/// The case of a page that somebody asked for.
pub fn case_at(page: &Page) -> String {
    case_of(page.asked.split(' ').nth(1).unwrap())
}

/// The sections, in the order of the list.
pub const SECTIONS: [&str; 10] = [
    "names",
    "kind",
    "place",
    "community",
    "work",
    "contacts",
    "people",
    "identifiers",
    "size",
    "ties",
];

/// The section in which a field is asked.
pub fn section_of(field: &str) -> &'static str {
    match field.split('-').next().unwrap_or(field) {
        "names" => "names",
        "kind" | "founded" => "kind",
        "host_country" | "city" | "places" => "place",
        "homeland" | "community" => "community",
        "areas" | "about" | "languages" => "work",
        "contacts" | "website" | "links" => "contacts",
        "people" => "people",
        "identifiers" | "host_registered_on" => "identifiers",
        "members" | "members_on" | "members_evidence" | "funding" => "size",
        "umbrella" | "chapters" | "successor" => "ties",
        other => panic!("where is {other} asked?"),
    }
}

/// Opens a section of a case.
pub async fn open(browser: &Browser, case: &str, section: &str) -> Page {
    browser.get(format!("{case}/form/{section}")).await.is(200)
}

/// Types these answers into their sections and saves each as it is.
pub async fn type_in(browser: &Browser, case: &str, fields: &[(&str, &str)]) {
    for section in SECTIONS {
        let mut own: Vec<(&str, &str)> = fields
            .iter()
            .copied()
            .filter(|(name, _)| section_of(name) == section)
            .collect();
        if own.is_empty() {
            continue;
        }
        own.push(("go", "save"));
        let page = open(browser, case, section).await;
        assert_eq!(
            page.submit(&own).await.is(303).location(),
            format!("{case}/form")
        );
    }
}

/// A draft with these answers, and its answers as they are to be checked.
pub async fn checked_with(browser: &Browser, fields: &[(&str, &str)]) -> Page {
    let case = case_at(&start(browser).await);
    type_in(browser, &case, fields).await;
    crate::documents::supply(browser, &case).await;
    browser.get(format!("{case}/answers")).await.is(200)
}

/// A draft that nothing is wrong with, to be checked.
pub async fn checked(browser: &Browser) -> Page {
    checked_with(browser, FULL).await
}

/// Fills in the form, checks it, submits it, and gives the address of the case.
pub async fn submitted(portal: &Portal, browser: &Browser) -> String {
    let answers = checked(browser).await;
    let receipt = answers.submit(&[]).await.is(303);
    portal.letters().await;
    case_of(receipt.location())
}

/// The fields to which the mistakes of a page lead, also on other pages.
pub fn wanted(page: &Page) -> Vec<String> {
    let field = |href: String| href.rsplit('#').next().unwrap_or_default().to_owned();
    page.wrong_fields().into_iter().map(field).collect()
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
