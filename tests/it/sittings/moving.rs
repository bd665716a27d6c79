//! A session that is moved, and what those learn whose case dropped off an agenda.

use concord::notice::LetterKind;
use sqlx::PgPool;

use super::closing::all_vote;
use super::{board, called, item};
use crate::portal::Portal;

/// What the calendars of the last letters are told: the method, the count and the beginning.
async fn calendars(portal: &Portal) -> Vec<(LetterKind, i64)> {
    let letters = portal.letters().await;
    let sequences: Vec<i64> =
        sqlx::query_scalar("select sequence::bigint from sittings order by number")
            .fetch_all(portal.db_pool())
            .await
            .unwrap();
    letters.iter().map(|it| (it.kind, sequences[0])).collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_session_is_moved_with_its_agenda_and_calendars_follow(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (_, place) = item(&portal, &board, &path, &ani, "Haus").await;
    all_vote(&board, &place, "accepted").await;
    portal.letters().await;
    let to = format!("{path}/appointment");
    let form = board.chair.get(&to).await.is(200);
    let send = async |changes: &[(&str, &str)]| form.submit(changes).await;
    for (changes, wrong) in [
        (vec![("date-day", "31"), ("date-month", "2")], "date"),
        (vec![("date-year", "2020")], "time"),
        (vec![("time", "noon")], "time"),
        (vec![("zone", "Moon/Sea")], "zone"),
        (vec![("minutes", "3")], "minutes"),
        (vec![("place", " ")], "place"),
    ] {
        let page = send(&changes).await.is(422);
        assert!(
            page.wrong_fields().contains(&wrong.to_owned()),
            "{wrong}: {:?}",
            page.wrong_fields()
        );
        assert_eq!(page.value("sequence"), "0");
    }
    assert!(portal.letters().await.is_empty());
    // What changes nothing tells nobody.
    send(&[]).await.is(303);
    assert!(portal.letters().await.is_empty());

    let page = send(&[("date-day", "9"), ("place", "Small hall")])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("9 December 2026, 14:30") && page.text().contains("Small hall"));
    assert!(page.text().contains("Haus"), "its agenda stays");
    assert_eq!(calendars(&portal).await, [(LetterKind::SessionMoved, 1); 4]);
    // A second who saw it where it was moves nothing.
    send(&[("date-day", "10")]).await.is(409);
    assert!(portal.letters().await.is_empty());
    let history: (serde_json::Value, serde_json::Value) =
        sqlx::query_as("select before, after from history where act = 'session_moved'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(history.0["starts_at"], "2026-12-08T10:30:00Z");
    assert_eq!(history.1["starts_at"], "2026-12-09T10:30:00Z");
    assert_eq!(history.1["another_place"], true);
    assert!(!history.1.to_string().contains("Small hall"));
    // A vote that was cast is there still.
    let votes: i64 = sqlx::query_scalar("select count(*) from sitting_votes")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(votes, 3);

    board.one.get(&to).await.is(403);
    ani.get(&to).await.is(404);
    let form = board.chair.get(format!("{path}/calling-off")).await.is(200);
    form.submit(&[("why", "The hall is closed.")]).await.is(303);
    let told = calendars(&portal).await;
    assert!(
        told.contains(&(LetterKind::SessionCalledOff, 2)),
        "{told:?}"
    );
    board.chair.get(&to).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_is_in_charge_learns_that_a_case_dropped_off(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let board = board(&portal).await;
    let path = called(&portal, &board).await;
    let (case, place) = item(&portal, &board, &path, &ani, "Haus").await;
    portal.letters().await;
    board
        .chair
        .post(format!("{place}/removal"), &[])
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, &*letter.to),
        (LetterKind::OffAgenda, board.one.email())
    );
    assert_eq!(letter.link(), format!("/desk/cases/{case}"));
    assert!(
        letter.text.contains("Haus") && letter.text.contains("off the agenda of session"),
        "{}",
        letter.text
    );
    // What one does oneself one knows.
    let place = super::put_on(&portal, &board, &path, case).await;
    let taken = board
        .chair
        .get(format!("/desk/cases/{case}/takeover"))
        .await
        .is(200);
    taken.submit(&[("why", "You are away.")]).await.is(303);
    portal.letters().await;
    board
        .chair
        .post(format!("{place}/removal"), &[])
        .await
        .is(303);
    assert!(portal.letters().await.is_empty());
}
