//! A member's place in a group: another role, seat or term without leaving, and one chair at a time.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::joining::{add, group};
use super::registered;
use crate::meetings::club;
use crate::portal::{Page, Portal};

/// The page on which the first member's place is changed.
fn place(page: &Page) -> String {
    page.attribute("main td a[href*='/members/']", "href")
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_member_gets_another_role_seat_and_term_and_is_told_with_a_way_out(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let path = place(&board.get(&club.group).await.is(200));
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("Nor Dprots"));
    let wrong = page
        .submit_to(&path, &[("role", "king"), ("until-day", "1")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["role", "until"]);
    // Saved as it is, nothing happens and nobody is written to.
    page.submit_to(&path, &[]).await.is(303);
    assert!(portal.letters().await.is_empty());
    let page = board.get(&path).await.is(200);
    let last = portal.now().date_naive() + TimeDelta::days(100);
    let (day, month, year) = (
        last.format("%-d").to_string(),
        last.format("%-m").to_string(),
        last.format("%Y").to_string(),
    );
    let fields = [
        ("role", "chair"),
        ("seat", "president"),
        ("until-day", day.as_str()),
        ("until-month", month.as_str()),
        ("until-year", year.as_str()),
    ];
    page.submit_to(&path, &fields).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::GroupPlaceChanged, ani.email())
    );
    for there in ["Nor Dprots", "Chair", year.as_str(), "leave with one press"] {
        assert!(letter.text.contains(there), "{there} in {}", letter.text);
    }
    assert_eq!(
        letter.link(),
        format!("/home/organizations/{}/groups", club.number)
    );
    // Whoever saw it before is told how it stands, and keeps what they chose.
    let late = page.submit_to(&path, &[("role", "observer")]).await.is(409);
    assert!(late.text().contains("Chair · President"), "{}", late.text());
    assert!(late.has("input[name=role][value=observer][checked]"));
    late.submit_to(&path, &[]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::GroupPlaceChanged);
    let rows: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'group_place_changed' and before is not null and after is not null",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(rows, 2);
    let since: i64 = sqlx::query_scalar("select count(*) from group_members")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(since, 1, "nobody left and came anew");

    portal.auditor().await.get(&path).await.is(403);
    ani.get(&path).await.is(404);
    let other = group(&board, "Guilds", "notice").await;
    let foreign = path.replace(&club.group, &other);
    board.get(&foreign).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_group_has_one_chair_and_has_asked_one_at_a_time(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let (_, one) = registered(&portal, "Nor Keank", "FR").await;
    let (_, two) = registered(&portal, "Nor Serount", "FR").await;
    let (one_number, two_number) = (one.to_string(), two.to_string());
    for joining in ["notice", "consent"] {
        let at = group(&board, "Choirs", joining).await;
        let members = format!("{at}/members");
        let as_chair = [
            [("number", one_number.as_str()), ("role", "chair")],
            [("number", two_number.as_str()), ("role", "chair")],
        ];
        let (first, second) = tokio::join!(
            board.post(&members, &as_chair[0]),
            board.post(&members, &as_chair[1])
        );
        let mut both = [first.status.as_u16(), second.status.as_u16()];
        both.sort_unstable();
        assert_eq!(both, [303, 422], "{joining}");
        let late = match first.status.as_u16() {
            422 => first,
            _ => second,
        };
        assert_eq!(late.wrong_fields(), ["number"]);
        assert!(
            late.text().contains("Make them something else first"),
            "{}",
            late.text()
        );
    }
    // A member is not made a second chair either, until the first is something else.
    let at = group(&board, "Guilds", "notice").await;
    add(&board, &at, one, &[]).await.is(303);
    let second = place(&board.get(&at).await.is(200));
    let chair = [("number", two_number.as_str()), ("role", "chair")];
    board.post(format!("{at}/members"), &chair).await.is(303);
    let page = board.get(&second).await.is(200);
    let wrong = page.submit_to(&second, &[("role", "chair")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["role"]);
    let first = place(&board.get(&at).await.is(200));
    assert_ne!(first, second, "the chair stands first");
    let form = board.get(&first).await.is(200);
    form.submit_to(&first, &[("role", "vice")]).await.is(303);
    page.submit_to(&second, &[("role", "chair")]).await.is(303);
}
