//! Papers beside the answers that they prove.

use sqlx::PgPool;

use crate::cases::{draft, particulars, submit};
use crate::documents::{IDENTITY, STATUTES, acts, add, newest, pdf};
use crate::portal::{Page, Portal};

/// What stands beside an answer.
fn beside(page: &Page, field: &str) -> String {
    page.select("#particulars ~ .app-answers .govuk-summary-list__row")
        .into_iter()
        .find(|row| row.starts_with(field))
        .unwrap_or_else(|| panic!("no {field}: {}", page.text()))
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_answer_shows_its_papers_and_what_is_missing_behind_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = draft(&portal, &ani).await;
    add(&ani, id, STATUTES, "statutes.pdf", &pdf("S"))
        .await
        .is(303);
    let statutes = newest(&portal).await;
    add(&ani, id, IDENTITY, "passport.pdf", &pdf("P"))
        .await
        .is(303);
    submit(&portal, &ani, id, &particulars("Haus", "FR")).await;
    let here = format!("/desk/cases/{id}");
    let page = board.get(&here).await.is(200);
    let names = beside(&page, "Names");
    assert!(
        names.contains("Haus") && names.contains("statutes.pdf"),
        "{names}"
    );
    assert!(names.contains("Not looked at yet"), "{names}");
    let people = beside(&page, "People who lead it");
    assert!(
        people.contains("passport.pdf") && people.contains("Personal"),
        "{people}"
    );
    // Only the report of activities would prove it, and that was not sent.
    let areas = beside(&page, "What it works on");
    assert!(
        areas.contains("Nothing behind it Report of activities"),
        "{areas}"
    );
    assert!(beside(&page, "City").contains("No paper is asked for"));
    assert!(page.text().contains("without the paper"), "{}", page.text());

    // It is said there that one is fine, once, and one reads on there.
    let verdict = format!("/desk/documents/{statutes}/verdict");
    assert_eq!(page.forms(&format!("form[action='{verdict}']")).len(), 1);
    let done = page.submit_to(&verdict, &[]).await.is(303);
    assert_eq!(done.location(), format!("{here}#particulars"));
    page.submit_to(&verdict, &[]).await.is(303);
    assert_eq!(acts(&portal, "document_judged").await, 1, "a double click");
    let page = board.get(&here).await.is(200);
    assert!(beside(&page, "Names").contains("Fine"));
    assert!(!page.has(&format!("form[action='{verdict}']")));

    // Who may not judge sees the papers, and no buttons; nor does the organization.
    for who in [portal.auditor().await, portal.post_officer(&["FR"]).await] {
        let page = who.get(&here).await.is(200);
        assert!(beside(&page, "Names").contains("statutes.pdf"));
        assert!(!page.has(".app-proof__acts"));
    }
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!page.has(".app-proof"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_say_which_answers_a_paper_proves(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let admin = portal.admin().await;
    let form = admin
        .get(format!("/admin/checklists/{STATUTES}"))
        .await
        .is(200);
    form.submit(&[("proves", "secret")]).await.is(422);
    form.submit(&[("proves", "city")]).await.is(303);
    let id = draft(&portal, &ani).await;
    add(&ani, id, STATUTES, "statutes.pdf", &pdf("S"))
        .await
        .is(303);
    submit(&portal, &ani, id, &particulars("Haus", "FR")).await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(beside(&page, "City").contains("statutes.pdf"));
    assert!(!beside(&page, "Names").contains("statutes.pdf"));
}
