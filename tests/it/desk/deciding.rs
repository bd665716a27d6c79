//! Deciding: each answer, its letter, its mistakes, and two who decide at once.

use concord::case::Stage;
use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{draft, held, particulars, seen, submit, submitted, take};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_next_case_is_taken_accepted_and_has_a_number(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = submitted(&portal, &ani, "Հայ Տուն", "DE").await;
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);

    let desk = board.get("/desk").await.is(200);
    assert!(desk.text().contains("Հայ Տուն"), "{}", desk.text());
    let page = desk.submit_to("/desk/next", &[]).await.is(303);
    assert_eq!(page.location(), format!("/desk/cases/{id}"));
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Köln") && page.text().contains("+49 221 123456"));

    let form = board.get(page.link("Decide")).await.is(200);
    let page = form.submit(&[("answer", "accepted")]).await.is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("CR-0000001-"), "{}", page.text());
    assert!(!page.has("form[action$='/hold']") && !page.has("a[href$='/decision']"));

    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::Accepted);
    assert_eq!(letter.to, ani.email());
    assert!(letter.text.contains("CR-0000001-"), "{}", letter.text);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn all_mistakes_of_a_decision_are_told_at_once_and_nothing_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let form = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    let page = form.submit(&[]).await.is(422);
    assert_eq!(page.wrong_fields(), ["answer"]);

    let page = form
        .submit(&[
            ("answer", "changes_requested"),
            ("note-city", "Which \u{7} one?"),
            ("changes", "A lot of it."),
            ("changes_due-day", "31"),
            ("changes_due-month", "2"),
            ("changes_due-year", "2027"),
        ])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["note-city", "changes_due"]);
    assert_eq!(page.value("changes"), "A lot of it.");
    assert_eq!(page.value("changes_due-day"), "31");
    let page = form.submit(&[("answer", "refused")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["reason"]);
    let case = seen(&portal, &board, id).await.unwrap();
    assert!(matches!(case.stage, Stage::InReview { .. }));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_sent_back_comes_again_with_what_changed(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let form = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    let page = form
        .submit(&[
            ("answer", "changes_requested"),
            ("note-names", "Is this the name in the statutes?"),
            ("changes_due-day", "10"),
            ("changes_due-month", "12"),
            ("changes_due-year", "2026"),
        ])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("Is this the name in the statutes?"));
    assert_eq!(portal.letter().await.kind, LetterKind::ChangesRequested);

    submit(&portal, &ani, id, &particulars("Haus der Armenier", "DE")).await;
    portal.ignore_letters();
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let changed = page.select(".app-changed");
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].contains("Haus der Armenier"));
    assert_eq!(page.select(".app-stage--submitted").len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_decide_at_once_one_lands_and_the_other_sees_what_happened(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let first = portal.person("First Judge", Role::Coordinator).await;
    let second = portal.person("Second Judge", Role::Coordinator).await;
    let id = held(&portal, &ani, &first, "Haus").await;
    let path = format!("/desk/cases/{id}/decision");
    let (one, two) = tokio::join!(first.get(&path), second.get(&path));
    let two = two.is(200);
    assert!(two.text().contains("First Judge is working on this case"));

    let (one, two) = tokio::join!(
        one.submit(&[("answer", "accepted")]),
        two.submit(&[("answer", "refused"), ("reason", "My careful words.")]),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let (late, winner, act) = match one.status.as_u16() {
        409 => (&one, "Second Judge", "Refused"),
        _ => (&two, "First Judge", "Accepted"),
    };
    let text = late.text();
    assert!(text.contains(winner) && text.contains(act), "{text}");
    if two.status == 409 {
        assert!(text.contains("My careful words."), "{text}");
    }
    let decisions: i64 = sqlx::query_scalar("select count(*) from case_decisions")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(decisions, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_decides_on_what_they_saw_before_it_changed_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let first = portal.person("First Judge", Role::Coordinator).await;
    let second = portal.person("Second Judge", Role::Coordinator).await;
    let id = held(&portal, &ani, &first, "Haus").await;
    let form = first
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    let takeover = format!("/desk/cases/{id}/takeover");
    let page = second.get(&takeover).await.is(200);
    page.submit(&[("why", "As we agreed.")]).await.is(303);
    let page = form.submit(&[("answer", "accepted")]).await.is(409);
    assert!(page.text().contains("Second Judge"), "{}", page.text());
    // Having looked again, they may.
    let form = first
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    form.submit(&[("answer", "accepted")]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn steps_out_of_order_change_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    let path = format!("/desk/cases/{id}");
    // Nobody took it yet.
    board
        .post(format!("{path}/decision"), &[("answer", "accepted")])
        .await
        .is(409);
    board.post(format!("{path}/release"), &[]).await.is(409);
    take(&portal, &board, id).await;
    // It is theirs already.
    board.post(format!("{path}/hold"), &[]).await.is(409);
    board
        .post(format!("{path}/decision"), &[("answer", "accepted")])
        .await
        .is(303);
    for step in ["decision", "hold", "release"] {
        board
            .post(format!("{path}/{step}"), &[("answer", "accepted")])
            .await
            .is(409);
    }
    let case = seen(&portal, &board, id).await.unwrap();
    assert!(matches!(case.stage, Stage::Accepted { .. }));
    // Nor does one who was late with a refusal become somebody who may not decide.
    let id = held(&portal, &ani, &board, "Refused").await;
    let refusal = [("answer", "refused"), ("reason", "No such street.")];
    let path = format!("/desk/cases/{id}/decision");
    board.post(&path, &refusal).await.is(303);
    let page = board.post(&path, &refusal).await.is(409);
    assert!(page.text().contains("Refused"), "{}", page.text());
    // A draft is not there at all.
    let id = draft(&portal, &ani).await;
    board
        .post(
            format!("/desk/cases/{id}/decision"),
            &[("answer", "accepted")],
        )
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn possible_duplicates_are_shown_whatever_their_spelling(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Café Arménien").await;
    board
        .post(
            format!("/desk/cases/{id}/decision"),
            &[("answer", "accepted")],
        )
        .await
        .is(303);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(!page.has("#alike"), "not of itself");
    let again = submitted(&portal, &ani, "CAFE  ARMENIEN", "FR").await;
    let page = board.get(format!("/desk/cases/{again}")).await.is(200);
    assert!(page.has("#alike"));
    assert!(page.text().contains("Café Arménien"));
}
