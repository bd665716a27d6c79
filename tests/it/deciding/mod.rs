//! How cases are decided: by one, by two who agree, or in a session of the board.

mod rules;
mod two;

use concord::case::{Stage, Way};
use concord::ids::CaseId;

use crate::cases::seen;
use crate::portal::{Browser, Page, Portal};

/// Writes a rule through the admins' form.
pub async fn rule(portal: &Portal, fields: &[(&str, &str)]) -> Page {
    let admin = portal.admin().await;
    let form = admin.get("/admin/deciding/new").await.is(200);
    form.submit(fields).await
}

/// Changes the rule for all.
pub async fn rule_for_all(portal: &Portal, way: Way) {
    let admin = portal.admin().await;
    let list = admin.get("/admin/deciding").await.is(200);
    let form = admin
        .get(list.link("Everywhere, for every case"))
        .await
        .is(200);
    form.submit(&[("way", way.code())]).await.is(303);
}

/// Whether a case is under review.
pub async fn is_in_review(portal: &Portal, id: CaseId) -> bool {
    let admin = portal.admin().await;
    let case = seen(portal, &admin, id).await.unwrap();
    matches!(case.stage, Stage::InReview { .. })
}

/// Proposes an answer through the form of the decision.
pub async fn propose(by: &Browser, id: CaseId, fields: &[(&str, &str)]) {
    let form = by.get(format!("/desk/cases/{id}/decision")).await.is(200);
    let page = form.submit(fields).await.is(303).follow().await.is(200);
    assert!(page.text().contains("Your proposal waits for a colleague."));
}
