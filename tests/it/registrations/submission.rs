//! Submitting: what was checked is frozen, once, with a receipt and a letter.

use concord::notice::LetterKind;
use concord::values::TrackingNumber;
use sqlx::PgPool;

use super::{case_at, checked, open, start, wanted};
use crate::portal::Portal;

async fn submissions(portal: &Portal) -> i64 {
    sqlx::query_scalar("select count(*) from case_submissions")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_organization_registers_from_the_first_click_to_the_receipt(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let answers = checked(&ani).await;
    for said in [
        "Haus der Armenier",
        "Հայ Տուն",
        "Germany",
        "office@example.org",
        "for the board only",
    ] {
        assert!(answers.text().contains(said), "{said}: {}", answers.text());
    }
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    let number = receipt.first("main .app-code");
    assert!(TrackingNumber::parse(&number).is_ok(), "{number}");
    assert!(receipt.text().contains("What happens next"));
    // Nobody was answered yet: thirty business days.
    assert!(receipt.text().contains("by 5 January 2027"));

    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::CaseSubmitted);
    assert_eq!(letter.to, "ani@example.org");
    assert!(letter.text.contains(&number));

    let case = ani.get(receipt.link("Follow the case")).await.is(200);
    assert!(case.text().contains("The board has your registration"));
    assert!(case.text().contains("Submitted to the board"));
    assert!(case.text().contains("expect an answer by 5 January 2027"));
    assert!(case.text().contains("Schule, Chor und Bibliothek."));
    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains(&number));
    assert!(home.text().contains("Nothing is waiting for you"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pressing_submit_twice_submits_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let answers = checked(&ani).await;
    let (first, second) = tokio::join!(answers.submit(&[]), answers.submit(&[]));
    let (first, second) = (first.is(303), second.is(303));
    assert_eq!(first.location(), second.location());
    assert_eq!(submissions(&portal).await, 1);
    assert_eq!(portal.letters().await.len(), 1);
    // Sent again from another tab it is late, and says so.
    let other = answers
        .submit(&[("idempotency_key", "0197b4a0-0000-7000-8000-000000000000")])
        .await;
    other.is(409);
    assert_eq!(submissions(&portal).await, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_what_was_checked_is_submitted(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let answers = checked(&ani).await;
    let form = open(&ani, &case_at(&answers), "place").await;
    form.submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    answers.submit(&[]).await.is(409);
    assert_eq!(submissions(&portal).await, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_with_mistakes_cannot_be_submitted_past_the_check(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    assert!(!answers.has("form[action$='/submission']"));
    let page = ani
        .post(format!("{case}/submission"), &[("revision", "2")])
        .await
        .is(422);
    assert!(wanted(&page).contains(&"city".to_owned()));
    assert_eq!(submissions(&portal).await, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn where_a_post_has_jurisdiction_it_is_asked_first(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.post_officer(&["DE"]).await;
    let ani = portal.member("Ani").await;
    let answers = checked(&ani).await;
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    assert!(receipt.text().contains("embassy or consulate"));
    assert!(receipt.text().contains("until 14 December 2026"));
    let case = ani.get(receipt.link("Follow the case")).await.is(200);
    assert!(case.text().contains("With the post"), "{}", case.text());
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_stolen_dump_names_none_of_the_people(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    checked(&ani).await.submit(&[]).await.is(303);
    portal.letters().await;
    let dump: Vec<String> = sqlx::query_scalar(
        "select c::text from cases c union all select s::text from case_submissions s
         union all select h::text from history h union all select l::text from letters l",
    )
    .fetch_all(portal.db_pool())
    .await
    .unwrap();
    let dump = dump.join("\n");
    assert!(dump.contains("Haus der Armenier"));
    for secret in ["Sarkissian", "office@example.org", "Vorsitzende"] {
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!dump.contains(secret) && !dump.contains(&hex), "{secret}");
    }
}
