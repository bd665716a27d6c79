//! The calendar of admins: who keeps it, what is wrong with it, and what moves with it.

use chrono::{NaiveDate, TimeDelta};
use concord::case::{Answer, Stage};
use concord::history::Act;
use sqlx::PgPool;

use super::{asked, db_clock, saved, turns_are_right};
use crate::cases::{decide, prose, seen, submitted, take};
use crate::portal::Portal;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_holiday_moves_what_is_open_after_a_look_and_history_says_so(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let _post = portal.post_officer(&["DE"]).await;
    let at_post = submitted(&portal, &ani, "Haus", "DE").await;
    let waiting = submitted(&portal, &ani, "Maison", "FR").await;
    let refused = submitted(&portal, &ani, "Casa", "IT").await;
    take(&portal, &board, refused).await;
    let words = prose("No.");
    decide(&portal, &board, refused, Answer::Refuse { words }).await;
    // One day that the board chose, and one that the calendar gave.
    let chosen = asked(&portal, "Chosen", "FR", 15).await;
    let counted = asked(&portal, "Counted", "FR", 20).await;

    let admin = portal.admin().await;
    let page = admin.get("/admin/calendar").await.is(200);
    let holidays = "2026-12-01 A day of rest\n2026-12-05 A Saturday";
    let fields = [("holidays", holidays)];
    let preview = page
        .submit_to("/admin/calendar/preview", &fields)
        .await
        .is(200);
    let rows = preview.select("table tbody tr");
    assert_eq!(
        rows,
        [
            "The board’s answer 2 0",
            "Opinion of a post 1 0",
            "Changes by the applicant 1 0",
            "Appeal 1 0"
        ]
    );
    // Nothing has moved, and what was typed comes back to be changed.
    let case = seen(&portal, &ani, at_post).await.unwrap();
    assert_eq!(
        case.stage,
        Stage::AtPost {
            due: day("2026-12-14")
        }
    );
    let again = preview
        .submit_to("/admin/calendar/preview", &[("again", "yes")])
        .await
        .is(200);
    assert_eq!(again.first("#holidays"), holidays.replace('\n', " "));

    preview.submit_to("/admin/calendar", &[]).await.is(303);
    let case = seen(&portal, &ani, at_post).await.unwrap();
    assert_eq!(
        case.stage,
        Stage::AtPost {
            due: day("2026-12-15")
        }
    );
    assert_eq!(case.answer_by, Some(day("2027-01-06")));
    assert_eq!(case.turn.unwrap().until, Some(day("2026-12-15")));
    let case = seen(&portal, &ani, waiting).await.unwrap();
    assert_eq!(case.turn.unwrap().until, Some(day("2027-01-06")));
    let case = seen(&portal, &ani, refused).await.unwrap();
    assert!(
        matches!(case.stage, Stage::Refused { appeal_until, .. } if appeal_until == day("2027-01-06"))
    );
    for (name, id, due) in [
        ("Chosen", chosen, "2026-12-09"),
        ("Counted", counted, "2026-12-15"),
    ] {
        let case = seen(&portal, &portal.member(name).await, id).await.unwrap();
        assert_eq!(case.stage.due(), Some(day(due)), "{name}");
    }
    turns_are_right(&pool).await;
    let mut read = portal.db().read().await.unwrap();
    let vault = portal.db().vault();
    let told = concord::history::of_case(&mut read, vault, at_post)
        .await
        .unwrap();
    assert_eq!(told[0].act, Act::CaseDueMoved);
    assert_eq!(told[0].before.as_ref().unwrap()["due"], "2026-12-14");
    assert_eq!(told[0].after.as_ref().unwrap()["due"], "2026-12-15");
    drop(read);

    // Taken back: what the board and its posts have comes nearer, what an applicant was told does not.
    saved(&admin, &[("holidays", "")]).await;
    let case = seen(&portal, &ani, at_post).await.unwrap();
    assert_eq!(
        case.stage,
        Stage::AtPost {
            due: day("2026-12-14")
        }
    );
    let case = seen(&portal, &ani, refused).await.unwrap();
    assert!(
        matches!(case.stage, Stage::Refused { appeal_until, .. } if appeal_until == day("2027-01-06"))
    );
    let kept: i64 =
        sqlx::query_scalar("select count(*) from calendar_holidays where until is not null")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(kept, 2, "nothing is lost");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_late_stays_late(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let id = submitted(&portal, &ani, "Maison", "FR").await;
    portal.wait(TimeDelta::days(43));
    saved(&portal.admin().await, &[("answer", "90")]).await;
    let ani = portal.member("Ani").await;
    let case = seen(&portal, &ani, id).await.unwrap();
    assert_eq!(case.answer_by, Some(day("2027-01-05")));
    let next = submitted(&portal, &ani, "Demeure", "FR").await;
    let case = seen(&portal, &ani, next).await.unwrap();
    assert!(case.answer_by.unwrap() > day("2027-05-01"));
    turns_are_right(&pool).await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_mistake_stands_at_its_field_and_nothing_typed_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let page = admin.get("/admin/calendar").await.is(200);
    assert_eq!(page.value("answer"), "30");
    let bad = [
        ("holidays", "2027-01-01 New Year\nsome day"),
        ("answer", "0"),
        ("opinion", "many"),
        ("appeal", "366"),
    ];
    for to in ["/admin/calendar/preview", "/admin/calendar"] {
        let fields: Vec<_> = page
            .fields("main form")
            .into_iter()
            .filter(|(name, _)| !bad.iter().any(|(it, _)| it == name))
            .collect();
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(bad)
            .collect();
        let wrong = admin.post(to, &fields).await.is(422);
        assert_eq!(
            wrong.wrong_fields(),
            ["holidays", "answer", "opinion", "appeal"]
        );
        assert!(wrong.text().contains("Line 2 does not begin with a day"));
        assert!(wrong.first("#holidays").contains("some day"));
        assert_eq!(wrong.value("opinion"), "many");
    }
    let whole: Vec<(&str, &str)> = ["1", "2", "3", "4", "5", "6", "7"]
        .iter()
        .map(|day| ("weekend", *day))
        .collect();
    let wrong = page
        .submit_to("/admin/calendar/preview", &whole)
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["weekend"]);
    // Digits of any script, and another weekend.
    let fields = [("answer", "٢٠"), ("weekend", "5"), ("weekend", "6")];
    saved(&admin, &fields).await;
    let page = admin.get("/admin/calendar").await.is(200);
    assert_eq!(page.value("answer"), "20");
    let checked = page.attributes("input[name=weekend][checked]", "value");
    assert_eq!(checked, ["5", "6"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_admins_keep_it_and_the_second_of_two_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    for who in [
        portal.member("Ani").await,
        portal.coordinator().await,
        portal.chair().await,
        portal.post_officer(&["DE"]).await,
    ] {
        who.get("/admin/calendar").await.is(404);
        who.post("/admin/calendar", &[]).await.is(404);
        who.post("/admin/calendar/preview", &[]).await.is(404);
    }
    let auditor = portal.auditor().await;
    let page = auditor.get("/admin/calendar").await.is(200);
    assert!(!page.has("main form") && page.text().contains("Saturday"));
    auditor.post("/admin/calendar", &[]).await.is(403);

    let one = admin.get("/admin/calendar").await.is(200);
    let preview = one
        .submit_to("/admin/calendar/preview", &[("answer", "20")])
        .await
        .is(200);
    saved(&admin, &[("answer", "25")]).await;
    let late = preview.submit_to("/admin/calendar", &[]).await.is(409);
    assert!(late.text().contains("Somebody else changed the calendar"));
    assert_eq!(late.value("answer"), "20", "what was typed is still there");
    // Sent again it is meant.
    let preview = late.submit_to("/admin/calendar/preview", &[]).await.is(200);
    preview.submit_to("/admin/calendar", &[]).await.is(303);
    let page = admin.get("/admin/calendar").await.is(200);
    assert_eq!(page.value("answer"), "20");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_form_of_a_decision_begins_with_the_day_of_the_calendar(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    db_clock(&portal, "changes", 5).await;
    let id = submitted(&portal, &ani, "Maison", "FR").await;
    take(&portal, &board, id).await;
    let page = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    let parts = ["day", "month", "year"].map(|it| page.value(&format!("changes_due-{it}")));
    assert_eq!(parts, ["1", "12", "2026"]);
}
