//! Numbers of the desk: figures that were reckoned by hand, who sees which, and the waits that they come from.

use chrono::{DateTime, TimeDelta, Utc};
use concord::case::numbers::{self, Month, Period, policy};
use concord::case::{self, Answer};
use concord::ids::CaseId;
use sqlx::PgPool;

use crate::cases::{decide, particulars, prose, submit, submitted, take};
use crate::portal::{Browser, Portal};

fn at(portal: &Portal, text: &str) {
    portal.clock().set(text.parse::<DateTime<Utc>>().unwrap());
}

/// The lines of a table as its file says them.
async fn table(by: &Browser, table: &str, more: &str) -> Vec<String> {
    let file = by
        .get(format!("/desk/numbers.csv?table={table}{more}"))
        .await
        .is(200);
    assert!(file.header("content-type").starts_with("text/csv"));
    let text = file.text();
    let text = text.strip_prefix('\u{FEFF}').unwrap();
    text.split("\r\n")
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Four cases of two weeks:
///
/// - A in Germany: two business days with the post, then four with the board, which refuses it on 2 December;
/// - B in the United States: five with the board, which accepts it on 1 December;
/// - C there: submitted in the last second of November; three with the board (a holiday between), one with the applicant,
///   one with the board, which accepts it on 8 December;
/// - D there: submitted a second later, in December, and open.
async fn two_weeks(portal: &Portal) -> CaseId {
    portal.ignore_letters();
    sqlx::query(
        "insert into calendar_holidays (id, day, name, since) values (gen_random_uuid(), '2026-12-03', 'Day of rest', now())",
    )
    .execute(portal.db_pool())
    .await
    .unwrap();
    portal.post_officer(&["DE"]).await;
    let ani = portal.member("Ani").await;
    let a = submitted(portal, &ani, "A", "DE").await;
    let b = submitted(portal, &ani, "B", "US").await;
    at(portal, "2026-11-26T09:00:00Z");
    let post = portal.post_officer(&["DE"]).await;
    let form = post.get(format!("/desk/cases/{a}/opinion")).await.is(200);
    form.submit(&[("view", "supports")]).await.is(303);
    at(portal, "2026-11-30T23:59:59Z");
    let ani = portal.member("Ani").await;
    let c = submitted(portal, &ani, "C", "US").await;
    at(portal, "2026-12-01T00:00:00Z");
    let d = submitted(portal, &ani, "D", "US").await;
    at(portal, "2026-12-01T08:00:00Z");
    let board = portal.coordinator().await;
    take(portal, &board, b).await;
    decide(portal, &board, b, Answer::Accept).await;
    at(portal, "2026-12-02T08:00:00Z");
    let board = portal.coordinator().await;
    take(portal, &board, a).await;
    let words = prose("No statutes.");
    decide(portal, &board, a, Answer::Refuse { words }).await;
    at(portal, "2026-12-04T08:00:00Z");
    let board = portal.coordinator().await;
    take(portal, &board, c).await;
    let ask = Answer::RequestChanges {
        words: Some(prose("Which city?")),
        notes: Vec::new(),
        due: "2026-12-18".parse().unwrap(),
    };
    decide(portal, &board, c, ask).await;
    at(portal, "2026-12-07T08:00:00Z");
    let ani = portal.member("Ani").await;
    submit(portal, &ani, c, &particulars("C", "US")).await;
    at(portal, "2026-12-08T08:00:00Z");
    let board = portal.coordinator().await;
    take(portal, &board, c).await;
    decide(portal, &board, c, Answer::Accept).await;
    d
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_figures_are_those_that_one_reckons_by_hand(pool: PgPool) {
    let portal = Portal::new(pool);
    two_weeks(&portal).await;
    let chair = portal.chair().await;
    let period = "&from=2026-11&to=2026-12";
    // Arrived, accepted, with conditions, refused, sent back, withdrawn, by silence, half and nine of ten with the board.
    assert_eq!(
        table(&chair, "months", period).await,
        [
            "November 2026,3,0,0,0,0,0,0,–,–",
            "December 2026,1,2,0,1,1,0,0,4,5"
        ]
    );
    let answers: Vec<String> = table(&chair, "answers", period)
        .await
        .iter()
        .map(|line| line.rsplit(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(answers, ["2", "0", "1", "1", "0", "0"]);
    // D has waited since 1 December: the 2nd, 4th, 7th and 8th, and neither the holiday nor the weekend.
    assert_eq!(
        table(&chair, "ages", period).await,
        [
            "A post abroad,0,–,–,0,0,0,0,0,0",
            "The board,1,4,4,1,0,0,0,0,0",
            "The applicant,0,–,–,0,0,0,0,0,0",
            "All together,1,4,4,1,0,0,0,0,0"
        ]
    );
    assert_eq!(
        table(&chair, "waits", period).await,
        [
            "A post abroad,1,2,2",
            "The board,3,4,5",
            "The applicant,1,1,1"
        ]
    );
    // Arrived, answered or ended, open now, came to the post, half, nine of ten.
    assert_eq!(
        table(&chair, "hosts", period).await,
        ["Germany,1,1,0,1,2,2", "United States,3,3,1,0,–,–"]
    );
    let people = table(&chair, "people", period).await;
    assert_eq!(people.len(), 1, "{people:?}");
    assert!(people[0].ends_with(",2,0,1,1,4,0"), "{people:?}");
    // A month alone counts what is of it alone.
    assert_eq!(
        table(&chair, "months", "&from=2026-11&to=2026-11").await,
        ["November 2026,3,0,0,0,0,0,0,–,–"]
    );
    assert_eq!(
        table(&chair, "waits", "&from=2026-11&to=2026-11").await,
        [
            "A post abroad,0,–,–",
            "The board,0,–,–",
            "The applicant,0,–,–"
        ]
    );
    let page = chair
        .get("/desk/numbers?from=2026-11&to=2026-12")
        .await
        .is(200);
    assert_eq!(page.select("#months ~ table").len(), 6);
    assert_eq!(
        page.attributes("select option[selected]", "value"),
        ["2026-11", "2026-12"]
    );
    assert!(
        page.text().contains("Cases that ended in these months: 3."),
        "{}",
        page.text()
    );
    for title in page.attributes("svg[role=img]", "aria-labelledby") {
        for id in title.split(' ') {
            assert!(page.has(&format!("#{id}")), "{id}");
        }
    }
    for language in ["ru", "ar"] {
        portal
            .chair()
            .await
            .reading(language)
            .get("/desk/numbers")
            .await
            .is(200);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn months_end_in_utc_wherever_the_database_is(pool: PgPool) {
    let portal = Portal::new(pool);
    two_weeks(&portal).await;
    let actor = portal.chair().await.actor().await;
    let granted = policy::see(&actor).unwrap();
    let month = |text| Month::parse(text).unwrap();
    let mut said = Vec::new();
    for zone in ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        let mut read = portal.db().read().await.unwrap();
        let today = read.today();
        sqlx::query("select set_config('timezone', $1, false)")
            .bind(zone)
            .execute(&mut *read)
            .await
            .unwrap();
        let period = Period::new(Some(month("2026-11")), Some(month("2026-12")), today);
        let numbers = numbers::numbers(&mut read, &granted, period).await.unwrap();
        assert_eq!(numbers.months[0].arrived, 3, "{zone}");
        said.push(format!("{numbers:?}"));
        sqlx::query("select set_config('timezone', 'UTC', false)")
            .execute(&mut *read)
            .await
            .unwrap();
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0], said[2]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_sees_the_numbers_of_their_work(pool: PgPool) {
    let portal = Portal::new(pool);
    two_weeks(&portal).await;
    // Somebody of the post applies elsewhere: their own case is none of its work.
    let post = portal.post_officer(&["DE"]).await;
    submitted(&portal, &post, "Own", "US").await;
    assert_eq!(table(&post, "hosts", "").await, ["Germany,1,1,0,1,2,2"]);
    assert_eq!(
        table(&post, "months", "&from=2026-12").await,
        ["December 2026,0,0,0,1,0,0,0,4,4"]
    );
    post.get("/desk/numbers.csv?table=people").await.is(404);
    assert!(!post.get("/desk/numbers").await.is(200).has("#people"));
    let elsewhere = portal.post_officer(&["FR"]).await;
    assert!(table(&elsewhere, "hosts", "").await.is_empty());

    let other = portal
        .person("Other", concord::values::Role::Coordinator)
        .await;
    let own = table(&other, "people", "").await;
    assert_eq!(own, ["Other,0,0,0,0,0,0"]);
    assert_eq!(
        table(&portal.coordinator().await, "people", "").await.len(),
        1
    );
    assert_eq!(
        table(&other, "hosts", "").await.len(),
        2,
        "totals are everybody's"
    );
    for person in [portal.admin().await, portal.auditor().await] {
        let people = table(&person, "people", "").await;
        assert!(
            people.len() == 1 && people[0].ends_with(",2,0,1,1,4,0"),
            "{people:?}"
        );
    }
    // Each file that left is on record: who took which away, and of when.
    let files = "select count(*) from history where act = 'roster_exported' and after->>'of' = 'numbers'
        and account_id = $1 and after->>'where' = 'table=months&from=2026-12&to=2026-12' and (after->>'count')::int = 1";
    let left: i64 = sqlx::query_scalar(files)
        .bind(post.account())
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(left, 1);
    let member = portal.member("Ani").await;
    for path in ["/desk/numbers", "/desk/numbers.csv?table=months"] {
        member.get(path).await.is(404);
        portal.visitor().get(path).await.is(303);
    }
    // What makes no sense is read as if nothing had been said.
    for query in [
        "from=%00&to=%ff",
        "from=2026-99",
        "from=9999-01&to=0001-01",
        "from=2026-12&to=2026-11",
        "from=&from=x",
    ] {
        other.get(format!("/desk/numbers?{query}")).await.is(200);
        other
            .get(format!("/desk/numbers.csv?table=waits&{query}"))
            .await
            .is(200);
    }
    for name in ["", "nope", "%00", "months%27"] {
        other
            .get(format!("/desk/numbers.csv?table={name}"))
            .await
            .is(404);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_wait_is_kept_as_whose_turn_it_is(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let open = two_weeks(&portal).await;
    // A hold that ends by itself ended when it ended, and not when the clock came by.
    let board = portal.coordinator().await;
    take(&portal, &board, open).await;
    portal.wait(TimeDelta::hours(5));
    let mut tx = portal.tx().await;
    assert_eq!(case::end_idle_holds(&mut tx).await.unwrap(), 1);
    drop(tx.commit().await.unwrap());
    let held: (DateTime<Utc>, DateTime<Utc>) = sqlx::query_as(
        "select since, until from case_waits where case_id = $1 and waits_on = 'holder'",
    )
    .bind(open)
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(held.1 - held.0, TimeDelta::minutes(30));
    // Signing out lets go of what one holds.
    let board = portal.coordinator().await;
    take(&portal, &board, open).await;
    let mut tx = portal.tx().await;
    case::release_all(&mut tx, &board.actor().await)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());

    // Each case that waits has one open wait, which says what its row says; those that are over have none.
    let apart: i64 = sqlx::query_scalar(
        "select count(*) from cases c full join (select * from case_waits where until is null) w on w.case_id = c.id
         where c.stage <> 'draft' and (c.waits_on, c.holder_id, c.waits_since) is distinct from (w.waits_on, w.holder_id, w.since)",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(apart, 0);
    // Where one ends the next begins, and nothing waits on two.
    let gaps: i64 = sqlx::query_scalar(
        "select count(*) from case_waits w join case_waits n on n.case_id = w.case_id and n.nth = w.nth + 1
         where w.until is distinct from n.since",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(gaps, 0);
    let all: i64 = sqlx::query_scalar("select count(*) from case_waits")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(all > 12, "{all}");
}
