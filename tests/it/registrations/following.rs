//! Following a case: how far it has come, who has it next, by when an answer comes, and what a further submission changed.

use chrono::{NaiveDate, TimeDelta};
use concord::case::{Answer, FieldNote};
use concord::organization::Particular;
use sqlx::PgPool;

use super::{answered, prose, submitted, type_in};
use crate::portal::{Page, Portal};

fn due() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 15).unwrap()
}

/// The steps of the line, each with where it stands.
fn steps(page: &Page) -> Vec<String> {
    page.select(".app-progress > li")
}

fn ask_about_the_city() -> Answer {
    Answer::RequestChanges {
        words: None,
        notes: vec![FieldNote {
            field: Particular::City,
            note: prose("Which quarter of the city?"),
        }],
        due: due(),
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_line_of_steps_shows_how_far_the_case_has_come(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let draft = super::start(&ani).await;
    let case = super::case_of(&draft.asked.replace("GET ", ""));
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        steps(&page),
        [
            "You fill in the form (now)",
            "The board reads it (to come)",
            "The board answers (to come)"
        ]
    );
    let case = submitted(&portal, &ani).await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        steps(&page),
        [
            "You sent it 24 November 2026 (done)",
            "The board reads it (now)",
            "The board answers (to come)"
        ]
    );
    assert_eq!(page.select("[aria-current=step]").len(), 1);
    answered(&portal, &portal.coordinator().await, &case, Answer::Accept).await;
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        steps(&page)[1..],
        [
            "The board reads it (done)",
            "Accepted 24 November 2026 (done)"
        ]
    );
    assert!(!page.text().contains("Who has it next"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_day_of_the_answer_follows_from_what_the_board_promises(pool: PgPool) {
    let portal = Portal::new(pool);
    crate::turns::db_clock(&portal, "answer", 10).await;
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let receipt = ani.get(format!("{case}/receipt")).await.is(200);
    assert!(receipt.text().contains("an answer by 8 December 2026"));
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Who has it next The board"));
    assert!(
        page.text()
            .contains("You can expect an answer by 8 December 2026.")
    );
    portal.wait(TimeDelta::days(15));
    let page = portal.member("Ani").await.get(&case).await.is(200);
    assert!(page.text().contains("The board is late."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_post_is_a_step_and_is_waited_for(pool: PgPool) {
    let portal = Portal::new(pool);
    crate::turns::db_clock(&portal, "answer", 5).await;
    portal.post_officer(&["DE"]).await;
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        steps(&page)[1],
        "The embassy or consulate gives its opinion (now)"
    );
    assert!(
        page.text()
            .contains("The embassy or consulate, then the board")
    );
    assert!(
        page.text()
            .contains("You can expect an answer by 14 December 2026.")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_asked_stands_with_the_old_answer_and_with_what_the_form_says_by_now(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    answered(
        &portal,
        &portal.coordinator().await,
        &case,
        ask_about_the_city(),
    )
    .await;
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    let asked = page.first(".app-card");
    assert!(
        asked.contains("Which quarter of the city?") && asked.contains("Köln"),
        "{asked}"
    );
    assert!(!page.has(".app-card del"));
    let form = ani.get(page.link("City")).await.is(200);
    form.submit(&[("city", "Köln-Ehrenfeld"), ("go", "save")])
        .await
        .is(303);
    let page = ani.get(&case).await.is(200);
    assert!(page.first(".app-card del").contains("Köln"));
    assert!(page.first(".app-card ins").contains("Köln-Ehrenfeld"));
    assert_eq!(
        steps(&page)[1..],
        [
            "The board reads it 24 November 2026 (done)",
            "You change some answers (now)",
            "The board reads your changes (to come)",
            "The board answers (to come)"
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn sending_again_says_what_changed_in_the_receipt_and_on_the_case(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let receipt = ani.get(format!("{case}/receipt")).await.is(200);
    assert!(!receipt.text().contains("What you changed"));
    answered(
        &portal,
        &portal.coordinator().await,
        &case,
        ask_about_the_city(),
    )
    .await;
    portal.wait(TimeDelta::days(3));
    let ani = portal.member("Ani").await;
    type_in(&ani, &case, &[("city", "Köln-Ehrenfeld")]).await;
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    portal.letters().await;
    assert_eq!(receipt.first("h1"), "Changes submitted");
    assert_eq!(receipt.select("del").len(), 1);
    assert!(receipt.first("ins").contains("Köln-Ehrenfeld"));
    // The board's time runs anew from here.
    assert!(receipt.text().contains("an answer by 8 January 2027"));
    let page = ani.get(&case).await.is(200);
    assert!(page.first("del").contains("Köln"));
    assert_eq!(
        steps(&page)[2],
        "You change some answers 27 November 2026 (done)"
    );
    assert_eq!(steps(&page)[3], "The board reads your changes (now)");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn conditions_stand_with_their_day(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let answer = Answer::on_condition(prose("Send the statutes."), due());
    answered(&portal, &portal.coordinator().await, &case, answer).await;
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        page.first(".app-card h2"),
        "Condition to be met by 15 December 2026"
    );
    assert!(page.first(".app-card").contains("Send the statutes."));
    portal.wait(TimeDelta::days(30));
    let page = portal.member("Ani").await.get(&case).await.is(200);
    assert!(page.first(".app-card h2").contains("was to be met by"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_appeal_is_a_step_and_its_time_runs_from_the_appeal(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.chair().await;
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let words = prose("No members.");
    answered(
        &portal,
        &portal.coordinator().await,
        &case,
        Answer::Refuse { words },
    )
    .await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        page.first(".app-card h2"),
        "Why the board did not accept it"
    );
    assert!(page.text().contains("You, if you want to appeal"));
    portal.wait(TimeDelta::days(10));
    let ani = portal.member("Ani").await;
    let appeal = ani.get(format!("{case}/appeal")).await.is(200);
    appeal.submit(&[("why", "It has.")]).await.is(303);
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    assert_eq!(
        steps(&page)[2..],
        [
            "Not accepted 24 November 2026 (done)",
            "You appealed 4 December 2026 (done)",
            "A chair looks at it again (now)",
            "The board answers (to come)"
        ]
    );
    assert!(page.text().contains("an answer by 15 January 2027"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_case_can_be_followed_in_every_language(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    for (language, words) in [("ru", "Вы отправили заявку"), ("ar", "أرسلت الطلب")]
    {
        let ani = portal.member("Ani").await.reading(language);
        let page = ani.get(&case).await.is(200);
        assert!(steps(&page)[0].starts_with(words), "{:?}", steps(&page));
        ani.get(format!("{case}/receipt")).await.is(200);
    }
}
