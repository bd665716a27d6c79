//! How many sign, and in which offices: kept beside the other rules of a host country and kind.

use sqlx::PgPool;

use super::rule;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_say_how_many_sign_and_history_keeps_what_they_said_before(pool: PgPool) {
    let portal = Portal::new(pool);
    for (people, field) in [("21", "signers"), ("-1", "signers"), ("two", "signers")] {
        let back = rule(&portal, people, &[]).await.is(422);
        assert_eq!(back.wrong_fields(), [field], "{people}");
    }
    let back = rule(&portal, "1", &["president", "treasurer"])
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["signers"]);
    assert!(back.text().contains("at least as many people as offices"));
    let back = rule(&portal, "1", &["emperor"]).await.is(422);
    assert_eq!(back.wrong_fields(), ["signing_offices"]);

    let list = rule(&portal, "٢", &["treasurer"])
        .await
        .is(303)
        .follow()
        .await;
    let text = list.is(200).text();
    assert!(
        text.contains("besides whoever submits: 2 (Treasurer)"),
        "{text}"
    );
    let admin = portal.admin().await;
    let list = admin.get("/admin/prescreen").await.is(200);
    let page = admin.get(list.link("Germany")).await.is(200);
    assert_eq!(page.value("signers"), "2");
    assert!(page.has("input[name=signing_offices][value=treasurer][checked]"));
    // A form keeps its boxes: another number, the same office.
    page.submit(&[
        ("signers", "3"),
        ("in_force", "yes"),
        ("is_open", "yes"),
        ("signing_offices", "treasurer"),
    ])
    .await
    .is(303);
    let kept: bool = sqlx::query_scalar(
        "select exists (select from history where act = 'prescreen_rule_written'
            and before ->> 'signers' = '2' and after ->> 'signers' = '3'
            and after -> 'signing_offices' = '[\"treasurer\"]')",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert!(kept);
}
