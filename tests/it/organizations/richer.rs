//! What an organization says beyond its name and place: shown as far as it wants, in files as in pages.

use concord::organization::{self, Members, Name, Particulars, Place, Text};
use concord::values::{
    Country, Funding, Identifier, NameRole, PartialDate, PlaceRole, PlaceShown, Prose, Related,
    WebAddress, Year,
};
use sqlx::PgPool;

use super::{line, register, tag};
use crate::directory::{ROSTER, arrange};
use crate::portal::Portal;

fn year(year: i16) -> PartialDate {
    PartialDate::Year(Year::try_from(year).unwrap())
}

fn place(role: PlaceRole, address: &str, shown: PlaceShown) -> Place {
    Place {
        role,
        address: line(address),
        city: None,
        shown,
    }
}

fn rich() -> Particulars {
    Particulars {
        names: vec![
            Name::new(line("Haus am See"), Some(tag("de")), NameRole::Legal),
            Name {
                since: Some(year(1970)),
                until: Some(year(1987)),
                ..Name::new(line("Klub am See"), Some(tag("de")), NameRole::Former)
            },
        ],
        city: Some(line("Köln")),
        founded: chrono::NaiveDate::from_ymd_opt(1970, 5, 3).map(PartialDate::Day),
        host_registered_on: Some(year(1971)),
        places: vec![
            place(PlaceRole::Registered, "Offene Straße 1", PlaceShown::Exact),
            place(PlaceRole::Meeting, "Halboffener Weg 2", PlaceShown::City),
            place(
                PlaceRole::Meeting,
                "Verschlossene Gasse 3",
                PlaceShown::Country,
            ),
        ],
        identifiers: vec![
            Identifier::of_issuer(Country::from_code("DE"), "Stadt Köln", "17-a").unwrap(),
        ],
        links: vec![WebAddress::parse("https://social.example/see").unwrap()],
        members: Some(Members {
            count: 240,
            on: Some(year(2025)),
            evidence: Some(line("List of members")),
        }),
        funding: vec!["2024:5k-25k".parse::<Funding>().unwrap()],
        umbrella: Some(Related::parse("CR-0000001-5").unwrap()),
        chapters: vec![Related::parse("Haus am Fluss").unwrap()],
        about: vec![Text {
            language: tag("en"),
            text: Prose::parse(
                "A **house** for all.\n\n- choir\n- [school](https://school.example/)",
                500,
            )
            .unwrap(),
        }],
        ..Particulars::of(Country::from_code("DE").unwrap())
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_an_organization_says_more_of_itself_is_shown_and_each_place_as_far_as_it_may_be(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let (_, number) = register(&portal, &rich()).await;
    let page = portal
        .visitor()
        .get(format!("/organizations/{number}"))
        .await
        .is(200);
    for said in [
        "3 May 1970",
        "1970–1987",
        "Offene Straße 1, Köln, Germany",
        "240",
        "List of members",
        "5,000 to 25,000 euros",
        "Haus am Fluss",
        "Stadt Köln",
        "social.example",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(page.has("main a[href='/organizations/CR-0000001-5']"));
    assert_eq!(page.select(".app-prose strong"), ["house"]);
    assert_eq!(page.select(".app-prose li").len(), 2);
    for hidden in ["Halboffener", "Verschlossene"] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    let linked = page.first("script[type='application/ld+json']");
    let linked: serde_json::Value = serde_json::from_str(&linked).unwrap();
    assert_eq!(linked["foundingDate"], "1970-05-03");
    assert_eq!(linked["address"]["streetAddress"], "Offene Straße 1");
    assert_eq!(linked["numberOfMembers"]["value"], 240);
    assert_eq!(linked["sameAs"][0], "https://social.example/see");
    assert_eq!(linked["subOrganization"][0]["name"], "Haus am Fluss");
    assert!(!linked["description"].as_str().unwrap().contains('*'));
    for language in ["ru", "ar"] {
        let visitor = portal.visitor().reading(language);
        visitor
            .get(format!("/organizations/{number}"))
            .await
            .is(200);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_city_that_is_hidden_is_in_no_page_and_no_file(pool: PgPool) {
    let portal = Portal::new(pool);
    let mut said = rich();
    said.city = Some(line("Verborgenheim"));
    said.places[0].shown = PlaceShown::Country;
    let (_, number) = register(&portal, &said).await;
    let admin = portal.admin().await;
    for path in [
        format!("/organizations/{number}"),
        "/directory".to_owned(),
        "/countries/DE".to_owned(),
        "/rosters/organizations.csv".to_owned(),
    ] {
        let page = admin.get(&path).await.is(200);
        assert!(page.body.contains("Haus am See"), "{path}");
        assert!(!page.body.contains("Verborgenheim"), "{path}");
    }
    let found = admin.get("/directory?q=verborgenheim").await.is(200);
    assert!(!found.body.contains("Haus am See"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_roster_comes_in_again_and_leaves_alone_what_it_does_not_tell(pool: PgPool) {
    let portal = Portal::new(pool);
    let (id, _) = register(&portal, &rich()).await;
    let admin = portal.admin().await;
    let out = |page: crate::portal::Page| page.body.trim_start_matches('\u{FEFF}').to_owned();
    let file = out(admin.get("/rosters/organizations.csv").await.is(200));
    assert!(file.contains("registered:Offene Straße 1"), "{file}");
    assert!(!file.contains("Halboffener") && !file.contains("Verschlossene"));
    assert_eq!(arrange(&portal, &file).await.unchanged, 1);
    // A new place and another count; the sealed places stay.
    let changed = file
        .replace("registered:Offene Straße 1", "registered:Offene Straße 10")
        .replace(",240,", ",250,");
    assert_eq!(arrange(&portal, &changed).await.updated, 1);
    let mut tx = portal.tx().await;
    let vault = tx.vault();
    let now = organization::particulars(&mut tx, &vault, id)
        .await
        .unwrap()
        .unwrap();
    let places: Vec<&str> = now.places.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(
        places,
        [
            "Offene Straße 10",
            "Halboffener Weg 2",
            "Verschlossene Gasse 3"
        ]
    );
    assert_eq!(now.members.map(|it| it.count), Some(250));
    drop(tx);
    assert_eq!(
        out(admin.get("/rosters/organizations.csv").await.is(200)),
        changed
    );
}
