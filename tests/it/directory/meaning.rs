//! The directory finds by meaning, and whoever finds so sees why: on the page, while typing, and as a program.

use serde_json::{Value, json};
use sqlx::PgPool;

use super::{arrange, listed};
use crate::portal::Portal;

/// One meaning in four languages, and something else.
const ROSTER: &str = "\
number,name,name_language,other_names,kind,host_country,city,standing
CR-0000001-5,Unity,en,,association,DE,Bonn,good
CR-0000002-3,Общество «Единство»,ru,,association,FR,Paris,good
CR-0000003-1,Միասնություն,hy,,association,FR,Lyon,good
CR-0000004-0,Zoo,en,,association,FR,Lyon,good
";

fn query(text: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", text)
        .finish()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_name_is_found_by_what_it_means(pool: PgPool) {
    let portal = Portal::new(pool);
    assert_eq!(arrange(&portal, ROSTER).await.added, 4);
    let visitor = portal.visitor();
    for (typed, first) in [
        ("Unity", "1-5"),
        ("Единство", "2-3"),
        ("Yedinstvo", "2-3"),
        ("Միասնություն", "3-1"),
    ] {
        let page = visitor
            .get(format!("/directory?{}", query(typed)))
            .await
            .is(200);
        let mut all = listed(&page);
        assert_eq!(all[0], first, "{typed}");
        all.sort();
        assert_eq!(all, ["1-5", "2-3", "3-1"], "{typed}");
        assert_eq!(page.first(".app-count"), "3 organizations");
        // The counts of the filters are those of the list.
        let counts = page.select(".app-facets__item");
        assert!(counts.iter().any(|one| one == "France 2"), "{counts:?}");
    }
    let page = visitor
        .get(format!("/directory?{}", query("\"Unity\"")))
        .await
        .is(200);
    assert_eq!(listed(&page), ["1-5"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_finds_by_meaning_reads_why(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    for (language, some, alone, why) in [
        (
            "en",
            "2 of them say the same in other words",
            "Nothing has these words",
            "By meaning: Unity = Единство",
        ),
        (
            "ru",
            "У 2 из них то же сказано другими словами",
            "Таких слов нет ни у кого",
            "По смыслу: Unity = Единство",
        ),
        (
            "ar",
            "اثنتان منها تقولان الشيء نفسه",
            "لا أحد يحمل هذه الكلمات",
            "بالمعنى: Unity = Единство",
        ),
    ] {
        let visitor = portal.visitor().reading(language);
        let page = visitor.get("/directory?q=Unity").await.is(200);
        assert!(page.text().contains(some), "{}", page.text());
        let told = page.select(".app-results__why");
        assert_eq!(told.len(), 2, "only those that have other words: {told:?}");
        assert!(told.iter().any(|one| one == why), "{told:?}");
        let page = visitor
            .get(format!("/directory?{}", query("единства зоопарк")))
            .await
            .is(200);
        assert!(!page.text().contains(alone));
        let page = visitor.get("/directory?q=unity&host=FR").await.is(200);
        assert_eq!(listed(&page).len(), 2);
        assert!(page.text().contains(alone), "{}", page.text());
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn suggestions_and_programs_find_the_same(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = listed(&visitor.get("/directory?q=unity").await.is(200));
    let suggested: Value = {
        let answer = visitor.get("/directory/suggestions?q=unity").await.is(200);
        serde_json::from_str(&answer.body).unwrap()
    };
    let pages: Vec<&str> = suggested[3]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            one.as_str()
                .unwrap()
                .trim_start_matches("/organizations/CR-000000")
        })
        .collect();
    assert_eq!(pages, page);
    assert_eq!(suggested[2][0], "Bonn, Germany");
    let said = suggested[2].to_string();
    assert!(
        said.contains("By meaning:") && said.contains("Единство"),
        "{said}"
    );
    let answer: Value = {
        let answer = visitor.get("/api/v1/organizations?q=unity").await.is(200);
        serde_json::from_str(&answer.body).unwrap()
    };
    assert_eq!(
        (&answer["count"], &answer["by_meaning"], &answer["guessed"]),
        (&json!(3), &json!(2), &json!(false))
    );
    let organizations = answer["organizations"].as_array().unwrap();
    let numbers: Vec<&str> = organizations
        .iter()
        .map(|one| {
            one["number"]
                .as_str()
                .unwrap()
                .trim_start_matches("CR-000000")
        })
        .collect();
    assert_eq!(numbers, page);
    assert_eq!(organizations[0]["by_meaning"], json!([]));
    let told = json!([{ "typed": "unity", "written": "Единство" }]);
    assert!(organizations.iter().any(|one| one["by_meaning"] == told));
}
