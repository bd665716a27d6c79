//! Forms filled in on paper: typed in by a post, told by letters, handed over to the organization's own people.

mod handing;
mod typing;

use concord::case::{Case, Stage};
use concord::ids::CaseId;
use sqlx::PgPool;

use crate::cases::{particulars, submit};
use crate::portal::{Browser, Page, Portal};

/// The scan of the signed form.
pub const SCAN: &str = "01930000-0000-7000-8000-000000000009";

/// What stands on a paper.
pub const PAPER: &[(&str, &str)] = &[
    ("name", "Haus der Armenier"),
    ("host_country", "DE"),
    ("signer", "Հակոբ Վարդանյան"),
    ("email", "hakob@example.org"),
    ("phone", "+49 221 445566"),
    ("signed_on-day", "3"),
    ("signed_on-month", "11"),
    ("signed_on-year", "2026"),
    ("lang", "ru"),
];

/// The same with some of it changed.
pub fn paper_but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> = PAPER
        .iter()
        .copied()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .collect();
    fields.extend_from_slice(changes);
    fields
}

/// Begins to type a paper in; the page with the sections.
pub async fn begin(typist: &Browser, paper: &[(&str, &str)]) -> Page {
    let page = typist.get("/papers/new").await.is(200);
    page.submit(paper).await.is(303).follow().await.is(200)
}

/// A case that was typed in and submitted; without the scan, through the domain's own verbs.
pub async fn sent(portal: &Portal, typist: &Browser, paper: &[(&str, &str)], host: &str) -> CaseId {
    let page = begin(typist, paper).await;
    let id = crate::registrations::id_of(&crate::registrations::case_at(&page));
    submit(portal, typist, id, &particulars("Haus der Armenier", host)).await;
    id
}

/// The case as it is.
pub async fn case_of(portal: &Portal, id: CaseId) -> Case {
    let mut read = portal.db().read().await.unwrap();
    concord::case::find(&mut read, &concord::actor::Actor::System, id)
        .await
        .unwrap()
}

/// Whether a record that was typed in is its own people's by now.
pub async fn is_handed_over(portal: &Portal, id: CaseId) -> bool {
    sqlx::query_scalar(
        "select typed_by is not null and applicant_id <> typed_by from cases where id = $1",
    )
    .bind(id)
    .fetch_one(portal.db_pool())
    .await
    .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn where_the_typist_is_the_whole_post_nobody_is_asked_for_an_opinion(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let post = portal.post_officer(&["DE"]).await;
    let id = sent(&portal, &post, PAPER, "DE").await;
    let stage = case_of(&portal, id).await.stage;
    assert!(matches!(stage, Stage::Submitted { .. }), "{stage:?}");
}
