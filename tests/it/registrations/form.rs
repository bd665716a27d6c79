//! The form: all mistakes at once, each at its field, and nothing hostile gets further.

use sqlx::PgPool;

use super::{FULL, case_of, full_but, start};
use crate::documents::supply;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_empty_form_is_told_everything_at_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let page = form.submit(&[("go", "check")]).await.is(422);
    assert_eq!(
        page.wrong_fields(),
        [
            "names-0-text",
            "kind",
            "host_country",
            "city",
            "homeland",
            "areas",
            "contacts-0-value",
            "about-0-text",
            "people-0-name"
        ]
    );
    assert!(page.has("#city-error"));
    assert!(page.first("title").starts_with("Problem:"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_typed_stands_in_the_form_that_comes_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let sent = full_but(&[
        ("founded", "3000"),
        ("contacts-0-value", "nobody"),
        ("people-0-email", "x@"),
        ("go", "check"),
    ]);
    let page = form.submit(&sent).await.is(422);
    assert_eq!(
        page.wrong_fields(),
        ["founded", "contacts-0-value", "people-0-email"]
    );
    assert_eq!(page.value("founded"), "3000");
    assert_eq!(page.value("names-1-text"), "Հայ Տուն");
    assert_eq!(page.value("host_country"), "DE");
    let boxes = page.attributes("input[name=areas][checked]", "value");
    assert_eq!(boxes, ["culture", "language"]);
    // Mended on the page that came back, it goes through.
    let mended = [
        ("founded", "1987"),
        ("contacts-0-value", "office@example.org"),
        ("people-0-email", ""),
        ("go", "check"),
    ];
    page.submit(&mended).await.is(303).follow().await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn markup_in_a_name_is_shown_as_text_everywhere(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let evil = "\"><script>alert(1)</script><b>x</b>";
    let mut sent = full_but(&[
        ("names-0-text", evil),
        ("about-0-text", evil),
        ("city", evil),
        ("people-0-title", evil),
    ]);
    sent.push(("go", "check"));
    // Every page that comes by is looked at by the harness: an inline script fails it.
    let answers = form.submit(&sent).await.is(303).follow().await.is(200);
    assert!(answers.text().contains(evil));
    supply(&ani, &case_of(answers.asked.split(' ').nth(1).unwrap())).await;
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    ani.get(receipt.link("Follow the case")).await.is(200);
    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains(evil));
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn bytes_that_are_no_text_are_refused_at_their_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let address = form.asked.split(' ').nth(1).unwrap().to_owned();
    for (city, name) in [
        ("%FF%FE", "a%00b"),
        ("%E2%80%AEgro.live", "%C3%28"),
        ("%1B%5B31m", "%EF%BF%BF"),
    ] {
        let form = ani.get(&address).await.is(200);
        let rest: Vec<_> = FULL
            .iter()
            .filter(|(field, _)| !["city", "names-0-text"].contains(field))
            .collect();
        let rest = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(rest.into_iter().copied())
            .append_pair("revision", &form.value("revision"))
            .append_pair("go", "check")
            .finish();
        let body = format!("city={city}&names-0-text={name}&{rest}");
        let page = ani.post_bytes(&address, body).await.is(422);
        assert_eq!(page.wrong_fields(), ["names-0-text", "city"]);
    }
    let submitted: i64 = sqlx::query_scalar("select count(*) from case_submissions")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(submitted, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_thousand_names_are_too_many_and_the_page_stays_small(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let form = start(&ani).await;
    let address = form.asked.split(' ').nth(1).unwrap().to_owned();
    let mut body = format!("go=check&revision={}", form.value("revision"));
    for row in 0..1000 {
        body.push_str(&format!("&names-{row}-text=Name&names-{row}-role=other"));
    }
    let page = ani.post_bytes(&address, body).await.is(422);
    assert_eq!(page.wrong_fields(), ["names-0-text"]);
    assert!(page.body.len() < 1_000_000, "{} bytes", page.body.len());
    let flood = "a=1&".repeat(6000);
    ani.post_bytes(&address, flood).await.is(413);
    let kept = ani.get(&address).await.is(200);
    assert_eq!(kept.value("names-0-text"), "", "nothing of it was saved");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_form_speaks_three_languages(pool: PgPool) {
    let portal = Portal::new(pool);
    for (language, title) in [
        ("en", "Check your answers"),
        ("ru", "Проверьте ответы"),
        ("ar", "راجع إجاباتك"),
    ] {
        let ani = portal.member("Ani").await.reading(language);
        let form = start(&ani).await;
        form.submit(&[("go", "check")]).await.is(422);
        let form = start(&ani).await;
        let mut sent = FULL.to_vec();
        sent.push(("go", "check"));
        let answers = form.submit(&sent).await.is(303).follow().await.is(200);
        assert_eq!(answers.first("h1"), title);
        ani.get(
            form.asked
                .split(' ')
                .nth(1)
                .unwrap()
                .replace("/form", "/withdrawal"),
        )
        .await
        .is(200);
    }
}
