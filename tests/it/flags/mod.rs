//! Flags: raised by people and by a clock, given on, ended once, and never seen by those they are about.

use chrono::{NaiveDate, TimeDelta};
use concord::case::Answer;
use concord::values::TeamRole;
use sqlx::PgPool;

use crate::cases::{decide, draft, particulars, submit, take};
use crate::documents::{TAX, pdf, send};
use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home, owned};

/// The page of an organization at the desk, and of one whose owner is somebody.
async fn watched(portal: &Portal) -> (Browser, String) {
    let ani = portal.member("Ani").await;
    let home = owned(portal, &ani, "Haus").await;
    let (_, number) = of_home(portal, &home).await;
    (ani, format!("/desk/organizations/{number}"))
}

/// Raises a flag until 24 December 2026: its address and its page.
async fn raise(who: &Browser, desk: &str, words: &str) -> (String, Page) {
    let page = who.get(format!("{desk}/flags")).await.is(200);
    let fields = [
        ("words", words),
        ("due-day", "24"),
        ("due-month", "12"),
        ("due-year", "2026"),
    ];
    let path = page.submit(&fields).await.is(303).location.unwrap();
    let page = who.get(&path).await.is(200);
    (path, page)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_flag_is_raised_given_on_and_ended_with_an_outcome(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, desk) = watched(&portal).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("{desk}/flags")).await.is(200);
    let wrong = page.submit(&[("due-year", "2026")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["words", "due"]);
    let far = [
        ("words", "x"),
        ("due-day", "1"),
        ("due-month", "1"),
        ("due-year", "2029"),
    ];
    assert_eq!(page.submit(&far).await.is(422).wrong_fields(), ["due"]);
    let past = [("due-day", "23"), ("due-month", "11"), ("due-year", "2026")];
    let wrong = page.submit(&past).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["words", "due"]);
    let (path, page) = raise(&board, &desk, "Its <b>chair</b> has moved away.").await;
    assert!(page.text().contains("Its <b>chair</b> has moved away."));
    assert!(page.text().contains("24 December 2026"));

    // It is on the lists, whoever's it is.
    let owner = board.account().to_string();
    for (whose, there) in [("", true), ("?whose=nobody", true), ("?whose=mine", false)] {
        let list = board.get(format!("/desk/flags{whose}")).await.is(200);
        assert_eq!(list.text().contains("has moved away"), there, "{whose}");
    }
    let give = format!("{path}/owner");
    let fields = [("owner", owner.as_str()), ("due-day", "30")];
    page.submit_to(&give, &fields).await.is(303);
    let list = board.get("/desk/flags?whose=mine").await.is(200);
    assert!(list.text().contains("has moved away"));
    // Who still sees it as it was is told, and changes nothing.
    page.submit_to(&give, &[("owner", ""), ("due-day", "29")])
        .await
        .is(409);
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("30 December 2026"));
    let nobody = page.submit_to(&give, &[("owner", "nobody")]).await.is(422);
    assert_eq!(nobody.wrong_fields(), ["owner"]);
    let stranger = portal.member("Stranger").await.account().to_string();
    let page = board.get(&path).await.is(200);
    page.submit_to(&give, &[("owner", stranger.as_str())])
        .await
        .is(422);

    let end = format!("{path}/outcome");
    let wrong = page.submit_to(&end, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["outcome", "words"]);
    let by_clock = [("outcome", "overtaken"), ("words", "x")];
    page.submit_to(&end, &by_clock).await.is(422);
    let settled = [("outcome", "settled"), ("words", "They have a new chair.")];
    page.submit_to(&end, &settled).await.is(303);
    page.submit_to(&end, &settled).await.is(409);
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("They have a new chair."));
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("No flag is up"));
    // The history of the organization keeps all three.
    let page = board.get(&desk).await.is(200);
    for act in ["Flag raised", "Flag given on", "Flag ended"] {
        assert!(page.text().contains(act), "{act}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn those_whom_it_is_about_never_see_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, desk) = watched(&portal).await;
    let board = portal.coordinator().await;
    let (path, _) = raise(&board, &desk, "Somebody speaks for it who may not.").await;
    for who in [&ani, &portal.post_officer(&["JP"]).await] {
        who.get(&path).await.is(404);
        who.post(format!("{path}/outcome"), &[]).await.is(404);
        who.post(format!("{path}/owner"), &[]).await.is(404);
    }
    ani.get("/desk/flags").await.is(404);
    let far = portal.post_officer(&["JP"]).await;
    let list = far.get("/desk/flags").await.is(200);
    assert!(!list.text().contains("Somebody speaks"));
    far.get(format!("{desk}/flags")).await.is(404);
    let home = desk.replace("/desk/", "/home/");
    let own = ani.get(&home).await.is(200);
    assert!(!own.body.contains("Somebody speaks") && !own.text().contains("Flag raised"));
    // A coordinator who is in the team is one of those whom it is about.
    let near = portal.post_officer(&["DE", "FR"]).await;
    near.get(&path).await.is(200);
    near.post(format!("{path}/outcome"), &[]).await.is(403);
    let lena = join(&portal, &ani, "Lena", TeamRole::Reader).await;
    sqlx::query("update accounts set role = 'coordinator' where id = $1")
        .bind(lena.account().uuid())
        .execute(portal.db_pool())
        .await
        .unwrap();
    lena.get(&path).await.is(404);
    let page = lena.get(&desk).await.is(200);
    assert!(!page.body.contains("Somebody speaks"));
    portal
        .auditor()
        .await
        .post(format!("{path}/outcome"), &[])
        .await
        .is(403);
}

async fn keep(portal: &Portal) -> usize {
    let mut tx = portal.tx().await;
    let moved = concord::flag::keep(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    moved
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_expired_document_raises_one_until_a_newer_one_is_there(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = draft(&portal, &ani).await;
    let until = |year: &'static str| {
        [
            ("expires-day", "1"),
            ("expires-month", "3"),
            ("expires-year", year),
        ]
    };
    let form = ani
        .get(format!("/cases/{id}/documents/{TAX}"))
        .await
        .is(200);
    send(&ani, &form, &until("2027"), "tax.pdf", &pdf("T"))
        .await
        .is(303);
    submit(&portal, &ani, id, &particulars("Taxed", "FR")).await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    let last = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    let day = |day: NaiveDate| day.and_hms_opt(9, 0, 0).unwrap().and_utc() - portal.now();
    portal.wait(day(last - TimeDelta::days(1)));
    assert_eq!(keep(&portal).await, 0);
    portal.wait(TimeDelta::days(1));
    assert_eq!(keep(&portal).await, 1);
    assert_eq!(keep(&portal).await, 0, "once");
    let board = portal.coordinator().await;
    let list = board.get("/desk/flags").await.is(200);
    assert!(
        list.text().contains("A document has expired") && list.text().contains("31 March 2027")
    );

    let number: String = sqlx::query_scalar("select number from organizations")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let ani = portal.member("Ani").await;
    let form = ani
        .get(format!("/home/organizations/{number}/documents/{TAX}"))
        .await
        .is(200);
    send(&ani, &form, &until("2028"), "tax.pdf", &pdf("U"))
        .await
        .is(303);
    assert_eq!(keep(&portal).await, 1);
    let list = board.get("/desk/flags").await.is(200);
    assert!(list.text().contains("No flag is up"));
}
