//! The directory, the home page and the pages of countries, as anybody sees them.

use std::io::Cursor;

use concord::actor::Actor;
use concord::config::WebConfig;
use concord::roster::import::{self, Counts, Order};
use concord::roster::policy;
use sqlx::PgPool;

use crate::portal::{Page, Portal, URL};

mod cities;
mod currency;
mod hostile;
mod meaning;
mod programs;

/// Organizations of several countries, in several scripts.
pub const ROSTER: &str = "\
number,name,name_language,other_names,kind,host_country,city,homeland,community,founded,standing,identifiers,areas,languages,website,about,contacts
CR-0000001-5,Հայ Տուն,hy,en:transliterated:Hay Tun,cultural-centre,DE,Köln,AM,Armenian,1988,good,DE-CR:VR 1,culture | language,hy | de,hay-tun.example.org,de:Ein Haus für alle.,email:general:office@hay-tun.example.org
CR-0000002-3,Georgian School of Paris,en,,school,FR,Paris,GE,Georgian,1999,due,,education,ka | fr,,,
CR-0000003-1,Общество «Ёлка»,ru,,association,FR,Lyon,RU,,2001,struck_off,,culture,ru,,,
CR-0000004-0,Hay Dprots,en,,school,FR,Paris,AM,Armenian,,lapsed,,education,,,,
";

/// Lets a roster in as a command does.
pub async fn arrange(portal: &Portal, roster: &str) -> Counts {
    let granted = policy::import(&Actor::System).unwrap();
    let order = Order {
        file_name: "roster.csv".to_owned(),
        map: None,
        dry_run: false,
    };
    let file = Cursor::new(roster.as_bytes().to_vec());
    import::import(portal.db(), granted, file, order, None)
        .await
        .unwrap()
}

/// The numbers of the organizations that a page lists, in its order.
fn listed(page: &Page) -> Vec<String> {
    page.attributes(".app-results__link", "href")
        .into_iter()
        .map(|href| {
            href.trim_start_matches("/organizations/CR-000000")
                .to_owned()
        })
        .collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_empty_directory_says_what_to_do_next(pool: PgPool) {
    let portal = Portal::new(pool);
    for path in ["/", "/directory", "/countries/DE"] {
        let page = portal.visitor().get(path).await.is(200);
        assert!(page.has("main a[href='/registrations/new']"), "{path}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_name_is_found_in_any_script_and_with_a_slip_of_the_hand(pool: PgPool) {
    let portal = Portal::new(pool);
    assert_eq!(arrange(&portal, ROSTER).await.added, 4);
    let visitor = portal.visitor();
    for (text, found) in [
        ("Հայ տուն", vec!["1-5"]),
        ("hay tun", vec!["1-5"]),
        ("хай тун", vec!["1-5"]),
        ("koln", vec!["1-5"]),
        ("VR 1", vec!["1-5"]),
        ("елка", vec!["3-1"]),
        // The second is a school in its own language.
        ("paris school", vec!["2-3", "4-0"]),
        ("georgain scool", vec!["2-3"]),
        ("%_'\"<>", vec![]),
        ("xyzzyq", vec![]),
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", text)
            .finish();
        let page = visitor.get(format!("/directory?{query}")).await.is(200);
        assert_eq!(listed(&page), found, "{text}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn filters_narrow_and_their_counts_respect_each_other(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = visitor.get("/directory?host=FR&kind=school").await.is(200);
    assert_eq!(listed(&page), ["2-3", "4-0"]);
    assert_eq!(page.first(".app-count"), "2 organizations");
    // One more kind would bring the association; another homeland would leave one school.
    let counts = page.select(".app-facets__item");
    assert!(
        counts.iter().any(|one| one == "Association 1"),
        "{counts:?}"
    );
    assert!(counts.iter().any(|one| one == "Georgia 1"), "{counts:?}");
    assert!(
        !counts.iter().any(|one| one.starts_with("Russia")),
        "{counts:?}"
    );
    // The address of the link is the query.
    let fewer = page.attribute(".app-chosen__one", "href");
    assert_eq!(fewer, "/directory?kind=school");
    // The field of the form holds one country; the other goes along.
    let page = visitor.get("/directory?host=DE&host=FR").await.is(200);
    assert_eq!(page.attributes("main option[selected]", "value"), ["DE"]);
    let hidden = "main form input[type=hidden][name=host]";
    assert_eq!(page.attributes(hidden, "value"), ["FR"]);
    // What an old address says that nobody knows any more is left out.
    let page = visitor
        .get("/directory?host=XX&area=nonsense&utm=1")
        .await
        .is(200);
    assert_eq!(listed(&page).len(), 4);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_go_on_and_back_without_losing_anybody(pool: PgPool) {
    let portal = Portal::new(pool);
    let mut roster = "name,host_country,city\n".to_owned();
    for n in 0..45 {
        // Names that share their beginnings and one that they all share.
        roster.push_str(&format!("Same name,DE,Town {n}\n"));
    }
    arrange(&portal, &roster).await;
    let visitor = portal.visitor();
    for order in ["", "&q=same&sort=relevance", "&q=same&sort=name"] {
        let mut page = visitor
            .get(format!("/directory?host=DE{order}"))
            .await
            .is(200);
        let mut seen = listed(&page);
        while page.has("a[rel=next]") {
            page = visitor
                .get(page.attribute("a[rel=next]", "href"))
                .await
                .is(200);
            seen.extend(listed(&page));
        }
        assert_eq!(seen.len(), 45, "{order}");
        let mut back = listed(&page);
        while page.has("a[rel=prev]") {
            page = visitor
                .get(page.attribute("a[rel=prev]", "href"))
                .await
                .is(200);
            back.splice(0..0, listed(&page));
        }
        assert_eq!(back, seen, "{order}");
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), 45);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_registration_can_be_checked_by_its_number(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = visitor.get("/directory?q=cr+0000001+5").await.is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("This registration is in force."));
    let page = visitor.get("/directory?q=CR-0000001-6").await.is(200);
    assert!(page.text().contains("a digit in it must be wrong"));
    let page = visitor.get("/directory?q=CR-0000017-9").await.is(200);
    assert!(
        page.text()
            .contains("No organization in the registry has the number CR-0000017-9")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_country_shows_who_works_there_and_who_comes_from_there(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = visitor.get("/countries/FR").await.is(200);
    assert_eq!(page.first("h1"), "France");
    assert_eq!(listed(&page).len(), 3);
    let page = visitor.get("/countries/AM").await.is(200);
    assert_eq!(
        page.link("2 organizations of people who come from here"),
        "/directory?homeland=AM"
    );
    visitor.get("/countries/XX").await.is(404);
    visitor.get("/countries/fr").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn machines_are_told_what_is_in_force(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let index = visitor.get("/sitemap.xml").await.is(200).body;
    assert!(
        index.contains("/sitemaps/pages.xml<") && index.contains("/sitemaps/organizations.xml<")
    );
    let pages = visitor.get("/sitemaps/pages.xml").await.is(200).body;
    assert!(pages.contains("/countries/DE<") && pages.contains("/directory<"));
    let map = visitor
        .get("/sitemaps/organizations.xml")
        .await
        .is(200)
        .body;
    assert!(map.contains("/organizations/CR-0000001-5<") && map.contains("CR-0000002-3"));
    assert!(!map.contains("CR-0000003-1") && !map.contains("CR-0000004-0"));
    assert!(map.ends_with("</urlset>\n"));
    let rest = visitor
        .get("/sitemaps/organizations.xml?behind=CR-0000001-5")
        .await
        .is(200)
        .body;
    assert!(!rest.contains("CR-0000001-5") && rest.contains("CR-0000002-3"));
    let search = visitor.get("/opensearch.xml").await.is(200).body;
    assert!(search.contains("/directory?q={searchTerms}"));
    let home = visitor.get("/").await.is(200);
    assert_eq!(
        home.attribute("link[rel=search]", "href"),
        "/opensearch.xml"
    );
    let robots = visitor.get("/robots.txt").await.is(200).body;
    assert!(robots.contains("Disallow: /desk") && robots.contains("/sitemap.xml"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_pages_read_well_in_every_language(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    for (language, count) in [
        ("en", "4 organizations"),
        ("ru", "4 организации"),
        ("ar", "4 منظمات"),
    ] {
        let visitor = portal.visitor().reading(language);
        visitor.get("/").await.is(200);
        let page = visitor.get("/directory").await.is(200);
        assert_eq!(page.first(".app-count"), count);
        let name = page.attribute(".app-results__link bdi[lang=hy]", "dir");
        assert_eq!(name, "ltr");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_finds_a_weakness_learns_whom_to_tell_where_the_settings_say_it(pool: PgPool) {
    let path = "/.well-known/security.txt";
    let silent = Portal::new(pool.clone());
    silent.visitor().get(path).await.is(404);
    let portal = Portal::at(
        pool,
        WebConfig {
            security_contact: Some("mailto:security@concord.example".parse().unwrap()),
            ..WebConfig::at(URL)
        },
    );
    let text = portal.visitor().get(path).await.is(200);
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert!(
        text.body
            .starts_with("Contact: mailto:security@concord.example\n")
    );
    let expires = (portal.now() + chrono::Days::new(180)).format("Expires: %Y-%m-%dT%H:%M:%SZ");
    assert!(text.body.contains(&expires.to_string()), "{}", text.body);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_map_shows_where_they_are_and_a_list_says_the_same(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    assert!(visitor.get("/map").await.is(200).has(".app-empty"));
    arrange(&portal, ROSTER).await;
    let page = visitor.get("/map").await.is(200);
    assert_eq!(page.link("France"), "/countries/FR");
    assert_eq!(
        page.select(".app-facets__item"),
        [
            "Paris, France 2",
            "Köln, Germany 1",
            "Lyon, France 1",
            "France 3",
            "Germany 1"
        ]
    );
    // One country of the most, one of the fewest, and all the others.
    assert!(page.select("path.app-map__0").len() > 160);
    let shaded = ["path.app-map__3", "path.app-map__1"].map(|shade| page.select(shade).len());
    assert_eq!(shaded, [1, 1]);
    let page = visitor.get("/map?by=homeland").await.is(200);
    assert_eq!(page.link("Armenia"), "/directory?homeland=AM");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_country_too_small_to_be_shaded_is_a_point(pool: PgPool) {
    let portal = Portal::new(pool);
    let mut roster = "name,host_country\n".to_owned();
    for (country, count) in [("MT", 5), ("SG", 1), ("DE", 2)] {
        for n in 0..count {
            roster.push_str(&format!("House {n} of {country},{country}\n"));
        }
    }
    arrange(&portal, &roster).await;
    let page = portal.visitor().get("/map").await.is(200);
    // The shade of its count, as a large one has it; those without any organization have none.
    let shades = page.attributes(".app-map__world circle", "class");
    assert_eq!(shades, ["app-map__1", "app-map__5"]);
    for country in ["Malta 5", "Singapore 1", "Germany 2"] {
        assert!(
            page.select(".app-facets__item")
                .iter()
                .any(|one| one == country)
        );
    }
}
