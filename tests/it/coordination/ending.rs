//! Groups that end: what ends with them, who hears of it, what can be done no more, and an end that was a mistake.

use chrono::{NaiveDate, TimeDelta};
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::joining::{add, group};
use super::registered;
use crate::meetings::{called, club};
use crate::portal::{Browser, Page, Portal};

/// Ends a group on a day, and says why.
pub async fn end(board: &Browser, group: &str, day: NaiveDate, words: &str) -> Page {
    let path = format!("{group}/ending");
    let page = board.get(&path).await.is(200);
    ended(&page, &path, day, words).await
}

/// The same from a page that was opened before.
async fn ended(page: &Page, path: &str, day: NaiveDate, words: &str) -> Page {
    let part = |format: &str| day.format(format).to_string();
    let (day, month, year) = (part("%-d"), part("%-m"), part("%Y"));
    let fields = [
        ("last-day", day.as_str()),
        ("last-month", month.as_str()),
        ("last-year", year.as_str()),
        ("words", words),
    ];
    page.submit_to(path, &fields).await
}

/// Lets a group go on that was ended.
pub async fn reopen(board: &Browser, group: &str) -> Page {
    let page = board.get(group).await.is(200);
    page.submit_to(&format!("{group}/reopening"), &[]).await
}

/// What the worker does.
pub async fn due(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let ended = concord::meeting::end_groups(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    ended
}

fn kinds(letters: &[crate::portal::Letter]) -> Vec<LetterKind> {
    letters.iter().map(|it| it.kind).collect()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_ends_with_a_group_is_counted_and_ends_with_it_on_its_day(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    // From here on members are asked, and one has not answered.
    let facts = format!("{at}/facts");
    let page = board.get(&facts).await.is(200);
    page.submit_to(&facts, &[("joining", "consent")])
        .await
        .is(303);
    let (_, other) = registered(&portal, "Nor Keank", "FR").await;
    add(&board, at, other, &[]).await.is(303);
    let meeting = called(&board, at, &[]).await.is(303).location().to_owned();
    portal.letters().await;

    let path = format!("{at}/ending");
    let page = board.get(&path).await.is(200);
    for there in [
        "One membership ends with it",
        "One open invitation is taken back",
        "One meeting is to come",
    ] {
        assert!(page.text().contains(there), "{there} in {}", page.text());
    }
    let wrong = page.submit_to(&path, &[("words", "")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["last", "words"]);
    let far = NaiveDate::from_ymd_opt(2126, 12, 1).unwrap();
    let wrong = ended(&page, &path, far, "Done.").await.is(422);
    assert_eq!(wrong.wrong_fields(), ["last"]);
    assert_eq!(wrong.value("last-year"), "2126");

    // A day to come is kept, whoever is in it hears of it now, and what is called for later is called off.
    let last = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    assert!(portal.now().date_naive() < last);
    ended(&page, &path, last, "The hymn book is printed.")
        .await
        .is(303);
    let letters = portal.letters().await;
    let mut told = kinds(&letters);
    told.sort_unstable_by_key(|it| it.code());
    assert_eq!(told, [LetterKind::GroupEnded, LetterKind::MeetingCalledOff]);
    assert!(letters.iter().all(|it| it.to == ani.email()));
    let letter = letters.iter().find(|it| it.kind == LetterKind::GroupEnded);
    let text = &letter.unwrap().text;
    for there in ["1 December 2026", "The hymn book is printed.", "Nor Dprots"] {
        assert!(text.contains(there), "{there} in {text}");
    }
    let page = board.get(&meeting).await.is(200);
    assert!(page.text().contains("Called off") && page.text().contains("The hymn book"));
    let wrong = called(&board, at, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["date"]);
    let theirs = format!("/home/organizations/{}/groups", club.number);
    let page = ani.get(&theirs).await.is(200);
    assert!(page.text().contains("ends on 1 December 2026"));
    assert!(page.has("main form[action$='/ending']"), "they may leave");
    assert_eq!(due(&portal).await, 0);

    portal.wait(last - portal.now().date_naive());
    assert_eq!(due(&portal).await, 0, "the last day is a day of the group");
    portal.wait(TimeDelta::days(1));
    assert_eq!(due(&portal).await, 1);
    assert_eq!(due(&portal).await, 0);
    assert!(portal.letters().await.is_empty(), "they know");
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let invited: Option<String> =
        sqlx::query_scalar("select answer from group_invitations order by id desc limit 1")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(invited.as_deref(), Some("withdrawn"));

    // It is over everywhere, and nothing is done with it.
    let public = at.replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("This group has ended"));
    assert!(page.text().contains("Members when it ended") && page.text().contains("Nor Dprots"));
    for path in [
        format!("/organizations/{}", club.number),
        format!("/desk/organizations/{}", club.number),
    ] {
        let page = board.get(&path).await.is(200);
        assert!(page.text().contains("ended on 1 December 2026"), "{path}");
    }
    let page = ani.get(&theirs).await.is(200);
    assert!(page.text().contains("ended on 1 December 2026"));
    assert!(!page.has("main form[action$='/ending']"));
    let list = board.get("/desk/groups").await.is(200);
    assert!(!list.text().contains("Council of Choirs"));
    let list = board.get("/desk/groups?state=ended").await.is(200);
    assert!(list.text().contains("Council of Choirs"));
    let page = board.get(at).await.is(200);
    for act in ["/members']", "/ending']", "/withdrawal']"] {
        assert!(!page.has(&format!("main form[action$='{act}")), "{act}");
    }
    assert!(page.text().contains("Group ended"));
    let member: String = sqlx::query_scalar("select id::text from group_members")
        .fetch_one(&pool)
        .await
        .unwrap();
    for path in [
        facts,
        path,
        format!("{at}/meetings/new"),
        format!("{at}/members/{member}"),
    ] {
        board.get(&path).await.is(409);
    }
    board
        .post(format!("{at}/members/{member}/ending"), &[])
        .await
        .is(409);
    let wrong = add(&board, at, other, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["number"]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_end_that_was_a_mistake_is_taken_back_while_it_is_one(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    let path = format!("{at}/facts");
    let early = [("started_on-year", "2010")];
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &early).await.is(303);
    // Somebody who was taken out before does not come back with the others.
    let (_, gone) = registered(&portal, "Nor Keank", "FR").await;
    add(&board, at, gone, &[]).await.is(303);
    let page = board.get(at).await.is(200);
    let row = page.attributes("main form[action$='/ending']", "action");
    assert_eq!(row.len(), 2);
    let first: String = sqlx::query_scalar(
        "select m.id::text from group_members m join organizations o on o.id = m.organization_id where o.name = 'Nor Keank'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    board
        .post(format!("{at}/members/{first}/ending"), &[])
        .await
        .is(303);
    portal.letters().await;

    // A mistyped year ends it at once.
    let mistyped = NaiveDate::from_ymd_opt(2016, 12, 1).unwrap();
    end(&board, at, mistyped, "It is done.").await.is(303);
    assert_eq!(kinds(&portal.letters().await), [LetterKind::GroupEnded]);
    let list = board.get("/desk/groups?state=ended").await.is(200);
    assert_eq!(list.link("Council of Choirs"), *at);
    let old = board.get(at).await.is(200);
    let action = format!("{at}/reopening");
    portal.auditor().await.post(&action, &[]).await.is(403);
    ani.post(&action, &[]).await.is(404);
    let (first, second) = tokio::join!(old.submit_to(&action, &[]), old.submit_to(&action, &[]));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let letters = portal.letters().await;
    assert_eq!(kinds(&letters), [LetterKind::GroupGoesOn]);
    assert_eq!(letters[0].to, ani.email());
    let theirs = format!("/home/organizations/{}/groups", club.number);
    assert_eq!(letters[0].link(), theirs);
    let page = ani.get(&theirs).await.is(200);
    assert!(page.has("main form[action$='/ending']"), "they may leave");
    let page = board.get(at).await.is(200);
    assert!(page.text().contains("Group goes on after all"));
    let rows = page.attributes("main form[action$='/ending']", "action");
    assert_eq!(rows.len(), 1, "whoever was out before is out");
    old.submit_to(&action, &[]).await.is(409);

    // In the end it ends, and after a while that is no mistake any more.
    let today = portal.now().date_naive();
    end(&board, at, today, "It is done.").await.is(303);
    portal.letters().await;
    portal.wait(TimeDelta::days(61));
    let board = portal.coordinator().await;
    let page = board.get(at).await.is(200);
    assert!(!page.has(&format!("form[action='{action}']")));
    let version: i32 = sqlx::query_scalar("select version from groups")
        .fetch_one(&pool)
        .await
        .unwrap();
    board
        .post(&action, &[("version", &version.to_string())])
        .await
        .is(409);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn two_end_a_group_at_once_and_who_comes_after_the_news_is_told_on_the_day(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    let path = format!("{at}/ending");
    let last = portal.now().date_naive() + TimeDelta::days(10);
    let (one, two) = (board.get(&path).await, board.get(&path).await);
    let (first, second) = tokio::join!(
        ended(&one, &path, last, "Why not?"),
        ended(&two, &path, last, "Because.")
    );
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let (late, said) = match first.status.as_u16() {
        409 => (first, "Why not?"),
        _ => (second, "Because."),
    };
    assert_eq!(late.value("words"), said, "nothing typed is lost");
    let again = ended(&one, &path, last, "Once more").await.is(409);
    assert_eq!(again.value("words"), "Once more");
    portal.letters().await;

    portal.wait(TimeDelta::days(1));
    let (board, bedros) = (portal.coordinator().await, portal.member("Bedros").await);
    let home = crate::teams::owned(&portal, &bedros, "Nor Keank").await;
    let (_, late) = crate::teams::of_home(&portal, &home).await;
    add(&board, at, late, &[]).await.is(303);
    portal.letters().await;
    portal.wait(TimeDelta::days(10));
    assert_eq!(due(&portal).await, 1);
    let letters = portal.letters().await;
    assert_eq!(kinds(&letters), [LetterKind::GroupEnded]);
    assert_eq!(letters[0].to, bedros.email());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_day_to_come_is_taken_back_and_nobody_loses_their_place(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let at = &club.group;
    let last = portal.now().date_naive() + TimeDelta::days(10);
    end(&board, at, last, "It is done.").await.is(303);
    portal.letters().await;
    reopen(&board, at).await.is(303);
    assert_eq!(kinds(&portal.letters().await), [LetterKind::GroupGoesOn]);
    portal.wait(TimeDelta::days(20));
    assert_eq!(due(&portal).await, 0);
    let public = at.replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Nor Dprots") && !page.text().contains("has ended"));
    let board = portal.coordinator().await;
    assert!(!board.get(at).await.has("form[action$='/reopening']"));
    // One that nobody ended is not let go on.
    board
        .post(format!("{at}/reopening"), &[("version", "2")])
        .await
        .is(409);
    let member = group(&board, "Choirs", "notice").await;
    portal
        .member("Ani")
        .await
        .get(format!("{member}/ending"))
        .await
        .is(404);
}
