//! Being away: who says it, what is wrong with it, where colleagues see it, and that nothing is handed to whoever is.

use chrono::TimeDelta;
use concord::values::Role;
use sqlx::PgPool;

use super::away;
use crate::cases::{submitted, take};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn colleagues_see_who_is_away_where_the_name_stands_and_before_they_choose(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let nare = portal.person("Nare Reader", Role::Coordinator).await;
    let other = portal.person("Other", Role::Coordinator).await;
    let held = submitted(&portal, &ani, "Maison", "FR").await;
    take(&portal, &nare, held).await;
    let home = crate::teams::owned(&portal, &ani, "Haus").await;
    let (_, number) = crate::teams::of_home(&portal, &home).await;
    let desk = format!("/desk/organizations/{number}");
    away(&nare, &portal, 7, "Ask <Other>.").await;

    let said = "Nare Reader (away until 1 December 2026: Ask <Other>.)";
    let case = other.get(format!("/desk/cases/{held}")).await.is(200);
    assert!(case.text().contains(&format!("Held by {said}")));
    let list = other.get("/desk/cases").await.is(200);
    assert!(
        list.select("main tbody tr")
            .iter()
            .any(|row| row.contains(said))
    );
    let choose = other.get(format!("{desk}/coordinator")).await.is(200);
    assert!(choose.select("option").contains(&said.to_owned()));
    let flag = other.get(format!("{desk}/flags")).await.is(200);
    assert!(flag.select("option").contains(&said.to_owned()));
    // Whoever chooses them all the same is warned.
    let to = nare.account().to_string();
    let page = choose
        .submit(&[("coordinator", to.as_str())])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("assigned, but away now"));
    assert!(page.text().contains(said));

    // Nothing new is handed to them; what they hold stays theirs.
    submitted(&portal, &ani, "Casa", "IT").await;
    let next = nare.post("/desk/next", &[]).await.is(303).follow().await;
    assert!(next.is(200).text().contains("You said that you are away"));
    nare.post("/account/absence/ending", &[]).await.is(303);
    nare.post("/account/absence/ending", &[]).await.is(303);
    let next = nare.post("/desk/next", &[]).await.is(303);
    assert!(next.location().starts_with("/desk/cases/"));
    let case = other.get(format!("/desk/cases/{held}")).await.is(200);
    assert!(!case.text().contains("away until"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_absence_begins_and_ends_by_itself(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let nare = portal.person("Nare", Role::Coordinator).await;
    let page = nare.get("/account/absence").await.is(200);
    let days = [
        ("first-day", "26"),
        ("first-month", "11"),
        ("first-year", "2026"),
        ("last-day", "27"),
        ("last-month", "11"),
        ("last-year", "2026"),
    ];
    page.submit(&days).await.is(303);
    let account = nare.get("/account").await.is(200);
    assert!(
        account
            .text()
            .contains("26 November 2026 – 27 November 2026")
    );
    let mut seen = Vec::new();
    for _ in 0..5 {
        let nare = portal.person("Nare", Role::Coordinator).await;
        let next = nare.post("/desk/next", &[]).await.is(303).follow().await;
        seen.push(next.text().contains("You said that you are away"));
        portal.wait(TimeDelta::days(1));
    }
    assert_eq!(seen, [false, false, true, true, false]);
    // What is said anew takes the place of what was said, and nothing is lost.
    let nare = portal.person("Nare", Role::Coordinator).await;
    assert!(nare.get("/account").await.text().contains("Not away"));
    away(&nare, &portal, 1, "").await;
    let kept: i64 = sqlx::query_scalar("select count(*) from absences")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(kept, 2);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn mistakes_stand_at_their_fields_and_only_the_desk_is_away(pool: PgPool) {
    let portal = Portal::new(pool);
    let nare = portal.person("Nare", Role::Coordinator).await;
    let page = nare.get("/account/absence").await.is(200);
    let wrong = page.submit(&[("note", "Back soon")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["first", "last"]);
    assert_eq!(wrong.value("note"), "Back soon");
    let on = |first: &'static str, last: &'static str, year: &'static str| {
        [
            ("first-day", first),
            ("first-month", "11"),
            ("first-year", "2026"),
            ("last-day", last),
            ("last-month", "11"),
            ("last-year", year),
        ]
    };
    for fields in [
        on("1", "23", "2026"),
        on("28", "27", "2026"),
        on("28", "30", "2028"),
        on("28", "31", "2026"),
    ] {
        let wrong = page.submit(&fields).await.is(422);
        assert_eq!(wrong.wrong_fields(), ["last"], "{fields:?}");
    }
    for (who, status) in [
        (portal.member("Ani").await, 404),
        (portal.admin().await, 403),
        (portal.auditor().await, 403),
        (portal.post_officer(&["DE"]).await, 200),
        (portal.chair().await, 200),
    ] {
        assert_eq!(who.get("/account/absence").await.status, status);
    }
}
