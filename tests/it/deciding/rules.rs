//! The rules of how the board decides, as admins keep them.

use concord::case::Way;
use sqlx::PgPool;

use super::{rule, rule_for_all};
use crate::cases::{draft, particulars, seen, submit, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_is_enough_where_no_rule_says_otherwise_and_the_narrowest_rule_counts(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let german = submitted(&portal, &ani, "Haus", "DE").await;
    let french = submitted(&portal, &ani, "Maison", "FR").await;
    let id = draft(&portal, &ani).await;
    let mut said = particulars("Stiftung", "DE");
    said.kind = concord::values::Kind::from_code("foundation");
    assert!(said.kind.is_some());
    submit(&portal, &ani, id, &said).await;
    let way = async |case| seen(&portal, &board, case).await.unwrap().way;
    for case in [german, french, id] {
        assert_eq!(way(case).await, Way::One);
    }
    rule(&portal, &[("kind", "foundation"), ("way", "session")])
        .await
        .is(303);
    assert_eq!((way(german).await, way(id).await), (Way::One, Way::Session));
    rule(&portal, &[("case_kind", "registration"), ("way", "two")])
        .await
        .is(303);
    // The kind of the case says more than the kind of the organization.
    for case in [german, french, id] {
        assert_eq!(way(case).await, Way::Two);
    }
    rule(&portal, &[("host_country", "DE"), ("way", "one")])
        .await
        .is(303);
    assert_eq!((way(german).await, way(french).await), (Way::One, Way::Two));
    rule(
        &portal,
        &[
            ("host_country", "DE"),
            ("kind", "foundation"),
            ("way", "session"),
        ],
    )
    .await
    .is(303);
    assert_eq!((way(german).await, way(id).await), (Way::One, Way::Session));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_rule_is_for_something_is_there_once_and_can_end_unless_it_is_for_all(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let page = rule(&portal, &[("way", "two")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["host_country"]);
    let page = rule(&portal, &[("host_country", "DE")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["way"]);
    assert_eq!(page.value("host_country"), "DE");
    let fields = [("host_country", "DE"), ("way", "two")];
    rule(&portal, &fields).await.is(303);
    let page = rule(&portal, &fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["host_country"]);

    let admin = portal.admin().await;
    let list = admin.get("/admin/deciding").await.is(200);
    let form = admin.get(list.link("Germany")).await.is(200);
    let other = admin.get(list.link("Germany")).await.is(200);
    // A box that is not ticked is not sent.
    let action = form.attribute("main form", "action");
    let seen = form.value("seen");
    let ended = [("way", "two"), ("seen", &*seen)];
    admin.post(&action, &ended).await.is(303);
    other.submit(&[("way", "session")]).await.is(409);
    rule(&portal, &fields).await.is(303);
    rule_for_all(&portal, Way::Two).await;
    let rows: Vec<(Option<String>, String, bool)> = sqlx::query_as(
        "select host_country, way, ended_at is null from decision_rules order by host_country nulls first, ended_at nulls last",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let row =
        |host: Option<&str>, way: &str, there| (host.map(str::to_owned), way.to_owned(), there);
    assert_eq!(
        rows,
        [
            row(None, "two", true),
            row(Some("DE"), "two", false),
            row(Some("DE"), "two", true)
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_keep_the_rules_and_auditors_read_them(pool: PgPool) {
    let portal = Portal::new(pool);
    let auditor = portal.auditor().await;
    let page = auditor.get("/admin/deciding").await.is(200);
    assert!(!page.has("main a[href='/admin/deciding/new']"));
    auditor.get("/admin/deciding/new").await.is(403);
    let fields = [("host_country", "DE"), ("way", "two")];
    auditor.post("/admin/deciding", &fields).await.is(403);
    for who in [portal.coordinator().await, portal.chair().await] {
        who.get("/admin/deciding").await.is(404);
        who.post("/admin/deciding", &fields).await.is(404);
    }
}
