//! Who may call, see and keep sessions, and what the forms refuse.

use sqlx::PgPool;

use super::{board, call, called, item};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn all_mistakes_of_calling_a_session_are_told_and_nothing_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = board(&portal).await;
    let form = board.chair.get("/desk/sessions/new").await.is(200);
    let page = form
        .submit(&[
            ("time", "25:00"),
            ("zone", ""),
            ("quorum", "x"),
            ("minutes", "5"),
        ])
        .await
        .is(422);
    assert_eq!(
        page.wrong_fields(),
        [
            "date", "time", "zone", "minutes", "place", "quorum", "members"
        ]
    );
    assert_eq!(page.value("time"), "25:00");
    for (changes, field) in [
        (&[("zone", "Mars/Olympus")][..], "zone"),
        (&[("date-year", "2025")], "time"),
        // Clocks in Berlin jump from two to three on this day.
        (
            &[
                ("date-day", "28"),
                ("date-month", "3"),
                ("date-year", "2027"),
                ("time", "2:30"),
                ("zone", "Europe/Berlin"),
            ],
            "time",
        ),
        (&[("quorum", "5")], "quorum"),
        (&[("chair", &*board.one.account().to_string())], "chair"),
        (
            &[("members", &*portal.admin().await.account().to_string())],
            "members",
        ),
        (&[("place", "Hall\u{202e}")], "place"),
    ] {
        let page = call(&board.chair, &board, changes).await.is(422);
        assert_eq!(page.wrong_fields(), [field]);
    }
    let page = call(&portal.admin().await, &board, &[])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(
        page.text()
            .contains("8 December 2026, 14:30 (Asia/Yerevan)"),
        "{}",
        page.text()
    );
    let at: String =
        sqlx::query_scalar("select (starts_at at time zone 'UTC')::text from sittings")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(at, "2026-12-08 10:30:00");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn posts_do_not_see_sessions_auditors_read_them_and_coordinators_vote_alone(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    for who in [&ani, &portal.post_officer(&["DE"]).await] {
        for page in ["/desk/sessions", "/desk/sessions/new", &path, &place] {
            who.get(page).await.is(404);
        }
        let fields = [("vote", "accepted"), ("why", "Yes.")];
        who.post(format!("{place}/vote"), &fields).await.is(404);
    }
    let case = case.to_string();
    let fields = [
        ("case", &*case),
        ("vote", "accepted"),
        ("why", "x"),
        ("interest", "x"),
        ("words", "x"),
    ];
    for who in [&portal.auditor().await, &board.one] {
        who.get("/desk/sessions").await.is(200);
        who.get(&path).await.is(200);
        who.get("/desk/sessions/new").await.is(403);
        for part in ["attendance", "agenda", "closing", "calling-off", "addenda"] {
            who.post(format!("{path}/{part}"), &fields).await.is(403);
        }
        for part in ["place", "removal", "result", "reopening"] {
            who.post(format!("{place}/{part}"), &fields).await.is(403);
        }
    }
    for who in [
        &portal.auditor().await,
        &portal.admin().await,
        &portal.coordinator().await,
    ] {
        for part in ["vote", "recusal"] {
            who.post(format!("{place}/{part}"), &fields).await.is(403);
        }
    }
    // An admin keeps the agenda, and decides nothing.
    portal
        .admin()
        .await
        .post(format!("{path}/closing"), &[])
        .await
        .is(403);
    portal
        .admin()
        .await
        .post(format!("{place}/place"), &[("move", "up")])
        .await
        .is(303);
    board
        .chair
        .post(format!("{path}/addenda"), &fields)
        .await
        .is(409);
    board.chair.get(format!("{path}/minutes")).await.is(404);
    // Nothing of another session is reached through this one.
    let other = call(&board.chair, &board, &[("date-day", "15")])
        .await
        .is(303)
        .location()
        .to_owned();
    let elsewhere = place.replace(&path, &other);
    board
        .chair
        .post(format!("{elsewhere}/removal"), &[])
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_what_a_session_has_to_decide_comes_on_its_agenda_in_an_order_that_is_kept(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (_, _first) = item(&portal, &board, &path, &ani, "First").await;
    let (_, second) = item(&portal, &board, &path, &ani, "Second").await;
    let order = async || {
        board
            .one
            .get(&path)
            .await
            .is(200)
            .select(".app-card__title")
    };
    assert_eq!(order().await, ["First", "Second"]);
    board
        .chair
        .post(format!("{second}/place"), &[("move", "up")])
        .await
        .is(303);
    assert_eq!(order().await, ["Second", "First"]);
    board
        .chair
        .post(format!("{second}/place"), &[("move", "up")])
        .await
        .is(303);
    assert_eq!(order().await, ["Second", "First"]);
    crate::deciding::rule_for_all(&portal, concord::case::Way::One).await;
    let case = crate::cases::held(&portal, &ani, &board.one, "Third").await;
    let page = board
        .chair
        .post(format!("{path}/agenda"), &[("case", &case.to_string())])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["case"]);
    let page = board
        .chair
        .post(format!("{path}/agenda"), &[])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["case"]);
    let draft = crate::cases::draft(&portal, &ani).await;
    board
        .chair
        .post(format!("{path}/agenda"), &[("case", &draft.to_string())])
        .await
        .is(404);
}
