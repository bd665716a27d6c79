//! What comes after the submission: the board's answers, and what the applicant can do then.

use chrono::{NaiveDate, TimeDelta};
use concord::case::{Answer, FieldNote};
use concord::notice::LetterKind;
use concord::organization::Particular;
use sqlx::PgPool;

use super::{answered, prose, submitted};
use crate::portal::Portal;

fn december(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_the_board_asks_stands_at_its_field_with_the_old_answer(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let answer = Answer::RequestChanges {
        words: Some(prose("Nearly there.")),
        notes: vec![FieldNote {
            field: Particular::City,
            note: prose("Which quarter of the city?"),
        }],
        due: december(15),
    };
    answered(&portal, &portal.coordinator().await, &case, answer).await;
    assert_eq!(portal.letters().await.len(), 1);

    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains(
        "The board asks you to change some answers about Haus der Armenier by 15 December 2026."
    ));
    let page = ani.get(&case).await.is(200);
    assert!(
        page.text().contains("by 15 December 2026"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("Which quarter of the city?"));
    assert!(
        !page.text().contains("Coordinator"),
        "nobody of the board is named"
    );

    let form = ani.get(page.link("Answer the board")).await.is(200);
    // The list says which section it is about, and leads to the field.
    let tasks = form.select(".govuk-task-list__item");
    let asked: Vec<_> = tasks
        .iter()
        .filter(|task| task.contains("The board asks something here"))
        .collect();
    assert_eq!(asked.len(), 1, "{tasks:?}");
    assert!(asked[0].starts_with("Where you are"), "{asked:?}");
    let form = ani.get(form.link("City")).await.is(200);
    let asked = form.first("main form .govuk-inset-text");
    assert!(
        asked.contains("Which quarter of the city?") && asked.contains("Köln"),
        "{asked}"
    );
    let answers = form
        .submit(&[("city", "Köln-Ehrenfeld"), ("go", "continue")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert_eq!(answers.select("del").len(), 1);
    assert_eq!(answers.first("ins li"), "Köln-Ehrenfeld");
    answers.submit(&[]).await.is(303).follow().await.is(200);
    portal.letters().await;

    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Submitted again with changes"));
    assert!(page.text().contains("Changed: City"), "{}", page.text());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_accepted_organization_stands_on_its_team_s_pages(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    answered(&portal, &portal.coordinator().await, &case, Answer::Accept).await;
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Your organization is registered"));
    let number = page.first("main a.govuk-link .app-code");
    let mine = ani.get(page.link(&number)).await.is(200);
    assert!(mine.text().contains("office@example.org"));
    assert!(mine.text().contains("The registration is in force"));
    assert!(mine.text().contains("Ani – Owner"));
    assert!(mine.text().contains("Organization registered"));
    assert!(!mine.text().contains("Coordinator"));
    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains(&number) && home.text().contains("Owner"));
    for language in ["ru", "ar"] {
        let ani = portal.member("Ani").await.reading(language);
        for address in [&case, &page.link(&number), "/home", "/registrations/new"] {
            ani.get(address).await.is(200);
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_refusal_can_be_appealed_within_its_time(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    portal.chair().await;
    let case = submitted(&portal, &ani).await;
    let answer = Answer::Refuse {
        words: prose("The statutes are missing."),
    };
    answered(&portal, &portal.coordinator().await, &case, answer).await;
    portal.letters().await;
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("The statutes are missing."));
    assert!(page.text().contains("5 January 2027"));
    let appeal = ani
        .get(page.link("Appeal against the refusal"))
        .await
        .is(200);
    let empty = appeal.submit(&[("why", " ")]).await.is(422);
    assert_eq!(empty.wrong_fields(), ["why"]);
    let page = empty
        .submit(&[("why", "They were attached.")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("They were attached."));
    assert!(page.text().contains("Your appeal is with the chair"));
    assert!(!page.has("a[href$='/appeal']"));
    appeal.submit(&[("why", "Again.")]).await.is(409);
    let kinds: Vec<_> = portal
        .letters()
        .await
        .into_iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(kinds, [LetterKind::Appealed, LetterKind::AppealToJudge]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn after_its_time_nobody_is_offered_an_appeal(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let answer = Answer::Refuse {
        words: prose("The statutes are missing."),
    };
    answered(&portal, &portal.coordinator().await, &case, answer).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(43));
    let ani = portal.member("Ani").await;
    let page = ani.get(&case).await.is(200);
    assert!(!page.has("a[href$='/appeal']"));
    ani.get(format!("{case}/appeal")).await.is(303);
    ani.post(format!("{case}/appeal"), &[("why", "Late.")])
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_applicant_and_the_board_write_to_each_other(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let page = ani.get(&case).await.is(200);
    let action = format!("{case}/messages");
    let empty = page
        .submit_to(&action, &[("body", "\u{202E}x")])
        .await
        .is(422);
    assert_eq!(empty.wrong_fields(), ["body"]);
    let sent = empty
        .submit_to(&action, &[("body", "When will you read it?\n\nThank you.")])
        .await
        .is(303);
    // The same click again writes nothing new.
    empty
        .submit_to(&action, &[("body", "When will you read it?\n\nThank you.")])
        .await
        .is(303);
    let page = sent.follow().await.is(200);
    assert!(page.text().contains("The message is sent"));
    assert_eq!(page.select(".app-message").len(), 1);
    assert!(page.first(".app-message").contains("You"));
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_can_be_withdrawn_and_says_why(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let ask = ani.get(format!("{case}/withdrawal")).await.is(200);
    let page = ask
        .submit(&[("why", "We merge with another house.")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("Withdrawn"));
    assert!(page.text().contains("We merge with another house."));
    ask.submit(&[]).await.is(409);
    portal.letters().await;
}
