//! Holding a meeting: who came, what was resolved, minutes and recommendations.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{Club, called, club};
use crate::coordination::joining::add;
use crate::portal::{Browser, Portal};
use crate::teams::{of_home, owned};

/// A meeting that has begun; its page at the desk.
async fn begun(portal: &Portal, board: &Browser, club: &Club) -> String {
    let page = called(board, &club.group, &[]).await.is(303);
    portal.letters().await;
    portal.wait(TimeDelta::days(30));
    page.location().to_owned()
}

/// Notes what came of the item of this title.
async fn settled(board: &Browser, meeting: &str, title: &str, kind: &str, result: &str) {
    let page = board.get(meeting).await.is(200);
    let hrefs = page.attributes("ol a[href*='/agenda/']", "href");
    for href in hrefs {
        let form = board.get(&href).await.is(200);
        if form.first("h1").contains(title) {
            let fields = [
                ("kind", kind),
                ("result", result),
                ("words", "Dear board, print it."),
            ];
            form.submit_to(&href, &fields).await.is(303);
            return;
        }
    }
    panic!("{title} is not on the agenda");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_meeting_is_held_and_what_it_recommends_is_answered_by_the_board(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let page = called(&board, &club.group, &[]).await.is(303);
    let meeting = page.location().to_owned();
    portal.letters().await;
    // It cannot be closed before it begins.
    board.post(format!("{meeting}/closing"), &[]).await.is(409);
    portal.wait(TimeDelta::days(30));
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let page = board.get(&meeting).await.is(200);
    assert!(
        page.text().contains("0 came, 1 of 1 are needed."),
        "{}",
        page.text()
    );
    let agenda = format!("{meeting}/agenda");
    page.submit_to(&agenda, &[("title", "")]).await.is(422);
    page.submit_to(&agenda, &[("title", "Songs")]).await.is(303);
    let member = page.attribute("input[name=present]", "value");
    page.submit_to(&format!("{meeting}/attendance"), &[("present", &member)])
        .await
        .is(303);
    let one = page.attribute("ol a[href*='/agenda/']", "href");
    let form = board.get(&one).await.is(200);
    let wrong = form
        .submit_to(&one, &[("kind", "resolution")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["result", "words"]);
    settled(&board, &meeting, "A hymn book", "resolution", "adopted").await;
    settled(
        &board,
        &meeting,
        "A letter to the board",
        "recommendation",
        "adopted",
    )
    .await;
    // Members read what is on it, and nothing of what the board notes before the end.
    let theirs = meeting.replacen("/desk", &format!("/home/organizations/{}", club.number), 1);
    let page = ani.get(&theirs).await.is(200);
    assert!(page.text().contains("Songs") && !page.text().contains("Dear board"));
    assert!(
        !board
            .get("/desk/recommendations")
            .await
            .is(200)
            .text()
            .contains("A letter")
    );

    board.post(format!("{meeting}/closing"), &[]).await.is(303);
    board.post(format!("{meeting}/closing"), &[]).await.is(409);
    board.post(&agenda, &[("title", "Late")]).await.is(409);
    let minutes = board.get(format!("{meeting}/minutes")).await.is(200);
    for there in [
        "Nor Dprots",
        "The quorum was met.",
        "A hymn book",
        "Adopted",
        "Dear board, print it.",
    ] {
        assert!(
            minutes.text().contains(there),
            "{there} in {}",
            minutes.text()
        );
    }
    assert!(ani.get(&theirs).await.is(200).text().contains("Dear board"));

    let list = board.get("/desk/recommendations").await.is(200);
    let path = list.link("A letter to the board");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[("answer", "taken_up")])
        .await
        .is(422);
    let said = [("answer", "taken_up"), ("words", "In spring.")];
    let (first, second) = tokio::join!(page.submit_to(&path, &said), page.submit_to(&path, &said));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::RecommendationAnswered, ani.email())
    );
    for there in ["A letter to the board", "Taken up", "In spring."] {
        assert!(letter.text.contains(there), "{there} in {}", letter.text);
    }
    assert!(letter.link().ends_with(&theirs), "{}", letter.link());
    let page = ani.get(&theirs).await.is(200);
    assert!(page.text().contains("Taken up") && page.text().contains("In spring."));
    assert!(
        board
            .get(&club.group)
            .await
            .text()
            .contains("Recommendation answered")
    );

    let auditor = portal.auditor().await;
    auditor.get(&path).await.is(200);
    auditor.post(&path, &said).await.is(403);
    auditor
        .post(format!("{meeting}/attendance"), &[])
        .await
        .is(403);
    ani.get(&meeting).await.is(404);
    portal.member("Stranger").await.get(&theirs).await.is(404);
    portal.visitor().get("/desk/recommendations").await.is(303);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn without_a_quorum_nothing_is_adopted_and_an_empty_seat_does_not_count(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    // A second one, whose seat nobody holds, and an observer.
    for (name, seat, role) in [("Two", "president", "member"), ("Three", "", "observer")] {
        let (_, number) = crate::coordination::registered(&portal, name, "FR").await;
        let number = number.to_string();
        let fields = [("number", number.as_str()), ("role", role), ("seat", seat)];
        board
            .post(format!("{}/members", club.group), &fields)
            .await
            .is(303);
    }
    let meeting = begun(&portal, &board, &club).await;
    let board = portal.coordinator().await;
    let page = board.get(&meeting).await.is(200);
    assert!(
        page.text().contains("0 came, 1 of 1 are needed."),
        "{}",
        page.text()
    );
    settled(
        &board,
        &meeting,
        "A letter to the board",
        "recommendation",
        "adopted",
    )
    .await;
    board.post(format!("{meeting}/closing"), &[]).await.is(303);
    let minutes = board.get(format!("{meeting}/minutes")).await.is(200);
    assert!(
        minutes.text().contains("Not valid: too few were there"),
        "{}",
        minutes.text()
    );
    assert!(
        !board
            .get("/desk/recommendations")
            .await
            .text()
            .contains("A letter")
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn who_came_into_the_group_after_a_meeting_was_held_is_not_counted(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let page = called(&board, &club.group, &[]).await.is(303);
    let meeting = page.location().to_owned();
    // One comes on the day before, one while it is held and one when it is over.
    for (name, hours, entitled) in [
        ("Early Choir", 13 * 24, 2),
        ("Late Choir", 25, 3),
        ("Next Choir", 2, 3),
    ] {
        portal.wait(TimeDelta::hours(hours));
        let (_, number) = crate::coordination::registered(&portal, name, "FR").await;
        let board = portal.coordinator().await;
        add(&board, &club.group, number, &[]).await.is(303);
        let page = board.get(&meeting).await.is(200);
        let wanted = format!("of {entitled} are needed.");
        assert!(page.text().contains(&wanted), "{name}: {}", page.text());
    }
    portal.ignore_letters();
    let board = portal.coordinator().await;
    board.post(format!("{meeting}/closing"), &[]).await.is(303);
    let minutes = board.get(format!("{meeting}/minutes")).await.is(200);
    assert!(minutes.text().contains("Late Choir") && !minutes.text().contains("Next Choir"));
}

/// Everything that is done about meetings, for the table of acts.
pub async fn all(portal: &Portal) {
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(portal, &ani, "Nor Yerg").await;
    let (_, number) = of_home(portal, &home).await;
    let group = crate::coordination::joining::group(&board, "Singers", "notice").await;
    crate::coordination::joining::add(&board, &group, number, &[])
        .await
        .is(303);
    let year = (portal.now() + TimeDelta::days(365))
        .format("%Y")
        .to_string();
    let to_come = [("date-year", year.as_str())];
    let off = called(&board, &group, &to_come)
        .await
        .is(303)
        .location()
        .to_owned();
    let page = board.get(format!("{off}/calling-off")).await.is(200);
    page.submit_to(&format!("{off}/calling-off"), &[("words", "Snow.")])
        .await
        .is(303);
    let held = called(&board, &group, &to_come)
        .await
        .is(303)
        .location()
        .to_owned();
    let path = format!("{held}/appointment");
    let soon = (portal.now() + TimeDelta::minutes(5))
        .format("%H:%M")
        .to_string();
    let (day, month, year) = (
        portal.now().format("%d").to_string(),
        portal.now().format("%m").to_string(),
        portal.now().format("%Y").to_string(),
    );
    let fields = [
        ("date-day", day.as_str()),
        ("date-month", month.as_str()),
        ("date-year", year.as_str()),
        ("time", soon.as_str()),
        ("zone", "UTC"),
    ];
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &fields).await.is(303);
    portal.wait(TimeDelta::minutes(10));
    let page = board.get(&held).await.is(200);
    page.submit_to(&format!("{held}/agenda"), &[("title", "Songs")])
        .await
        .is(303);
    let member = page.attribute("input[name=present]", "value");
    page.submit_to(&format!("{held}/attendance"), &[("present", &member)])
        .await
        .is(303);
    settled(
        &board,
        &held,
        "A letter to the board",
        "recommendation",
        "adopted",
    )
    .await;
    board.post(format!("{held}/closing"), &[]).await.is(303);
    let path = board
        .get("/desk/recommendations")
        .await
        .is(200)
        .link("A letter to the board");
    board
        .post(&path, &[("answer", "noted"), ("words", "Thank you.")])
        .await
        .is(303);
    let make = format!("/home/organizations/{number}/calendar");
    ani.post(&make, &[]).await.is(200);
    ani.post(format!("{make}/revocation"), &[]).await.is(303);
}
