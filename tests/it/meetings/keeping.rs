//! Keeping minutes: only from the beginning of a meeting on, and two who keep them lose nothing.

use chrono::{TimeDelta, TimeZone, Utc};
use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::{called, club};
use crate::coordination::{joining, registered};
use crate::portal::{Browser, Portal};

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_came_and_nothing_came_of_anything_before_a_meeting_begins(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let meeting = called(&board, &club.group, &[])
        .await
        .is(303)
        .location()
        .to_owned();
    let page = board.get(&meeting).await.is(200);
    assert!(!page.has("input[name=present]") && !page.has("ol a[href*='/agenda/']"));
    assert!(
        page.has("ol form[action$='/removal']"),
        "the agenda is kept"
    );
    assert!(page.text().contains("from the beginning of the meeting on"));
    let (member, item): (String, String) = sqlx::query_as(
        "select (select id::text from group_members), (select id::text from group_meeting_items order by position limit 1)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    let attendance = format!("{meeting}/attendance");
    let sent = [("present", member.as_str()), ("version", "0")];
    board.post(&attendance, &sent).await.is(409);
    let item = format!("{meeting}/agenda/{item}");
    board.get(&item).await.is(409);
    let said = [
        ("kind", "resolution"),
        ("result", "adopted"),
        ("words", "So be it."),
        ("version", "0"),
    ];
    board.post(&item, &said).await.is(409);
    let noted: i64 = sqlx::query_scalar(
        "select (select count(*) from group_meeting_presence) + (select count(*) from group_meeting_items where result is not null)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(noted, 0);
    portal.wait(TimeDelta::days(30));
    let board = portal.coordinator().await;
    board.post(&attendance, &sent).await.is(303);
    board.post(&item, &said).await.is(303);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn two_who_keep_minutes_see_both_texts_and_lose_nothing(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let (_, other) = registered(&portal, "Nor Keank", "FR").await;
    joining::add(&board, &club.group, other, &[]).await.is(303);
    let foreign = joining::group(&board, "Guilds", "notice").await;
    let (_, stranger) = registered(&portal, "Nor Serount", "FR").await;
    joining::add(&board, &foreign, stranger, &[]).await.is(303);
    let meeting = called(&board, &club.group, &[])
        .await
        .is(303)
        .location()
        .to_owned();
    portal.wait(TimeDelta::days(30));
    let (one, two) = (
        portal.coordinator().await,
        portal
            .person("Second Keeper", concord::values::Role::Coordinator)
            .await,
    );

    // What came of an item.
    let href = one
        .get(&meeting)
        .await
        .is(200)
        .attribute("ol a[href*='/agenda/']", "href");
    let (first, second) = (one.get(&href).await.is(200), two.get(&href).await.is(200));
    let long = "A long account of what was said.";
    first
        .submit_to(&href, &[("kind", "talk"), ("words", long)])
        .await
        .is(303);
    let late = second
        .submit_to(&href, &[("kind", "talk"), ("words", "Short.")])
        .await
        .is(409);
    assert!(late.text().contains(long), "theirs stands on the page");
    assert_eq!(late.value("words"), "Short.", "one's own is in the form");
    assert!(one.get(&meeting).await.text().contains(long));
    // Sent again, put together, it is saved.
    let both = "A long account of what was said. Short.";
    late.submit_to(&href, &[("words", both)]).await.is(303);
    assert!(one.get(&meeting).await.text().contains(both));

    // Who came.
    let attendance = format!("{meeting}/attendance");
    let (first, second) = (
        one.get(&meeting).await.is(200),
        two.get(&meeting).await.is(200),
    );
    let members = first.attributes("input[name=present]", "value");
    assert_eq!(members.len(), 2);
    let came = |member: &str| [("present", member.to_owned())];
    let [(name, a)] = came(&members[0]);
    first.submit_to(&attendance, &[(name, &a)]).await.is(303);
    let [(name, b)] = came(&members[1]);
    let late = second.submit_to(&attendance, &[(name, &b)]).await.is(409);
    assert!(late.text().contains("They noted:"), "{}", late.text());
    assert!(late.has(&format!("input[name=present][value='{b}'][checked]")));
    let there = async || {
        let ids: Vec<String> = sqlx::query_scalar(
            "select membership_id::text from group_meeting_presence order by membership_id",
        )
        .fetch_all(&pool)
        .await
        .unwrap();
        ids
    };
    assert_eq!(there().await, std::slice::from_ref(&a));
    late.submit_to(&attendance, &[("present", &a), ("present", &b)])
        .await
        .is(303);
    assert_eq!(there().await.len(), 2);

    // Nobody is dropped without a word.
    let page = one.get(&meeting).await.is(200);
    let elsewhere: String = sqlx::query_scalar(
        "select m.id::text from group_members m join organizations o on o.id = m.organization_id where o.name = 'Nor Serount'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    for unknown in ["zzz", elsewhere.as_str()] {
        let wrong = page
            .submit_to(&attendance, &[("present", &a), ("present", unknown)])
            .await
            .is(422);
        assert_eq!(wrong.wrong_fields(), ["present"], "{unknown}");
    }
    assert_eq!(there().await.len(), 2);

    // Whoever writes while a colleague closes the meeting keeps their words.
    let form = two.get(&href).await.is(200);
    one.post(format!("{meeting}/closing"), &[]).await.is(303);
    let late = form
        .submit_to(&href, &[("words", "Too late, but long.")])
        .await
        .is(409);
    assert!(late.text().contains("Too late, but long.") && late.text().contains(both));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_next_meeting_stands_first_and_the_last_that_was_after_those_to_come(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let mut on = Vec::new();
    for day in ["8", "20", "10", "15"] {
        let page = called(&board, &club.group, &[("date-day", day)]).await;
        let id = page
            .is(303)
            .location()
            .rsplit('/')
            .next()
            .unwrap()
            .to_owned();
        on.push((day, id));
    }
    let in_order = async |browser: &Browser, list: String| {
        let page = browser.get(&list).await.is(200);
        let hrefs = page.attributes("main ul a", "href");
        let days = hrefs.iter().filter_map(|href| {
            let one = on.iter().find(|(_, id)| href.ends_with(id.as_str()))?;
            Some(one.0)
        });
        days.collect::<Vec<_>>()
    };
    let desk = format!("{}/meetings", club.group);
    assert_eq!(
        in_order(&board, desk.clone()).await,
        ["8", "10", "15", "20"]
    );
    let until = Utc.with_ymd_and_hms(2026, 12, 12, 12, 0, 0).unwrap();
    portal.wait(until - portal.now());
    let order = ["15", "20", "10", "8"];
    assert_eq!(in_order(&portal.coordinator().await, desk).await, order);
    let own = format!("/home/organizations/{}/meetings", club.number);
    let ani = portal.member("Ani").await;
    assert_eq!(in_order(&ani, own).await, order);
}
