//! Cities: found under any of their spellings, counted, on the map where anybody may know them, and the same whoever writes them.

use concord::actor::Actor;
use concord::organization::{self, Name, Particulars, Place};
use concord::values::{Country, Line, NameRole, PlaceRole, PlaceShown};
use serde_json::Value;
use sqlx::PgPool;

use super::{arrange, listed};
use crate::portal::{Page, Portal};

/// Names that say nothing of a city, but for the last, and cities in several spellings.
const HOUSES: &str = "\
number,name,host_country,city
CR-0000001-5,Aster House,UA,Kyiv
CR-0000002-3,Bellis House,UA,Kiev
CR-0000003-1,Crocus House,UA,Київ
CR-0000004-0,Dahlia House,DE,Hildesheim
CR-0000005-8,Erica House,DE,Хильдесхайм
CR-0000006-6,Freesia House,US,New York
CR-0000007-4,Gentian House,SY,Damascus
CR-0000008-2,Hosta House,SY,دمشق
CR-0000009-9,Kyiv House,DE,
";

async fn found(portal: &Portal, pairs: &[(&str, &str)]) -> (Vec<String>, Page) {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    let visitor = portal.visitor();
    let page = visitor.get(format!("/directory?{query}")).await.is(200);
    (listed(&page), page)
}

/// The cities that a page offers, each with its count and where it leads.
fn offered(page: &Page) -> Vec<(String, u64)> {
    let hrefs = page.attributes(".app-facets__link[href*='city=']", "href");
    let counts = page.select(".app-facets__item:has(a[href*='city=']) .app-facets__count");
    let counts = counts.into_iter().map(|count| count.parse().unwrap());
    hrefs.into_iter().zip(counts).collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_city_is_found_under_any_of_its_spellings(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, HOUSES).await;
    // Whoever has the word comes first, and in the name before the place.
    for (typed, first) in [("Kyiv", "9-9"), ("Kiev", "2-3")] {
        let (mut all, page) = found(&portal, &[("q", typed)]).await;
        assert_eq!(all[0], first, "{typed}");
        assert_eq!(page.first(".app-count"), "4 organizations");
        all.sort();
        assert_eq!(all, ["1-5", "2-3", "3-1", "9-9"], "{typed}");
    }
    for (typed, count) in [
        ("Hildesheim", 2),
        ("Хильдесхайм", 2),
        ("Гільдесгайм", 2),
        ("دمشق", 2),
        ("Damaskus", 2),
        ("Нью-Йорк", 1),
        ("Нью Йорк", 1),
        ("Київ", 4),
        ("Москва", 0),
        ("Хильдесхайм Dahlia", 1),
        ("Damaskus Aster", 0),
        // Nobody says in quotes what he does not mean.
        ("\"Хильдесхайм\"", 1),
    ] {
        let (all, page) = found(&portal, &[("q", typed)]).await;
        assert_eq!(all.len(), count, "{typed}: {all:?}");
        let words = match count {
            0 => "No organizations".to_owned(),
            1 => "1 organization".to_owned(),
            count => format!("{count} organizations"),
        };
        assert_eq!(page.first(".app-count"), words, "{typed}");
    }
    // Whoever is found so reads why.
    let (_, page) = found(&portal, &[("q", "Гільдесгайм")]).await;
    let why = page.select(".app-results__why");
    assert!(
        why.contains(&"By meaning: Гільдесгайм = Hildesheim".to_owned()),
        "{why:?}"
    );
    let (_, page) = found(&portal, &[("q", "Нью-Йорк")]).await;
    assert_eq!(
        page.select(".app-results__why"),
        ["By meaning: Нью-Йорк = New York"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn counts_of_cities_are_those_of_their_lists(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, HOUSES).await;
    for query in [
        &[][..],
        &[("host", "UA")],
        &[("q", "house"), ("host", "DE")],
    ] {
        let (_, page) = found(&portal, query).await;
        let cities = offered(&page);
        assert!(!cities.is_empty(), "{query:?}");
        for (href, count) in cities {
            let page = portal.visitor().get(&href).await.is(200);
            assert_eq!(listed(&page).len() as u64, count, "{href}");
        }
    }
    let (all, page) = found(&portal, &[("city", "UA-Kiev")]).await;
    assert_eq!(all, ["1-5", "2-3", "3-1"]);
    assert_eq!(page.select(".app-chosen__one").len(), 1);
    // Two cities, and a city of another country.
    let two = [("city", "UA-703448"), ("city", "DE-Hildesheim")];
    assert_eq!(found(&portal, &two).await.0.len(), 5);
    let other = [("city", "UA-703448"), ("host", "DE")];
    assert!(found(&portal, &other).await.0.is_empty());
    // In a country its cities are named alone; elsewhere with their country.
    let (_, page) = found(&portal, &[("host", "UA")]).await;
    assert!(
        page.select(".app-facets__link")
            .contains(&"Kyiv".to_owned())
    );
    let page = portal.visitor().get("/countries/UA").await.is(200);
    assert_eq!(offered(&page).len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn programs_and_rosters_narrow_by_city_too(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, HOUSES).await;
    let answer = portal
        .visitor()
        .get("/api/v1/organizations?city=UA-Kiev&facet=city")
        .await
        .is(200);
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(answer["count"], 3);
    assert_eq!(
        answer["facets"]["city"][0],
        serde_json::json!({ "value": "UA-703448", "count": 3 })
    );
    assert_eq!(answer["facets"]["city"].as_array().unwrap().len(), 4);
    for wrong in ["UA-1", "Kyiv", "ZZ-Kyiv"] {
        let path = format!("/api/v1/organizations?city={wrong}");
        portal.visitor().get(path).await.is(400);
    }
    let board = portal.coordinator().await;
    for query in [
        "city=UA-703448",
        "city=UA-703448&q=house",
        "city=UA-703448&city=DE-Hildesheim",
    ] {
        let page = listed(&board.get(format!("/rosters?{query}")).await.is(200));
        let path = format!("/rosters/organizations.csv?{query}");
        let file = board.get(path).await.is(200);
        assert!(page.len() >= 3);
        assert_eq!(file.body.lines().count(), page.len() + 1, "{query}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_map_shows_cities_and_a_list_says_the_same(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, HOUSES).await;
    let page = portal.visitor().get("/map").await.is(200);
    let said = page.select(".app-map__world .app-map__city title");
    let cities = offered(&page);
    assert_eq!((said.len(), cities.len()), (4, 4), "{said:?}");
    // The largest lies below, and each says what the list does.
    assert_eq!(said[0], "Kyiv, Ukraine: 3");
    assert_eq!(cities[0], ("/directory?city=UA-703448".to_owned(), 3));
    let sizes: Vec<f64> = page
        .attributes(".app-map__world .app-map__city", "r")
        .iter()
        .map(|size| size.parse().unwrap())
        .collect();
    assert!(
        sizes.is_sorted_by(|a, b| a >= b) && sizes[0] > sizes[3],
        "{sizes:?}"
    );
    assert!(page.text().contains("GeoNames"));
    for (href, count) in cities {
        let page = portal.visitor().get(&href).await.is(200);
        assert_eq!(listed(&page).len() as u64, count, "{href}");
    }
    // People come from a country, not from a city.
    let page = portal.visitor().get("/map?by=homeland").await.is(200);
    assert!(!page.has(".app-map__city"));
    for (language, said) in [
        ("ru", "Kyiv, Украина: 3"),
        ("ar", "\u{200F}Kyiv، أوكرانيا: 3"),
    ] {
        let page = portal.visitor().reading(language).get("/map").await.is(200);
        assert_eq!(page.first(".app-map__world .app-map__city title"), said);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_hidden_city_is_no_point_and_nobody_finds_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let line = |text: &str| Line::parse(text, 80).unwrap();
    for (name, shown) in [
        ("Open House", PlaceShown::City),
        ("Quiet House", PlaceShown::Country),
    ] {
        let said = Particulars {
            names: vec![Name::new(line(name), None, NameRole::Legal)],
            city: Some(line("Hildesheim")),
            places: vec![Place {
                role: PlaceRole::Registered,
                address: line("Stille Gasse 7"),
                city: None,
                shown,
            }],
            ..Particulars::of(Country::from_code("DE").unwrap())
        };
        let mut tx = portal.tx().await;
        organization::register(&mut tx, &Actor::System, &said, None)
            .await
            .unwrap();
        let _ = tx.commit().await.unwrap();
    }
    let page = portal.visitor().get("/map").await.is(200);
    assert_eq!(
        page.select(".app-map__world .app-map__city title"),
        ["Hildesheim, Germany: 1"]
    );
    let counts = page.select(".app-facets__item");
    assert_eq!(counts, ["Hildesheim, Germany 1", "Germany 2"]);
    for pairs in [
        [("city", "DE-Hildesheim")],
        [("q", "Хильдесхайм")],
        [("q", "Hildesheim")],
    ] {
        let (all, page) = found(&portal, &pairs).await;
        assert_eq!(all.len(), 1, "{pairs:?}");
        assert!(page.text().contains("Open House") && !page.text().contains("Quiet House"));
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn another_spelling_of_the_city_is_the_same_organization(pool: PgPool) {
    let portal = Portal::new(pool);
    let roster = |city: &str| format!("name,host_country,city\nAster House,DE,{city}\n");
    assert_eq!(arrange(&portal, &roster("München")).await.added, 1);
    let again = arrange(&portal, &roster("Munich")).await;
    assert_eq!((again.added, again.updated), (0, 1));
    // A namesake in another city is another.
    assert_eq!(arrange(&portal, &roster("Hildesheim")).await.added, 1);
}
