//! The form on paper: everything that the form of the portal asks, in each language, with the papers that go with it.

use std::collections::BTreeSet;

use scraper::{Html, Selector};
use sqlx::PgPool;

use crate::portal::{Page, Portal};
use crate::registrations::{SECTIONS, case_at, open, start};

/// What a page asks at the fields that it sends: labels, legends and the choices of short lists.
fn asked(page: &Page) -> BTreeSet<String> {
    let html: Html = page.html();
    let all = |selector: &str| Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef<'_>| {
        let words = element.text().collect::<String>();
        let words = words.replace(['\u{2068}', '\u{2069}'], "");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut asked = BTreeSet::new();
    for label in html.select(&all(
        "main form[novalidate] label, main form[novalidate] legend",
    )) {
        asked.insert(text(label));
    }
    for list in html.select(&all("main form[novalidate] select")) {
        let options: Vec<_> = list.select(&all("option[value]:not([value=''])")).collect();
        // Of all countries, languages, scripts and registers nobody ticks one: they are written.
        if options.len() < 30 {
            asked.extend(options.into_iter().map(text));
        }
    }
    assert!(!asked.is_empty());
    asked
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_field_of_the_form_is_on_the_paper_in_each_language(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    for lang in ["en", "ru", "ar"] {
        ani.post("/language", &[("lang", lang), ("back", "/")])
            .await
            .is(303);
        // Whoever has no account reads it all the same, in the language that they ask for.
        let paper = portal
            .visitor()
            .get(format!("/forms/registration?language={lang}"))
            .await
            .is(200);
        assert_eq!(paper.attribute("html", "lang"), lang);
        let words = paper.first(".app-blank");
        let mut count = 0;
        for section in SECTIONS {
            for question in asked(&open(&ani, &case, section).await) {
                assert!(words.contains(&question), "{lang}, {section}: {question}");
                count += 1;
            }
        }
        assert!(count > 80, "{count}");
        assert_eq!(
            paper.select(".app-blank__heading").len(),
            SECTIONS.len() + 2
        );
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_papers_of_a_country_and_a_kind_go_with_the_form(pool: PgPool) {
    let portal = Portal::new(pool);
    sqlx::query("update checklist_items set hosts = '{DE}' where id = $1::uuid")
        .bind(crate::documents::TAX)
        .execute(portal.db_pool())
        .await
        .unwrap();
    let visitor = portal.visitor();
    let papers = |page: &Page| page.first("#papers");
    let page = visitor.get("/forms/registration?language=en").await.is(200);
    assert!(papers(&page).contains("Founding deed and statutes"));
    assert!(!papers(&page).contains("Certificate of tax residence"));
    assert!(!papers(&page).contains("Scan of the signed paper form"));
    let asked = "/forms/registration?language=en&host_country=DE&kind=school";
    let page = visitor.get(asked).await.is(200);
    assert!(
        papers(&page).contains("Certificate of tax residence") && papers(&page).contains("Germany")
    );
    // It is reached from the questions before the form, and from the posts' pages.
    let new = visitor.get("/registrations/new").await.is(200);
    assert_eq!(
        new.link("Print the form to fill it in by hand"),
        "/forms/registration"
    );
    let told = crate::registrations::asked(&visitor, crate::registrations::ASKED)
        .await
        .is(200);
    let link = told.link("Print the form to fill it in by hand");
    assert_eq!(
        link,
        "/forms/registration?language=en&host_country=DE&kind=cultural-centre"
    );
    assert!(papers(&visitor.get(link).await.is(200)).contains("Certificate of tax residence"));
    let post = portal.post_officer(&["DE"]).await;
    for page in ["/desk", "/papers/new"] {
        let page = post.get(page).await.is(200);
        assert_eq!(
            page.link("Print the form to fill it in by hand"),
            "/forms/registration"
        );
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_languages_stand_side_by_side_and_nonsense_is_told_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    let page = visitor
        .get("/forms/registration?language=ar&with=ru")
        .await
        .is(200);
    assert_eq!(page.attribute("html", "dir"), "rtl");
    let second = page.select(".app-blank__other[lang='ru'][dir='ltr']");
    for said in [
        "Город или посёлок",
        "Направления",
        "Подпись",
        "Учредительный акт и устав",
    ] {
        assert!(second.iter().any(|it| it == said), "{said}");
    }
    assert!(page.first(".app-blank").contains("التوقيع"));
    // The same language twice is one.
    let page = visitor
        .get("/forms/registration?language=ru&with=ru")
        .await
        .is(200);
    assert!(!page.has(".app-blank__other"));
    let nonsense = "/forms/registration?language=xx&with=%00&host_country=ZZ&kind=%3Cb%3E";
    let page = visitor.get(nonsense).await.is(422);
    assert_eq!(
        page.wrong_fields(),
        ["language", "with", "host_country", "kind"]
    );
    assert!(page.has(".app-blank"));
}
