//! Closing a session: all its cases at once, or none; minutes that are frozen; calling it off.

use concord::case::{Stage, Way};
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{Board, board, call, called, close, count, item, put_on, result, vote};
use crate::cases::{seen, submitted, take};
use crate::deciding::{is_in_review, rule_for_all};
use crate::portal::Portal;

pub(super) async fn all_vote(board: &Board, item: &str, what: &str) {
    for member in [&board.one, &board.two, &board.three] {
        vote(member, item, what).await;
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_board_votes_and_all_cases_are_decided_when_the_session_is_closed(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, levon) = (portal.member("Ani").await, portal.member("Levon").await);
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 4);
    assert!(
        letters
            .iter()
            .all(|it| it.kind == LetterKind::SessionCalled)
    );
    let text = letters[0].text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        text.contains("14:30 (Asia/Yerevan)") && text.contains("Great hall"),
        "{text}"
    );
    assert_eq!(letters[0].link(), path);

    let (yes, first) = item(&portal, &board, &path, &ani, "Haus").await;
    let (no, second) = item(&portal, &board, &path, &levon, "Another").await;
    portal.letters().await;
    let page = ani.get(format!("/cases/{yes}")).await.is(200);
    let told = "The board decides in its session of 8 December 2026.";
    assert!(page.text().contains(told), "{}", page.text());
    // Nobody decides beside it.
    let decision = format!("/desk/cases/{yes}/decision");
    board.one.get(&decision).await.is(409);
    board
        .one
        .post(&decision, &[("answer", "accepted")])
        .await
        .is(409);

    all_vote(&board, &first, "accepted").await;
    all_vote(&board, &second, "accepted").await;
    // A vote can be changed until it is closed.
    vote(&board.one, &second, "refused").await;
    vote(&board.two, &second, "refused").await;
    count(&board.chair, &first, &[]).await.is(303);
    let page = count(&board.chair, &second, &[]).await.is(422);
    assert_eq!(page.wrong_fields(), ["reason"]);
    count(&board.chair, &second, &[("reason", "No such street.")])
        .await
        .is(303);
    board
        .one
        .post(
            format!("{second}/vote"),
            &[("vote", "accepted"), ("why", "x")],
        )
        .await
        .is(409);
    assert!(is_in_review(&portal, yes).await && is_in_review(&portal, no).await);
    let page = levon.get(format!("/cases/{no}")).await.is(200);
    assert!(
        !page.text().contains("street") && !page.text().contains("ote"),
        "{}",
        page.text()
    );

    let page = close(&board.chair, &path)
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    let kinds: Vec<_> = portal.letters().await.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [LetterKind::Accepted, LetterKind::Refused]);
    let stage = async |case| seen(&portal, &board.one, case).await.unwrap().stage;
    assert!(matches!(stage(yes).await, Stage::Accepted { .. }));
    assert!(matches!(stage(no).await, Stage::Refused { .. }));
    for word in [
        "Judge Three: Accept — Because it is so.",
        "No such street.",
        "Great hall",
        "Accepted",
        "Refused",
        "SHA-256",
    ] {
        assert!(page.text().contains(word), "{word}: {}", page.text());
    }
    // What is frozen stays; a correction stands below it.
    let digest = page.first(".app-minutes__digest");
    let form = format!("{path}/addenda");
    assert_eq!(
        page.submit_to(&form, &[]).await.is(422).wrong_fields(),
        ["words"]
    );
    let page = page
        .submit_to(&form, &[("words", "Judge Two came late.")])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Judge Two came late."));
    assert_eq!(page.first(".app-minutes__digest"), digest);
    let kept: (Vec<u8>, i64) = sqlx::query_as("select digest, (select count(*) from sitting_items where settled_at is null) from sittings")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!((concord::sitting::hex(&kept.0), kept.1), (digest, 0));
    let changed = board.chair.post(format!("{path}/attendance"), &[]).await;
    assert_eq!(changed.status, 409);
    let page = ani.get(format!("/cases/{yes}")).await.is(200);
    assert!(!page.text().contains(told) && !page.text().contains("Judge"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_session_that_cannot_decide_one_of_its_cases_decides_none(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, levon) = (portal.member("Ani").await, portal.member("Levon").await);
    let board = board(&portal).await;
    // An organization that nobody looks after is claimed.
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    take(&portal, &board.one, id).await;
    crate::cases::decide(&portal, &board.one, id, concord::case::Answer::Accept).await;
    let db_until = "update organization_team set until = now()";
    sqlx::query(db_until).execute(&pool).await.unwrap();
    let number: String = sqlx::query_scalar("select number from organizations")
        .fetch_one(&pool)
        .await
        .unwrap();
    let claim = crate::claims::begin(
        &levon,
        &format!("/organizations/{number}/claim"),
        "It is ours.",
    )
    .await;
    crate::claims::send(&levon, claim).await;
    take(&portal, &board.one, claim).await;

    let path = called(&portal, &board).await;
    let (case, first) = item(&portal, &board, &path, &ani, "Another").await;
    let second = put_on(&portal, &board, &path, claim).await;
    for place in [&first, &second] {
        all_vote(&board, place, "accepted").await;
        count(&board.chair, place, &[]).await.is(303);
    }
    // Meanwhile there is an owner again: the claim has no effect any more.
    sqlx::query("update organization_team set until = null")
        .execute(&pool)
        .await
        .unwrap();
    let page = close(&board.chair, &path).await.is(303);
    let page = page.follow().await.is(409);
    assert!(
        page.text()
            .contains("Nothing was decided: Haus cannot be decided so any more."),
        "{}",
        page.text()
    );
    assert!(is_in_review(&portal, case).await && is_in_review(&portal, claim).await);
    let counts: (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from organizations), (select count(*) from case_decisions),
            (select count(*) from sittings where stage = 'called')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(counts, (1, 1, 1));
    // Taken off, it hinders nobody.
    board
        .chair
        .post(format!("{second}/removal"), &[])
        .await
        .is(303);
    close(&board.chair, &path).await.is(303);
    assert!(!is_in_review(&portal, case).await && is_in_review(&portal, claim).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_close_it_at_once_one_lands(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (_, place) = item(&portal, &board, &path, &ani, "Haus").await;
    all_vote(&board, &place, "accepted").await;
    count(&board.chair, &place, &[]).await.is(303);
    let other = portal
        .person("Another Chair", concord::values::Role::Chair)
        .await;
    let (one, two) = tokio::join!(close(&board.chair, &path), close(&other, &path));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let counts: (i64, i64) = sqlx::query_as(
        "select (select count(*) from case_decisions), (select count(*) from history where act = 'session_closed')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(counts, (1, 1));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_that_is_withdrawn_drops_off_the_agenda(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    all_vote(&board, &place, "accepted").await;
    count(&board.chair, &place, &[]).await.is(303);
    let form = ani.get(format!("/cases/{case}/withdrawal")).await.is(200);
    form.submit(&[]).await.is(303);
    let page = board.chair.get(&path).await.is(200);
    assert!(page.text().contains("withdrawn"), "{}", page.text());
    let page = close(&board.chair, &path)
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("withdrawn"), "{}", page.text());
    let case = seen(&portal, &board.one, case).await.unwrap();
    assert!(matches!(case.stage, Stage::Withdrawn { .. }));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_on_an_agenda_is_decided_there_whatever_the_rule_says_by_then(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    rule_for_all(&portal, Way::One).await;
    board
        .one
        .get(format!("/desk/cases/{case}/decision"))
        .await
        .is(409);
    all_vote(&board, &place, "accepted").await;
    count(&board.chair, &place, &[]).await.is(303);
    close(&board.chair, &path).await.is(303);
    assert!(!is_in_review(&portal, case).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_not_reached_waits_and_comes_to_another_session(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, _) = item(&portal, &board, &path, &ani, "Haus").await;
    // On one agenda at a time.
    let next = call(&board.chair, &board, &[("date-day", "15")])
        .await
        .is(303)
        .location()
        .to_owned();
    let page = board
        .chair
        .post(format!("{next}/agenda"), &[("case", &case.to_string())])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["case"]);
    close(&board.chair, &path).await.is(303);
    assert_eq!(result(&portal, case).await.as_deref(), Some("not_reached"));
    assert!(is_in_review(&portal, case).await);
    let page = board.one.get(format!("/desk/cases/{case}")).await.is(200);
    assert!(page.text().contains("Off the agenda: Not reached"));
    put_on(&portal, &board, &next, case).await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_session_is_called_off_with_a_reason_and_its_cases_wait(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    all_vote(&board, &place, "accepted").await;
    count(&board.chair, &place, &[]).await.is(303);
    portal.letters().await;
    let form = board.chair.get(format!("{path}/calling-off")).await.is(200);
    assert_eq!(form.submit(&[]).await.is(422).wrong_fields(), ["why"]);
    let page = form
        .submit(&[("why", "The hall is closed.")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("The hall is closed.") && page.text().contains("Called off"));
    let letters = portal.letters().await;
    let of = |kind| letters.iter().filter(move |it| it.kind == kind);
    assert_eq!(of(LetterKind::SessionCalledOff).count(), 4);
    // Whoever holds the case learns that it was not decided.
    let off: Vec<&str> = of(LetterKind::OffAgenda).map(|it| &*it.to).collect();
    assert_eq!(off, [board.one.email()]);
    assert_eq!(letters.len(), 5);
    close(&board.chair, &path).await.is(409);
    assert!(is_in_review(&portal, case).await);
    let case = seen(&portal, &board.one, case).await.unwrap();
    assert_eq!(case.sitting, None);
}
