//! The ladder before a document's last day.

use chrono::{NaiveDate, TimeDelta};
use concord::case::Answer;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{TAX, pdf, send};
use crate::cases::{decide, draft, particulars, submit, take};
use crate::portal::Portal;

async fn remind(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let told = concord::document::remind(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    told
}

async fn set_day(portal: &Portal, day: NaiveDate) {
    let now = portal.now();
    portal.wait(day.and_hms_opt(9, 0, 0).unwrap().and_utc() - now);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_step_is_told_once_to_those_who_can_act(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = draft(&portal, &ani).await;
    let form = ani
        .get(format!("/cases/{id}/documents/{TAX}"))
        .await
        .is(200);
    let date = [
        ("expires-day", "1"),
        ("expires-month", "3"),
        ("expires-year", "2027"),
    ];
    send(&ani, &form, &date, "tax.pdf", &pdf("T")).await.is(303);
    submit(&portal, &ani, id, &particulars("Taxed", "FR")).await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    portal.letters().await;
    assert_eq!(remind(&portal).await, 0);
    let ends = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    for (days, kind, says) in [
        (30, LetterKind::DocumentExpiring, "is valid until"),
        (7, LetterKind::DocumentExpiring, "is valid until"),
        (0, LetterKind::DocumentExpired, "was valid until"),
    ] {
        set_day(&portal, ends - TimeDelta::days(days)).await;
        assert_eq!(remind(&portal).await, 1, "{days}");
        assert_eq!(remind(&portal).await, 0, "{days}, again");
        let letter = portal.letter().await;
        assert_eq!(letter.kind, kind);
        assert!(letter.text.contains(says) && letter.text.contains("1 March 2027"));
        assert!(letter.text.contains("Certificate of tax residence"));
        assert!(letter.link().ends_with("/documents"), "{}", letter.link());
    }
    set_day(&portal, ends + TimeDelta::days(1)).await;
    assert_eq!(remind(&portal).await, 0);
    // The flag is up for the team and the desk, until a newer one is there.
    let number: String = sqlx::query_scalar("select number from organizations")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    for (who, path) in [
        (&ani, format!("/home/organizations/{number}")),
        (&board, format!("/desk/organizations/{number}")),
    ] {
        let page = who.get(path).await.is(200);
        assert!(
            page.text().contains("A document has ended."),
            "{}",
            page.text()
        );
    }
    let form = ani
        .get(format!("/home/organizations/{number}/documents/{TAX}"))
        .await
        .is(200);
    let date = [
        ("expires-day", "1"),
        ("expires-month", "3"),
        ("expires-year", "2028"),
    ];
    send(&ani, &form, &date, "tax.pdf", &pdf("T")).await.is(303);
    let page = ani
        .get(format!("/home/organizations/{number}"))
        .await
        .is(200);
    assert!(!page.text().contains("A document has ended."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_step_that_lay_behind_at_the_upload_is_left_out(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let id = draft(&portal, &ani).await;
    let form = ani
        .get(format!("/cases/{id}/documents/{TAX}"))
        .await
        .is(200);
    // Twenty days from now: whoever typed it knows.
    let date = [
        ("expires-day", "14"),
        ("expires-month", "12"),
        ("expires-year", "2026"),
    ];
    send(&ani, &form, &date, "tax.pdf", &pdf("T")).await.is(303);
    assert_eq!(remind(&portal).await, 0);
    portal.wait(TimeDelta::days(14));
    assert_eq!(remind(&portal).await, 1);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::DocumentExpiring);
    assert!(letter.link().ends_with(&format!("/cases/{id}/documents")));
}
