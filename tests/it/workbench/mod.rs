//! The workbench: six lists with the act beside each, whose they are, portfolios, and whom the rules suggest.

use concord::group::{self, Entry};
use concord::ids::{InitiativeId, OrganizationId};
use concord::initiative::{self, InitiativeText, Place, Said, Want, WantSide};
use concord::leader::{self, LeaderName, NewLeader, NewOffice, Term};
use concord::values::{
    Area, Country, GroupKind, GroupRole, InitiativeRole, InitiativeStage, LanguageTag, Need,
    RegistryNumber, Role, SigningOffice, Wording,
};
use sqlx::PgPool;

use crate::cases::line;
use crate::coordination::registered;
use crate::portal::{Browser, Page, Portal};

mod rules;

/// An initiative for culture in a country that needs or offers something.
pub async fn initiative(
    portal: &Portal,
    title: &str,
    host: &str,
    (side, kind): (WantSide, Need),
) -> InitiativeId {
    let board = portal.coordinator().await.actor().await;
    let can = initiative::policy::keep(&board).unwrap();
    let said = Said {
        texts: vec![InitiativeText {
            language: LanguageTag::parse("en").unwrap(),
            title: line(title),
            summary: None,
            outcomes: None,
        }],
        areas: Area::recorded("culture").into_iter().collect(),
        places: vec![Place::host(Country::from_code(host).unwrap(), None)],
        starts_on: None,
        ends_on: None,
        stage: InitiativeStage::UnderWay,
        wants: vec![Want {
            side,
            ..Want::need(kind)
        }],
        budget: None,
    };
    let mut tx = portal.tx().await;
    let id = initiative::create(&mut tx, &can, &said).await.unwrap();
    drop(tx.commit().await.unwrap());
    id
}

/// What stands in a list.
fn titles(page: &Page) -> Vec<String> {
    page.select("main .app-results h3 a")
}

async fn list(browser: &Browser, work: &str) -> Vec<String> {
    let page = browser.get(format!("/desk/workbench/{work}")).await.is(200);
    titles(&page)
}

/// The number beside each heading of the workbench.
async fn counts(browser: &Browser, query: &str) -> Vec<String> {
    let page = browser.get(format!("/desk/workbench{query}")).await.is(200);
    page.select("main h2 .app-count-badge")
}

/// A council in which an organization has the seat of its president, and a president whose term ends on a day.
async fn seated(portal: &Portal, organization: OrganizationId) {
    let board = portal.coordinator().await.actor().await;
    let can = group::policy::group(&board).unwrap();
    let mut tx = portal.tx().await;
    let names = vec![Wording {
        text: line("Council of the North"),
        language: LanguageTag::parse("en").unwrap(),
    }];
    let said = group::Said::named(GroupKind::Council, names, portal.now().date_naive());
    let id = group::create(&mut tx, &can, &said).await.unwrap();
    let entry = Entry::new(GroupRole::Member, Some(SigningOffice::President));
    group::add(&mut tx, &can, id, organization, &entry)
        .await
        .unwrap()
        .unwrap();
    drop(tx.commit().await.unwrap());
}

async fn treasurer_until(portal: &Portal, organization: OrganizationId, days: i64) {
    let by = portal.coordinator().await.actor().await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: line("Zabelora Qeshishian"),
            language: None,
        }],
        languages: Vec::new(),
        email: None,
        office: NewOffice {
            organization,
            title: line("Treasurer"),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: None,
            until: Some(portal.now().date_naive() + chrono::TimeDelta::days(days)),
            signs: false,
            term: Term::default(),
        },
        consent: None,
    };
    leader::create(&mut tx, &by, new).await.unwrap();
    drop(tx.commit().await.unwrap());
}

/// Names a coordinator for countries.
pub async fn rule(chair: &Browser, who: &Browser, host: &str, homeland: &str) {
    let page = chair.get("/desk/assignment-rules").await.is(200);
    let account = who.account().to_string();
    let fields = [
        ("host", host),
        ("homeland", homeland),
        ("coordinator", account.as_str()),
    ];
    let page = page.submit_to("/desk/assignment-rules", &fields).await;
    let page = page.is(303).follow().await.is(200);
    assert!(page.text().contains("The rule is added"));
}

pub async fn assigned(board: &Browser, number: RegistryNumber, to: &Browser) {
    let path = format!("/desk/organizations/{number}/coordinator");
    let account = to.account().to_string();
    board
        .post(&path, &[("coordinator", account.as_str())])
        .await
        .is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_list_has_what_it_says_and_what_was_done_leaves_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    assert_eq!(counts(&board, "").await, ["0", "0", "0", "0", "0", "0"]);
    let (haus, number) = registered(&portal, "Haus", "DE").await;
    let school = initiative(&portal, "School", "DE", (WantSide::Need, Need::Venue)).await;
    initiative(&portal, "Choir", "DE", (WantSide::Offer, Need::Money)).await;
    seated(&portal, haus).await;
    treasurer_until(&portal, haus, 10).await;
    assert_eq!(counts(&board, "").await, ["2", "2", "1", "1", "1", "1"]);
    assert_eq!(list(&board, "unlinked").await, ["Choir", "School"]);
    for (work, about) in [
        ("needs", "School"),
        ("seats", "Haus"),
        ("terms", "Haus"),
        ("unassigned", "Haus"),
    ] {
        assert_eq!(list(&board, work).await, [about], "{work}");
    }
    let page = board.get("/desk/workbench").await.is(200);
    assert!(page.text().contains("Council of the North"));
    assert!(
        !page.body.contains("Zabelora"),
        "no leader is named who agreed to nothing"
    );

    // An offer of another country is none here; one of the same country is.
    initiative(
        &portal,
        "Hall in Lyon",
        "FR",
        (WantSide::Offer, Need::Venue),
    )
    .await;
    assert_eq!(list(&board, "needs").await, ["School"]);
    let hall = initiative(&portal, "Hall", "DE", (WantSide::Offer, Need::Venue)).await;
    assert!(list(&board, "needs").await.is_empty());
    let path = format!("/desk/initiatives/{school}/links");
    let hall = hall.to_string();
    let fields = [
        ("with", hall.as_str()),
        ("link", "supports-other"),
        ("link_words", "It lends its rooms."),
    ];
    board.post(&path, &fields).await.is(303);
    assert_eq!(
        list(&board, "unlinked").await,
        ["Hall in Lyon", "Choir"],
        "both of the linked are gone"
    );
    // The act beside it: one button gives the organization to whoever is suggested.
    let page = board.get("/desk/workbench").await.is(200);
    let action = format!("/desk/organizations/{number}/coordinator");
    page.submit_to(&action, &[]).await.is(303);
    assert!(list(&board, "unassigned").await.is_empty());
    assert_eq!(
        counts(&board, "?whose=all").await,
        ["4", "2", "0", "1", "1", "0"]
    );
    // A term further away than a month is not told of.
    let (other, _) = registered(&portal, "Verein", "DE").await;
    treasurer_until(&portal, other, 31).await;
    assert_eq!(list(&board, "terms").await, ["Haus"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn ones_own_are_the_countries_of_ones_rules_and_the_portfolio(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let need = (WantSide::Need, Need::Money);
    initiative(&portal, "In Germany", "DE", need).await;
    initiative(&portal, "In France", "FR", need).await;
    initiative(&portal, "In Spain", "ES", need).await;
    let (_, spanish) = registered(&portal, "Casa", "ES").await;
    registered(&portal, "Haus", "DE").await;
    let page = board.get("/desk/workbench").await.is(200);
    assert!(page.text().contains("you see everything here"));
    rule(&chair, &board, "DE", "").await;
    assigned(&chair, spanish, &board).await;
    let page = board.get("/desk/workbench").await.is(200);
    assert!(page.text().contains("Germany"));
    assert_eq!(list(&board, "unlinked").await, ["In Germany"]);
    assert_eq!(list(&board, "unassigned").await, ["Haus"]);
    assert_eq!(counts(&board, "").await, ["1", "1", "1", "0", "0", "1"]);
    assert_eq!(
        counts(&board, "?whose=all").await,
        ["3", "3", "3", "0", "0", "1"]
    );
    let page = board.get("/desk/workbench/unlinked?whose=all").await;
    assert_eq!(titles(&page.is(200)).len(), 3);
    // What one's own organization carries is one's own, wherever it happens.
    let carried = initiative(&portal, "In Italy", "IT", need).await;
    let mut tx = portal.tx().await;
    let of = concord::organization::mention_by_number(&mut tx, spanish).await;
    let of = of.unwrap().unwrap().id;
    crate::initiatives::db_carried(&mut tx, carried, of, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    assert_eq!(list(&board, "unlinked").await, ["In Italy", "In Germany"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_long_list_comes_in_pages_and_nothing_twice(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    for n in 0..27 {
        registered(&portal, &format!("Verein {n}"), "DE").await;
    }
    let page = board.get("/desk/workbench").await.is(200);
    assert_eq!(page.select("main .app-results h3").len(), 5);
    let link = page.link("See all (Organizations that nobody looks after)");
    let first = board.get(&link).await.is(200);
    let second = board
        .get(first.attribute("a[rel=next]", "href"))
        .await
        .is(200);
    let mut all = [titles(&first), titles(&second)].concat();
    assert!(!second.has("a[rel=next]"));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 27);
    let page = board
        .get("/desk/workbench/unassigned?page=99999999999999999999")
        .await;
    page.is(200);
    let page = board
        .get("/desk/workbench/unassigned?page=-3")
        .await
        .is(200);
    assert_eq!(titles(&page).len(), 25);
    board.get("/desk/workbench/everything").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn those_who_only_read_find_no_act_and_others_find_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    registered(&portal, "Haus", "DE").await;
    for browser in [portal.auditor().await, portal.admin().await] {
        let page = browser.get("/desk/workbench").await.is(200);
        assert_eq!(titles(&page), ["Haus"]);
        assert!(!page.has("main form") && !page.text().contains("Choose somebody else"));
    }
    for browser in [
        portal.member("Ani").await,
        portal.post_officer(&["DE"]).await,
    ] {
        browser.get("/desk/workbench").await.is(404);
        browser.get("/desk/workbench/unassigned").await.is(404);
        browser.get("/desk/assignment-rules").await.is(404);
    }
    portal.visitor().get("/desk/workbench").await.is(303);
    for (language, words) in [("ru", "Что сделать"), ("ar", "ما ينبغي فعله")] {
        let browser = portal.coordinator().await.reading(language);
        let page = browser.get("/desk/workbench").await.is(200);
        assert!(page.text().contains(words));
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_portfolio_is_read_by_whoever_has_it_and_by_those_who_share_out(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let other = portal.person("Second", Role::Coordinator).await;
    let (_, number) = registered(&portal, "Haus", "DE").await;
    registered(&portal, "Verein", "DE").await;
    assigned(&chair, number, &board).await;
    let path = format!("/desk/coordinators/{}", board.account());
    for browser in [
        &board,
        &chair,
        &portal.admin().await,
        &portal.auditor().await,
    ] {
        let page = browser.get(&path).await.is(200);
        assert!(page.text().contains("Haus") && !page.text().contains("Verein"));
    }
    other.get(&path).await.is(404);
    other.get("/desk/coordinators").await.is(404);
    portal.member("Ani").await.get(&path).await.is(404);
    let none = format!("/desk/coordinators/{}", portal.admin().await.account());
    chair.get(&none).await.is(404);
    let page = chair.get("/desk/coordinators").await.is(200);
    let row = page.select("main tbody tr").remove(0);
    let words: Vec<_> = row.split_whitespace().collect();
    assert_eq!(words[words.len() - 4..], ["1", "0", "0", "0"], "{row}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_rules_give_is_counted_and_marked_beside_what_was_given_by_name(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let other = portal.person("Second", Role::Coordinator).await;
    let (_, named) = registered(&portal, "Haus", "DE").await;
    registered(&portal, "Verein", "DE").await;
    registered(&portal, "Bund", "DE").await;
    registered(&portal, "Casa", "ES").await;
    assigned(&chair, named, &board).await;
    rule(&chair, &board, "DE", "").await;
    let path = format!("/desk/coordinators/{}", board.account());
    let page = chair.get(&path).await.is(200);
    let rows = page.select("main tbody tr");
    assert_eq!(rows.len(), 3, "{}", page.text());
    assert!(rows[0].contains("Haus") && !rows[0].contains("By a rule"));
    for (row, name) in rows[1..].iter().zip(["Bund", "Verein"]) {
        assert!(row.contains(name) && row.contains("By a rule"), "{row}");
    }
    let numbers = async || {
        let page = chair.get("/desk/coordinators").await.is(200);
        let mut rows: Vec<Vec<String>> = page
            .select("main tbody tr")
            .iter()
            .map(|row| row.split_whitespace().map(str::to_owned).collect())
            .map(|words: Vec<String>| words[words.len() - 4..words.len() - 2].to_vec())
            .collect();
        rows.sort();
        rows.concat().join(" ")
    };
    assert_eq!(numbers().await, "0 0 0 0 1 2");
    // Each is given once: a rule that asks more takes it from one that asks less, and a name from both.
    rule(&chair, &other, "DE", "GE").await;
    let (_, more) = registered(&portal, "Heim", "DE").await;
    let mut tx = portal.tx().await;
    for name in ["Verein", "Heim"] {
        sqlx::query("update organizations set homeland = 'GE' where name = $1")
            .bind(name)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    drop(tx.commit().await.unwrap());
    assert_eq!(numbers().await, "0 0 0 2 1 1");
    assigned(&chair, more, &board).await;
    assert_eq!(numbers().await, "0 0 0 1 2 1");
}
