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
