//! How long things last, and who says so.

use chrono::Months;
use concord::values::Standing;
use sqlx::PgPool;

use super::{after_days, registered, stands};
use crate::portal::Portal;

async fn until(portal: &Portal) -> Vec<chrono::NaiveDate> {
    sqlx::query_scalar("select registered_until from organizations order by id")
        .fetch_all(portal.db_pool())
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_term_of_country_and_kind_counts_for_those_who_register_then(pool: PgPool) {
    let portal = Portal::new(pool);
    let today = portal.now().date_naive();
    registered(&portal, None, "Three years").await;
    let admin = portal.admin().await;
    let page = admin.get("/admin/standing").await.is(200);
    assert!(
        page.text()
            .contains("Portugal accredits organizations of its diaspora for three years")
    );
    let add = async |fields: &[(&str, &str)]| {
        let page = admin.get("/admin/standing").await.is(200);
        page.submit_to("/admin/standing/terms", fields).await
    };
    let wrong = add(&[("years", "31")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["years", "host_country"]);
    add(&[("kind", "association"), ("years", "1")])
        .await
        .is(303);
    registered(&portal, None, "Still three: of no kind").await;
    add(&[("host_country", "DE"), ("years", "٥")]).await.is(303);
    registered(&portal, None, "Five years").await;
    // Said again, it takes the place of what was said.
    add(&[("host_country", "DE"), ("years", "2")]).await.is(303);
    registered(&portal, None, "Two years").await;
    let page = admin.get("/admin/standing").await.is(200);
    assert_eq!(
        page.attributes("main form[action$='/ending']", "action")
            .len(),
        2
    );
    let end = page.attribute("main form[action$='/ending']", "action");
    page.submit_to(&end, &[]).await.is(303);
    admin.post(&end, &[]).await.is(409);
    registered(&portal, None, "Three years again").await;
    let years = [3, 3, 5, 2, 3].map(|years| today + Months::new(12 * years));
    assert_eq!(until(&portal).await, years);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_rungs_last_as_long_as_admins_say(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let admin = portal.admin().await;
    let page = admin.get("/admin/standing").await.is(200);
    let wrong = [
        ("first_reminder", "20"),
        ("lapse_after", "none"),
        ("notice_after", "0"),
    ];
    let wrong = page.submit_to("/admin/standing", &wrong).await.is(422);
    assert_eq!(
        wrong.wrong_fields(),
        ["lapse_after", "notice_after", "second_reminder"]
    );
    assert_eq!(wrong.value("lapse_after"), "none");
    let fields = [("validity_years", "1"), ("lapse_after", "10")];
    page.submit_to("/admin/standing", &fields).await.is(303);
    let number = registered(&portal, None, "Haus").await;
    after_days(&portal, 365).await;
    assert_eq!(stands(&portal, number).await, Standing::Due);
    after_days(&portal, 10).await;
    assert_eq!(stands(&portal, number).await, Standing::Lapsed);
    let after: serde_json::Value =
        sqlx::query_scalar("select after from history where act = 'standing_rules_changed'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(
        after,
        serde_json::json!({ "validity_years": 1, "lapse_after": 10 })
    );
    for somebody in [portal.coordinator().await, portal.chair().await] {
        somebody.get("/admin/standing").await.is(404);
    }
    let auditor = portal.auditor().await;
    let page = auditor.get("/admin/standing").await.is(200);
    assert!(!page.has("main form"));
    auditor.post("/admin/standing", &[]).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_admins_the_second_does_not_take_back_what_the_first_has_changed(pool: PgPool) {
    let portal = Portal::new(pool);
    let (one, other) = (portal.admin().await, portal.admin().await);
    let first = one.get("/admin/standing").await.is(200);
    let second = other.get("/admin/standing").await.is(200);
    first
        .submit_to("/admin/standing", &[("lapse_after", "40")])
        .await
        .is(303);
    let fields = [("notice_after", "50")];
    let late = second.submit_to("/admin/standing", &fields).await.is(409);
    assert!(late.text().contains("The rules have changed meanwhile"));
    assert_eq!(late.value("notice_after"), "50");
    let now = other.get("/admin/standing").await.is(200);
    assert_eq!(now.value("lapse_after"), "40");
    assert_eq!(now.value("notice_after"), "60");
}
