//! Silence: reminders once each, a case that ends by itself, and its way back.

use chrono::TimeDelta;
use concord::case::{Stage, StageCode};
use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use super::{asked, db_clock, expire, remind, silent, turns_are_right};
use crate::cases::{particulars, seen, submit};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_applicant_is_reminded_three_times_and_never_twice_of_one_day(pool: PgPool) {
    let portal = Portal::new(pool);
    let id = asked(&portal, "Ani", "FR", 21).await;
    portal.letters().await;
    let mut told = Vec::new();
    for day in 1..=21 {
        portal.wait(TimeDelta::days(1));
        let count = remind(&portal).await;
        assert_eq!(remind(&portal).await, 0, "day {day}");
        if count > 0 {
            let letter = portal.letter().await;
            assert_eq!(letter.kind, LetterKind::AnswerWanted);
            assert!(letter.text.contains("15 December 2026"), "{}", letter.text);
            assert_eq!(letter.link(), format!("/cases/{id}"));
            told.push(day);
        }
        assert_eq!(expire(&portal).await, 0, "day {day}");
    }
    // Half of fifteen business days; three before the last; the last.
    assert_eq!(told, [9, 16, 21]);
    // Whoever answers is reminded of nothing.
    let ani = portal.member("Ani").await;
    submit(&portal, &ani, id, &particulars("Ani", "FR")).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(1));
    assert_eq!((remind(&portal).await, expire(&portal).await), (0, 0));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_jobs_at_once_remind_once(pool: PgPool) {
    let portal = Portal::new(pool);
    asked(&portal, "Ani", "FR", 2).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(2));
    let (one, other) = tokio::join!(remind(&portal), remind(&portal));
    assert_eq!(one + other, 1);
    assert_eq!(portal.letters().await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_does_not_answer_loses_the_case_and_brings_it_back_with_one_button(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let id = silent(&portal, "Ani", "FR").await;
    let letters = portal.letters().await;
    let letter = letters.last().unwrap();
    assert_eq!(letter.kind, LetterKind::CaseExpired);
    // Sixty business days from Friday 27 November.
    assert!(letter.text.contains("19 February 2027"), "{}", letter.text);
    let ani = portal.member("Ani").await;
    let case = seen(&portal, &ani, id).await.unwrap();
    assert_eq!(case.stage.code(), StageCode::Expired);
    assert_eq!(case.turn, None);
    let home = ani.get("/home").await.is(200);
    assert!(
        home.text()
            .contains("was withdrawn because nobody answered the board")
    );
    let page = ani.get(letter.link()).await.is(200);
    assert!(
        page.text()
            .contains("You can bring it back until 19 February 2027")
    );
    assert!(
        page.select(".app-progress > li")
            .last()
            .unwrap()
            .contains("nobody answered")
    );
    let to = format!("/cases/{id}/revival");
    let back = page
        .submit_to(&to, &[])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(back.text().contains("It goes on."));
    let case = seen(&portal, &ani, id).await.unwrap();
    // Fourteen business days from today.
    assert!(
        matches!(case.stage, Stage::ChangesRequested { due } if due.to_string() == "2026-12-17")
    );
    assert_eq!(case.turn.unwrap().since, portal.now());
    turns_are_right(&pool).await;
    // Twice pressed is once done, and what the board asked for is still there.
    ani.post(&to, &[]).await.is(409);
    assert!(
        ani.get(format!("/cases/{id}"))
            .await
            .text()
            .contains("Which city?")
    );
    assert!(portal.letters().await.is_empty(), "whoever does it knows");
    submit(&portal, &ani, id, &particulars("Ani", "FR")).await;
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_board_brings_a_case_back_with_a_word(pool: PgPool) {
    let portal = Portal::new(pool);
    let id = silent(&portal, "Ani", "FR").await;
    portal.letters().await;
    let board = portal.coordinator().await;
    let desk = board.get(format!("/desk/cases/{id}")).await.is(200);
    let form = board.get(desk.link("Bring it back")).await.is(200);
    assert_eq!(
        form.submit(&[("why", " ")]).await.is(422).wrong_fields(),
        ["why"]
    );
    form.submit(&[("why", "You called us: take your time.")])
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::CaseRevived);
    let ani = portal.member("Ani").await;
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(page.text().contains("You called us: take your time."));
    // Who comes second is shown what happened.
    form.submit(&[("why", "Me too.")]).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_else_brings_it_back_and_nobody_after_its_time(pool: PgPool) {
    let portal = Portal::new(pool);
    let id = silent(&portal, "Ani", "FR").await;
    portal.letters().await;
    let (own, desk) = (
        format!("/cases/{id}/revival"),
        format!("/desk/cases/{id}/revival"),
    );
    portal.member("Nare").await.post(&own, &[]).await.is(404);
    let reason = [("why", "Please.")];
    let board = portal.coordinator().await;
    board.post(&own, &[]).await.is(403);
    board.post(&desk, &[]).await.is(422);
    for (who, status) in [
        (portal.admin().await, 403),
        (portal.auditor().await, 403),
        (portal.post_officer(&["FR"]).await, 403),
        (portal.post_officer(&["DE"]).await, 404),
    ] {
        assert_eq!(who.post(&desk, &reason).await.status, status);
        assert_eq!(who.post(&own, &[]).await.status, status);
    }
    portal.wait(TimeDelta::days(85));
    let ani = portal.member("Ani").await;
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!page.has(&format!("form[action='{own}']")));
    assert!(page.text().contains("you can begin a new one"));
    ani.post(&own, &[]).await.is(409);
    portal
        .coordinator()
        .await
        .post(&desk, &reason)
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_loses_a_case_of_which_no_job_reminded(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let id = asked(&portal, "Ani", "FR", 2).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(10));
    assert_eq!(expire(&portal).await, 1);
    assert_eq!(expire(&portal).await, 0);
    let ani = portal.member("Ani").await;
    let case = seen(&portal, &ani, id).await.unwrap();
    assert!(
        matches!(case.stage, Stage::ChangesRequested { due } if due.to_string() == "2026-12-24")
    );
    turns_are_right(&pool).await;
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(page.text().contains("The day moved"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_renewal_that_expires_holds_no_ladder_and_yields_to_a_newer_one(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = crate::renewals::ending(&portal, "Ani", 40).await;
    let case = crate::renewals::sent(&ani, &home).await;
    let id = crate::registrations::id_of(&case);
    let ladder = async || -> bool {
        sqlx::query_scalar("select renewing from standing_ladder limit 1")
            .fetch_one(&pool)
            .await
            .unwrap()
    };
    assert!(ladder().await, "the board has it");
    let board = portal.person("Reader", Role::Coordinator).await;
    crate::cases::take(&portal, &board, id).await;
    let answer = concord::case::Answer::RequestChanges {
        words: Some(crate::cases::prose("Which city?")),
        notes: Vec::new(),
        due: portal.now().date_naive() + TimeDelta::days(2),
    };
    crate::cases::decide(&portal, &board, id, answer).await;
    db_clock(&portal, "revival", 100).await;
    portal.wait(TimeDelta::days(2));
    assert_eq!(remind(&portal).await, 1);
    portal.wait(TimeDelta::days(1));
    assert_eq!(expire(&portal).await, 1);
    assert!(!ladder().await, "the days of the registration count again");
    // A new one can be begun; then the old one does not come back beside it.
    let ani = portal.member("Ani").await;
    let newer = crate::renewals::begin(&ani, &home).await;
    assert_ne!(newer, case);
    ani.post(format!("{case}/revival"), &[]).await.is(409);
    ani.post(format!("{newer}/withdrawal"), &[]).await.is(303);
    ani.post(format!("{case}/revival"), &[]).await.is(303);
    turns_are_right(&pool).await;
}
