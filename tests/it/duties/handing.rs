//! Everything of somebody's goes in one act, once, and comes back.

use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use super::{assign, flag, look, mention, organization, rows};
use crate::cases::held;
use crate::portal::{Browser, Portal};
use crate::sittings::{Board, board, call};

/// A chair who has something of each kind, and the name of the organization.
pub async fn busy(portal: &Portal) -> (Board, String) {
    let ani = portal.member("Ani").await;
    let board = board(portal).await;
    let case = held(portal, &ani, &board.chair, "Haus").await;
    let desk = organization(portal, &ani, "Verein").await;
    assign(&board.one, &desk, &board.chair).await;
    flag(&board.one, &desk, &board.chair).await;
    mention(&board.one, case, &board.chair, "Look at the statutes.").await;
    call(&board.chair, &board, &[]).await.is(303);
    portal.letters().await;
    (board, desk)
}

/// How many rows of history name a hand-over.
async fn parts(portal: &Portal) -> i64 {
    sqlx::query_scalar("select count(*) from history where duty_handover_id is not null")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

async fn has_all(portal: &Portal, who: &Browser, desk: &str) -> [bool; 5] {
    let name = who.get("/desk").await.is(200);
    let held = who.get("/desk/cases?held=me").await.is(200);
    let flags = who.get("/desk/flags?whose=mine").await.is(200);
    let of: Option<uuid::Uuid> = sqlx::query_scalar(
        "select account_id from organization_coordinators where until is null limit 1",
    )
    .fetch_optional(portal.db_pool())
    .await
    .unwrap();
    let chairs: uuid::Uuid = sqlx::query_scalar("select chair_id from sittings")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert!(who.get(desk).await.is(200).text().contains("Verein"));
    [
        held.text().contains("Haus"),
        of == Some(who.account().uuid()),
        flags.text().contains("Its office is empty."),
        name.text().contains("Look at the statutes."),
        chairs == who.account().uuid(),
    ]
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn everything_goes_in_one_act_however_often_it_is_pressed_and_comes_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, desk) = busy(&portal).await;
    let (from, to) = (
        &board.chair,
        portal.person("Second Chair", Role::Chair).await,
    );
    assert_eq!(has_all(&portal, from, &desk).await, [true; 5]);
    let page = look(from, None, &to).await.is(200);
    let kinds = [
        "Case that is held",
        "Organization that is coordinated",
        "Flag",
        "Mention that is not read",
        "Session of the board to chair",
    ];
    let goes: Vec<_> = kinds
        .iter()
        .map(|kind| ((*kind).to_owned(), "Goes".to_owned()))
        .collect();
    assert_eq!(rows(&page), goes);
    assert!(page.text().contains("5 things go"));
    assert_eq!(
        has_all(&portal, from, &desk).await,
        [true; 5],
        "looking moves nothing"
    );

    let words = [("words", "I am on leave until June.")];
    let action = "/desk/handovers";
    let (one, two) = tokio::join!(
        page.submit_to(action, &words),
        page.submit_to(action, &words)
    );
    let path = one.is(303).location().to_owned();
    assert_eq!(two.is(303).location(), path, "pressed twice, done once");
    assert_eq!(has_all(&portal, from, &desk).await, [false; 5]);
    assert_eq!(has_all(&portal, &to, &desk).await, [true; 5]);
    let shown = to.get(&path).await.is(200);
    assert_eq!(rows(&shown).len(), 5);
    assert!(rows(&shown).iter().all(|(_, fate)| fate == "Went"));
    assert!(shown.text().contains("I am on leave until June."));
    assert_eq!(parts(&portal).await, 6);
    let story = to.get(&desk).await.is(200);
    assert!(story.text().contains("as part of handing over work"));

    let letters = portal.letters().await;
    let mut told: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (LetterKind::SessionCalled, to.email()),
            (LetterKind::DutiesHandedOver, to.email())
        ]
    );
    assert_eq!(letters[1].link(), path);

    // Others do not read it; a chair and whoever had it do.
    board.one.get(&path).await.is(404);
    assert!(from.get(&path).await.is(200).has("main table"));
    assert!(
        from.get(action)
            .await
            .is(200)
            .has(&format!("a[href='{path}']"))
    );
    assert!(
        !board
            .one
            .get(action)
            .await
            .is(200)
            .has(&format!("a[href='{path}']"))
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_has_it_gives_back_what_has_not_moved_on(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, desk) = busy(&portal).await;
    let (from, to) = (
        &board.chair,
        portal.person("Second Chair", Role::Chair).await,
    );
    let page = look(from, None, &to).await.is(200);
    let path = page.submit_to("/desk/handovers", &[]).await.is(303);
    let path = path.location().to_owned();
    // The mention is read, so it is nobody's to hand on.
    let case = to
        .get("/desk/cases?held=me")
        .await
        .attribute("main tbody a", "href");
    to.get(case.split('?').next().unwrap()).await.is(200);
    let shown = to.get(&path).await.is(200);
    assert!(shown.text().contains("4 things can go back"));
    let back = format!("{path}/return");
    let (one, two) = tokio::join!(shown.submit_to(&back, &[]), shown.submit_to(&back, &[]));
    for answer in [&one, &two] {
        assert_eq!(answer.status, 303);
    }
    assert_eq!(
        has_all(&portal, from, &desk).await,
        [true, true, true, false, true]
    );
    let handovers: i64 = sqlx::query_scalar("select count(*) from duty_handovers")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(handovers, 2, "given back once");
    let shown = to.get(&path).await.is(200);
    assert!(shown.text().contains("It was given back"));
    assert!(!shown.has(&format!("form[action='{back}']")));
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_changed_since_it_was_looked_at_is_looked_at_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, desk) = busy(&portal).await;
    let (from, to) = (
        &board.chair,
        portal.person("Second Chair", Role::Chair).await,
    );
    let page = look(from, None, &to).await.is(200);
    assign(&board.one, &desk, &board.two).await;
    let again = page
        .submit_to("/desk/handovers", &[("words", "Leave.")])
        .await
        .is(409);
    assert!(again.text().contains("Something has changed meanwhile"));
    assert_eq!(rows(&again).len(), 4);
    assert_eq!(again.value("words"), "Leave.");
    assert_eq!(parts(&portal).await, 0);
    assert_eq!(
        has_all(&portal, from, &desk).await,
        [true, false, true, true, true]
    );
    again.submit_to("/desk/handovers", &[]).await.is(303);
    assert_eq!(parts(&portal).await, 5);
    portal.letters().await;
}
