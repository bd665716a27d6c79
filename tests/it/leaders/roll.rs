//! The list of leaders at the desk: the board finds anybody by name in any script, language, field and country; a post those who are
//! shared with it, by what they share.

use concord::db::MIGRATOR;
use sqlx::PgPool;

use super::somebody;
use crate::coordination::consents::{EMAIL, NAME, agree};
use crate::portal::{Browser, Portal};

const LIST: &str = "/desk/leaders";

async fn finds(browser: &Browser, query: &str) -> bool {
    let page = browser.get(format!("{LIST}?{query}")).await.is(200);
    page.text().contains(NAME)
}

const FILTERS: &[(&str, &str)] = &[
    ("languages", "language=ru"),
    ("areas", "area=education"),
    ("countries", "country=GE"),
];

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_board_finds_leaders_by_name_language_field_and_country(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let said = [("areas", "education"), ("country-0", "GE")];
    one.board_says(&said).await.is(303);
    super::mergers::entered(&portal, "Levon Abelian", None).await;
    let board = &one.board;
    let page = board.get(LIST).await.is(200);
    assert!(page.text().contains(NAME) && page.text().contains("Levon Abelian"));
    assert_eq!(page.link(NAME), one.desk);
    for query in [
        "name=Zabelora",
        "name=%D0%97%D0%B0%D0%B1%D0%B5%D0%BB%D0%BE%D1%80%D0%B0",
        "host=DE",
        "page=0",
    ] {
        assert!(finds(board, query).await, "{query}");
    }
    assert!(finds(board, &format!("name={}", EMAIL.replace('@', "%40"))).await);
    for (_, query) in FILTERS {
        let page = board.get(format!("{LIST}?{query}")).await.is(200);
        assert!(
            page.text().contains(NAME) && !page.text().contains("Levon"),
            "{query}"
        );
    }
    for query in [
        "language=ar",
        "area=culture",
        "country=FR",
        "host=FR",
        "name=Ingeborg",
        "page=2",
    ] {
        assert!(!finds(board, query).await, "{query}");
    }
    // What is not true any more finds nobody.
    one.board_says(&[("country-0", "")]).await.is(303);
    assert!(!finds(board, "country=GE").await);
    for wrong in ["country", "host", "language", "area"] {
        let page = board.get(format!("{LIST}?{wrong}=%21%21")).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong]);
    }
    let looked: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'personal_data_viewed' and subject_kind = 'account'",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert!(looked >= 8, "that somebody looked is kept");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_post_finds_those_who_are_shared_with_it_by_what_they_share(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let said = [("areas", "education"), ("country-0", "GE")];
    one.board_says(&said).await.is(303);
    for (browser, status) in [
        (portal.visitor(), 303),
        (portal.member("Ani").await, 404),
        (portal.admin().await, 404),
        (portal.auditor().await, 200),
    ] {
        browser.get(LIST).await.is(status);
    }
    let (post, other) = (
        portal.post_officer(&["DE"]).await,
        portal.post_officer(&["FR"]).await,
    );
    assert!(!finds(&post, "").await);
    agree(
        &one.board,
        one.number,
        one.id,
        &[("sharing", "name"), ("sharing", "office")],
    )
    .await;
    assert!(finds(&post, "").await && !finds(&other, "").await);
    assert!(!finds(&post, &format!("name={}", EMAIL.replace('@', "%40"))).await);
    for (field, query) in FILTERS {
        assert!(!finds(&post, query).await, "before: {query}");
        agree(&one.board, one.number, one.id, &[("sharing", field)]).await;
        assert!(finds(&post, query).await, "{query}");
    }
}
