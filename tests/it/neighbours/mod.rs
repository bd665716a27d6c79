//! Maps of who works with whom: what ties whom, as a list and drawn, and that nobody is shown more than they may know.

use concord::group::{self, Entry};
use concord::ids::{GroupId, InitiativeId, OrganizationId};
use concord::initiative::WantSide;
use concord::leader::{self, LeaderName, NewLeader, NewOffice, Term};
use concord::values::{
    GroupKind, GroupRole, InitiativeRole, LanguageTag, Need, RegistryNumber, Wording,
};
use sqlx::PgPool;

use crate::cases::line;
use crate::coordination::registered;
use crate::portal::{Page, Portal};
use crate::workbench::initiative;

const NEED: (WantSide, Need) = (WantSide::Need, Need::Money);

async fn carries(portal: &Portal, id: InitiativeId, organization: OrganizationId, lead: bool) {
    let role = match lead {
        true => InitiativeRole::Lead,
        false => InitiativeRole::Partner,
    };
    let mut tx = portal.tx().await;
    crate::initiatives::db_carried(&mut tx, id, organization, role).await;
    drop(tx.commit().await.unwrap());
}

async fn grouped(portal: &Portal, name: &str, members: &[OrganizationId]) -> GroupId {
    let board = portal.coordinator().await.actor().await;
    let can = group::policy::group(&board).unwrap();
    let mut tx = portal.tx().await;
    let names = vec![Wording {
        text: line(name),
        language: LanguageTag::parse("en").unwrap(),
    }];
    let said = group::Said::named(GroupKind::WorkingGroup, names, portal.now().date_naive());
    let id = group::create(&mut tx, &can, &said).await.unwrap();
    let entry = Entry::new(GroupRole::Member, None);
    for member in members {
        group::add(&mut tx, &can, id, *member, &entry)
            .await
            .unwrap()
            .unwrap();
    }
    drop(tx.commit().await.unwrap());
    id
}

/// Somebody with an office in two organizations, who agreed to nothing.
async fn leads_both(portal: &Portal, both: [OrganizationId; 2], pool: &PgPool) {
    let by = portal.coordinator().await.actor().await;
    let mut tx = portal.tx().await;
    let office = |organization| NewOffice {
        organization,
        title: line("President"),
        title_language: LanguageTag::parse("en").ok(),
        other: None,
        since: None,
        until: None,
        signs: false,
        term: Term::default(),
    };
    let new = NewLeader {
        names: vec![LeaderName {
            text: line("Zabelora Qeshishian"),
            language: None,
        }],
        languages: Vec::new(),
        email: None,
        office: office(both[0]),
        consent: None,
    };
    let id = leader::create(&mut tx, &by, new).await.unwrap();
    drop(tx.commit().await.unwrap());
    sqlx::query(
        "insert into leader_offices (id, leader_id, organization_id, title) values (gen_random_uuid(), $1, $2, 'Treasurer')",
    )
    .bind(id.uuid())
    .bind(both[1].uuid())
    .execute(pool)
    .await
    .unwrap();
}

/// Each neighbour with what ties it.
fn listed(page: &Page) -> Vec<String> {
    page.select("main .govuk-list--spaced li")
        .iter()
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn of(number: RegistryNumber) -> String {
    format!("/organizations/{number}/map")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn neighbours_of_an_organization_are_listed_by_what_ties_them_and_drawn(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (haus, number) = registered(&portal, "Haus", "DE").await;
    let (casa, _) = registered(&portal, "Casa", "ES").await;
    let (dom, _) = registered(&portal, "Dom", "PL").await;
    registered(&portal, "Stranger", "PL").await;
    let school = initiative(&portal, "School", "DE", NEED).await;
    carries(&portal, school, haus, true).await;
    carries(&portal, school, casa, false).await;
    grouped(&portal, "Youth table", &[haus, casa, dom]).await;
    leads_both(&portal, [haus, dom], &pool).await;

    // In public: what is published, and no tie that nobody agreed to show.
    let page = portal.visitor().get(of(number)).await.is(200);
    assert_eq!(
        listed(&page),
        [
            "Casa 1 group in common",
            "Dom 1 group in common",
            "Youth table Member"
        ]
    );
    crate::initiatives::db_published(&portal, school).await;
    let page = portal.visitor().get(of(number)).await.is(200);
    assert_eq!(
        listed(&page),
        [
            "Casa 1 initiative in common · 1 group in common",
            "Dom 1 group in common",
            "School Lead",
            "Youth table Member"
        ]
    );
    assert!(!page.text().contains("Stranger") && !page.text().contains("leader"));
    assert_eq!(
        page.select("main svg.app-neighbours__drawing text").len(),
        4
    );
    assert!(page.has("main svg[role=img] > title") && page.has("main svg[role=img] > desc"));
    assert!(!page.body.contains("style="), "no style of its own");

    // The board sees that two share a leader, and is told nobody's name.
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{}", of(number))).await.is(200);
    assert!(listed(&page).contains(&"Dom 1 leader in common · 1 group in common".to_owned()));
    assert!(!page.body.contains("Zabelora"));
    // A post of the country and an admin see the map, and no tie of leaders.
    for browser in [portal.post_officer(&["DE"]).await, portal.admin().await] {
        let page = browser.get(format!("/desk{}", of(number))).await.is(200);
        assert!(!page.text().contains("leader in common"));
    }
    portal
        .post_officer(&["FR"])
        .await
        .get(format!("/desk{}", of(number)))
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_not_published_ties_nobody_in_public_but_at_the_desk(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (haus, number) = registered(&portal, "Haus", "DE").await;
    let (casa, _) = registered(&portal, "Casa", "ES").await;
    let (open, secret) = (
        initiative(&portal, "Open school", "DE", NEED).await,
        initiative(&portal, "Secret fund", "DE", NEED).await,
    );
    crate::initiatives::db_published(&portal, open).await;
    for id in [open, secret] {
        carries(&portal, id, haus, true).await;
    }
    carries(&portal, secret, casa, false).await;
    let board = portal.coordinator().await;
    let link = format!("/desk/initiatives/{open}/links");
    let with = secret.to_string();
    let fields = [
        ("with", with.as_str()),
        ("link", "supports-other"),
        ("link_words", "It pays."),
    ];
    board.post(&link, &fields).await.is(303);
    let visitor = portal.visitor();
    for path in [
        of(number),
        format!("/initiatives/{open}/map"),
        "/countries/DE/map".to_owned(),
        "/countries/ES/map".to_owned(),
    ] {
        let page = visitor.get(&path).await.is(200);
        assert!(!page.body.contains("Secret"), "{path}");
        let page = board.get(format!("/desk{path}")).await.is(200);
        assert!(page.body.contains("Secret"), "/desk{path}");
    }
    visitor
        .get(format!("/initiatives/{secret}/map"))
        .await
        .is(404);
    let page = visitor.get("/countries/DE/map").await.is(200);
    assert!(!page.text().contains("Spain"));
    let page = board.get(format!("/desk/initiatives/{open}/map")).await;
    let rows = listed(&page.is(200));
    assert!(
        rows.contains(&"Secret fund It is supported by · through 1 organization".to_owned()),
        "{rows:?}"
    );
    let page = board.get("/desk/countries/DE/map").await.is(200);
    assert!(listed(&page).contains(&"Spain 1 initiative in common".to_owned()));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_large_group_is_bounded_and_says_how_many_more(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let mut members = Vec::new();
    for n in 0..30 {
        members.push(registered(&portal, &format!("Verein {n}"), "DE").await.0);
    }
    let id = grouped(&portal, "Table of all", &members).await;
    grouped(&portal, "Small table", &members[..3]).await;
    for (language, words) in [("en", "and 6 more"), ("ru", "и ещё 6"), ("ar", "و6 أخرى")] {
        let visitor = portal.visitor().reading(language);
        let page = visitor.get(format!("/groups/{id}/map")).await.is(200);
        let text = page.text().replace(['\u{2068}', '\u{2069}'], "");
        assert!(text.contains(words), "{text}");
        assert_eq!(listed(&page).len(), 25);
        assert_eq!(
            page.select("main svg.app-neighbours__drawing text").len(),
            7
        );
    }
    let page = portal.visitor().get("/countries/DE/map").await.is(200);
    assert_eq!(
        listed(&page),
        [
            "Table of all through 30 organizations",
            "Small table through 3 organizations"
        ]
    );
    // Whoever is merged or struck off is near nobody; a country of nobody has a page that says so.
    let page = portal.visitor().get("/countries/FR/map").await.is(200);
    assert!(
        page.text().contains("No neighbours yet") && !page.has("main svg.app-neighbours__drawing")
    );
    portal.visitor().get("/countries/ZZ/map").await.is(404);
    portal.visitor().get("/desk/countries/DE/map").await.is(303);
    portal
        .member("Ani")
        .await
        .get("/desk/countries/DE/map")
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn names_of_others_are_shown_as_text_and_never_as_markup(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (haus, _) = registered(&portal, "<script>alert(1)</script>", "DE").await;
    let id = grouped(&portal, "</title></svg><b>x", &[haus]).await;
    let page = portal
        .visitor()
        .get(format!("/groups/{id}/map"))
        .await
        .is(200);
    assert!(!page.body.contains("<script>alert") && !page.body.contains("</svg><b>"));
    let page = portal
        .visitor()
        .reading("ar")
        .get(format!("/groups/{id}/map"))
        .await
        .is(200);
    assert!(page.has("main svg[direction=rtl]"));
}
