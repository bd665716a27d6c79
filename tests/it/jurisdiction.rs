//! Jurisdiction, on every route: lists, pages, files, counts, search and exports say nothing of a case or an organization's inner
//! affairs to whoever may not see them, and say it to whoever may.

use std::collections::BTreeSet;

use concord::case::Answer;
use concord::ids::CaseId;
use concord::organization::{Contact, PersonEntry};
use concord::values::{ContactChannel, ContactPurpose, Email};
use sqlx::PgPool;

use crate::cases::{decide, draft, line, particulars, prose, submit, take};
use crate::portal::{Browser, Portal};
use crate::world::{fill, person, routes};

/// What an open case in the Netherlands is called.
const TITLE: &str = "Zwetschgenhof";
/// What the board says among itself there.
const NOTE: &str = "Holunderwort";
/// What the board writes to whoever applied.
const MESSAGE: &str = "Quittenbrief";
/// Somebody of a registered organization there who wants to be found by nobody.
const HIDDEN: &str = "Mirabella";
/// How that organization can be reached, by the board alone.
const PHONE: &str = "20 555 0173";
/// What somebody of the board remarks about it.
const FLAG: &str = "Schlehenfrage";
/// Why another case was refused.
const REFUSAL: &str = "Hagebuttengrund";

const ALL: [&str; 7] = [TITLE, NOTE, MESSAGE, HIDDEN, PHONE, FLAG, REFUSAL];

/// Those who have nothing to do with the Netherlands.
const OUTSIDE: [&str; 5] = ["visitor", "stranger", "applicant", "post DE", "post FR"];

async fn say(portal: &Portal, board: &Browser, id: CaseId) {
    use concord::case::{self, Reach};
    let mut tx = portal.tx().await;
    let actor = board.actor().await;
    for (words, reach) in [(NOTE, Reach::Internal), (MESSAGE, Reach::Applicant)] {
        let case = case::find(&mut tx, &actor, id).await.unwrap();
        let granted = case::policy::write(&actor, &case, reach).unwrap();
        case::write_message(&mut tx, granted, &prose(words))
            .await
            .unwrap();
    }
    drop(tx.commit().await.unwrap());
}

/// An organization, a refused case and an open one in the Netherlands; the open one is the newest of all.
async fn guarded(portal: &Portal) -> Browser {
    let (applicant, board) = (portal.member("Guarded").await, portal.coordinator().await);
    let mut said = particulars("Known to all", "NL");
    said.people = vec![PersonEntry::new(
        line(&format!("{HIDDEN} Ungenannt")),
        line("Treasurer"),
        Email::parse("hidden@example.org").ok(),
        false,
    )];
    said.contacts = vec![Contact {
        channel: ContactChannel::Phone,
        purpose: ContactPurpose::General,
        value: line(&format!("+31 {PHONE}")),
        public: false,
    }];
    let id = draft(portal, &applicant).await;
    submit(portal, &applicant, id, &said).await;
    take(portal, &board, id).await;
    decide(portal, &board, id, Answer::Accept).await;
    let number: String =
        sqlx::query_scalar("select number from organizations where name = 'Known to all'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    let flags = format!("/desk/organizations/{number}/flags");
    let page = board.get(flags).await.is(200);
    let due = [
        ("due-day", "24"),
        ("due-month", "12"),
        ("due-year", "2026"),
        ("words", FLAG),
    ];
    page.submit(&due).await.is(303);

    let id = draft(portal, &applicant).await;
    submit(portal, &applicant, id, &particulars("Sent away", "NL")).await;
    take(portal, &board, id).await;
    let words = prose(REFUSAL);
    decide(portal, &board, id, Answer::Refuse { words }).await;

    let id = draft(portal, &applicant).await;
    submit(portal, &applicant, id, &particulars(TITLE, "NL")).await;
    take(portal, &board, id).await;
    say(portal, &board, id).await;
    applicant
}

/// The addresses of everything that can be read: each route as it leads to the newest thing of its kind, and what can be searched,
/// searched and filtered for what is there.
async fn addresses(portal: &Portal) -> Vec<String> {
    let mut all = Vec::new();
    let admin = portal.admin().await;
    for route in routes().iter().filter(|it| it.method == "GET") {
        let address = route.address(portal).await;
        let page = admin.get(&address).await;
        if !route.path.contains('{') && (!page.is_html() || page.has("main [name=q]")) {
            all.extend(ALL.map(|word| format!("{address}?q={word}").replace(' ', "+")));
            all.extend(["host", "country", "host_country"].map(|it| format!("{address}?{it}=NL")));
        }
        all.push(address);
    }
    let numbers: Vec<String> =
        sqlx::query_scalar("select number from organizations where name = 'Known to all'")
            .fetch_all(portal.db_pool())
            .await
            .unwrap();
    let of_organizations: Vec<_> = routes()
        .into_iter()
        .filter(|it| it.method == "GET" && it.path.contains("organizations/{number}"))
        .filter(|it| it.path.matches('{').count() == 1)
        .collect();
    for number in numbers {
        all.extend(
            of_organizations
                .iter()
                .map(|it| it.path.replace("{number}", &number)),
        );
    }
    let cases: Vec<String> =
        sqlx::query_scalar("select id::text from cases where host_country = 'NL'")
            .fetch_all(portal.db_pool())
            .await
            .unwrap();
    for id in cases {
        all.extend(["/cases/", "/desk/cases/", "/case-status/"].map(|it| format!("{it}{id}")));
    }
    all
}

/// What somebody is shown of it, and where.
async fn shown(browser: &Browser, addresses: &[String]) -> BTreeSet<(&'static str, String)> {
    let mut shown = BTreeSet::new();
    for address in addresses {
        let page = browser.get(address).await;
        if page.status != 200 {
            continue;
        }
        // What somebody searched for is theirs: it comes back in the field.
        let asked = ALL
            .into_iter()
            .find(|word| address.contains(&format!("q={}", word.replace(' ', "+"))));
        let body = match asked {
            Some(_) => page.text(),
            None => page.body.clone(),
        };
        for word in ALL {
            let times = body.matches(word).count();
            if times > 0 && asked != Some(word) || times > 1 {
                shown.insert((word, address.clone()));
            }
        }
    }
    shown
}

fn words(shown: &BTreeSet<(&'static str, String)>) -> BTreeSet<&'static str> {
    shown.iter().map(|(word, _)| *word).collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_route_says_of_a_country_what_its_own_people_may_know(pool: PgPool) {
    let portal = Portal::new(pool);
    fill(&portal).await;
    let applicant = guarded(&portal).await;
    let addresses = addresses(&portal).await;
    for who in OUTSIDE {
        let browser = person(&portal, who).await;
        let shown = shown(&browser, &addresses).await;
        assert!(shown.is_empty(), "{who}: {shown:#?}");
    }
    let own = shown(&applicant, &addresses).await;
    let expected = BTreeSet::from([TITLE, MESSAGE, HIDDEN, PHONE, REFUSAL]);
    assert_eq!(words(&own), expected, "whoever applied: {own:#?}");
    for (who, browser) in [
        ("post NL", portal.post_officer(&["NL"]).await),
        ("coordinator", portal.coordinator().await),
        ("chair", portal.chair().await),
    ] {
        let theirs = shown(&browser, &addresses).await;
        assert_eq!(words(&theirs), BTreeSet::from(ALL), "{who}: {theirs:#?}");
    }
}
