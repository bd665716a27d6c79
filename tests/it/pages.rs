//! Every page, empty and full, in every language, and with everything wrong that can be typed into it. The harness looks at
//! each: one heading, labels, directions, no inline style, summaries that lead to their fields.

use sqlx::PgPool;

use crate::portal::{Page, Portal};
use crate::world::{PEOPLE, fill, person, routes};

const LANGUAGES: [&str; 3] = ["en", "ru", "ar"];

/// Every page that somebody can open, and how many there were.
async fn open_all(portal: &Portal, language: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    // Who sees what is the same in every language.
    let people = match language {
        "en" => &PEOPLE[..],
        _ => &["visitor", "applicant", "coordinator", "admin"],
    };
    for route in routes().iter().filter(|route| route.method == "GET") {
        for who in people {
            let browser = person(portal, who).await.reading(language);
            let page = browser.get(route.address(portal).await).await;
            if page.status == 200 && page.is_html() {
                assert_eq!(page.attribute("html", "lang"), language, "{}", page.asked);
                assert!(!page.body.contains("<script>alert"), "{}", page.asked);
                assert!(!page.body.contains("<b>Wort"), "{}", page.asked);
                pages.push(page);
            }
        }
    }
    pages
}

/// Keys of sentences never stand where sentences belong.
fn has_no_bare_key(page: &Page) {
    for word in page.text().split_whitespace() {
        let parts: Vec<_> = word.split('-').collect();
        let is_key = parts.len() > 2
            && parts
                .iter()
                .all(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase()))
            && concord::say::knows(word);
        assert!(!is_key, "{} shows {word}", page.asked);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_of_an_empty_registry_are_sound_and_say_what_to_do_next(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    for language in LANGUAGES {
        let pages = open_all(&portal, language).await;
        assert!(pages.len() > 40, "{} pages only", pages.len());
        for page in pages {
            has_no_bare_key(&page);
            let table = page
                .html()
                .select(&scraper::Selector::parse("main table tbody").unwrap())
                .count();
            let rows = page.select("main table tbody tr").len();
            assert!(table == 0 || rows > 0, "{}: an empty table", page.asked);
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_of_a_full_registry_are_sound_with_the_longest_names(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    for language in LANGUAGES {
        let pages = open_all(&portal, language).await;
        assert!(pages.len() > 60, "{} pages only", pages.len());
        pages.iter().for_each(has_no_bare_key);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn forms_that_come_back_are_sound_and_keep_what_was_typed(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    let mut came_back = 0;
    for language in LANGUAGES {
        for route in routes().iter().filter(|route| route.method == "GET") {
            for who in ["visitor", "applicant", "coordinator", "admin"] {
                let browser = person(&portal, who).await.reading(language);
                let page = browser.get(route.address(&portal).await).await;
                if page.status != 200 || !page.is_html() {
                    continue;
                }
                for form in page.forms("main form[method=post]") {
                    // Leaving is not what this test is about.
                    if form.is_multipart || form.action.contains("/end") {
                        continue;
                    }
                    let sent: Vec<(&str, &str)> = form
                        .fields
                        .iter()
                        .map(|field| match field.is_text {
                            true => (field.name.as_str(), "\u{7}\u{202e}wrong"),
                            false => (field.name.as_str(), field.value.as_str()),
                        })
                        .collect();
                    let person = person(&portal, who).await.reading(language);
                    let back = person.post(&form.action, &sent).await;
                    if back.status == 422 {
                        came_back += 1;
                        assert!(!back.mistakes().is_empty(), "{}: no mistake", back.asked);
                        assert!(
                            back.has("main [aria-invalid='true']")
                                || back.has("main .govuk-error-message"),
                            "{}",
                            back.asked
                        );
                    }
                }
            }
        }
    }
    assert!(came_back > 20, "{came_back} forms came back");
}
