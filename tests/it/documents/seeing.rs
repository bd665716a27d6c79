//! Who sees documents: whoever sees what they belong to, by the same questions; and who looked is on record.

use concord::case::Answer;
use sqlx::PgPool;

use super::{IDENTITY, STATUTES, acts, add, newest, pdf, send};
use crate::cases::{decide, draft, particulars, submit, take};
use crate::portal::Portal;
use crate::world::{PEOPLE, person};

/// What everybody is answered.
async fn answers(portal: &Portal, path: &str) -> Vec<u16> {
    let mut answers = Vec::new();
    for who in PEOPLE {
        let page = person(portal, who).await.get(path).await;
        answers.push(page.status.as_u16());
    }
    answers
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_who_may_see_the_case_sees_its_documents(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let applicant = person(&portal, "applicant").await;
    let id = draft(&portal, &applicant).await;
    add(&applicant, id, STATUTES, "a.png", &super::files::png())
        .await
        .is(303);
    let open = newest(&portal).await;
    add(&applicant, id, IDENTITY, "b.pdf", &pdf("B"))
        .await
        .is(303);
    let personal = newest(&portal).await;
    assert_eq!(PEOPLE[3], "post DE");
    // A draft is its applicant's alone.
    let own = [303, 404, 200, 404, 404, 404, 404, 404, 404];
    for path in [
        format!("/documents/{open}"),
        format!("/documents/{open}/thumbnail"),
        format!("/documents/{personal}"),
    ] {
        assert_eq!(answers(&portal, &path).await, own, "{path}");
    }
    submit(&portal, &applicant, id, &particulars("Papers", "DE")).await;
    // Once submitted: the post of the host country, and whoever works at the desk.
    let desk = [303, 404, 200, 200, 404, 200, 200, 200, 200];
    for path in [
        format!("/documents/{open}"),
        format!("/documents/{open}/thumbnail"),
        format!("/documents/{personal}"),
    ] {
        assert_eq!(answers(&portal, &path).await, desk, "{path}");
    }
    let review = [303, 404, 404, 200, 404, 200, 200, 200, 200];
    assert_eq!(
        answers(&portal, &format!("/desk/documents/{open}")).await,
        review
    );
    // Five at the desk opened the personal paper; its own applicant is not spied on.
    assert_eq!(acts(&portal, "document_viewed").await, 5);
    person(&portal, "auditor")
        .await
        .get(format!("/documents/{personal}"))
        .await
        .is(200);
    assert_eq!(acts(&portal, "document_viewed").await, 6);

    // Nothing can be added while it is with the board.
    let list = applicant
        .get(format!("/cases/{id}/documents"))
        .await
        .is(200);
    assert!(!list.has(".app-shelf__add"));
    applicant
        .get(format!("/cases/{id}/documents/{STATUTES}"))
        .await
        .is(409);

    // Accepted, they are the organization's.
    let board = portal.coordinator().await;
    portal.wait(chrono::TimeDelta::days(21));
    let mut tx = portal.tx().await;
    concord::case::pass_overdue_posts(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    let (board, applicant) = (portal.coordinator().await, {
        let _ = board;
        person(&portal, "applicant").await
    });
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    for path in [
        format!("/documents/{open}"),
        format!("/documents/{personal}"),
    ] {
        assert_eq!(answers(&portal, &path).await, desk, "{path}");
    }
    let number: String = sqlx::query_scalar("select number from organizations")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let desk = board
        .get(format!("/desk/organizations/{number}"))
        .await
        .is(200);
    assert_eq!(
        desk.attributes("#documents ~ ul .app-paper__facts > a", "href")
            .len(),
        2
    );
    let own = applicant
        .get(format!("/home/organizations/{number}"))
        .await
        .is(200);
    assert_eq!(
        own.attributes("#documents ~ ul .app-paper__facts > a", "href")
            .len(),
        2
    );
    let form = applicant
        .get(format!("/home/organizations/{number}/documents/{STATUTES}"))
        .await
        .is(200);
    send(&applicant, &form, &[], "newer.pdf", &pdf("C"))
        .await
        .is(303);
    let list = applicant
        .get(format!("/home/organizations/{number}/documents"))
        .await
        .is(200);
    assert!(list.text().contains("newer.pdf") && list.text().contains("Former versions"));
    // Nobody else reaches the form of somebody's organization.
    for who in ["stranger", "coordinator", "post DE"] {
        let other = person(&portal, who).await;
        other
            .get(format!("/home/organizations/{number}/documents/{STATUTES}"))
            .await
            .is(404);
        other
            .get(format!("/home/organizations/{number}/documents"))
            .await
            .is(404);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_adds_to_what_is_not_theirs(pool: PgPool) {
    let portal = Portal::new(pool);
    let applicant = person(&portal, "applicant").await;
    let id = draft(&portal, &applicant).await;
    let form = applicant
        .get(format!("/cases/{id}/documents/{STATUTES}"))
        .await
        .is(200);
    for who in ["stranger", "coordinator", "post DE", "admin"] {
        let other = person(&portal, who).await;
        send(&other, &form, &[], "a.pdf", &pdf("A")).await.is(404);
    }
    send(&portal.visitor(), &form, &[], "a.pdf", &pdf("A"))
        .await
        .is(401);
    applicant
        .get(format!(
            "/cases/{id}/documents/0192f000-0000-7000-8000-000000000000"
        ))
        .await
        .is(404);
    applicant
        .get("/documents/0192f000-0000-7000-8000-000000000000")
        .await
        .is(404);
    assert_eq!(acts(&portal, "document_added").await, 0);
}
