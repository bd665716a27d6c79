//! What reviewers say of documents, and when the applicant reads it.

use concord::case::Answer;
use concord::ids::CaseId;
use sqlx::PgPool;

use super::{STATUTES, acts, add, newest, pdf};
use crate::cases::{decide, draft, particulars, prose, submit, take};
use crate::portal::{Browser, Portal};

async fn case(portal: &Portal, ani: &Browser) -> (CaseId, String) {
    let id = draft(portal, ani).await;
    add(ani, id, STATUTES, "statutes.pdf", &pdf("S"))
        .await
        .is(303);
    submit(portal, ani, id, &particulars("Reviewed", "FR")).await;
    (id, newest(portal).await)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_desk_lists_what_is_there_and_says_what_is_missing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (id, document) = case(&portal, &ani).await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let slots = page.select(".app-shelf__slot");
    assert_eq!(slots.len(), 8);
    assert!(
        slots[0].starts_with("Founding deed and statutes") && slots[0].contains("statutes.pdf")
    );
    assert_eq!(
        slots.iter().filter(|slot| slot.contains("missing")).count(),
        6
    );
    assert!(page.has(&format!("a[href='/desk/documents/{document}']")));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_verdict_is_history_and_reaches_the_applicant_with_the_case(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (id, document) = case(&portal, &ani).await;
    let page = board
        .get(format!("/desk/documents/{document}"))
        .await
        .is(200);
    // Whoever says no says why.
    let refused = page.submit(&[("fine", "no"), ("note", " ")]).await.is(422);
    assert_eq!(refused.wrong_fields(), ["note"]);
    assert_eq!(page.submit(&[]).await.is(422).wrong_fields(), ["fine"]);
    let why = "The stamp of the register is missing.";
    let done = page.submit(&[("fine", "no"), ("note", why)]).await.is(303);
    assert_eq!(done.location(), format!("/desk/cases/{id}#documents"));
    assert_eq!(acts(&portal, "document_judged").await, 1);
    let desk = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(desk.text().contains("Not fine") && desk.text().contains(why));
    // While the board is still looking, its words are its own.
    let list = ani.get(format!("/cases/{id}/documents")).await.is(200);
    assert!(!list.text().contains("Not fine") && !list.text().contains(why));
    take(&portal, &board, id).await;
    let due = portal.now().date_naive() + chrono::TimeDelta::days(30);
    let answer = Answer::RequestChanges {
        words: Some(prose("See the documents.")),
        notes: Vec::new(),
        due,
    };
    decide(&portal, &board, id, answer).await;
    let list = ani.get(format!("/cases/{id}/documents")).await.is(200);
    assert!(list.text().contains("Not fine") && list.text().contains(why));
    // The second word counts, and the first stays.
    let page = board
        .get(format!("/desk/documents/{document}"))
        .await
        .is(200);
    page.submit(&[("fine", "yes"), ("note", "")]).await.is(303);
    let page = board
        .get(format!("/desk/documents/{document}"))
        .await
        .is(200);
    assert!(page.first(".app-paper").contains("Fine") && page.text().contains(why));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_board_judges_and_nobody_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let ani = portal.member("Ani").await;
    let (_, document) = case(&portal, &ani).await;
    let path = format!("/desk/documents/{document}/verdict");
    let fields = [("fine", "yes")];
    for (who, status) in [
        (portal.auditor().await, 403),
        (portal.admin().await, 403),
        (portal.post_officer(&["FR"]).await, 403),
        (portal.post_officer(&["DE"]).await, 404),
        (ani, 404),
        (portal.member("Stranger").await, 404),
        (portal.visitor(), 401),
        (board.clone(), 303),
    ] {
        who.post(&path, &fields).await.is(status);
    }
    // A coordinator who applies is an applicant.
    let (own, _) = case(&portal, &board).await;
    let document = newest(&portal).await;
    board
        .post(format!("/desk/documents/{document}/verdict"), &fields)
        .await
        .is(404);
    board.get(format!("/cases/{own}/documents")).await.is(200);
}
