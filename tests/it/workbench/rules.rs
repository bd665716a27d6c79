//! Rules by which coordinators are suggested: who keeps them, what they suggest, and that nobody is suggested for their own.

use concord::values::Role;
use sqlx::PgPool;

use super::{assigned, rule};
use crate::coordination::registered;
use crate::duties::seat;
use crate::portal::{Browser, Portal};
use crate::teams::{of_home, owned};

/// Whom the workbench suggests for the only organization that nobody looks after, and why.
async fn suggested(browser: &Browser) -> String {
    let page = browser.get("/desk/workbench/unassigned?whose=all").await;
    page.is(200).first("main .app-results__item p + p")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_rule_suggests_in_words_and_the_load_decides_among_equals(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let chair = portal.chair().await;
    let one = portal.person("Coordinator One", Role::Coordinator).await;
    let two = portal.person("Coordinator Two", Role::Coordinator).await;
    let (_, first) = registered(&portal, "Casa", "ES").await;
    assigned(&chair, first, &one).await;
    registered(&portal, "Haus", "DE").await;
    let words = suggested(&chair).await;
    assert!(
        words.contains("Coordinator Two") && words.contains("no rule fits"),
        "{words}"
    );
    rule(&chair, &one, "DE", "").await;
    let words = suggested(&chair).await;
    assert!(words.contains("Coordinator One") && words.contains("a rule names them: Germany"));
    rule(&chair, &two, "DE", "").await;
    let words = suggested(&chair).await;
    assert!(
        words.contains("Coordinator Two") && words.contains("the fewest"),
        "{words}"
    );
    let words = suggested(&chair.reading("ru")).await;
    assert!(words.contains("по правилу: Германия"), "{words}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_suggested_for_an_organization_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, chair) = (portal.member("Ani").await, portal.chair().await);
    let one = portal.person("Coordinator One", Role::Coordinator).await;
    portal.person("Coordinator Two", Role::Coordinator).await;
    let home = owned(&portal, &ani, "Haus").await;
    rule(&chair, &one, "DE", "").await;
    assert!(suggested(&chair).await.contains("Coordinator One"));
    seat(&portal, of_home(&portal, &home).await, &one).await;
    let words = suggested(&chair).await;
    assert!(!words.contains("Coordinator One"), "{words}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_rule_asks_for_something_names_the_board_and_is_there_once(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (chair, board) = (portal.chair().await, portal.coordinator().await);
    let path = "/desk/assignment-rules";
    let page = chair.get(path).await.is(200);
    let none = page.submit_to(path, &[]).await.is(422);
    assert_eq!(none.wrong_fields(), ["host", "coordinator"]);
    let (who, member) = (
        board.account().to_string(),
        portal.member("Ani").await.account().to_string(),
    );
    for (host, to, wrong) in [
        ("ZZ", who.as_str(), "host"),
        ("DE", member.as_str(), "coordinator"),
        ("DE", "'; drop table accounts", "coordinator"),
    ] {
        let fields = [("host", host), ("coordinator", to)];
        let page = chair.post(path, &fields).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong], "{host} {to}");
    }
    rule(&chair, &board, "DE", "AM").await;
    let fields = [
        ("host", "DE"),
        ("homeland", "AM"),
        ("coordinator", who.as_str()),
    ];
    let page = chair.post(path, &fields).await.is(422);
    assert!(page.text().contains("This rule is there already"));
    // A coordinator reads the rules and changes none; it is ended once.
    let page = board.get(path).await.is(200);
    assert!(page.text().contains("In Germany, from Armenia") && !page.has("main form"));
    board.post(path, &fields).await.is(403);
    let id: uuid::Uuid = sqlx::query_scalar("select id from assignment_rules")
        .fetch_one(&pool)
        .await
        .unwrap();
    let ending = format!("{path}/{id}/ending");
    board.post(&ending, &[]).await.is(403);
    let admin = portal.admin().await;
    admin.post(&ending, &[]).await.is(303);
    chair.post(&ending, &[]).await.is(409);
    rule(&chair, &board, "DE", "AM").await;
    let kept: i64 = sqlx::query_scalar(
        "select count(*) from history where act in ('assignment_rule_made', 'assignment_rule_ended')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(kept, 3);
}
