//! An organization's public page: what anybody may know, and nothing else.

mod richer;

use chrono::NaiveDate;
use concord::actor::Actor;
use concord::leader::{self, ConsentMeans, LeaderName, NewLeader, NewOffice};
use concord::organization::{self, Contact, Name, Particulars, Text};
use concord::values::{
    ContactChannel, ContactPurpose, Country, LanguageTag, Line, NameRole, Prose, RegistryNumber,
    WebAddress,
};
use sqlx::PgPool;

use crate::directory::{ROSTER, arrange};
use crate::portal::Portal;

fn line(text: &str) -> Line {
    Line::parse(text, 300).unwrap()
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap()
}

/// An organization whose words all try to be something else.
fn mischievous() -> Particulars {
    let script = "</script><script>alert(1)</script>";
    let contact = |value: &str, public| Contact {
        channel: ContactChannel::Email,
        purpose: ContactPurpose::General,
        value: line(value),
        public,
    };
    Particulars {
        names: vec![
            Name::new(line(&format!("Name {script}")), None, NameRole::Legal),
            Name::new(
                line(&format!("Other {script}")),
                Some(tag("ar")),
                NameRole::Native,
            ),
        ],
        city: Some(line(&format!("City {script}"))),
        community: Some(line("<b>Community</b>")),
        website: WebAddress::parse("example.org/\"><script>alert(1)</script>").ok(),
        contacts: vec![
            contact("public@example.org", true),
            contact("secret@example.org", false),
        ],
        about: vec![Text {
            language: tag("en"),
            text: Prose::parse(
                &format!("About {script}\n\n<!-- & <img src=x onerror=alert(1)>"),
                5_000,
            )
            .unwrap(),
        }],
        ..Particulars::of(Country::from_code("DE").unwrap())
    }
}

async fn register(
    portal: &Portal,
    said: &Particulars,
) -> (concord::ids::OrganizationId, RegistryNumber) {
    let mut tx = portal.tx().await;
    let registered = organization::register(&mut tx, &Actor::System, said, None)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
    registered
}

async fn lead(
    portal: &Portal,
    organization: concord::ids::OrganizationId,
    name: &str,
    consent: Option<ConsentMeans>,
) {
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: line(name),
            language: Some(tag("en")),
        }],
        languages: Vec::new(),
        email: None,
        office: NewOffice {
            organization,
            title: line("Chair"),
            title_language: Some(tag("en")),
            other: None,
            since: NaiveDate::from_ymd_opt(2020, 1, 1),
            until: None,
            signs: false,
            term: concord::leader::Term::default(),
        },
        consent,
    };
    leader::create(&mut tx, &Actor::System, new).await.unwrap();
    let _ = tx.commit().await.unwrap();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_page_says_what_it_is_and_where_it_stands(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = visitor.get("/organizations/CR-0000001-5").await.is(200);
    assert_eq!(page.first("h1"), "Հայ Տուն");
    assert_eq!(page.attribute("h1 bdi", "lang"), "hy");
    for part in [
        "In good standing",
        "This registration is in force.",
        "Hay Tun",
        "Köln",
        "Armenia",
        "1988",
        "hay-tun.example.org",
        "office@hay-tun.example.org",
        "Ein Haus für alle.",
    ] {
        assert!(page.text().contains(part), "{part}");
    }
    assert!(!page.has("meta[name=robots]"));
    let page = visitor.get("/organizations/CR-0000003-1").await.is(200);
    assert!(page.text().contains("This registration is not in force."));
    assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
    // One address for each, however its number is typed.
    let page = visitor.get("/organizations/cr00000015").await.is(303);
    assert_eq!(page.location(), "/organizations/CR-0000001-5");
    visitor.get("/organizations/CR-0000099-6").await.is(404);
    visitor.get("/organizations/nobody").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nothing_that_people_typed_becomes_a_part_of_the_page(pool: PgPool) {
    let portal = Portal::new(pool);
    let (_, number) = register(&portal, &mischievous()).await;
    let visitor = portal.visitor();
    for path in [
        format!("/organizations/{number}"),
        "/directory".to_owned(),
        "/directory?q=name".to_owned(),
        "/countries/DE".to_owned(),
        "/".to_owned(),
    ] {
        let page = visitor.get(&path).await.is(200);
        assert!(!page.body.contains("<script>alert"), "{path}");
        assert!(
            !page.has("main img[onerror]") && !page.has("main b"),
            "{path}"
        );
    }
    let page = visitor.get(format!("/organizations/{number}")).await;
    let linked = page.first("script[type='application/ld+json']");
    let linked: serde_json::Value = serde_json::from_str(&linked).unwrap();
    assert_eq!(linked["@type"], "NGO");
    assert!(linked["name"].as_str().unwrap().contains("</script>"));
    assert_eq!(linked["email"], "public@example.org");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn private_contacts_and_leaders_without_consent_are_nowhere(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (id, number) = register(&portal, &mischievous()).await;
    lead(&portal, id, "Shown Sona", Some(ConsentMeans::Letter)).await;
    lead(&portal, id, "Hidden Hrant", None).await;
    let page = portal
        .visitor()
        .get(format!("/organizations/{number}"))
        .await
        .is(200);
    assert!(page.text().contains("Shown Sona") && page.text().contains("public@example.org"));
    let admin = portal.admin().await;
    for path in [
        format!("/organizations/{number}"),
        "/directory?q=hrant".to_owned(),
        "/directory?q=secret".to_owned(),
        "/countries/DE".to_owned(),
        "/sitemap.xml".to_owned(),
        "/rosters".to_owned(),
        "/rosters/organizations.csv".to_owned(),
    ] {
        let page = admin.get(&path).await.is(200);
        assert!(
            !page.body.contains("Hrant") && !page.body.contains("secret@"),
            "{path}"
        );
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_that_was_merged_leads_to_the_other(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let merged = "number,name,host_country,standing,merged_into\nCR-0000017-9,Was one,DE,merged,CR-0000001-5\n";
    assert_eq!(arrange(&portal, merged).await.added, 1);
    let visitor = portal.visitor();
    let page = visitor.get("/organizations/CR-0000017-9").await.is(308);
    let page = page.follow().await.is(200);
    assert_eq!(page.first("h1"), "Հայ Տուն");
    assert!(
        page.text()
            .contains("CR-0000017-9 was merged into this organization.")
    );
    // Only what is true is said.
    let page = visitor
        .get("/organizations/CR-0000002-3?from=CR-0000017-9")
        .await
        .is(200);
    assert!(!page.text().contains("was merged into"));
    // The directory lists the survivor alone.
    let page = visitor.get("/directory?host=DE").await.is(200);
    assert_eq!(page.first(".app-count"), "1 organization");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_has_a_desk_is_led_there(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let path = "/organizations/CR-0000001-5";
    let desk = "main a[href='/desk/organizations/CR-0000001-5']";
    assert!(!portal.visitor().get(path).await.is(200).has(desk));
    assert!(portal.coordinator().await.get(path).await.is(200).has(desk));
}
