//! Bad input: a clear answer and bounded work, never an error page.

use std::time::{Duration, Instant};

use sqlx::PgPool;

use super::{ROSTER, arrange, listed};
use crate::portal::Portal;

fn query(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whatever_is_typed_gets_a_clear_answer(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let long_words = "hay ".repeat(2_500);
    let long_word = "х".repeat(10_000);
    for (text, sentence) in [
        (long_words.as_str(), "only the first eight words counted"),
        (long_word.as_str(), "only the first eight words counted"),
        ("!?… — «»", "no letter and no digit"),
        ("%_\\'\";--", "no letter and no digit"),
        ("\u{202E}nut yah\u{202C}", "Nothing found"),
        ("h\u{200B}a\u{200D}y\u{FEFF} tun", "1 organization"),
        ("հayтун 한국 जय", "Nothing found"),
        ("a\0b\r\nc\u{1b}[31m", "Nothing found"),
        ("👑👑👑", "no letter and no digit"),
        ("Z̸̡̢a̷l̶g̵o̶̧", "Nothing found"),
    ] {
        let began = Instant::now();
        let page = visitor
            .get(format!("/directory?{}", query(&[("q", text)])))
            .await
            .is(200);
        assert!(
            page.text().contains(sentence),
            "{text:.40}: {}",
            page.text()
        );
        assert!(began.elapsed() < Duration::from_secs(3), "{text:.40}");
        visitor
            .get(format!("/directory/suggestions?{}", query(&[("q", text)])))
            .await
            .is(200);
        visitor
            .get(format!("/api/v1/organizations?{}", query(&[("q", text)])))
            .await
            .is(200);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn broken_addresses_are_read_as_far_as_they_go(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    // Bytes that are no text.
    let page = visitor.get("/directory?q=hay%ff%fe+tun").await.is(200);
    assert_eq!(listed(&page), ["1-5"]);
    visitor
        .get("/directory?q=%&host=%zz&after=%00&sort=&before=x")
        .await
        .is(200);
    // A thousand values of a filter, and filters that nobody knows.
    let mut pairs: Vec<(String, String)> = (0..1_000)
        .map(|n| ("community".to_owned(), format!("People {n}")))
        .collect();
    pairs.extend((0..200).map(|n| (format!("unknown{n}"), "x".to_owned())));
    let many = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&pairs)
        .finish();
    let began = Instant::now();
    let page = visitor.get(format!("/directory?{many}")).await.is(200);
    assert!(listed(&page).is_empty());
    assert!(began.elapsed() < Duration::from_secs(5));
    // Cursors that are nobody's begin at the beginning.
    let page = visitor.get("/directory?after=CR-9999999-5").await.is(200);
    assert_eq!(listed(&page).len(), 4);
}

/// Bytes that are no text, half an escape, NUL, what cannot be seen, another direction, letters of many scripts.
const BROKEN: &[&str] = &[
    "%ff%fe",
    "%d0",
    "%",
    "%zz",
    "hay%00tun",
    "%e2%80%ae%e2%81%a6hay",
    "%e2%80%8b%ef%bb%bf",
    "h%d0%b0y%d5%bf%d8%aa%ed%95%9c",
    "%22",
    "%22%22%22%22",
    "%cc%81%cc%82",
];

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_way_in_answers_whatever_stands_in_its_address(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let long = "%d0%a1%d0%be%d1%8e%d0%b7+".repeat(1_000);
    let quotes = "%22a%22+".repeat(1_000);
    let all = BROKEN.iter().copied().chain([long.as_str(), &quotes]);
    for value in all {
        let began = Instant::now();
        for way in [
            "/directory?q=",
            "/directory?sort=name&q=",
            "/directory/suggestions?q=",
            "/api/v1/organizations?facet=host&q=",
            "/api/reconcile/suggest/entity?prefix=",
        ] {
            visitor.get(format!("{way}{value}")).await.is(200);
        }
        // What must be a number, a name or an object is none.
        for way in [
            "/api/v1/organizations?after=",
            "/api/v1/organizations?limit=",
            "/api/v1/organizations?host=",
            "/api/v1/organizations?facet=",
            "/api/reconcile?queries=",
        ] {
            let page = visitor.get(format!("{way}{value}")).await;
            assert_eq!(page.status, 400, "{way}{value:.40}");
        }
        assert!(began.elapsed() < Duration::from_secs(5), "{value:.40}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_program_that_asks_for_too_much_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    // The same count a thousand times is one.
    let facets = "facet=host&".repeat(1_000);
    let once = visitor
        .get("/api/v1/organizations?facet=host")
        .await
        .is(200);
    let page = visitor
        .get(format!("/api/v1/organizations?{facets}"))
        .await
        .is(200);
    assert_eq!(page.body, once.body);
    let many: String = (0..1_000)
        .map(|n| format!("community=People{n}&"))
        .collect();
    let page = visitor
        .get(format!("/api/v1/organizations?{many}"))
        .await
        .is(400);
    assert!(
        page.body.contains("takes 50 values at most"),
        "{}",
        page.body
    );
}
