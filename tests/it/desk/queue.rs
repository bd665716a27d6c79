//! The queue: search in any script, filters that are the address, counts that agree, pages that end.

use sqlx::PgPool;

use crate::cases::{draft, held, save, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_is_found_in_any_script_and_by_its_number(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = submitted(&portal, &ani, "Ереван", "DE").await;
    submitted(&portal, &ani, "Maison", "FR").await;
    let number = crate::cases::seen(&portal, &ani, id)
        .await
        .unwrap()
        .number
        .unwrap()
        .to_string();
    for words in ["Ереван", "EREVAN", "koln erevan", &number, ""] {
        let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let page = board.get(format!("/desk/cases?q={query}")).await.is(200);
        let found = page.select("table tbody th a");
        let expected = if words.is_empty() {
            vec!["Ереван", "Maison"]
        } else {
            vec!["Ереван"]
        };
        assert_eq!(found, expected, "{words}");
    }
    for words in ["Paris", "%25", "_", "%00", "%ff"] {
        let page = board.get(format!("/desk/cases?q={words}")).await.is(200);
        let rows = page.select("table tbody th a").len();
        // What folds to nothing filters nothing.
        assert_eq!(rows, if words == "Paris" { 0 } else { 2 }, "{words}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn counts_and_rows_are_of_the_same_cases(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    held(&portal, &ani, &board, "Held").await;
    submitted(&portal, &ani, "Waiting", "DE").await;
    submitted(&portal, &ani, "French", "FR").await;
    let id = draft(&portal, &ani).await;
    save(&portal, &ani, id, "Not submitted").await;

    let page = board.get("/desk/cases").await.is(200);
    assert_eq!(page.first(".app-count"), "3 cases");
    let facets = page.select(".app-facets__item");
    assert_eq!(facets, ["Submitted 2", "Under review 1"]);
    for (query, count, found) in [
        ("host=DE", "2 cases", vec!["Held", "Waiting"]),
        ("host=DE&stage=submitted", "1 case", vec!["Waiting"]),
        ("held=me", "1 case", vec!["Held"]),
        ("held=nobody&host=FR", "1 case", vec!["French"]),
        ("area=sports", "0 cases", vec![]),
        (
            "homeland=AM&area=culture&kind=registration",
            "3 cases",
            vec!["Held", "Waiting", "French"],
        ),
        ("stage=draft", "0 cases", vec![]),
        (
            "kind=nonsense&after=nonsense&held=",
            "3 cases",
            vec!["Held", "Waiting", "French"],
        ),
    ] {
        let page = board.get(format!("/desk/cases?{query}")).await.is(200);
        assert_eq!(page.first(".app-count"), count, "{query}");
        assert_eq!(page.select("table tbody th a"), found, "{query}");
    }
    let page = board.get("/desk/cases?host=DE&stage=submitted").await;
    assert_eq!(
        page.attributes(".app-chosen__one", "href"),
        ["/desk/cases?host=DE", "/desk/cases?stage=submitted"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_show_every_case_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    for at in 0..30 {
        submitted(&portal, &ani, &format!("Haus {at:02}"), "DE").await;
    }
    let first = board.get("/desk/cases?host=DE").await.is(200);
    assert_eq!(first.first(".app-count"), "30 cases");
    let mut found = first.select("table tbody th a");
    assert_eq!(found.len(), 25);
    let next = board
        .get(first.attribute("a[rel=next]", "href"))
        .await
        .is(200);
    assert!(!next.has("a[rel=next]"));
    found.extend(next.select("table tbody th a"));
    let all: Vec<String> = (0..30).map(|at| format!("Haus {at:02}")).collect();
    assert_eq!(found, all);

    assert!(!first.has("a[rel=prev]"));
    let back = board
        .get(next.attribute("a[rel=prev]", "href"))
        .await
        .is(200);
    assert_eq!(back.select("table tbody th a"), all[..25]);
    assert!(
        !back.has("a[rel=prev]"),
        "there is nothing before the first"
    );
    assert_eq!(
        back.attribute("a[rel=next]", "href"),
        first.attribute("a[rel=next]", "href")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_empty_desk_says_what_to_do_next(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    for language in ["en", "ru", "ar"] {
        let board = portal.coordinator().await.reading(language);
        assert!(board.get("/desk").await.is(200).has(".app-empty"));
        let page = board.get("/desk/cases?q=nothing").await.is(200);
        assert!(page.has(".app-empty a[href='/desk/cases']"));
    }
    let page = board.post("/desk/next", &[]).await.is(303);
    assert_eq!(page.location(), "/desk");
    let page = page.follow().await.is(200);
    assert!(page.text().contains("No case is waiting now."));
}
