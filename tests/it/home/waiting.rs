//! What waits for the people of an organization, what they sent, and what comes due.

use chrono::{NaiveDate, TimeDelta};
use concord::case::{Answer, FieldNote};
use concord::organization::Particular;
use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal};
use crate::registrations::{answered, prose, start, submitted};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The sentences of a section of the page.
async fn section(browser: &Browser, id: &str) -> Vec<String> {
    let page = browser.get("/home").await.is(200);
    page.select(&format!("#{id} + .app-todo > li"))
}

/// The board writes to the applicant.
async fn board_writes(portal: &Portal, case: &str, words: &str) -> Page {
    let desk = portal.coordinator().await;
    let page = desk.get(format!("/desk{case}")).await.is(200);
    let action = format!("/desk{case}/messages");
    page.submit_to(&action, &[("body", words), ("reach", "applicant")])
        .await
        .is(303)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_waits_until_it_is_sent(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    start(&ani).await;
    let waiting = section(&ani, "waiting").await;
    assert_eq!(
        waiting,
        [
            "The form for Haus der Armenier is not sent yet. It was last saved on 24 November 2026. Continue the form: Haus der Armenier"
        ]
    );
    let page = ani.get("/home").await.is(200);
    let form = page.link("Continue the form: Haus der Armenier");
    ani.get(form).await.is(200);
    assert!(page.text().contains("The board has nothing of yours"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_sent_says_who_has_it_and_by_when_an_answer_comes(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let sent = section(&ani, "sent").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("is with the board. You can expect an answer by 5 January 2027."));
    assert!(section(&ani, "waiting").await.is_empty());
    portal.wait(TimeDelta::days(43));
    let late = section(&portal.member("Ani").await, "sent").await;
    assert!(late[0].contains("the board is late"), "{late:?}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn where_a_post_looks_first_the_sentence_says_so(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.post_officer(&["DE"]).await;
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let sent = section(&ani, "sent").await;
    assert!(sent[0].contains("with the embassy or consulate, then with the board"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_the_board_sent_back_waits_with_its_day_and_the_nearest_comes_first(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let conditional = submitted(&portal, &ani).await;
    let returned = submitted(&portal, &ani).await;
    let far = submitted(&portal, &ani).await;
    let words = || prose("Send the statutes.");
    let with_due = |due: &str| Answer::on_condition(words(), day(due));
    answered(&portal, &board, &conditional, with_due("2026-12-05")).await;
    answered(&portal, &board, &far, with_due("2027-03-01")).await;
    let asked = Answer::RequestChanges {
        words: None,
        notes: vec![FieldNote {
            field: Particular::City,
            note: prose("Which quarter?"),
        }],
        due: day("2026-12-01"),
    };
    answered(&portal, &board, &returned, asked).await;
    portal.letters().await;
    let waiting = section(&ani, "waiting").await;
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    assert!(waiting[0].contains("change some answers") && waiting[0].contains("1 December 2026"));
    assert!(waiting[1].contains("a condition to be met by 5 December 2026"));
    let due = section(&ani, "due").await;
    assert_eq!(due.len(), 1);
    assert!(due[0].contains("a condition to be met by 1 March 2027"));
    portal.wait(TimeDelta::days(10));
    let late = section(&portal.member("Ani").await, "waiting").await;
    assert!(late[0].contains("That day has passed: please answer now."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_refusal_waits_while_it_can_be_appealed_and_only_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let refuse = || Answer::Refuse {
        words: prose("No members."),
    };
    answered(&portal, &portal.coordinator().await, &case, refuse()).await;
    let waiting = section(&ani, "waiting").await;
    assert!(waiting[0].contains("You can appeal until 5 January 2027."));
    let appeal = ani.get(format!("{case}/appeal")).await.is(200);
    appeal.submit(&[("why", "It has.")]).await.is(303);
    assert!(section(&ani, "waiting").await.is_empty());
    assert!(section(&ani, "sent").await[0].contains("is with the chair of the board"));
    answered(&portal, &portal.chair().await, &case, refuse()).await;
    portal.letters().await;
    let page = ani.get("/home").await.is(200);
    assert!(!page.text().contains("appeal until"), "{}", page.text());
    assert!(page.text().contains("1 case that is over"));
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Not accepted after the appeal"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_message_of_the_board_waits_until_it_is_read_by_each_alone(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    board_writes(&portal, &case, "Which quarter?").await;
    board_writes(&portal, &case, "And which street?").await;
    portal.letters().await;
    let waiting = section(&ani, "waiting").await;
    assert!(waiting[0].contains("The board wrote you 2 messages about Haus der Armenier."));
    let page = ani.get(&case).await.is(200);
    assert_eq!(page.select(".app-message .app-tag--blue").len(), 2);
    assert!(section(&ani, "waiting").await.is_empty());
    let page = ani.get(&case).await.is(200);
    assert!(!page.has(".app-message .app-tag--blue"));
    // Their own message is nothing new to them.
    page.submit_to(&format!("{case}/messages"), &[("body", "Ehrenfeld.")])
        .await
        .is(303);
    assert!(section(&ani, "waiting").await.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_registration_that_holds_until_a_day_comes_due(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    answered(&portal, &portal.coordinator().await, &case, Answer::Accept).await;
    portal.letters().await;
    sqlx::query("update organizations set standing_until = '2027-06-30'")
        .execute(&pool)
        .await
        .unwrap();
    let due = section(&ani, "due").await;
    assert!(due[0].contains("The registration of Haus der Armenier holds until 30 June 2027."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_reader_of_the_team_is_not_asked_to_act(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let case = submitted(&portal, &ani).await;
    let refuse = Answer::Refuse {
        words: prose("No members."),
    };
    answered(&portal, &portal.coordinator().await, &case, refuse).await;
    let other = submitted(&portal, &ani).await;
    let answer = Answer::on_condition(prose("Send the statutes."), day("2026-12-01"));
    answered(&portal, &portal.coordinator().await, &other, answer).await;
    portal.letters().await;
    sqlx::query(
        "with o as (update cases set organization_id = (select id from organizations) where stage = 'refused' returning organization_id)
         insert into organization_team (organization_id, account_id, role, since)
         select organization_id, $1, 'reader', now() from o",
    )
    .bind(vahan.account())
    .execute(&pool)
    .await
    .unwrap();
    assert!(section(&vahan, "waiting").await.is_empty());
    assert_eq!(section(&ani, "waiting").await.len(), 2);
    assert_eq!(section(&vahan, "due").await.len(), 1);
    let page = vahan.get(&other).await.is(200);
    assert!(page.text().contains("Who has it next Your organization"));
}
