//! Terms of office: handing one over, the seats that follow it, who spoke on a day, and terms that lapse.

use chrono::{NaiveDate, TimeDelta};
use concord::db::MIGRATOR;
use concord::leader::{self, ConsentMeans, LeaderName, NewLeader, NewOffice, Term};
use concord::values::{LanguageTag, Line, RegistryNumber};
use sqlx::PgPool;

use super::registered;
use crate::portal::{Browser, Page, Portal};

const OLD: &str = "Levon Abelian";
const NEW: &str = "Նարէ Սիմոնեան";

/// Somebody who presides over an organization since 2020, and agreed to be shown.
async fn presides(
    portal: &Portal,
    name: &str,
    until: Option<NaiveDate>,
) -> (RegistryNumber, String) {
    let (organization, number) = registered(portal, "Nor Keank", "FR").await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse(name, 300).unwrap(),
            language: LanguageTag::parse("en").ok(),
        }],
        languages: Vec::new(),
        email: None,
        office: NewOffice {
            organization,
            title: Line::parse("President", 300).unwrap(),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: NaiveDate::from_ymd_opt(2020, 3, 1),
            until,
            signs: true,
            term: Term::default(),
        },
        consent: Some(ConsentMeans::Letter),
    };
    let by = portal.coordinator().await.actor().await;
    leader::create(&mut tx, &by, new).await.unwrap();
    drop(tx.commit().await.unwrap());
    (number, office(portal).await)
}

/// The newest office.
async fn office(portal: &Portal) -> String {
    sqlx::query_scalar("select id::text from leader_offices order by id desc limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

/// A council with a seat of this organization; its page at the desk.
async fn council(coordinator: &Browser, number: RegistryNumber) -> String {
    let page = coordinator.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "council"),
        ("name-0-text", "Council of Schools"),
        ("name-0-language", "en"),
    ];
    let at_desk = page.submit(&fields).await.is(303).location().to_owned();
    let number = number.to_string();
    let page = coordinator.get(&at_desk).await.is(200);
    let action = format!("{at_desk}/members");
    let fields = [("number", number.as_str()), ("role", "chair")];
    page.submit_to(&action, &fields).await.is(303);
    at_desk
}

/// What a form says of a hand-over from 30 November to 1 December 2026.
const HANDED_OVER: &[(&str, &str)] = &[
    ("last-day", "30"),
    ("last-month", "11"),
    ("last-year", "2026"),
    ("successor", "new"),
    ("name", NEW),
    ("name_language", "hyw"),
];

async fn hand_over(board: &Browser, number: RegistryNumber, office: &str) -> Page {
    let path = format!("/desk/organizations/{number}/offices/{office}/succession");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, HANDED_OVER).await
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_president_changes_and_the_seat_and_the_public_page_follow(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (number, office) = presides(&portal, OLD, None).await;
    let board = portal.coordinator().await;
    let at_desk = council(&board, number).await;
    let public = at_desk.replacen("/desk", "", 1);
    let of = format!("/organizations/{number}");
    let seat = board.get(&at_desk).await.is(200);
    assert!(seat.first("#seats ~ ul").contains(OLD), "{}", seat.text());
    assert!(portal.visitor().get(&public).await.text().contains(OLD));

    hand_over(&board, number, &office).await.is(303);
    // Until the last day he presides, sits and is shown.
    portal.wait(TimeDelta::days(2));
    let visitor = portal.visitor();
    for page in [&public, &of] {
        assert!(
            visitor.get(page).await.is(200).text().contains(OLD),
            "{page}"
        );
    }
    // From the first day of the other on it is she, and nothing names her before she agrees.
    portal.wait(TimeDelta::days(30));
    let (visitor, board) = (portal.visitor(), portal.coordinator().await);
    for page in [&public, &of] {
        let page = visitor.get(page).await.is(200);
        assert!(!page.body.contains(OLD) && !page.body.contains(NEW));
    }
    let seat = board.get(&at_desk).await.is(200);
    assert!(
        seat.text()
            .contains("Taken by somebody who is not named in public")
    );
    let desk = format!("/desk/organizations/{number}/leaders");
    let page = board.get(&desk).await.is(200);
    assert!(page.text().contains(NEW) && page.text().contains("former"));
    let story = board.get(format!("/desk/organizations/{number}")).await;
    assert!(
        story.text().contains("Office handed over"),
        "{}",
        story.text()
    );

    // Who spoke for it on a day can be read for ever.
    for (day, there, not) in [("2026-11-30", OLD, NEW), ("2026-12-01", NEW, OLD)] {
        let page = board.get(format!("{desk}?on={day}")).await.is(200);
        assert!(
            page.text().contains(there) && !page.text().contains(not),
            "{day}"
        );
    }
    let then = visitor.get(format!("{of}/leaders?on=2026-11-30")).await;
    assert!(then.is(200).text().contains(OLD));
    let before = visitor.get(format!("{of}/leaders?on=2019-12-31")).await;
    assert!(!before.is(200).text().contains(OLD));
    let wrong = visitor.get(format!("{of}/leaders?on=soon")).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["on"]);
    assert_eq!(wrong.attribute("#on", "value"), "soon");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_office_is_handed_over_once_and_every_mistake_stands_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (number, office) = presides(&portal, OLD, None).await;
    let board = portal.coordinator().await;
    let path = format!("/desk/organizations/{number}/offices/{office}/succession");
    let page = board.get(&path).await.is(200);
    let empty = page.submit_to(&path, &[]).await.is(422);
    assert_eq!(empty.wrong_fields(), ["name", "last"]);
    let both = "https://example.org/minutes";
    for (change, wrong) in [
        (("last-year", "2019"), "last"),
        (("first-day", "30"), "first"),
        (("email", "nobody"), "email"),
        (("name", "a\u{202e}b"), "name"),
        (
            ("evidence_address", "javascript:alert(1)"),
            "evidence_address",
        ),
        (
            ("evidence_document", "0192f000-0000-7000-8000-000000000000"),
            "evidence_document",
        ),
        (
            ("successor", "0192f000-0000-7000-8000-000000000000"),
            "successor",
        ),
    ] {
        let first = [("first-month", "11"), ("first-year", "2026")];
        let extra: &[_] = if wrong == "first" { &first } else { &[] };
        let mut fields: Vec<_> = HANDED_OVER.to_vec();
        fields.retain(|(name, _)| *name != change.0);
        fields.push(change);
        fields.extend_from_slice(extra);
        let page = page.submit_to(&path, &fields).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong], "{change:?}");
        assert_eq!(page.value("last-month"), "11", "nothing is lost");
    }
    let fields = [HANDED_OVER, &[("evidence_address", both)]].concat();
    let (other, key) = (board.get(&path).await.is(200), page);
    key.submit_to(&path, &fields).await.is(303);
    // The same form again is the same act; another one finds that somebody was faster.
    key.submit_to(&path, &fields).await.is(303);
    other.submit_to(&path, &fields).await.is(409);
    let offices: i64 = sqlx::query_scalar("select count(*) from leader_offices")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(offices, 2);
    let page = board
        .get(format!("/desk/organizations/{number}/leaders"))
        .await;
    assert!(
        page.attributes("main a", "href")
            .iter()
            .any(|href| href == both)
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_hand_an_office_over_and_its_own_people_amend(pool: PgPool) {
    let portal = Portal::new(pool);
    let (number, office) = presides(&portal, OLD, None).await;
    let path = format!("/desk/organizations/{number}/offices/{office}");
    for (browser, looks, keeps) in [
        (portal.visitor(), 303, 401),
        (portal.member("Ani").await, 404, 404),
        (portal.admin().await, 404, 404),
        (portal.post_officer(&["LB"]).await, 404, 404),
        (portal.post_officer(&["FR"]).await, 403, 403),
        (portal.auditor().await, 403, 403),
    ] {
        for path in [path.clone(), format!("{path}/succession")] {
            browser.get(&path).await.is(looks);
            browser.post(&path, HANDED_OVER).await.is(keeps);
        }
    }
    // An office of another organization is not found under this one.
    let (_, other) = registered(&portal, "Other", "FR").await;
    let board = portal.coordinator().await;
    let elsewhere = format!("/desk/organizations/{other}/offices/{office}");
    board.get(&elsewhere).await.is(404);
    board
        .post(format!("{elsewhere}/succession"), HANDED_OVER)
        .await
        .is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_office_says_which_it_is_and_its_seat_follows(pool: PgPool) {
    let portal = Portal::new(pool);
    let (number, office) = presides(&portal, OLD, None).await;
    let board = portal.coordinator().await;
    let at_desk = council(&board, number).await;
    let path = format!("/desk/organizations/{number}/offices/{office}");
    let page = board.get(&path).await.is(200);
    assert_eq!(
        page.attribute("input[name=office][checked]", "value"),
        "president"
    );
    let stale = board.get(&path).await.is(200);
    let fields = [
        ("until-day", "28"),
        ("until-month", "2"),
        ("until-year", "2020"),
    ];
    let wrong = page.submit_to(&path, &fields).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["until"]);
    let fields = [
        ("office", "secretary"),
        ("until-day", "28"),
        ("until-month", "2"),
        ("until-year", "2027"),
    ];
    page.submit_to(&path, &fields).await.is(303);
    stale.submit_to(&path, &fields).await.is(409);
    let page = board.get(&at_desk).await.is(200);
    assert!(
        page.first("#seats ~ ul").contains("Empty"),
        "{}",
        page.text()
    );
}

async fn keep(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let moved = concord::flag::keep(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    moved
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_term_that_lapses_is_told_of_a_month_before_and_on_the_day_once_each(pool: PgPool) {
    let portal = Portal::new(pool);
    let last = portal.now().date_naive() + TimeDelta::days(40);
    let (number, office) = presides(&portal, OLD, Some(last)).await;
    let at_desk = council(&portal.coordinator().await, number).await;
    portal.wait(TimeDelta::days(9));
    assert_eq!(keep(&portal).await, 0);
    portal.wait(TimeDelta::days(1));
    assert_eq!(keep(&portal).await, 1);
    assert_eq!(keep(&portal).await, 0, "once");
    let board = portal.coordinator().await;
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("A term of office ends soon"));
    let flag = list.attributes("main a[href^='/desk/flags/']", "href");
    let page = board.get(&flag[0]).await.is(200);
    assert!(
        page.text().contains("Look at the leaders"),
        "{}",
        page.text()
    );
    // On the day the second takes the place of the first; a day later the seat is empty too.
    portal.wait(TimeDelta::days(30));
    assert_eq!(keep(&portal).await, 2);
    assert_eq!(keep(&portal).await, 0);
    let board = portal.coordinator().await;
    let list = board.get("/desk/flags").await.is(200);
    assert!(
        list.text().contains("A term of office has ended") && !list.text().contains("ends soon")
    );
    portal.wait(TimeDelta::days(1));
    assert_eq!(keep(&portal).await, 1);
    assert_eq!(keep(&portal).await, 0, "once");
    let board = portal.coordinator().await;
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("A seat in a group is empty"));
    let seat = board.get(&at_desk).await.is(200);
    assert!(
        seat.first("#seats ~ ul").contains("Empty"),
        "{}",
        seat.text()
    );
    // Whoever is elected again takes both down.
    let path = format!("/desk/organizations/{number}/offices/{office}");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[("until-year", "2030")])
        .await
        .is(303);
    assert_eq!(keep(&portal).await, 2);
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("No flag is up"), "{}", list.text());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_term_that_is_handed_over_lapses_for_nobody(pool: PgPool) {
    let portal = Portal::new(pool);
    let last = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let (number, office) = presides(&portal, OLD, Some(last)).await;
    assert_eq!(keep(&portal).await, 1);
    let board = portal.coordinator().await;
    hand_over(&board, number, &office).await.is(303);
    assert_eq!(keep(&portal).await, 1);
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("No flag is up"), "{}", list.text());
}
