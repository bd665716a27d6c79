//! Notes within the board, and messages to the applicant.

use concord::case::{self, policy};
use concord::notice::LetterKind;
use sqlx::PgPool;

use crate::cases::{held, seen};
use crate::portal::{Browser, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_note_stays_within_the_board_and_a_message_goes_out_with_a_letter(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let action = format!("/desk/cases/{id}/messages");

    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    // Nothing chosen: a note.
    page.submit_to(&action, &[("body", "Seems odd to me.")])
        .await
        .is(303);
    assert!(portal.letters().await.is_empty());
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    page.submit_to(
        &action,
        &[("body", "When was it founded?"), ("reach", "applicant")],
    )
    .await
    .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Message);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert_eq!(page.select(".app-message--note").len(), 1);
    assert_eq!(page.select(".app-message--ours").len(), 1);

    let case = seen(&portal, &ani, id).await.unwrap();
    let mut read = portal.db().read().await.unwrap();
    let granted = policy::read(&ani.actor().await, &case).unwrap();
    let vault = portal.db().vault();
    let messages = case::messages(&mut read, vault, &granted).await.unwrap();
    let bodies: Vec<&str> = messages.iter().map(|it| it.body.as_str()).collect();
    assert_eq!(bodies, ["When was it founded?"]);
    let timeline = case::timeline(&mut read, vault, &granted).await.unwrap();
    let said = timeline
        .iter()
        .filter(|it| it.act == concord::history::Act::CaseMessageWritten);
    assert_eq!(said.count(), 1, "that there is a note is not told either");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_double_click_writes_once_and_an_empty_message_not_at_all(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let action = format!("/desk/cases/{id}/messages");
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let back = page.submit_to(&action, &[("body", "  ")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["body"]);
    let (one, two) = tokio::join!(
        page.submit_to(&action, &[("body", "Once.")]),
        page.submit_to(&action, &[("body", "Once.")]),
    );
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303));
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert_eq!(page.select(".app-message").len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn that_personal_data_was_looked_at_is_written_down_once_a_day(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, auditor) = (portal.member("Ani").await, portal.auditor().await);
    let board = portal.coordinator().await;
    let id = held(&portal, &ani, &board, "Haus").await;
    let looked = async |person: &Browser| -> i64 {
        sqlx::query_scalar(
            "select count(*) from history where act = 'personal_data_viewed' and account_id = $1",
        )
        .bind(person.account())
        .fetch_one(&pool)
        .await
        .unwrap()
    };
    for _ in 0..3 {
        auditor.get(format!("/desk/cases/{id}")).await.is(200);
    }
    assert_eq!(looked(&auditor).await, 1);
    // The form of a decision repeats what was submitted.
    board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    assert_eq!(looked(&board).await, 1);
    portal.wait(chrono::TimeDelta::days(1));
    let auditor = portal.auditor().await;
    auditor.get(format!("/desk/cases/{id}")).await.is(200);
    assert_eq!(looked(&auditor).await, 2);
}
