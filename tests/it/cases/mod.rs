//! Cases: what becomes of them in the domain, and the verbs by which other tests arrange them.

mod clocks;
mod holding;
mod keeping;

use concord::case::{self, Glimpse, RawForm, policy};
use concord::ids::CaseId;
use concord::organization::{Contact, Name, Particulars, PersonEntry};
use concord::outcome;
use concord::values::{
    Area, CaseKind, ContactChannel, ContactPurpose, Country, Email, LanguageTag, Line, NameRole,
    Prose,
};

use crate::portal::{Browser, Portal};

pub fn line(text: &str) -> Line {
    Line::parse(text, 300).unwrap()
}

pub fn prose(text: &str) -> Prose {
    Prose::parse(text, 10_000).unwrap()
}

/// What an organization of this name in this country says.
pub fn particulars(name: &str, host: &str) -> Particulars {
    Particulars {
        names: vec![Name::new(
            line(name),
            LanguageTag::parse("hy").ok(),
            NameRole::Legal,
        )],
        city: Some(line("Köln")),
        homeland: Country::from_code("AM"),
        areas: Area::recorded("culture").into_iter().collect(),
        contacts: vec![Contact {
            channel: ContactChannel::Phone,
            purpose: ContactPurpose::General,
            value: line("+49 221 123456"),
            public: false,
        }],
        people: vec![
            PersonEntry::new(
                line("Ani Sarkissian"),
                line("President"),
                Email::parse("ani@example.org").ok(),
                true,
            ),
            PersonEntry::new(line("Vahé Hidden"), line("Treasurer"), None, false),
        ],
        ..Particulars::of(Country::from_code(host).unwrap())
    }
}

/// A draft with an empty form.
pub async fn draft(portal: &Portal, applicant: &Browser) -> CaseId {
    let mut tx = portal.tx().await;
    let actor = applicant.actor().await;
    let granted = policy::start(&actor, CaseKind::Registration).unwrap();
    let id = case::start(&mut tx, granted).await.unwrap();
    drop(tx.commit().await.unwrap());
    id
}

/// Saves a draft of which only the name was typed.
pub async fn save(portal: &Portal, applicant: &Browser, id: CaseId, name: &str) {
    let mut tx = portal.tx().await;
    let actor = applicant.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let raw = RawForm::from([("name-0-text".to_owned(), vec![name.to_owned()])]);
    let glimpse = Glimpse {
        title: name.to_owned(),
        ..Glimpse::default()
    };
    let granted = policy::edit(&actor, &case).unwrap();
    case::save_draft(&mut tx, granted, &raw, &glimpse)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

/// Submits a case, for the first time or again.
pub async fn submit(portal: &Portal, applicant: &Browser, id: CaseId, said: &Particulars) {
    let mut tx = portal.tx().await;
    let actor = applicant.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = policy::submit(&actor, &case).unwrap();
    case::submit(&mut tx, granted, said).await.unwrap();
    drop(tx.commit().await.unwrap());
}

/// A case that was submitted.
pub async fn submitted(portal: &Portal, applicant: &Browser, name: &str, host: &str) -> CaseId {
    let id = draft(portal, applicant).await;
    submit(portal, applicant, id, &particulars(name, host)).await;
    id
}

/// A case that a coordinator took.
pub async fn held(portal: &Portal, applicant: &Browser, holder: &Browser, name: &str) -> CaseId {
    let id = submitted(portal, applicant, name, "DE").await;
    take(portal, holder, id).await;
    id
}

/// Takes a case.
pub async fn take(portal: &Portal, holder: &Browser, id: CaseId) {
    let mut tx = portal.tx().await;
    let actor = holder.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = policy::take(&actor, &case).unwrap();
    case::take(&mut tx, granted).await.unwrap();
    drop(tx.commit().await.unwrap());
}

/// Takes a case out of a colleague's hands.
pub async fn take_over(portal: &Portal, by: &Browser, id: CaseId) {
    let mut tx = portal.tx().await;
    let actor = by.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = policy::take_over(&actor, &case).unwrap();
    let why = prose("You are away.");
    case::take_from(&mut tx, granted, &why).await.unwrap();
    drop(tx.commit().await.unwrap());
}

/// Takes the next case of somebody's lanes, or of all.
pub async fn next(portal: &Portal, by: &Browser) -> Option<CaseId> {
    let mut tx = portal.tx().await;
    let actor = by.actor().await;
    let desk = case::Desk::of(&mut tx, &actor).await.unwrap();
    let lanes = case::lanes(&mut tx, &actor).await.unwrap();
    let granted = policy::take_next(&actor).unwrap();
    let next = case::take_next(&mut tx, granted, &desk, &lanes).await;
    drop(tx.commit().await.unwrap());
    next.unwrap()
}

/// Decides a case.
pub async fn decide(portal: &Portal, by: &Browser, id: CaseId, answer: case::Answer) {
    let mut tx = portal.tx().await;
    let actor = by.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = policy::decide(&actor, &case).unwrap();
    let verdict = case::decide(&mut tx, granted, answer).await.unwrap();
    outcome::apply(&mut tx, verdict).await.unwrap();
    drop(tx.commit().await.unwrap());
}

/// The case as this person sees it.
pub async fn seen(portal: &Portal, by: &Browser, id: CaseId) -> concord::Result<case::Case> {
    let mut read = portal.db().read().await.unwrap();
    case::find(&mut read, &by.actor().await, id).await
}
